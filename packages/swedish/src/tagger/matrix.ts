import type { ByteReader, ByteWriter } from '../model/bytes.ts'

/**
 * Writes hashes so that they are read without a pass over them: themselves, ascending, then where the
 * hashes of each value of the highest bits begin.
 */
function writeHashes(hashes: readonly number[], writer: ByteWriter): void {
  let bits = 2
  while (1 << (bits + 2) < hashes.length) bits++
  const starts = new Uint32Array((1 << bits) + 1)
  for (let i = 0, bucket = 0; bucket <= 1 << bits; bucket++) {
    while (i < hashes.length && hashes[i]! >>> (32 - bits) < bucket) i++
    starts[bucket] = i
  }
  writer.numbers(Uint32Array.from(hashes))
  writer.byte(bits)
  writer.numbers(starts)
}

/**
 * What {@link writeHashes} wrote. Hashes are spread evenly, so that few share their highest bits. Looked into for every
 * feature of every word: a class, so that each call finds the same code.
 */
class HashTable {
  /** Ascending as unsigned numbers; kept signed, as V8 has whole numbers without memory of their own. */
  private readonly hashes: Int32Array
  private readonly shift: number
  private readonly starts: Uint32Array
  /** A bit for each value of the highest bits that a hash has; made when so much was asked that it pays. */
  private sieve: Uint32Array | undefined
  private sieveShift = 0
  /** Made with the sieve: hashes, each with its number beside it, in the slot of their highest bits or after it; else 0. */
  private slots = new Int32Array(0)
  private slotShift = 0
  private asked = 0

  constructor(reader: ByteReader) {
    this.hashes = new Int32Array(reader.uint32s().buffer)
    this.shift = 32 - reader.byte()
    this.starts = reader.uint32s()
  }

  /**
   * Number of the hash among the ascending ones, or −1.
   *
   * @param hash 32 bits, not 0, signed: so it is handed over without memory of its own
   */
  find(hash: number): number {
    const { sieve } = this
    if (sieve === undefined) return this.search(hash)
    const bit = hash >>> this.sieveShift
    if (((sieve[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return -1
    const { slots } = this
    const mask = slots.length - 1
    for (let at = (hash >>> this.slotShift) << 1; ; at = (at + 2) & mask) {
      const known = slots[at]!
      if (known === hash) return slots[at + 1]!
      if (known === 0) return -1
    }
  }

  private search(hash: number): number {
    const { hashes, starts } = this
    if (++this.asked > hashes.length) this.makeSlots()
    const bucket = hash >>> this.shift
    for (let i = starts[bucket]!, end = starts[bucket + 1]!; i < end; i++) if (hashes[i] === hash) return i
    return -1
  }

  /**
   * Most of what is looked for is not there; a table with eight bits for each hash says so at once. What is there is
   * found at one place in memory.
   */
  private makeSlots(): void {
    const bits = Math.max(8, 35 - Math.clz32(this.hashes.length))
    const sieve = new Uint32Array(1 << (bits - 5))
    this.sieveShift = 32 - bits
    for (const hash of this.hashes) {
      const bit = hash >>> this.sieveShift
      sieve[bit >>> 5]! |= 1 << (bit & 31)
    }
    this.sieve = sieve
    const slotBits = bits - 2
    const slots = new Int32Array(2 << slotBits)
    this.slotShift = 32 - slotBits
    for (let number = 0; number < this.hashes.length; number++) {
      const hash = this.hashes[number]!
      let at = (hash >>> this.slotShift) << 1
      while (slots[at] !== 0) at = (at + 2) & (slots.length - 1)
      slots[at] = hash
      slots[at + 1] = number
    }
    this.slots = slots
  }
}

/** A map from 32-bit hashes to small numbers, laid out as {@link writeHashes} has it. */
export function writeHashMap(map: ReadonlyMap<number, number>, writer: ByteWriter): void {
  const rows = [...map].sort((a, b) => a[0] - b[0])
  writeHashes(
    rows.map(([key]) => key),
    writer,
  )
  writer.numbers(Uint16Array.from(rows, ([, value]) => value))
}

/** What {@link writeHashMap} wrote. */
export class HashMap {
  private readonly keys: HashTable
  private readonly values: Uint16Array

  constructor(reader: ByteReader) {
    this.keys = new HashTable(reader)
    this.values = reader.uint16s()
  }

  /** The number of a hash, or −1. */
  get(hash: number): number {
    const found = this.keys.find(hash)
    return found < 0 ? -1 : this.values[found]!
  }
}

/**
 * Weights of features by label: a row for each feature's 32-bit hash, with the labels that weigh
 * anything and their weights in units of the model's scale.
 */
export interface Matrix {
  /** Which row a feature's hash has, or −1. */
  readonly features: HashTable
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

export function writeMatrix(rows: readonly MatrixRow[], writer: ByteWriter): void {
  const sorted = [...rows].sort((a, b) => a.hash - b.hash)
  const starts = new Uint32Array(sorted.length + 1)
  sorted.forEach((row, i) => {
    starts[i + 1] = starts[i]! + row.labels.length
  })
  writeHashes(
    sorted.map((row) => row.hash),
    writer,
  )
  writer.numbers(starts)
  writer.numbers(Uint8Array.from(sorted.flatMap((row) => row.labels)))
  writer.numbers(Int8Array.from(sorted.flatMap((row) => row.weights)))
}

export function readMatrix(reader: ByteReader): Matrix {
  return {
    features: new HashTable(reader),
    rowStart: reader.uint32s(),
    labels: reader.uint8s(),
    weights: reader.int8s(),
  }
}
