import {
  CharacterClass,
  classOf,
  isApostrophe,
  isAsciiDigit,
  isDash,
  isHyphen,
  isLower,
  isUpper,
} from '../characters.ts'
import { UNITS_OVER, UNITS_UNDER } from './abbreviations.ts'

const { letter: LETTER, digit: DIGIT } = CharacterClass

/** A word that is being read: where it begins and what it has so far. */
export interface OpenWord {
  readonly start: number
  readonly letters: boolean
  readonly digits: boolean
  /** A single quotation mark is open, so that an apostrophe after the word may close it. */
  readonly quoted: boolean
}

/**
 * Where a word goes on after the mark at `end` (`e-post`, `EU:s`, `18.00`, `1967/68`, `yrkes-`), the mark
 * included; 0 where the word ends before the mark. Treebank conventions: hyphens join, a slash joins
 * numbers only, an en dash joins numbers.
 */
export function joinedEnd(text: string, word: OpenWord, end: number): number {
  const code = text.charCodeAt(end)
  const after = end + 1 < text.length ? text.charCodeAt(end + 1) : 0x20
  if (isHyphen(code)) return isHyphen(after) || isDash(after) ? 0 : end + 1
  // Most words end before one of these.
  if (code === 0x2e || code === 0x2c) {
    const between = isAsciiDigit(after) && classOf(text.charCodeAt(end - 1)) === DIGIT
    return between && (code === 0x2e || !word.letters) ? end + 1 : 0
  }
  return joinedBySign(text, word, end, code, after)
}

function joinedBySign(text: string, word: OpenWord, end: number, code: number, after: number): number {
  const afterKind = classOf(after)
  const before = text.charCodeAt(end - 1)
  const between = classOf(before) === DIGIT && isAsciiDigit(after)
  switch (code) {
    case 0x3a:
      if (between) return end + 1
      if (!word.letters && isHyphen(after)) return end + 2
      return afterKind === LETTER && isEnding(text, word.start, end) ? end + 1 : 0
    case 0x2f:
      if (word.letters ? isUnit(text, word.start, end) : between) return end + 1
      return 0
    case 0x5f:
    case 0x2a:
      return afterKind === LETTER ? end + 1 : 0
    case 0x26:
      return isUpper(before) && isUpper(after) ? end + 1 : 0
  }
  if (isApostrophe(code)) {
    if (afterKind === LETTER) return end + 1
    return word.letters && !word.quoted && (before === 0x73 || before === 0x78 || before === 0x7a) ? end + 1 : 0
  }
  if (isDash(code) && classOf(before) === DIGIT && !word.letters) {
    return between || !(afterKind === LETTER || isDash(after) || isHyphen(after)) ? end + 1 : 0
  }
  return 0
}

/** Whether what follows the colon is an ending, as in `EU:s`, `25:e` and `vd:n`, or the rest of `S:t`. */
function isEnding(text: string, start: number, colon: number): boolean {
  let end = colon + 1
  while (end < text.length && end <= colon + 6 && classOf(text.charCodeAt(end)) === LETTER) {
    if (!isLower(text.charCodeAt(end))) return false
    end++
  }
  if (end > colon + 6) return false
  return colon - start <= 3 || /[\p{Lu}\d]$|^[\p{Lu}\d]{2}/u.test(text.slice(start, colon))
}

/** Whether the slash stands in a compound unit, as in `m3/s`. */
function isUnit(text: string, start: number, slash: number): boolean {
  let end = slash + 1
  while (end < text.length && end < slash + 8) {
    const kind = classOf(text.charCodeAt(end))
    if (kind !== LETTER && kind !== DIGIT) break
    end++
  }
  return (
    slash - start < 6 &&
    UNITS_OVER.has(text.slice(start, slash).toLowerCase()) &&
    UNITS_UNDER.has(text.slice(slash + 1, end).toLowerCase())
  )
}
