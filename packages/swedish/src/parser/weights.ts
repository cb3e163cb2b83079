import type { ByteReader, ByteWriter } from '../model/bytes.ts'

/**
 * Weights by hashed feature, kept in a table of 2^n cells. A feature may stand in the cell that its hash points to or in
 * the one beside; eight more bits of the hash are kept to tell features apart.
 */

const MOVE_BITS = 20
const LABEL_BITS = 18

/** The weights of a feature for the moves left and right, over that of shift; −127 to 127. */
export interface MoveRow {
  readonly hash: number
  readonly left: number
  readonly right: number
}

/** The weights of a feature for labels, by label number; −127 to 127, none 0. */
export interface LabelRow {
  readonly hash: number
  readonly weights: readonly (readonly [label: number, weight: number])[]
}

/** Places rows into cells, the most important first; rows whose two cells are taken are left out. */
function place<Row extends { readonly hash: number }>(rows: readonly Row[], bits: number): Map<number, Row> {
  const cells = new Map<number, Row>()
  const mask = (1 << bits) - 1
  for (const row of rows) {
    const cell = row.hash & mask
    if (!cells.has(cell)) cells.set(cell, row)
    else if (!cells.has(cell ^ 1)) cells.set(cell ^ 1, row)
  }
  return new Map([...cells].sort(([a], [b]) => a - b))
}

/** Writes the weights of moves; the rows come most important first. */
export function writeMoveWeights(rows: readonly MoveRow[], writer: ByteWriter): void {
  const cells = place(rows, MOVE_BITS)
  writer.varint(cells.size)
  let before = 0
  for (const [cell, { hash, left, right }] of cells) {
    writer.varint(cell - before)
    writer.byte(hash >>> 24)
    writer.byte(left & 255)
    writer.byte(right & 255)
    before = cell
  }
}

/** Writes the weights of labels; the rows come most important first. */
export function writeLabelWeights(rows: readonly LabelRow[], writer: ByteWriter): void {
  const cells = place(rows, LABEL_BITS)
  writer.varint(cells.size)
  let before = 0
  for (const [cell, { hash, weights }] of cells) {
    writer.varint(cell - before)
    writer.byte(hash >>> 24)
    writer.byte(weights.length)
    for (const [label, weight] of weights) {
      writer.byte(label)
      writer.byte(weight & 255)
    }
    before = cell
  }
}

/** The weights of moves, ready for use. */
export class MoveWeights {
  /** Eight bits of hash; they stand apart from the weights so that looking for a feature touches little memory. */
  private readonly keys = new Uint8Array(1 << MOVE_BITS)
  /** Left in the upper byte, right in the lower; 0 where the cell is empty. */
  private readonly weights = new Int16Array(1 << MOVE_BITS)

  constructor(reader: ByteReader) {
    const { keys, weights } = this
    const { source } = reader
    const count = reader.varint()
    let at = reader.position
    let cell = 0
    // Read in place: this is most of what it takes to load the parser.
    for (let row = 0; row < count && at < source.length; row++) {
      let factor = 1
      for (; source[at]! >= 128; factor *= 128) cell += (source[at++]! & 127) * factor
      cell += source[at++]! * factor
      keys[cell] = source[at++]!
      weights[cell] = (source[at]! << 8) | source[at + 1]!
      at += 2
    }
    reader.raw(at - reader.position)
  }

  /** Sums the weights of features into `scores`: those of left at 1 and right at 2; shift, at 0, is the measure. */
  score(hashes: Int32Array, scores: Int32Array): void {
    const { keys, weights } = this
    const mask = (1 << MOVE_BITS) - 1
    let left = 0
    let right = 0
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i]!
      const key = hash >>> 24
      const cell = hash & mask
      // All ones where the key is that of the cell, else 0: which it is cannot be foretold, and a wrong guess is dear.
      const own = ((keys[cell]! ^ key) - 1) >> 31
      const beside = ((keys[cell ^ 1]! ^ key) - 1) >> 31
      const weight = (weights[cell]! & own) | (weights[cell ^ 1]! & beside & ~own)
      left += weight >> 8
      right += (weight << 24) >> 24
    }
    scores[0] = 0
    scores[1] = left
    scores[2] = right
  }
}

/** The weights of labels, ready for use. */
export class LabelWeights {
  /** Eight bits of hash, 24 of the row's place in `rows` and 1 more; 0 where empty. */
  private readonly cells = new Int32Array(1 << LABEL_BITS)
  /** Of each row the number of labels, then each label with its weight in the upper byte. */
  private readonly rows: Int16Array

  constructor(reader: ByteReader) {
    const { cells } = this
    const { source } = reader
    const count = reader.varint()
    const rows = new Int16Array(source.length - reader.position)
    let at = reader.position
    let cell = 0
    let end = 0
    for (let row = 0; row < count && at < source.length; row++) {
      let factor = 1
      for (; source[at]! >= 128; factor *= 128) cell += (source[at++]! & 127) * factor
      cell += source[at++]! * factor
      cells[cell] = (source[at++]! << 24) | (end + 1)
      const length = source[at++]!
      rows[end++] = length
      for (const last = end + length; end < last; at += 2) rows[end++] = source[at]! | (source[at + 1]! << 8)
    }
    reader.raw(at - reader.position)
    this.rows = rows.slice(0, end)
  }

  /** Sums the weights of features into `scores`, by label number. */
  score(hashes: Int32Array, scores: Int32Array): void {
    const { cells, rows } = this
    const mask = cells.length - 1
    scores.fill(0)
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i]!
      let cell = cells[hash & mask]!
      if (cell === 0 || (cell ^ hash) >>> 24 !== 0) {
        cell = cells[(hash & mask) ^ 1]!
        if (cell === 0 || (cell ^ hash) >>> 24 !== 0) continue
      }
      const row = (cell & 0xffffff) - 1
      const last = row + rows[row]!
      for (let at = row + 1; at <= last; at++) {
        const weighted = rows[at]!
        scores[weighted & 255]! += weighted >> 8
      }
    }
  }
}
