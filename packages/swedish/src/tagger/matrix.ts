import type { ByteReader, ByteWriter } from '../model/bytes.ts'

/**
 * Weights of features by label: a row for each feature's 32-bit hash, with the labels that weigh
 * anything and their weights in units of the model's scale.
 */
export interface Matrix {
  /** Row of a feature, or −1. */
  find(hash: number): number
  /** Entries of row r are `rowStart[r]` up to `rowStart[r + 1]`. */
  readonly rowStart: Uint32Array
  readonly labels: Uint8Array
  readonly weights: Int8Array
}

/** Rows as training hands them over, in any order. */
export interface MatrixRow {
  hash: number
  labels: number[]
  weights: number[]
}

/** Hashes ascending as varint differences, row lengths, labels, weights: each a run of its own, since like packs with like. */
export function writeMatrix(rows: readonly MatrixRow[], writer: ByteWriter): void {
  const sorted = [...rows].sort((a, b) => a.hash - b.hash)
  writer.varint(sorted.length)
  writer.varint(sorted.reduce((sum, row) => sum + row.labels.length, 0))
  let before = 0
  for (const { hash } of sorted) {
    writer.varint(hash - before)
    before = hash
  }
  for (const { labels } of sorted) writer.varint(labels.length)
  for (const { labels } of sorted) writer.raw(Uint8Array.from(labels))
  for (const { weights } of sorted) writer.raw(new Uint8Array(Int8Array.from(weights).buffer))
}

export function readMatrix(reader: ByteReader): Matrix {
  const rows = reader.varint()
  const entries = reader.varint()
  const table = readHashes(reader, rows)
  const rowStart = new Uint32Array(rows + 1)
  const source = reader.source
  let position = reader.position
  for (let row = 0, at = 0; row < rows; row++) {
    let length = source[position++]!
    if (length > 127) length = (length & 127) | (source[position++]! << 7)
    at += length
    rowStart[row + 1] = at
  }
  reader.position = position
  const labels = reader.raw(entries)
  const bytes = reader.raw(entries)
  return {
    find: table.find,
    rowStart,
    labels,
    weights: new Int8Array(bytes.buffer, bytes.byteOffset, entries),
  }
}

/** Ascending hashes and where each stands among them. */
export interface HashTable {
  /** Number of the hash among the ascending ones, or −1. */
  find(hash: number): number
}

/**
 * Reads ascending 32-bit hashes written as varint differences. Since they are spread evenly, a hash is
 * found from its highest bits by a table of starting points, without probing.
 */
export function readHashes(reader: ByteReader, count: number): HashTable {
  const hashes = new Uint32Array(count + 1)
  const source = reader.source
  let position = reader.position
  let value = 0
  for (let i = 0; i < count; i++) {
    let byte = source[position++]!
    let difference = byte & 127
    for (let factor = 128; byte > 127; factor *= 128) {
      byte = source[position++]!
      difference += (byte & 127) * factor
    }
    value += difference
    hashes[i] = value
  }
  reader.position = position
  hashes[count] = 0xffffffff
  let bits = 4
  while (1 << bits < count) bits++
  const shift = 32 - bits
  const start = new Uint32Array((1 << bits) + 1)
  for (let i = 0, bucket = 0; bucket <= 1 << bits; bucket++) {
    while (i < count && hashes[i]! >>> shift < bucket) i++
    start[bucket] = i
  }
  return {
    find(hash) {
      const bucket = hash >>> shift
      for (let i = start[bucket]!, end = start[bucket + 1]!; i < end; i++) if (hashes[i] === hash) return i
      return -1
    },
  }
}
