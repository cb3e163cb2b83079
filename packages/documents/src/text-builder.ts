import { OffsetMap } from './offset-map.ts'
import { onItsOwn } from './own-text.ts'

/**
 * Characters that no reader sees and that must not split words: soft hyphen, zero-width spaces and
 * joiners, byte order marks and direction marks.
 */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g

const TAB = 0x09
const LINE_FEED = 0x0a
const SPACE = 0x20

/** A zero-width joiner belongs to the emoji that it joins. */
function joinsEmoji(source: string, at: number): boolean {
  if (source.charCodeAt(at) !== 0x200d || at === 0) return false
  const before = source.charCodeAt(at - 1)
  return before === 0xfe0f || (before >= 0xdc00 && before <= 0xdfff) || (before >= 0x2600 && before <= 0x27bf)
}

/** True where white space between words may be trimmed from the ends of a block. */
function isTrimmed(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= 0x0d) || code === 0xa0
}

/** Collects the text of a block piece by piece, and where each piece stands in the source. */
export class TextBuilder {
  // Pieces are joined once: asking a growing string for its last character would copy it every time.
  readonly #pieces: string[] = []
  readonly #rows: number[] = []
  readonly #origin: number
  #length = 0

  /** @param origin where offset 0 of what is copied stands in the source */
  constructor(origin = 0) {
    this.#origin = origin
  }

  /** Length of the text collected so far. */
  get length(): number {
    return this.#length
  }

  /** Appends a stretch of the source as it stands, invisible characters left out. */
  copy(source: string, start: number, end: number): void {
    if (end <= start) return
    const piece = source.slice(start, end)
    INVISIBLE.lastIndex = 0
    let from = 0
    for (let hit = INVISIBLE.exec(piece); hit; hit = INVISIBLE.exec(piece)) {
      if (joinsEmoji(piece, hit.index)) continue
      this.#append(piece.slice(from, hit.index), start + from, hit.index - from)
      from = hit.index + 1
    }
    this.#append(from === 0 ? piece : piece.slice(from), start + from, piece.length - from)
  }

  /** Appends text that stands for a stretch of the source: a decoded reference, a folded line break. */
  put(text: string, start: number, end: number): void {
    this.#append(text, start, end - start)
  }

  /** The same for a decoded reference, which may be an invisible character: `&shy;`. */
  putVisible(text: string, start: number, end: number): void {
    this.#append(text.replace(INVISIBLE, ''), start, end - start)
  }

  /** Appends a space for a stretch of white space, unless the text is empty or ends in white space already. */
  space(start: number, end: number): void {
    const last = this.#lastCode()
    if (end > start && last !== -1 && last !== SPACE && last !== LINE_FEED) this.#append(' ', start, end - start)
  }

  /** Appends a line break, and drops the spaces before it. Nothing happens at the start of the text. */
  lineBreak(start: number, end: number): void {
    while (this.#lastCode() === SPACE || this.#lastCode() === TAB) this.#dropLast()
    if (this.#length > 0) this.#append('\n', start, end - start)
  }

  #lastCode(): number {
    const piece = this.#pieces.at(-1)
    return piece === undefined ? -1 : piece.charCodeAt(piece.length - 1)
  }

  #append(text: string, sourceStart: number, sourceLength: number): void {
    if (text.length === 0) return
    const rows = this.#rows
    const last = rows.length - 4
    const inStep = sourceLength === text.length
    if (last >= 0 && inStep && rows[last + 2] === rows[last + 3] && rows[last + 1]! + rows[last + 2]! === sourceStart) {
      rows[last + 2]! += sourceLength
      rows[last + 3]! += text.length
    } else {
      rows.push(this.#length, sourceStart, sourceLength, text.length)
    }
    this.#pieces.push(text)
    this.#length += text.length
  }

  #dropLast(): void {
    const pieces = this.#pieces
    const piece = pieces.pop()!
    if (piece.length > 1) pieces.push(piece.slice(0, -1))
    this.#length--
    const rows = this.#rows
    const last = rows.length - 4
    if (rows[last + 3] === 1) rows.length = last
    else {
      if (rows[last + 2] === rows[last + 3]) rows[last + 2]!--
      rows[last + 3]!--
    }
  }

  /**
   * The collected text without white space at its ends.
   *
   * @returns the text, its map, and how many characters were trimmed from the start: what offsets noted
   * while building must be lessened by
   */
  finish(): { text: string; map: OffsetMap; trimmed: number } {
    const whole = this.#pieces.length === 1 ? this.#pieces[0]! : this.#pieces.join('')
    let from = 0
    let to = whole.length
    while (to > 0 && isTrimmed(whole.charCodeAt(to - 1))) to--
    while (from < to && isTrimmed(whole.charCodeAt(from))) from++
    const text = onItsOwn(whole.slice(from, to))
    const rows = this.#rows
    if (rows.length === 4 && rows[2] === rows[3]) {
      return { text, map: OffsetMap.identity(this.#origin + rows[1]! + from, to - from), trimmed: from }
    }
    const kept: number[] = []
    for (let row = 0; row < rows.length; row += 4) {
      const textStart = rows[row]!
      const sourceStart = rows[row + 1]!
      const sourceLength = rows[row + 2]!
      const textLength = rows[row + 3]!
      const start = Math.max(textStart, from)
      const end = Math.min(textStart + textLength, to)
      if (start >= end) continue
      if (sourceLength === textLength)
        kept.push(start - from, sourceStart + start - textStart, end - start, end - start)
      else kept.push(start - from, sourceStart, sourceLength, end - start)
    }
    return { text, map: new OffsetMap(Int32Array.from(kept), this.#origin), trimmed: from }
  }
}
