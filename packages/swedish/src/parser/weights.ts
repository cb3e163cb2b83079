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
  /**
   * Eight bits of hash, then the weight of left times 2^16 plus that of right in 24; 0 where empty. They stand together,
   * so that looking for a feature touches one place in memory.
   */
  private readonly cells = new Int32Array(1 << MOVE_BITS)

  constructor(reader: ByteReader) {
    const { cells } = this
    const { source } = reader
    const count = reader.varint()
    let at = reader.position
    let cell = 0
    // Read in place: this is most of what it takes to load the parser.
    for (let row = 0; row < count && at < source.length; row++) {
      let factor = 1
      for (; source[at]! >= 128; factor *= 128) cell += (source[at++]! & 127) * factor
      cell += source[at++]! * factor
      const weights = ((source[at + 1]! << 16) + ((source[at + 2]! << 24) >> 24)) & 0xffffff
      cells[cell] = (source[at]! << 24) | weights
      at += 3
    }
    reader.raw(at - reader.position)
  }

  /** Sums the weights of features into `scores`: those of left at 1 and right at 2; shift, at 0, is the measure. */
  score(hashes: Int32Array, scores: Int32Array): void {
    const { cells } = this
    const mask = (1 << MOVE_BITS) - 1
    // Both sums at once, as in a cell: neither overflows 16 bits in 250 features.
    let both = 0
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i]!
      const own = cells[hash & mask]!
      const beside = cells[(hash & mask) ^ 1]!
      // All ones where the key is that of the cell, else 0: which it is cannot be foretold, and a wrong guess is dear.
      const isOwn = (((own ^ hash) >>> 24) - 1) >> 31
      const isBeside = (((beside ^ hash) >>> 24) - 1) >> 31
      both = (both + ((((own & isOwn) | (beside & isBeside & ~isOwn)) << 8) >> 8)) | 0
    }
    const right = (both << 16) >> 16
    scores[0] = 0
    scores[1] = (both - right) >> 16
    scores[2] = right
  }
}

const PAIRS_BITS = 6
const MOST_PAIRS = (1 << PAIRS_BITS) - 1
const MOST_STARTS = 1 << (24 - PAIRS_BITS)

/** The weights of labels, ready for use. */
export class LabelWeights {
  /** Eight bits of hash, 18 of the row's place in `rows` by pairs, and 6 of its number of pairs; 0 where empty. */
  private readonly cells = new Int32Array(1 << LABEL_BITS)
  /** Of each row each label, with its weight in the upper byte, filled up to pairs with 0. */
  private readonly rows: Int16Array
  /** What the features of one arc find in `cells`. */
  private found = new Int32Array(0)

  /** @throws {RangeError} where a cell cannot tell the places or lengths of the rows */
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
      const key = source[at++]!
      const length = source[at++]!
      const pairs = (length + 1) >> 1
      if (pairs > MOST_PAIRS || end >> 1 >= MOST_STARTS) throw new RangeError('too many label weights')
      cells[cell] = (key << 24) | ((end >> 1) << PAIRS_BITS) | pairs
      for (let i = 0; i < length; i++, at += 2) rows[end + i] = source[at]! | (source[at + 1]! << 8)
      end += pairs * 2
    }
    reader.raw(at - reader.position)
    this.rows = rows.slice(0, end)
  }

  /** Sums the weights of features into `scores`, by label number. */
  score(hashes: Int32Array, scores: Int32Array): void {
    const { rows } = this
    if (this.found.length < hashes.length) this.found = new Int32Array(hashes.length)
    const { found } = this
    const count = this.find(hashes, found)
    scores.fill(0)
    for (let i = 0; i < count; i++) {
      const cell = found[i]!
      const row = ((cell & 0xffffff) >> PAIRS_BITS) << 1
      const end = row + ((cell & MOST_PAIRS) << 1)
      for (let at = row; at < end; at += 2) {
        const one = rows[at]!
        scores[one & 255]! += one >> 8
        const other = rows[at + 1]!
        scores[other & 255]! += other >> 8
      }
    }
  }

  /** Gathers the cells of features that have weights, and returns how many; without branches, as for moves. */
  private find(hashes: Int32Array, found: Int32Array): number {
    const { cells } = this
    const mask = (1 << LABEL_BITS) - 1
    let count = 0
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i]!
      const own = cells[hash & mask]!
      const beside = cells[(hash & mask) ^ 1]!
      const ofOwn = own & ((((own ^ hash) >>> 24) - 1) >> 31)
      const ofBeside = beside & ((((beside ^ hash) >>> 24) - 1) >> 31)
      const cell = ofOwn | (ofBeside & ~((ofOwn | -ofOwn) >> 31))
      found[count] = cell
      count += (cell | -cell) >>> 31
    }
    return count
  }
}
