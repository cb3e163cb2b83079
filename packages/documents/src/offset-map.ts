/** [text start, source start, source length, text length] of one segment. */
export type Segment = readonly [textStart: number, sourceStart: number, sourceLength: number, textLength: number]

const FIELDS = 4

/**
 * Carries offsets of a block's text to offsets of the source, both in UTF-16 code units.
 *
 * The text is a row of segments. Inside a segment of equal length on both sides offsets run in step;
 * a segment of unequal length (a character reference, a folded line break) is atomic: an offset inside
 * it maps to the segment's edge. Source that is left out of the text (markup, soft hyphens) is a gap
 * between two segments.
 */
export class OffsetMap {
  /** Segments as rows of four numbers, source starts counted from `#base`. Shared between shifted maps. */
  readonly #rows: Int32Array
  readonly #base: number

  /**
   * @param segments in text order and without gaps in the text; or the same as one flat array
   * @param base added to every source offset
   */
  constructor(segments: readonly Segment[] | Int32Array, base = 0) {
    this.#rows = segments instanceof Int32Array ? segments : Int32Array.from(segments.flat())
    this.#base = base
  }

  /** A map for text that stands in the source as it is. */
  static identity(sourceStart: number, length: number): OffsetMap {
    return new OffsetMap(Int32Array.of(0, 0, length, length), sourceStart)
  }

  /** The same map for text that has moved `delta` code units in the source. Costs nothing: the segments are shared. */
  shifted(delta: number): OffsetMap {
    return delta === 0 ? this : new OffsetMap(this.#rows, this.#base + delta)
  }

  /** How far the text has moved from where another map has it; undefined where the maps are not of the same text. */
  shiftFrom(other: OffsetMap): number | undefined {
    return this.#rows === other.#rows ? this.#base - other.#base : undefined
  }

  /** Position in `#rows` of the segment that holds the character at `offset`. */
  #row(offset: number): number {
    const rows = this.#rows
    let low = 0
    let high = rows.length / FIELDS - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (rows[middle * FIELDS]! <= offset) low = middle
      else high = middle - 1
    }
    return low * FIELDS
  }

  #rowEnd(row: number): number {
    return this.#base + this.#rows[row + 1]! + this.#rows[row + 2]!
  }

  /** The source offset where the character at `offset` of the text begins. */
  start(offset: number): number {
    const rows = this.#rows
    if (rows.length === 0) return this.#base
    const row = this.#row(offset)
    const into = offset - rows[row]!
    if (into >= rows[row + 3]!) return this.#rowEnd(row)
    return this.#base + rows[row + 1]! + (rows[row + 2] === rows[row + 3] ? into : 0)
  }

  /** The source offset where the character before `offset` of the text ends. */
  end(offset: number): number {
    const rows = this.#rows
    if (rows.length === 0) return this.#base
    if (offset <= 0) return this.#base + rows[1]!
    const row = this.#row(offset - 1)
    const into = offset - rows[row]!
    if (into >= rows[row + 3]! || rows[row + 2] !== rows[row + 3]) return this.#rowEnd(row)
    return this.#base + rows[row + 1]! + into
  }

  /** The source range of a text range, end exclusive. An empty range stays empty. */
  range(start: number, end: number): { start: number; end: number } {
    const from = this.start(start)
    return { start: from, end: end > start ? this.end(end) : from }
  }

  /** True where the source between the two ends holds nothing but the text itself, so that an edit may replace it. */
  isContiguous(start: number, end: number): boolean {
    if (end <= start) return true
    const last = this.#row(end - 1)
    for (let row = this.#row(start); row < last; row += FIELDS) {
      if (this.#rowEnd(row) !== this.#base + this.#rows[row + FIELDS + 1]!) return false
    }
    return true
  }
}
