import {
  AbbreviationEnd,
  abbreviationEnd,
  dottedAbbreviations,
  LABELLED,
  longestFirstPart,
  MONTHS,
  STARTERS,
  UNFINISHED,
  UNITS_OVER,
  UNITS_UNDER,
} from './abbreviations.ts'
import {
  CharacterClass,
  classOf,
  isApostrophe,
  isAsciiDigit,
  isDash,
  isDoubleQuote,
  isHyphen,
  isLower,
  isSingleQuote,
  isUpper,
} from './characters.ts'
import { emojiEnd, isAstralLetter } from './emoji.ts'
import { domainEnd, dottedRunEnd, emailDomainEnd, isFileName, isLocalPart, urlEnd } from './links.ts'
import { currentTypes, KindCode, type TypeTable } from './type-table.ts'

const { space: SPACE, letter: LETTER, digit: DIGIT, surrogate: SURROGATE } = CharacterClass

const FULL_STOP = 0x2e
const ELLIPSIS = 0x2026
const COLON = 0x3a
const SECTION = 0xa7

/** What a text goes on with. */
const Next = { end: 0, upper: 1, lower: 2, digit: 3, other: 4 } as const

/** What stands before the word that a text goes on with. */
const Opener = { none: 0, quote: 1, dash: 2 } as const

/** What may have ended the sentence, where closing quotes and brackets are still to come. */
const Stop = { none: 0, full: 1, question: 2, ellipsis: 3, abbreviation: 4 } as const

/** How far a bracket or a quotation mark may be from the one that closes it. */
const MAX_ENCLOSED = 400

export interface Scanned {
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly kind: Uint8Array
  readonly type: Int32Array
  readonly types: TypeTable
  readonly sentenceCount: number
  readonly sentenceStart: Int32Array
}

/** Reads a text once, from left to right, into tokens and sentences. */
export function scan(text: string, heading: boolean): Scanned {
  return new Scanner(text, heading).run()
}

function isAlphanumeric(code: number): boolean {
  const kind = classOf(code)
  return kind === LETTER || kind === DIGIT
}

/** Whether a short lower-case word may be an abbreviation: it ends in a consonant, and not in an ending. */
function looksCut(word: string): boolean {
  return !/[aeiouyåäö]$|(?:[ae][lnrst]|[aio]d|it|or|om)$/.test(word) && !UNFINISHED.has(word) && !STARTERS.has(word)
}

function isCloser(code: number): boolean {
  return code === 0x29 || code === 0x5d || code === 0x7d || isDoubleQuote(code) || isSingleQuote(code)
}

function isBullet(code: number): boolean {
  return code === 0x2a || code === 0x2022 || code === 0xb7 || code === 0x25aa || code === 0x25e6 || code === 0x25cf
}

function isRepeatable(code: number): boolean {
  return isHyphen(code) || isDash(code) || (code < 0x80 && '_*=~#<>|\\/'.includes(String.fromCharCode(code)))
}

class Scanner {
  private readonly text: string
  private readonly length: number
  private readonly heading: boolean
  private readonly types: TypeTable = currentTypes()

  private count = 0
  private start: Int32Array
  private end: Int32Array
  private sentenceStart = new Int32Array(64)
  private sentenceCount = 0
  private boundary = true
  private type: Int32Array

  /** Open round brackets, and whether the outermost opened after the sentence's first word. */
  private brackets = 0
  private bracketInside = false
  private quoteOpen = false
  private quoteInside = false
  private singleOpen = false
  private stop: number = Stop.none

  private lookAt = 0
  private lookOpener: number = Opener.none

  /** No e-mail address begins before this offset. */
  private noEmailBefore = 0
  private runStart = -1
  private runEnd = -1

  private paragraphEnd = -1
  private lineWidth = 0
  private lineStart = 0

  constructor(text: string, heading: boolean) {
    this.text = text
    this.length = text.length
    this.heading = heading
    const capacity = (text.length >> 2) + 16
    this.start = new Int32Array(capacity)
    this.end = new Int32Array(capacity)
    this.type = new Int32Array(capacity)
  }

  run(): Scanned {
    const { text, length } = this
    let at = 0
    while (at < length) {
      const code = text.charCodeAt(at)
      const kind = classOf(code)
      if (kind === SPACE) at = this.skipSpace(at)
      else if (kind === LETTER || kind === DIGIT) at = this.word(at, at)
      else if (kind === SURROGATE) at = this.surrogate(at)
      else at = this.mark(at, code)
    }
    const { count } = this
    if (this.sentenceCount >= this.sentenceStart.length) this.growSentences()
    this.sentenceStart[this.sentenceCount] = count
    const kinds = new Uint8Array(count)
    for (let i = 0; i < count; i++) kinds[i] = this.types.kind[this.type[i]!]!
    return {
      count,
      start: this.start.slice(0, count),
      end: this.end.slice(0, count),
      kind: kinds,
      type: this.type.slice(0, count),
      types: this.types,
      sentenceCount: this.sentenceCount,
      sentenceStart: this.sentenceStart.slice(0, this.sentenceCount + 1),
    }
  }

  private emit(start: number, end: number, kind: number): number {
    const { count } = this
    if (count === this.start.length) this.grow()
    if (this.boundary) {
      if (this.sentenceCount + 1 >= this.sentenceStart.length) this.growSentences()
      this.sentenceStart[this.sentenceCount++] = count
      this.boundary = false
    }
    this.start[count] = start
    this.end[count] = end
    this.type[count] = this.types.intern(this.text, start, end, kind)
    this.count = count + 1
    return end
  }

  private grow(): void {
    const size = this.start.length * 2
    const larger = (array: Int32Array) => {
      const copy = new Int32Array(size)
      copy.set(array)
      return copy
    }
    this.start = larger(this.start)
    this.end = larger(this.end)
    this.type = larger(this.type)
  }

  private growSentences(): void {
    const copy = new Int32Array(this.sentenceStart.length * 2)
    copy.set(this.sentenceStart)
    this.sentenceStart = copy
  }

  /** True where the sentence has no word yet, marks left out. */
  private get atSentenceStart(): boolean {
    if (this.boundary) return true
    for (let i = this.count - 1; i >= this.sentenceStart[this.sentenceCount - 1]!; i--) {
      const kind = this.types.kind[this.type[i]!]!
      if (kind !== KindCode.punctuation && kind !== KindCode.symbol) return false
    }
    return true
  }

  // White space and lines

  private skipSpace(at: number): number {
    const { text, length } = this
    let next = at
    let breaks = 0
    let lineEnd = at
    while (next < length) {
      const code = text.charCodeAt(next)
      if (code !== 0x20 && classOf(code) !== SPACE) break
      if (code === 0x0a || code === 0x2028 || (code === 0x0d && text.charCodeAt(next + 1) !== 0x0a)) {
        if (breaks++ === 0) lineEnd = next
      } else if (code === 0x2029) breaks += 2
      next++
    }
    this.stop = Stop.none
    if (breaks === 0) return next
    if (breaks > 1) {
      this.boundary = true
      this.brackets = 0
      this.quoteOpen = false
      this.singleOpen = false
    } else if (!this.heading && !this.boundary && next < length && this.endsAtLineBreak(lineEnd, next)) {
      this.boundary = true
    }
    this.lineStart = next
    return next
  }

  /**
   * Whether a line break inside a paragraph ends the sentence: in a list of lines it does, in wrapped text
   * it does not. A break is taken as meant where the next word would have had room on the line, or where
   * no line is long.
   */
  private endsAtLineBreak(lineEnd: number, next: number): boolean {
    const { text } = this
    if (next > this.paragraphEnd) this.measureParagraph(this.lineStart)
    const code = text.charCodeAt(next)
    if (isBullet(code) && classOf(text.charCodeAt(next + 1)) === SPACE) return true
    let wordEnd = next
    while (wordEnd < this.length && classOf(text.charCodeAt(wordEnd)) !== SPACE) wordEnd++
    const lineLength = lineEnd - this.lineStart
    const meant = lineLength + 1 + (wordEnd - next) <= this.lineWidth || this.lineWidth < 45
    if (!meant) return false
    if ((isHyphen(code) || isDash(code)) && classOf(text.charCodeAt(next + 1)) === SPACE) return true
    if (!isUpper(code) && classOf(code) !== DIGIT) return false
    const last = this.count - 1
    const lastCode = text.charCodeAt(this.end[last]! - 1)
    if (lastCode === 0x2c || isHyphen(lastCode) || lastCode === 0x2f) return false
    return !UNFINISHED.has(this.types.lower(this.type[last]!))
  }

  private measureParagraph(from: number): void {
    const { text, length } = this
    let line = from
    this.lineWidth = 0
    for (;;) {
      let end = text.indexOf('\n', line)
      if (end < 0) end = length
      let width = end - line
      while (width > 0 && classOf(text.charCodeAt(line + width - 1)) === SPACE) width--
      if (width === 0 && end > from) break
      if (width > this.lineWidth) this.lineWidth = width
      line = end + 1
      if (line >= length) break
    }
    this.paragraphEnd = Math.min(line, length)
  }

  /** Finds what the text goes on with after `from`; sets `lookAt` and `lookOpener`. */
  private look(from: number): number {
    const { text, length } = this
    let at = from
    let breaks = 0
    while (at < length) {
      const code = text.charCodeAt(at)
      if (code !== 0x20 && classOf(code) !== SPACE) break
      if (code === 0x0a && ++breaks > 1) break
      at++
    }
    this.lookOpener = Opener.none
    this.lookAt = at
    if (at >= length || breaks > 1) return Next.end
    for (let skipped = 0; skipped < 6 && at < length; skipped++) {
      const code = text.charCodeAt(at)
      if (code === 0x28 || code === 0x5b || isDoubleQuote(code) || isSingleQuote(code)) {
        if (this.lookOpener === Opener.none) this.lookOpener = Opener.quote
        at++
      } else if ((isHyphen(code) || isDash(code) || isBullet(code)) && classOf(text.charCodeAt(at + 1)) === SPACE) {
        this.lookOpener = Opener.dash
        at += 2
      } else break
    }
    this.lookAt = at
    if (at >= length) return Next.other
    const code = text.charCodeAt(at)
    if (isUpper(code)) return Next.upper
    const kind = classOf(code)
    if (kind === LETTER) return isLower(code) ? Next.lower : Next.upper
    return kind === DIGIT ? Next.digit : Next.other
  }

  /** The letters that stand at `lookAt`, in lower case. */
  private lookWord(): string {
    let end = this.lookAt
    while (end < this.length && end < this.lookAt + 24 && classOf(this.text.charCodeAt(end)) === LETTER) end++
    return this.text.slice(this.lookAt, end).toLowerCase()
  }

  // Words and numbers

  /** Reads the word or number at `at`; `from` is where its token begins (a sign or a hyphen may stand before it). */
  private word(from: number, at: number): number {
    const { text, length } = this
    let end = at
    let letters = false
    let digits = false
    for (;;) {
      while (end < length) {
        const code = text.charCodeAt(end)
        const kind = classOf(code)
        if (kind === LETTER) letters = true
        else if (kind === DIGIT) digits = true
        else if (kind === SURROGATE && isAstralLetter(text, end)) {
          letters = true
          end++
        } else break
        end++
      }
      if (end >= length) break
      const code = text.charCodeAt(end)
      if (classOf(code) === SPACE) break
      if (this.beginsLink(from, at, end, code)) {
        const linked = this.link(from, end, code)
        if (linked > 0) return linked
      }
      const joined = this.joiner(at, end, code, letters, digits)
      if (joined === 0) break
      end = joined
      if (end < length && !isAlphanumeric(text.charCodeAt(end))) break
    }
    if (!letters) {
      if (text.charCodeAt(end) === 0x20e3 || text.charCodeAt(end) === 0xfe0f) {
        const keycap = emojiEnd(text, end - 1)
        if (keycap > end && end - 1 === from) return this.emit(from, keycap, KindCode.symbol)
      }
      end = this.grouped(from, end)
      return this.number(from, end)
    }
    return this.letters(from, end)
  }

  private beginsLink(from: number, at: number, end: number, code: number): boolean {
    if (from !== at) return false
    if (code === 0x40) return true
    if (code === COLON) return true
    return (
      (code === FULL_STOP || code === 0x2d || code === 0x5f || code === 0x2b) &&
      isAlphanumeric(this.text.charCodeAt(end + 1))
    )
  }

  /** Emits the URL, e-mail address or file name that begins at `from`, and returns its end; 0 where none does. */
  private link(from: number, end: number, code: number): number {
    const { text } = this
    if (from >= this.noEmailBefore) {
      let local = end
      while (local < this.length && isLocalPart(text.charCodeAt(local))) local++
      const domain = text.charCodeAt(local) === 0x40 ? emailDomainEnd(text, local + 1) : 0
      if (domain > 0) return this.emit(from, domain, KindCode.email)
      this.noEmailBefore = local
    }
    if (code === COLON || code === FULL_STOP) {
      const url = urlEnd(text, from)
      if (url > 0) return this.emit(from, url, KindCode.url)
    }
    if (code === FULL_STOP || code === 0x2d) {
      if (from < this.runStart || from >= this.runEnd) {
        this.runStart = from
        this.runEnd = dottedRunEnd(text, from)
        const run = this.runEnd
        if (isFileName(text, from, run)) return this.emit(from, run, KindCode.word)
        const domain = domainEnd(text, from, run)
        if (domain > 0) return this.emit(from, domain, KindCode.url)
      }
    }
    return 0
  }

  /** Where the word goes on after the character at `end`; 0 where the word ends before it. */
  private joiner(at: number, end: number, code: number, letters: boolean, digits: boolean): number {
    const { text } = this
    const after = end + 1 < this.length ? text.charCodeAt(end + 1) : 0x20
    const afterKind = classOf(after)
    const afterIsWord = afterKind === LETTER || afterKind === DIGIT
    const before = text.charCodeAt(end - 1)
    const beforeIsDigit = classOf(before) === DIGIT
    if (isHyphen(code)) {
      if (afterIsWord) return end + 1
      return isHyphen(after) || isDash(after) ? 0 : end + 1
    }
    switch (code) {
      case FULL_STOP:
        return digits && beforeIsDigit && isAsciiDigit(after) ? end + 1 : 0
      case 0x2c:
        return !letters && beforeIsDigit && isAsciiDigit(after) ? end + 1 : 0
      case COLON:
        if (beforeIsDigit && isAsciiDigit(after)) return end + 1
        if (!letters && isHyphen(after)) return end + 2
        return afterKind === LETTER && this.isCaseEnding(at, end) ? end + 1 : 0
      case 0x2f:
        if (!letters && beforeIsDigit && isAsciiDigit(after)) return end + 1
        return letters && afterKind === LETTER ? this.unitEnd(at, end) : 0
      case 0x5f:
      case 0x2a:
        return afterKind === LETTER ? end + 1 : 0
      case 0x26:
        return isUpper(before) && isUpper(after) ? end + 1 : 0
    }
    if (isApostrophe(code)) {
      if (afterKind === LETTER) return end + 1
      return letters && !this.singleOpen && (before === 0x73 || before === 0x78 || before === 0x7a) ? end + 1 : 0
    }
    if (isDash(code) && beforeIsDigit && !letters) {
      if (isAsciiDigit(after)) return end + 1
      return afterIsWord || isDash(after) || isHyphen(after) ? 0 : end + 1
    }
    return 0
  }

  /** Whether what follows the colon at `colon` is an ending, as in `EU:s`, `25:e` and `vd:n`, or the rest of `S:t`. */
  private isCaseEnding(at: number, colon: number): boolean {
    const { text } = this
    let end = colon + 1
    while (end < this.length && end <= colon + 6 && classOf(text.charCodeAt(end)) === LETTER) {
      if (!isLower(text.charCodeAt(end))) return false
      end++
    }
    if (end > colon + 6) return false
    const stem = text.slice(at, colon)
    return stem.length <= 3 || /[\p{Lu}\d]$|^[\p{Lu}\d]{2}/u.test(stem)
  }

  private unitEnd(at: number, slash: number): number {
    const { text } = this
    let end = slash + 1
    while (end < this.length && end < slash + 8 && isAlphanumeric(text.charCodeAt(end))) end++
    const isUnit =
      slash - at < 6 &&
      UNITS_OVER.has(text.slice(at, slash).toLowerCase()) &&
      UNITS_UNDER.has(text.slice(slash + 1, end).toLowerCase())
    return isUnit ? slash + 1 : 0
  }

  /**
   * The end of a number with groups of three digits (`1 250,50`, `2 000–3 500`) whose first group ends at
   * `end`. A telephone number has other groups and is left as it is.
   */
  private grouped(from: number, end: number): number {
    const { text } = this
    let first = end
    while (first > from && isAsciiDigit(text.charCodeAt(first - 1))) first--
    const beforeFirst = first > from ? text.charCodeAt(first - 1) : 0
    if (end - first > 3 || end === first || text.charCodeAt(first) === 0x30) return end
    if (first > from && !this.isRangeStart(from, first, beforeFirst)) return end
    let groupEnd = end
    while (this.isGroup(groupEnd)) groupEnd += 4
    if (groupEnd === end) return end
    const next = text.charCodeAt(groupEnd)
    if (classOf(next) === SPACE && isAsciiDigit(text.charCodeAt(groupEnd + 1))) return end
    if (next === 0x2c && isAsciiDigit(text.charCodeAt(groupEnd + 1))) {
      groupEnd += 2
      while (isAsciiDigit(text.charCodeAt(groupEnd))) groupEnd++
    }
    const dash = text.charCodeAt(groupEnd)
    if ((isHyphen(dash) || isDash(dash)) && isAsciiDigit(text.charCodeAt(groupEnd + 1))) {
      let range = groupEnd + 1
      while (isAsciiDigit(text.charCodeAt(range))) range++
      if (range - groupEnd <= 4 && text.charCodeAt(groupEnd + 1) !== 0x30) while (this.isGroup(range)) range += 4
      return range
    }
    if (dash === COLON && isHyphen(text.charCodeAt(groupEnd + 1))) return groupEnd + 2
    return groupEnd
  }

  /** Whether the number before the dash at `first - 1` is the lower end of a range: `500–1 500`, but not a date. */
  private isRangeStart(from: number, first: number, dash: number): boolean {
    if (!isHyphen(dash) && !isDash(dash)) return false
    const lower = this.text.slice(from, first - 1)
    return lower === '' || /^[1-9]\d{0,2}$/.test(lower)
  }

  /** Whether a space and exactly three digits stand at `at`. */
  private isGroup(at: number): boolean {
    const { text } = this
    const gap = text.charCodeAt(at)
    return (
      (gap === 0x20 || gap === 0xa0 || gap === 0x202f || gap === 0x2009) &&
      isAsciiDigit(text.charCodeAt(at + 1)) &&
      isAsciiDigit(text.charCodeAt(at + 2)) &&
      isAsciiDigit(text.charCodeAt(at + 3)) &&
      !isAlphanumeric(text.charCodeAt(at + 4))
    )
  }

  private number(from: number, end: number): number {
    const { text } = this
    const code = text.charCodeAt(end)
    if (code === FULL_STOP && text.charCodeAt(end + 1) !== FULL_STOP) return this.numberStop(from, end)
    if (code === 0x29 && this.brackets === 0 && end - from <= 2 && this.gapAfter(end + 1)) {
      return this.emit(from, end + 1, KindCode.number)
    }
    return this.emit(from, end, KindCode.number)
  }

  /** A number and a full stop: an ordinal (`4. maj`, `1. Inledning`) or the end of a sentence. */
  private numberStop(from: number, end: number): number {
    if (this.gapAfter(end + 1) && end - from <= 3 && this.isOrdinal(end + 1)) {
      return this.emit(from, end + 1, KindCode.number)
    }
    this.emit(from, end, KindCode.number)
    return this.fullStop(end)
  }

  private isOrdinal(after: number): boolean {
    const next = this.look(after)
    if (next === Next.end) return false
    if (this.atSentenceStart) return true
    if (next === Next.lower) return this.lookOpener !== Opener.dash
    return next === Next.upper && MONTHS.has(this.lookWord())
  }

  private gapAfter(at: number): boolean {
    return at >= this.length || classOf(this.text.charCodeAt(at)) === SPACE
  }

  /** Reads what follows a token that has letters and ends at `end`: a full stop may belong to it. */
  private letters(from: number, end: number): number {
    const { text } = this
    if (end - from <= longestFirstPart) {
      const whole = this.dotted(from, end)
      if (whole > 0) return whole
    }
    const code = end < this.length ? text.charCodeAt(end) : 0x20
    if (code === FULL_STOP) return this.wordStop(from, end)
    if (code === 0x29 && end - from === 1 && this.gapAfter(end + 1) && isLower(text.charCodeAt(from))) {
      if (this.brackets === 0) return this.emit(from, end + 1, KindCode.word)
    }
    return this.emit(from, end, this.isInvisible(from, end) ? KindCode.symbol : KindCode.word)
  }

  private isInvisible(from: number, end: number): boolean {
    const code = this.text.charCodeAt(from)
    if (code < 0xad || (code >= 0xc0 && code < 0x300)) return false
    return /^[\p{Cf}\p{M}]+$/u.test(this.text.slice(from, end))
  }

  /** Emits an abbreviation of several parts (`bl.a.`, `t ex`, `o. d.`) that begins with the word `from`–`end`; 0 where none does. */
  private dotted(from: number, end: number): number {
    const { text } = this
    const list = dottedAbbreviations(text.slice(from, end).toLowerCase())
    if (list === undefined) return 0
    for (const abbreviation of list) {
      const { parts } = abbreviation
      let at = end
      let dots = 0
      let spaces = 0
      let part = 1
      for (; part < parts.length; part++) {
        if (text.charCodeAt(at) === FULL_STOP) {
          dots++
          at++
        }
        const gap = text.charCodeAt(at)
        if (gap === 0x20 || gap === 0xa0 || gap === 0x202f) {
          spaces++
          at++
        }
        const wanted = parts[part]!
        const partEnd = at + wanted.length
        const found = text.slice(at, partEnd)
        if (found !== wanted && !(wanted === 'kr' && found === 'Kr')) break
        if (partEnd < this.length && isAlphanumeric(text.charCodeAt(partEnd))) break
        at = partEnd
      }
      if (part < parts.length) continue
      const gaps = parts.length - 1
      if (dots < gaps && !(dots === 0 && spaces === gaps && abbreviation.spaced)) continue
      return this.abbreviation(from, at, abbreviation.end, dots > 0)
    }
    return 0
  }

  /**
   * Emits the abbreviation `from`–`end`, with its full stop where one follows and does not end the sentence.
   * At the end of a sentence an abbreviation with inner full stops (`m.m.`) keeps its own and gives the
   * sentence none; others (`kr.`, `t ex`) leave it to the sentence.
   */
  private abbreviation(from: number, end: number, kind: number, innerStops: boolean): number {
    const { text } = this
    if (text.charCodeAt(end) !== FULL_STOP || text.charCodeAt(end + 1) === FULL_STOP) {
      return this.emit(from, end, KindCode.word)
    }
    const after = end + 1
    if (!this.gapAfter(after)) {
      if (isCloser(text.charCodeAt(after)) && kind === AbbreviationEnd.may) this.stop = Stop.abbreviation
      return this.emit(from, after, KindCode.word)
    }
    const next = this.look(after)
    const ends =
      next === Next.end ||
      (kind === AbbreviationEnd.may &&
        (next === Next.upper || (next === Next.digit && this.lookOpener === Opener.dash)))
    if (!ends || this.isEnclosed(after)) return this.emit(from, after, KindCode.word)
    if (innerStops) this.emit(from, after, KindCode.word)
    else {
      this.emit(from, end, KindCode.word)
      this.emit(end, after, KindCode.punctuation)
    }
    this.boundary = true
    return after
  }

  /** A word and a full stop: an abbreviation, an initial, a missing space, or the end of a sentence. */
  private wordStop(from: number, end: number): number {
    const { text } = this
    const after = end + 1
    const afterCode = after < this.length ? text.charCodeAt(after) : 0x20
    const afterKind = classOf(afterCode)
    if (afterCode === FULL_STOP) return this.emit(from, end, KindCode.word)
    const length = end - from
    if (afterKind === LETTER) {
      const run = this.dottedLetters(from)
      if (run > 0) return this.abbreviation(from, run, AbbreviationEnd.may, true)
    }
    if (length === 1 && isUpper(text.charCodeAt(from)) && this.isInitial(after)) {
      return this.emit(from, after, KindCode.word)
    }
    const known = length > 7 ? AbbreviationEnd.unknown : abbreviationEnd(text.slice(from, end).toLowerCase())
    if (known !== AbbreviationEnd.unknown) {
      if (afterKind === LETTER || afterKind === DIGIT) {
        if (known !== AbbreviationEnd.number || afterKind === DIGIT) return this.emit(from, after, KindCode.word)
      } else if (known !== AbbreviationEnd.number) {
        return this.abbreviation(from, end, this.isNeverFinal(from, end) ? AbbreviationEnd.never : known, false)
      } else if (this.gapAfter(after) && this.goesWithNumber(after)) {
        return this.emit(from, after, KindCode.word)
      }
    } else if (this.isLikelyAbbreviation(from, end, after, afterCode)) {
      return this.emit(from, after, KindCode.word)
    }
    this.emit(from, end, KindCode.word)
    return this.fullStop(end)
  }

  /** `st.` in a reference to a statute (`2 § 1 st.`), where it means stycke, and `St.` of a saint: neither ends a sentence. */
  private isNeverFinal(from: number, end: number): boolean {
    const { count } = this
    if (end - from !== 2 || this.text.slice(from, end).toLowerCase() !== 'st') return false
    if (isUpper(this.text.charCodeAt(from))) return true
    return count > 1 && this.text.charCodeAt(this.start[count - 2]!) === SECTION
  }

  /** Whether a number stands right before the word, or after `after` (`bil. 2`, `1 p. får`). */
  private goesWithNumber(after: number): boolean {
    const next = this.look(after)
    if (this.lookOpener !== Opener.none) return false
    if (next === Next.digit) return true
    return next === Next.lower && this.count > 0 && this.types.kind[this.type[this.count - 1]!] === KindCode.number
  }

  /** The end of single letters with a full stop after each but the last (`U.S.A`, `a.k.a`) that begin at `from`; else 0. */
  private dottedLetters(from: number): number {
    const { text } = this
    let end = from
    while (
      end + 2 < this.length &&
      classOf(text.charCodeAt(end)) === LETTER &&
      text.charCodeAt(end + 1) === FULL_STOP &&
      classOf(text.charCodeAt(end + 2)) === LETTER
    ) {
      end += 2
    }
    if (end === from) return 0
    return end + 1 >= this.length || !isAlphanumeric(text.charCodeAt(end + 1)) ? end + 1 : 0
  }

  /** Whether a capital letter with a full stop before `after` is an initial (`A. Ek`) and no label (`bilaga B. Kartan`). */
  private isInitial(after: number): boolean {
    if (!this.gapAfter(after)) return isUpper(this.text.charCodeAt(after)) || isHyphen(this.text.charCodeAt(after))
    const next = this.look(after)
    if (next === Next.end || next === Next.other || next === Next.digit || this.lookOpener !== Opener.none) return false
    if (next === Next.lower) return true
    const word = this.lookWord()
    if (word.length > 1 || this.text.charCodeAt(this.lookAt + 1) !== FULL_STOP) {
      if (STARTERS.has(word)) return false
    }
    if (this.boundary || this.count === 0) return true
    const last = this.type[this.count - 1]!
    return this.types.kind[last] !== KindCode.number && !LABELLED.has(this.types.lower(last))
  }

  /**
   * Whether an unknown word with a full stop before `after` is an abbreviation, because the sentence
   * goes on: with a comma, or with a small letter after a short word that ends in a consonant.
   */
  private isLikelyAbbreviation(from: number, end: number, after: number, afterCode: number): boolean {
    const length = end - from
    if (afterCode === 0x2c || afterCode === 0x3b || afterCode === COLON || isDash(afterCode) || isHyphen(afterCode)) {
      return length <= 7
    }
    if (!this.gapAfter(after)) return false
    const next = this.look(after)
    if (this.lookOpener !== Opener.none) return false
    if (next === Next.lower) return length <= 5 && looksCut(this.text.slice(from, end).toLowerCase())
    return next === Next.digit && this.isStreet(from, end)
  }

  /** A street name cut short before its number (`Storg. 4`), which place names in -borg, -ing and the like are not. */
  private isStreet(from: number, end: number): boolean {
    const { text } = this
    if (!isUpper(text.charCodeAt(from)) || !/^\d{1,3}(?!\d)/.test(text.slice(this.lookAt, this.lookAt + 4)))
      return false
    const tail = text.slice(Math.max(from, end - 4), end)
    return /[^aeiouyåäö]g$/.test(tail) && !/(?:[bj]org|berg|[iuä]ng)$/.test(tail)
  }

  // Marks

  /** Emits the full stop at `at`, and ends the sentence where what follows says so. */
  private fullStop(at: number): number {
    this.emit(at, at + 1, KindCode.punctuation)
    return this.endSentence(at + 1, Stop.full)
  }

  /** Ends the sentence at `after`, or leaves that to the closing quotes and brackets that follow, or does neither. */
  private endSentence(after: number, stop: number): number {
    this.stop = Stop.none
    if (!this.gapAfter(after)) {
      const code = this.text.charCodeAt(after)
      if (isCloser(code) || code === 0x3f || code === 0x21 || code === ELLIPSIS) this.stop = stop
      else if (stop === Stop.full && isUpper(code)) this.boundary = !this.isEnclosed(after)
      return after
    }
    if (this.isEnd(after, stop) && !this.isEnclosed(after)) this.boundary = true
    return after
  }

  private isEnd(after: number, stop: number): boolean {
    const next = this.look(after)
    if (next === Next.end || next === Next.upper) return true
    if (next === Next.lower) return stop === Stop.full && this.lookOpener !== Opener.dash && !this.isAfterMark(after)
    if (next === Next.digit) return stop === Stop.full || stop === Stop.question
    return stop === Stop.full || stop === Stop.question
  }

  /** Whether the stop before `after` follows a bracket, quotation mark or the like and not a word. */
  private isAfterMark(after: number): boolean {
    const code = this.text.charCodeAt(after - 2)
    return !isAlphanumeric(code)
  }

  /**
   * Whether the text at `at` stands in a bracket that opened inside the sentence and closes further on,
   * or in a quotation that did and after which the sentence goes on: such a stop ends no sentence.
   */
  private isEnclosed(at: number): boolean {
    const { text } = this
    const limit = Math.min(this.length, at + MAX_ENCLOSED)
    if (this.brackets > 0 && this.bracketInside) {
      for (let i = at; i < limit; i++) {
        const code = text.charCodeAt(i)
        if (code === 0x29) return true
        if (code === 0x28 || (code === 0x0a && text.charCodeAt(i + 1) === 0x0a)) break
      }
    }
    if (this.quoteOpen && this.quoteInside) {
      for (let i = at; i < limit; i++) {
        const code = text.charCodeAt(i)
        if (isDoubleQuote(code)) {
          if (classOf(text.charCodeAt(i - 1)) === SPACE) break
          const next = this.look(i + 1)
          return next === Next.lower && this.lookOpener === Opener.none && this.lookAt > i + 1
        }
        if (code === 0x0a && text.charCodeAt(i + 1) === 0x0a) break
      }
    }
    return false
  }

  private mark(at: number, code: number): number {
    const { text } = this
    const after = at + 1 < this.length ? text.charCodeAt(at + 1) : 0x20
    const free = at === 0 || !isAlphanumeric(text.charCodeAt(at - 1))
    switch (code) {
      case FULL_STOP:
        if (after === FULL_STOP) return this.ellipsis(at)
        return this.fullStop(at)
      case ELLIPSIS:
        return this.ellipsis(at)
      case 0x3f:
      case 0x21: {
        let end = at + 1
        while (text.charCodeAt(end) === 0x3f || text.charCodeAt(end) === 0x21) end++
        this.emit(at, end, KindCode.punctuation)
        return this.endSentence(end, Stop.question)
      }
      case COLON:
        this.emit(at, at + 1, KindCode.punctuation)
        if (!this.heading && this.colonEndsSentence(at + 1)) this.boundary = true
        return at + 1
      case 0x28:
        if (/^\([a-k]\)(?=\s|$)/.test(text.slice(at, at + 4))) return this.emit(at, at + 3, KindCode.word)
        if (this.brackets++ === 0) this.bracketInside = !this.atSentenceStart
        return this.emit(at, at + 1, KindCode.punctuation)
      case 0x29:
        return this.closeBracket(at)
      case 0x2b:
        if (free && isAsciiDigit(after)) return this.word(at, at + 1)
        break
      case 0x23:
      case 0x40:
        if (free && classOf(after) === LETTER) return this.word(at, at + 1)
        break
      case 0xb0:
        if ((after === 0x43 || after === 0x46) && !isAlphanumeric(text.charCodeAt(at + 2))) {
          return this.emit(at, at + 2, KindCode.symbol)
        }
        break
    }
    if (isDoubleQuote(code) || isSingleQuote(code)) return this.quote(at, code)
    if (isHyphen(code) || code === 0x2212) {
      const spaced = at === 0 || classOf(text.charCodeAt(at - 1)) === SPACE || text.charCodeAt(at - 1) === 0x28
      if (spaced && (isAsciiDigit(after) || (isHyphen(code) && isLower(after)))) return this.word(at, at + 1)
    }
    if (code === SECTION || isRepeatable(code)) {
      let end = at + 1
      while (text.charCodeAt(end) === code) end++
      if (end > at + 1) return this.emit(at, end, code === SECTION ? KindCode.symbol : KindCode.punctuation)
    }
    if (code > 0xff || code === 0xa9 || code === 0xae) {
      const emoji = emojiEnd(text, at)
      if (emoji > 0) return this.emit(at, emoji, KindCode.symbol)
    }
    const kind = classOf(code) === CharacterClass.punctuation ? KindCode.punctuation : KindCode.symbol
    return this.emit(at, at + 1, kind)
  }

  private ellipsis(at: number): number {
    let end = at + 1
    while (this.text.charCodeAt(end) === this.text.charCodeAt(at)) end++
    this.emit(at, end, KindCode.punctuation)
    return this.endSentence(end, Stop.ellipsis)
  }

  private closeBracket(at: number): number {
    const { stop } = this
    const inside = this.brackets > 0 && this.bracketInside
    if (this.brackets > 0) this.brackets--
    this.emit(at, at + 1, KindCode.punctuation)
    return this.afterCloser(at + 1, inside && stop !== Stop.full ? Stop.none : stop)
  }

  private quote(at: number, code: number): number {
    const { stop } = this
    const opens = at === 0 || !this.isAttachedBefore(at)
    const atStart = this.atSentenceStart
    if (isDoubleQuote(code)) {
      this.quoteOpen = opens
      if (opens) this.quoteInside = !atStart && !this.isAfterColon()
    } else this.singleOpen = opens
    this.emit(at, at + 1, KindCode.punctuation)
    return opens ? at + 1 : this.afterCloser(at + 1, stop)
  }

  /** Whether a quotation mark at `at` stands right after a word or a mark that closes, so that it closes too. */
  private isAttachedBefore(at: number): boolean {
    const code = this.text.charCodeAt(at - 1)
    const kind = classOf(code)
    if (kind === SPACE) return false
    return !(code === 0x28 || code === 0x5b || code === 0x2f || isHyphen(code) || isDash(code))
  }

  private isAfterColon(): boolean {
    return this.count > 0 && this.text.charCodeAt(this.end[this.count - 1]! - 1) === COLON
  }

  private afterCloser(after: number, stop: number): number {
    if (stop === Stop.none) {
      this.stop = Stop.none
      return after
    }
    if (stop === Stop.abbreviation && this.gapAfter(after)) {
      const next = this.look(after)
      this.boundary = next === Next.end || next === Next.upper
      this.stop = Stop.none
      return after
    }
    return this.endSentence(after, stop)
  }

  /**
   * A colon ends the sentence before direct speech, and before a whole sentence with a capital letter;
   * not before an enumeration, and not after a label or an author's name.
   */
  private colonEndsSentence(after: number): boolean {
    if (!this.gapAfter(after) || this.look(after) !== Next.upper) return false
    if (this.brackets > 0) return false
    if (this.lookOpener !== Opener.none) return true
    const words = this.count - this.sentenceStart[this.sentenceCount - 1]!
    if (words < 4 || isUpper(this.text.charCodeAt(this.start[this.count - 2]!))) return false
    const rest = this.text.slice(this.lookAt, this.lookAt + 60)
    return !/^[^\s,]+(?: [^\s,]+)?,/.test(rest)
  }

  private surrogate(at: number): number {
    const { text } = this
    if (isAstralLetter(text, at)) return this.word(at, at)
    const emoji = emojiEnd(text, at)
    const point = text.codePointAt(at)!
    return this.emit(at, emoji > 0 ? emoji : at + (point > 0xffff ? 2 : 1), KindCode.symbol)
  }
}
