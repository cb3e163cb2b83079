import {
  CharacterClass,
  classOf,
  isBullet,
  isDash,
  isDoubleQuote,
  isHyphen,
  isLower,
  isSingleQuote,
  isUpper,
} from '../characters.ts'

const { space: SPACE, letter: LETTER, digit: DIGIT } = CharacterClass

/** What a text goes on with. Letters without case count as `upper`, the letter of an item (`a)`) as `digit`. */
export const Next = { end: 0, upper: 1, lower: 2, digit: 3, other: 4 } as const

/** What stands before the word that a text goes on with: a quotation mark or bracket, or a dash or bullet. */
export const Opener = { none: 0, quote: 1, dash: 2 } as const

/** Tells what a text goes on with after a stop. */
export class Lookahead {
  private readonly text: string
  /** Where the next word begins, openers left out. Set by {@link next}. */
  at = 0
  /** A value of {@link Opener}. Set by {@link next}. */
  opener: number = Opener.none

  constructor(text: string) {
    this.text = text
  }

  /** What the text goes on with after `from`: a value of {@link Next}; the end where an empty line follows. */
  next(from: number): number {
    const { text } = this
    let at = from
    let breaks = 0
    while (at < text.length) {
      const code = text.charCodeAt(at)
      if (code !== 0x20 && classOf(code) !== SPACE) break
      if (code === 0x0a) breaks++
      at++
    }
    this.opener = Opener.none
    this.at = at
    if (at >= text.length || breaks > 1) return Next.end
    this.skipOpeners()
    if (this.at >= text.length) return Next.other
    const code = text.charCodeAt(this.at)
    if (isUpper(code)) return Next.upper
    const kind = classOf(code)
    if (kind === LETTER && !this.isItemLetter()) return isLower(code) ? Next.lower : Next.upper
    return kind === LETTER || kind === DIGIT ? Next.digit : Next.other
  }

  /** Whether the text goes on with the letter of an item: `a)`. */
  private isItemLetter(): boolean {
    return this.text.charCodeAt(this.at + 1) === 0x29 && this.isGap(this.at + 2)
  }

  private skipOpeners(): void {
    const { text } = this
    for (let skipped = 0; skipped < 6 && this.at < text.length; skipped++) {
      const code = text.charCodeAt(this.at)
      if (code === 0x28 || code === 0x5b || isDoubleQuote(code) || isSingleQuote(code)) {
        if (this.opener === Opener.none) this.opener = Opener.quote
        this.at++
      } else if ((isHyphen(code) || isDash(code) || isBullet(code)) && this.isGap(this.at + 1)) {
        this.opener = Opener.dash
        this.at += 2
      } else return
    }
  }

  /** The letters that the text goes on with, in lower case. */
  word(): string {
    const limit = Math.min(this.text.length, this.at + 24)
    let end = this.at
    while (end < limit && classOf(this.text.charCodeAt(end)) === LETTER) end++
    return this.text.slice(this.at, end).toLowerCase()
  }

  /** True where white space or the end of the text stands at `at`. */
  isGap(at: number): boolean {
    return at >= this.text.length || classOf(this.text.charCodeAt(at)) === SPACE
  }
}
