import { CharacterClass, classOf, isDoubleQuote } from '../characters.ts'
import { type Lookahead, Next, Opener } from './lookahead.ts'

/** How far off the mark that closes a bracket or a quotation is looked for. */
const MAX_ENCLOSED = 400

/** The brackets and quotation marks that are open where the text is being read. */
export class Enclosure {
  private readonly text: string
  private readonly lookahead: Lookahead
  /** Number of round brackets that are open. */
  brackets = 0
  /** A single quotation mark is open. */
  single = false
  private bracketInside = false
  private double = false
  private doubleInside = false

  constructor(text: string, lookahead: Lookahead) {
    this.text = text
    this.lookahead = lookahead
  }

  /** Forgets what is open: nothing goes on over an empty line. */
  reset(): void {
    this.brackets = 0
    this.double = false
    this.single = false
  }

  /** Opens a round bracket; `inside` where words of the sentence stand before it. */
  openBracket(inside: boolean): void {
    if (this.brackets++ === 0) this.bracketInside = inside
  }

  /** Closes a round bracket, and tells whether it was opened inside the sentence. */
  closeBracket(): boolean {
    const inside = this.brackets > 0 && this.bracketInside
    if (this.brackets > 0) this.brackets--
    return inside
  }

  /** Opens a double quotation mark; `inside` where words of the sentence stand before it. */
  openDouble(inside: boolean): void {
    this.double = true
    this.doubleInside = inside
  }

  closeDouble(): void {
    this.double = false
  }

  /**
   * Whether a stop before `at` ends no sentence, because it stands in a bracket that opened inside the
   * sentence and closes further on, or in a quotation that did and after which the sentence goes on.
   */
  holds(at: number): boolean {
    return (
      (this.brackets > 0 && this.bracketInside && this.bracketCloses(at)) ||
      (this.double && this.doubleInside && this.goesOnAfterQuote(at))
    )
  }

  private bracketCloses(at: number): boolean {
    const limit = Math.min(this.text.length, at + MAX_ENCLOSED)
    for (let i = at; i < limit; i++) {
      const code = this.text.charCodeAt(i)
      if (code === 0x29) return true
      if (code === 0x28 || this.isEmptyLine(i)) return false
    }
    return false
  }

  private goesOnAfterQuote(at: number): boolean {
    const { text, lookahead } = this
    const limit = Math.min(text.length, at + MAX_ENCLOSED)
    for (let i = at; i < limit; i++) {
      if (this.isEmptyLine(i)) return false
      if (!isDoubleQuote(text.charCodeAt(i))) continue
      if (classOf(text.charCodeAt(i - 1)) === CharacterClass.space) return false
      return lookahead.next(i + 1) === Next.lower && lookahead.opener === Opener.none && lookahead.at > i + 1
    }
    return false
  }

  private isEmptyLine(at: number): boolean {
    return this.text.charCodeAt(at) === 0x0a && this.text.charCodeAt(at + 1) === 0x0a
  }
}
