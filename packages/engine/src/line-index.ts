import type { Position, Range } from './result.ts'

/** Turns offsets of a text into lines and columns. Lines end at `\n`, `\r\n` or a lone `\r`. */
export class LineIndex {
  readonly #starts: Int32Array
  readonly #length: number

  constructor(text: string) {
    const starts = [0]
    const carriageReturns = text.includes('\r')
    if (carriageReturns) {
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at)
        if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
      }
    } else {
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    }
    this.#starts = Int32Array.from(starts)
    this.#length = text.length
  }

  /** An offset outside the text gives the nearest end of it. */
  position(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.#length)
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= at) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: at - this.#starts[low]! + 1, offset: at }
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) }
  }
}
