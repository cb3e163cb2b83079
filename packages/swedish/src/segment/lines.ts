import { CharacterClass, classOf, isBullet, isDash, isHyphen, isUpper } from '../characters.ts'
import { UNFINISHED } from './abbreviations.ts'

const { space: SPACE, digit: DIGIT } = CharacterClass

/** Lines shorter than this are not wrapped text, but one item each. */
const MIN_WRAP_WIDTH = 45

/** Tells line breaks that part sentences, as in a list of lines, from those of wrapped text. */
export class Lines {
  private readonly text: string
  private lineStart = 0
  private paragraphEnd = -1
  private width = 0

  constructor(text: string) {
    this.text = text
  }

  /** Notes that a line begins at `start`. */
  begin(start: number): void {
    this.lineStart = start
  }

  /**
   * Whether the line break between `lineEnd` and `next` ends the sentence, whose last word is `lastWord` in
   * lower case. A break is taken as meant where the next word would have had room on the line, where no
   * line of the paragraph is long, and in tables.
   */
  breakEndsSentence(lineEnd: number, next: number, lastWord: string): boolean {
    const { text } = this
    const code = text.charCodeAt(next)
    const isItem = classOf(text.charCodeAt(next + 1)) === SPACE
    if (isItem && isBullet(code)) return true
    const isDashItem = isItem && (isHyphen(code) || isDash(code))
    if (isDashItem && text.charCodeAt(this.lineStart) === code) return true
    if (!this.isMeant(lineEnd, next)) return false
    if (isDashItem) return true
    if (!isUpper(code) && classOf(code) !== DIGIT) return false
    return !/[,/\-\u2010\u2011]$/.test(lastWord) && !UNFINISHED.has(lastWord)
  }

  private isMeant(lineEnd: number, next: number): boolean {
    const { text } = this
    if (next > this.paragraphEnd) this.measure()
    if (this.width < MIN_WRAP_WIDTH || this.hasTab(lineEnd)) return true
    const room = this.width - (lineEnd - this.lineStart) - 1
    for (let i = next; i <= next + room; i++) {
      if (i >= text.length || classOf(text.charCodeAt(i)) === SPACE) return true
    }
    return false
  }

  private hasTab(lineEnd: number): boolean {
    return this.text.slice(this.lineStart, lineEnd).includes('\t')
  }

  /** Finds the longest line from the current one to the end of the paragraph. */
  private measure(): void {
    const { text } = this
    let line = this.lineStart
    this.width = 0
    while (line < text.length) {
      const found = text.indexOf('\n', line)
      const lineEnd = found < 0 ? text.length : found
      let end = lineEnd
      while (end > line && classOf(text.charCodeAt(end - 1)) === SPACE) end--
      if (end === line) break
      if (end - line > this.width) this.width = end - line
      line = lineEnd + 1
    }
    this.paragraphEnd = line
  }
}
