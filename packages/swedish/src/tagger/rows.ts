import type { Matrix } from './matrix.ts'

/** What rows are made of; `TaggerModel` has it. */
interface Parts {
  readonly emission: Matrix
  /** Labels that weigh for a tag: `parts` for each tag in a row. */
  readonly labels: Uint8Array
  readonly parts: number
  readonly labelCount: number
}

/** Rows with more entries than this are laid out whole, the second time that they are asked for: most rarely are. */
const longRow = 16

/**
 * Rows of the emission matrix as the tagger reads them, each written out when first asked for. Long ones, which frequent
 * features have, get a score for every tag, and are then read at a few candidates without walking through them; short
 * ones stand with their length before them, and are added up by label. What is read together stands together: most of
 * the time that a score takes is waiting for memory.
 */
export class TagRows {
  /** Scores of long rows by tag, from a row's place. */
  scores = new Int16Array(1 << 16)
  /** Sums of the short rows added since {@link clear}, by label. */
  readonly sums: Int32Array
  /** For each short row its length, and then each label with its weight in the upper byte. */
  private short = new Int16Array(1 << 14)
  private readonly summed = new Uint8Array(1 << 12)
  private summedCount = 0
  private readonly model: Parts
  /** Of each row twice its place in `scores`, or twice that in `short` and 1; −1 for what was never asked for. */
  private readonly places: Int32Array
  private readonly labelScores: Int32Array
  private readonly tagCount: number
  private scoresUsed = 0
  private shortUsed = 0

  constructor(model: Parts) {
    this.model = model
    this.tagCount = model.labels.length / model.parts
    this.places = new Int32Array(model.emission.rowStart.length).fill(-1)
    this.labelScores = new Int32Array(model.labelCount)
    this.sums = new Int32Array(model.labelCount)
  }

  /** Where the row of a feature stands, for {@link add}; −1 for a feature without one. */
  find(hash: number): number {
    const row = this.model.emission.features.find(hash)
    if (row < 0) return -1
    const place = this.places[row]!
    if (place < 0) return this.layOut(row)
    return (place & 1) === 1 && this.short[place >> 1]! > longRow ? this.layOutWhole(row) : place
  }

  /** Where a long row's scores begin in `scores`; −1 for a short one, which is added to the sums. */
  add(place: number): number {
    if ((place & 1) === 0) return place >> 1
    const { sums, summed, short } = this
    const start = place >> 1
    let count = this.summedCount
    for (let at = start + 1, end = at + short[start]!; at < end; at++) {
      const entry = short[at]!
      const label = entry & 255
      sums[label]! += entry >> 8
      summed[count++] = label
    }
    this.summedCount = count
    return -1
  }

  /** Sets the sums to 0. */
  clear(): void {
    for (let i = 0; i < this.summedCount; i++) this.sums[this.summed[i]!] = 0
    this.summedCount = 0
  }

  private layOut(row: number): number {
    const { rowStart } = this.model.emission
    const place = this.layOutShort(rowStart[row]!, rowStart[row + 1]!) * 2 + 1
    this.places[row] = place
    return place
  }

  private layOutWhole(row: number): number {
    const { rowStart } = this.model.emission
    const place = this.layOutLong(rowStart[row]!, rowStart[row + 1]!) * 2
    this.places[row] = place
    return place
  }

  private layOutShort(start: number, end: number): number {
    const { labels, weights } = this.model.emission
    const place = this.shortUsed
    this.shortUsed += 1 + end - start
    if (this.shortUsed > this.short.length) this.short = larger(this.short)
    this.short[place] = end - start
    for (let j = start, at = place + 1; j < end; j++) this.short[at++] = labels[j]! | (weights[j]! << 8)
    return place
  }

  private layOutLong(start: number, end: number): number {
    const { emission, labels, parts } = this.model
    const place = this.scoresUsed
    this.scoresUsed += this.tagCount
    if (this.scoresUsed > this.scores.length) this.scores = larger(this.scores)
    const sums = this.labelScores
    for (let j = start; j < end; j++) sums[emission.labels[j]!] = emission.weights[j]!
    for (let tag = 0, p = 0; tag < this.tagCount; tag++) {
      let score = 0
      for (let part = 0; part < parts; part++) score += sums[labels[p++]!]!
      this.scores[place + tag] = score
    }
    for (let j = start; j < end; j++) sums[emission.labels[j]!] = 0
    return place
  }
}

function larger(array: Int16Array): Int16Array<ArrayBuffer> {
  const copy = new Int16Array(array.length * 2)
  copy.set(array)
  return copy
}
