/**
 * Carries offsets of a block's text to offsets of the source, both in UTF-16 code units.
 *
 * The text is a row of segments. Inside a segment of equal length on both sides offsets run in step;
 * a segment of unequal length (a character reference, a folded line break) is atomic: an offset inside
 * it maps to the segment's edge.
 */
export class OffsetMap {
  readonly #text: Int32Array
  readonly #source: Int32Array
  readonly #sourceEnd: Int32Array
  readonly #atomic: Uint8Array
  readonly #length: number

  /**
   * @param segments rows of [text start, source start, source length, text length], in text order and
   * without gaps in the text
   */
  constructor(
    segments: ReadonlyArray<
      readonly [textStart: number, sourceStart: number, sourceLength: number, textLength: number]
    >,
  ) {
    const count = segments.length
    this.#text = new Int32Array(count)
    this.#source = new Int32Array(count)
    this.#sourceEnd = new Int32Array(count)
    this.#atomic = new Uint8Array(count)
    let length = 0
    for (let index = 0; index < count; index++) {
      const [textStart, sourceStart, sourceLength, textLength] = segments[index]!
      this.#text[index] = textStart
      this.#source[index] = sourceStart
      this.#sourceEnd[index] = sourceStart + sourceLength
      this.#atomic[index] = sourceLength === textLength ? 0 : 1
      length = textStart + textLength
    }
    this.#length = length
  }

  /** A map for text that stands in the source as it is. */
  static identity(sourceStart: number, length: number): OffsetMap {
    return new OffsetMap([[0, sourceStart, length, length]])
  }

  #segment(offset: number): number {
    let low = 0
    let high = this.#text.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#text[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The source offset where the character at `offset` of the text begins. */
  start(offset: number): number {
    if (this.#text.length === 0) return 0
    if (offset >= this.#length) return this.#sourceEnd[this.#text.length - 1]!
    const at = this.#segment(offset)
    return this.#atomic[at] ? this.#source[at]! : this.#source[at]! + (offset - this.#text[at]!)
  }

  /** The source offset where the character before `offset` of the text ends. */
  end(offset: number): number {
    if (this.#text.length === 0) return 0
    if (offset <= 0) return this.#source[0]!
    const at = this.#segment(offset - 1)
    return this.#atomic[at] ? this.#sourceEnd[at]! : this.#source[at]! + (offset - this.#text[at]!)
  }

  /** The source range of a text range, end exclusive. An empty range stays empty. */
  range(start: number, end: number): { start: number; end: number } {
    const from = this.start(start)
    return { start: from, end: end > start ? this.end(end) : from }
  }

  /** True where the source between the two ends holds nothing but the text itself, so that an edit may replace it. */
  isContiguous(start: number, end: number): boolean {
    if (end <= start) return true
    const first = this.#segment(start)
    const last = this.#segment(end - 1)
    for (let index = first; index < last; index++) if (this.#sourceEnd[index] !== this.#source[index + 1]) return false
    return true
  }
}
