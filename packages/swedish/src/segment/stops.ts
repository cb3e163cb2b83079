import {
  CharacterClass,
  classOf,
  codeAt,
  isAlphanumeric,
  isAsciiDigit,
  isCloser,
  isDash,
  isHyphen,
  isUpper,
} from '../characters.ts'
import { KindCode } from '../type-table.ts'
import {
  AbbreviationEnd,
  abbreviationEnd,
  dottedAbbreviations,
  LABELLED,
  longestAbbreviation,
  longestFirstPart,
  MONTHS,
  STARTERS,
  UNFINISHED,
} from './abbreviations.ts'
import type { Enclosure } from './enclosure.ts'
import { type Lookahead, Next, Opener } from './lookahead.ts'
import type { TokenBuffer } from './token-buffer.ts'

const { letter: LETTER, digit: DIGIT } = CharacterClass

const FULL_STOP = 0x2e
const SECTION = 0xa7

/** What may have ended the sentence. */
export const Stop = { none: 0, full: 1, question: 2, ellipsis: 3, abbreviation: 4 } as const

/** Whether a short lower-case word may be an abbreviation: it ends in a consonant, and not in an ending. */
function looksCut(word: string): boolean {
  return !/[aeiouyåäö]$|(?:[ae][lnrt]|[aio]d|it|or|om|s)$/.test(word) && !UNFINISHED.has(word) && !STARTERS.has(word)
}

/** Decides what a full stop means: part of an abbreviation, an ordinal or an initial, or the end of the sentence. */
export class Stops {
  private readonly text: string
  private readonly tokens: TokenBuffer
  private readonly lookahead: Lookahead
  private readonly enclosure: Enclosure
  /** What has ended the sentence if closing marks follow and then a new sentence; a value of {@link Stop}. */
  pending: number = Stop.none

  constructor(text: string, tokens: TokenBuffer, lookahead: Lookahead, enclosure: Enclosure) {
    this.text = text
    this.tokens = tokens
    this.lookahead = lookahead
    this.enclosure = enclosure
  }

  /** Adds the number `from`–`end`, with a full stop or bracket that belongs to it (`4. maj`, `1. Inledning`, `2) spade`). */
  number(from: number, end: number): number {
    const { text, tokens } = this
    const code = codeAt(text, end)
    if (code === FULL_STOP && codeAt(text, end + 1) !== FULL_STOP) {
      if (this.lookahead.isGap(end + 1) && this.isOrdinal(from, end)) return tokens.add(from, end + 1, KindCode.number)
      tokens.add(from, end, KindCode.number)
      return this.fullStop(end)
    }
    if (this.isItemBracket(end) && end - from <= 2) return tokens.add(from, end + 1, KindCode.number)
    return tokens.add(from, end, KindCode.number)
  }

  /** Adds the word `from`–`end`, with a full stop or bracket that belongs to it. */
  word(from: number, end: number): number {
    const { text, tokens } = this
    if (end - from <= longestFirstPart && this.mayGoOn(from, end)) {
      const whole = this.dotted(from, end)
      if (whole > 0) return whole
    }
    const code = codeAt(text, end)
    if (code === FULL_STOP) return this.wordStop(from, end)
    if (end - from === 1 && this.isItemBracket(end) && !isUpper(codeAt(text, from))) {
      return tokens.add(from, end + 1, KindCode.word)
    }
    return tokens.add(from, end, KindCode.word)
  }

  /** Whether the bracket at `at` marks an item (`a)`), and closes none. */
  private isItemBracket(at: number): boolean {
    return codeAt(this.text, at) === 0x29 && this.enclosure.brackets === 0 && this.lookahead.isGap(at + 1)
  }

  /** Whether the full stop after the number `from`–`end` belongs to it: an ordinal, an item, or a date (`30.6.`). */
  private isOrdinal(from: number, end: number): boolean {
    const { lookahead } = this
    const isDate = this.text.slice(from, end).includes('.')
    if (end - from > 3 && !isDate) return false
    const next = lookahead.next(end + 1)
    if (next === Next.end) return false
    if (next === Next.lower) return lookahead.opener !== Opener.dash
    if (this.tokens.atSentenceStart) return true
    return next === Next.upper && MONTHS.has(lookahead.word())
  }

  /** Whether the short word `from`–`end` may be the first part of an abbreviation: a full stop or another short word follows. */
  private mayGoOn(from: number, end: number): boolean {
    const { text, lookahead } = this
    if (codeAt(text, end) === FULL_STOP) return true
    if (end - from > 2 || !lookahead.isGap(end)) return false
    for (let i = end + 2; i < end + 5; i++) if (!isAlphanumeric(codeAt(text, i))) return true
    return false
  }

  /** Adds an abbreviation of several parts (`bl.a.`, `t ex`, `o. d.`) whose first part is `from`–`end`; 0 where none begins there. */
  private dotted(from: number, end: number): number {
    const { text } = this
    const list = dottedAbbreviations(text.slice(from, end).toLowerCase())
    if (list === undefined) return 0
    for (const { parts, end: kind, spaced } of list) {
      let at = end
      let dots = 0
      let part = 1
      for (; part < parts.length; part++) {
        const next = this.partStart(at)
        const partEnd = next + parts[part]!.length
        if (next === at || !this.isPart(next, partEnd, parts[part]!)) break
        if (codeAt(text, at) === FULL_STOP) dots++
        at = partEnd
      }
      if (part < parts.length) continue
      if (dots === parts.length - 1 || (dots === 0 && spaced)) return this.abbreviation(from, at, kind, dots > 0)
    }
    return 0
  }

  /** Where the next part of an abbreviation begins: after a full stop, a space, or both. */
  private partStart(at: number): number {
    const dot = codeAt(this.text, at) === FULL_STOP ? at + 1 : at
    const gap = codeAt(this.text, dot)
    return gap === 0x20 || gap === 0xa0 || gap === 0x202f ? dot + 1 : dot
  }

  private isPart(start: number, end: number, part: string): boolean {
    const { text } = this
    if (end < text.length && isAlphanumeric(codeAt(text, end))) return false
    return text.startsWith(part, start) || (part === 'kr' && text.startsWith('Kr', start))
  }

  /**
   * Adds the abbreviation `from`–`end`, with its full stop where one follows and does not end the sentence.
   * At the end of a sentence an abbreviation with inner full stops (`m.m.`) keeps its own and gives the
   * sentence none; others (`kr.`, `t ex`) leave it to the sentence. `kind` is a value of {@link AbbreviationEnd}.
   */
  private abbreviation(from: number, end: number, kind: number, innerStops: boolean): number {
    const { text, tokens, lookahead } = this
    const after = end + 1
    if (codeAt(text, end) !== FULL_STOP || codeAt(text, after) === FULL_STOP) {
      return tokens.add(from, end, KindCode.word)
    }
    if (!lookahead.isGap(after)) {
      if (kind === AbbreviationEnd.may && isCloser(codeAt(text, after))) this.pending = Stop.abbreviation
      return tokens.add(from, after, KindCode.word)
    }
    const next = lookahead.next(after)
    const ends = next === Next.end || (kind === AbbreviationEnd.may && this.opensSentence(next))
    if (!ends || this.enclosure.holds(after)) return tokens.add(from, after, KindCode.word)
    if (innerStops) tokens.add(from, after, KindCode.word)
    else {
      tokens.add(from, end, KindCode.word)
      tokens.add(end, after, KindCode.punctuation)
    }
    tokens.boundary = true
    return after
  }

  /** Whether a new sentence surely begins with what was found last. */
  private opensSentence(next: number): boolean {
    return next === Next.upper || (next === Next.digit && this.lookahead.opener === Opener.dash)
  }

  /** Adds a word before a full stop: an abbreviation, an initial, a missing space, or the end of a sentence. */
  private wordStop(from: number, end: number): number {
    const { text, tokens } = this
    const after = end + 1
    const afterCode = codeAt(text, after)
    if (afterCode === FULL_STOP) return tokens.add(from, end, KindCode.word)
    if (classOf(afterCode) === LETTER) {
      const run = this.singleLetters(from)
      if (run > 0) return this.abbreviation(from, run, AbbreviationEnd.may, true)
    }
    if (end - from === 1 && isUpper(codeAt(text, from)) && this.isInitial(after)) {
      return tokens.add(from, after, KindCode.word)
    }
    const known =
      end - from > longestAbbreviation ? AbbreviationEnd.unknown : abbreviationEnd(text.slice(from, end).toLowerCase())
    switch (known) {
      case AbbreviationEnd.unknown:
        if (this.isLikelyAbbreviation(from, end)) return tokens.add(from, after, KindCode.word)
        break
      case AbbreviationEnd.number:
        if (this.goesWithNumber(after)) return tokens.add(from, after, KindCode.word)
        break
      default:
        if (isAlphanumeric(afterCode)) return tokens.add(from, after, KindCode.word)
        return this.abbreviation(from, end, this.endOf(from, end, known), false)
    }
    tokens.add(from, end, KindCode.word)
    return this.fullStop(end)
  }

  /** How the abbreviation `from`–`end` can end a sentence; in capitals it may be a name of its own (`EM`, `EG`), which can. */
  private endOf(from: number, end: number, known: number): number {
    if (this.isNeverFinal(from, end)) return AbbreviationEnd.never
    const { text } = this
    return end - from > 1 && isUpper(codeAt(text, from)) && isUpper(codeAt(text, end - 1)) ? AbbreviationEnd.may : known
  }

  /** `st.` in a reference to a statute (`2 § 1 st.`), where it means stycke, and `St.` of a saint: neither ends a sentence. */
  private isNeverFinal(from: number, end: number): boolean {
    const { text, tokens } = this
    if (end - from !== 2 || text.slice(from, end).toLowerCase() !== 'st') return false
    return isUpper(codeAt(text, from)) || codeAt(text, tokens.start[tokens.count - 2] ?? 0) === SECTION
  }

  /** Whether a number or letter stands right after the full stop that ends at `after`, or a number right before the word (`bil. 2`, `1 p. får`). */
  private goesWithNumber(after: number): boolean {
    const { tokens, lookahead } = this
    if (!lookahead.isGap(after)) return classOf(codeAt(this.text, after)) === DIGIT
    const next = lookahead.next(after)
    if (lookahead.opener !== Opener.none) return false
    if (next === Next.digit || (next === Next.upper && lookahead.word().length === 1)) return true
    return next === Next.lower && tokens.count > 0 && tokens.kindBefore(0) === KindCode.number
  }

  /** The end of single letters with a full stop after each but the last (`U.S.A`, `a.k.a`) that begin at `from`; 0 where none do. */
  private singleLetters(from: number): number {
    const { text } = this
    let end = from
    while (
      classOf(codeAt(text, end)) === LETTER &&
      codeAt(text, end + 1) === FULL_STOP &&
      classOf(codeAt(text, end + 2)) === LETTER
    ) {
      end += 2
    }
    return end > from && !isAlphanumeric(codeAt(text, end + 1)) ? end + 1 : 0
  }

  /** Whether a capital letter with a full stop before `after` is an initial (`A. Ek`) and no label (`bilaga B. Kartan`). */
  private isInitial(after: number): boolean {
    const { text, tokens, lookahead } = this
    if (!lookahead.isGap(after)) return isUpper(codeAt(text, after)) || isHyphen(codeAt(text, after))
    const next = lookahead.next(after)
    if (lookahead.opener !== Opener.none) return false
    if (next === Next.lower) return true
    if (next !== Next.upper) return false
    const word = lookahead.word()
    const isInitialNext = word.length === 1 && codeAt(text, lookahead.at + 1) === FULL_STOP
    if (!isInitialNext && STARTERS.has(word)) return false
    if (tokens.sentenceLength === 0) return true
    return tokens.kindBefore(0) !== KindCode.number && !LABELLED.has(tokens.types.lower(tokens.type[tokens.count - 1]!))
  }

  /**
   * Whether an unknown word before the full stop at `end` is an abbreviation, because the sentence goes on:
   * with a comma, or with a small letter after a short word that looks cut off.
   */
  private isLikelyAbbreviation(from: number, end: number): boolean {
    const { text, lookahead } = this
    const after = end + 1
    const code = codeAt(text, after)
    if (code === 0x2c || code === 0x3b || code === 0x3a || isDash(code) || isHyphen(code)) return end - from <= 7
    if (!lookahead.isGap(after)) return false
    const next = lookahead.next(after)
    if (lookahead.opener !== Opener.none) return false
    if (next === Next.lower) return end - from <= 5 && looksCut(text.slice(from, end).toLowerCase())
    return next === Next.digit && this.isStreet(from, end)
  }

  /** A street name cut short before its number (`Storg. 4`), which place names in -borg, -ing and the like are not. */
  private isStreet(from: number, end: number): boolean {
    const { text, lookahead } = this
    const isHouseNumber = /^\d{1,3}(?!\d)/.test(text.slice(lookahead.at, lookahead.at + 4))
    if (!isHouseNumber || !isUpper(codeAt(text, from))) return false
    const tail = text.slice(Math.max(from, end - 4), end)
    return /[^aeiouyåäö]g$/.test(tail) && !/(?:[bj]org|berg|[iuä]ng)$/.test(tail)
  }

  /** Adds the full stop at `at`, and ends the sentence where what follows says so. */
  fullStop(at: number): number {
    this.tokens.add(at, at + 1, KindCode.punctuation)
    return this.end(at + 1, Stop.full)
  }

  /**
   * Ends the sentence at `after`, or leaves that to closing marks that follow, or does neither; returns
   * `after`, or the end of the number of a note that stands right there (`rättssäkert.1 Det`).
   */
  end(after: number, stop: number): number {
    const { tokens, enclosure } = this
    this.pending = Stop.none
    if (!this.lookahead.isGap(after)) {
      const code = codeAt(this.text, after)
      if (classOf(code) === DIGIT) return stop === Stop.full ? this.noteNumber(after) : after
      if (isCloser(code) || code === 0x3f || code === 0x21 || code === 0x2026) this.pending = stop
      else if (stop === Stop.full && isUpper(code)) tokens.boundary = !enclosure.holds(after)
    } else if (this.isEnd(after, stop) && !enclosure.holds(after)) tokens.boundary = true
    return after
  }

  /** Adds the number of a note at `at`, right after the stop of the sentence that it ends; `at` where none stands there. */
  private noteNumber(at: number): number {
    const { text, tokens, lookahead, enclosure } = this
    const before = codeAt(text, at - 2)
    if (classOf(before) !== LETTER && !isCloser(before) && !isCloser(codeAt(text, at - 1))) return at
    let end = at + 1
    while (end < at + 3 && classOf(codeAt(text, end)) === DIGIT) end++
    if (!lookahead.isGap(end) || lookahead.next(end) !== Next.upper || lookahead.opener === Opener.dash) return at
    if (isUpper(before) || enclosure.holds(end)) return at
    tokens.add(at, end, KindCode.number)
    tokens.boundary = true
    return end
  }

  /** Ends the sentence after a closing mark that ends at `after`, where a stop before the mark asked for it. */
  endAfterCloser(after: number, stop: number): number {
    this.pending = Stop.none
    if (stop === Stop.none) return after
    if (stop !== Stop.abbreviation || !this.lookahead.isGap(after)) return this.end(after, stop)
    const next = this.lookahead.next(after)
    this.tokens.boundary = next === Next.end || next === Next.upper
    return after
  }

  private isEnd(after: number, stop: number): boolean {
    const { lookahead } = this
    const next = lookahead.next(after)
    if (next === Next.end || next === Next.upper) return true
    if (next === Next.digit && this.isNoteMark(lookahead.at)) return false
    if (next === Next.lower) {
      const followsWord = isAlphanumeric(codeAt(this.text, after - 2))
      return stop === Stop.full && followsWord && lookahead.opener !== Opener.dash
    }
    return stop === Stop.full || stop === Stop.question
  }

  /** Whether the number at `at` is the mark of a footnote: it is short and ends the paragraph. */
  private isNoteMark(at: number): boolean {
    const { text, lookahead } = this
    let end = at
    while (end < at + 3 && isAsciiDigit(codeAt(text, end))) end++
    return end < at + 3 && lookahead.next(end) === Next.end
  }
}
