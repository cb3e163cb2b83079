/** What a UTF-16 code unit can be part of. */
export const CharacterClass = {
  /** Not looked at yet. */
  unknown: 0,
  /** White space, as `\s` has it. */
  space: 1,
  /** Letters, combining marks, and characters without a width of their own (soft hyphen, joiners). */
  letter: 2,
  /** Digits, superscripts and fractions. */
  digit: 3,
  punctuation: 4,
  /** Everything else in the basic plane, control characters included. */
  symbol: 5,
  /** Half of a character outside the basic plane. */
  surrogate: 6,
} as const

const classes = new Uint8Array(0x10000)

function classify(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return CharacterClass.surrogate
  const character = String.fromCharCode(code)
  if (/\s/.test(character)) return CharacterClass.space
  if (/[\p{L}\p{M}\p{Cf}\p{Nl}]/u.test(character) && !/[\ufe0e\ufe0f\u20e3]/u.test(character)) {
    return CharacterClass.letter
  }
  if (/\p{N}/u.test(character)) return CharacterClass.digit
  if (/\p{P}/u.test(character) && !/[%‰§&@#*†‡]/.test(character)) return CharacterClass.punctuation
  return CharacterClass.symbol
}

/**
 * The class of one UTF-16 code unit; worked out once for each.
 *
 * @param code NaN, as past a text's end, counts as 0: a symbol
 */
export function classOf(code: number): number {
  const unit = code | 0
  const known = classes[unit]!
  if (known !== CharacterClass.unknown) return known
  const found = classify(unit)
  classes[unit] = found
  return found
}

/** The code unit at a place in a text; 0 outside it, which V8 compiles better than the NaN of `charCodeAt`. */
export function codeAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0
}

/** True for a code unit that is an upper-case letter of the basic plane. */
export function isUpper(code: number): boolean {
  if (code < 0x80) return code >= 65 && code <= 90
  if (code < 0x100) return code >= 0xc0 && code <= 0xde && code !== 0xd7
  const character = String.fromCharCode(code)
  return character !== character.toLowerCase()
}

/** True for a code unit that is a lower-case letter of the basic plane. */
export function isLower(code: number): boolean {
  if (code < 0x80) return code >= 97 && code <= 122
  if (code < 0x100) return code >= 0xdf && code !== 0xf7
  const character = String.fromCharCode(code)
  return character !== character.toUpperCase()
}

/** True for `0`–`9`. */
export function isAsciiDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Hyphens that join the parts of a word: hyphen-minus, hyphen, non-breaking hyphen. */
export function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011
}

/** Dashes: figure dash to horizontal bar, and the minus sign. */
export function isDash(code: number): boolean {
  return (code >= 0x2012 && code <= 0x2015) || code === 0x2212
}

/** Apostrophes: straight and typographic. */
export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x02bc
}

/** Double quotation marks of any kind, guillemets included. */
export function isDoubleQuote(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0xab ||
    code === 0xbb ||
    code === 0x201c ||
    code === 0x201d ||
    code === 0x201e ||
    code === 0x201f
  )
}

/** Single quotation marks and apostrophes of any kind. */
export function isSingleQuote(code: number): boolean {
  return isApostrophe(code) || code === 0x2018 || code === 0x201a || code === 0x2039 || code === 0x203a
}

/** True for a letter or a digit, combining marks included. */
export function isAlphanumeric(code: number): boolean {
  const kind = classOf(code)
  return kind === CharacterClass.letter || kind === CharacterClass.digit
}

/** Marks that begin the items of a list. */
export function isBullet(code: number): boolean {
  return code === 0x2a || code === 0x2022 || code === 0xb7 || code === 0x25aa || code === 0x25e6 || code === 0x25cf
}

/** Marks that close: brackets and quotation marks. */
export function isCloser(code: number): boolean {
  return code === 0x29 || code === 0x5d || code === 0x7d || isDoubleQuote(code) || isSingleQuote(code)
}

const PLAIN = /^[a-zåäöé]*$/
const INVISIBLE = /[\p{Cf}]/gu
const HYPHENS = /[\u2010\u2011]/g
const APOSTROPHES = /[\u2019\u02bc]/g

/**
 * A form in the shape words are compared in: lower case, NFC, without soft hyphens and other characters
 * that have no width, with plain hyphens and apostrophes.
 */
export function normalise(form: string): string {
  const lower = form.toLowerCase()
  if (PLAIN.test(lower)) return lower
  return lower.replace(INVISIBLE, '').replace(HYPHENS, '-').replace(APOSTROPHES, "'").normalize('NFC')
}
