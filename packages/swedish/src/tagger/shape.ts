/** What the letters of a form look like. */
export type Shape = number

export const Shape = {
  lower: 0,
  capitalised: 1,
  capitals: 2,
  mixed: 3,
  digits: 4,
  numeric: 5,
  alphanumeric: 6,
  punctuation: 7,
  symbol: 8,
  initial: 9,
  abbreviation: 10,
  truncated: 11,
} as const

/** The shape of a form. Linear in its length; letters are told from other signs by having two cases, or by `\p{L}`. */
export function shapeOf(form: string): Shape {
  let upper = 0
  let lowerCase = 0
  let digits = 0
  let others = 0
  let firstUpper = false
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i)
    if (code >= 97 && code <= 122) lowerCase++
    else if (code >= 65 && code <= 90) {
      upper++
      if (i === 0) firstUpper = true
    } else if (code >= 48 && code <= 57) digits++
    else if (code < 128) others++
    else {
      const sign = form[i]!
      const small = sign.toLowerCase()
      if (small !== sign) {
        upper++
        if (i === 0) firstUpper = true
      } else if (sign.toUpperCase() !== sign || isLetter(code)) lowerCase++
      else others++
    }
  }
  const letters = upper + lowerCase
  const last = form.charCodeAt(form.length - 1)
  if (letters === 0) {
    if (digits > 0) return others > 0 ? Shape.numeric : Shape.digits
    return isSymbol(form.codePointAt(0)!) ? Shape.symbol : Shape.punctuation
  }
  if (last === 45 && form.length > 1) return Shape.truncated
  if (last === 46) return letters === 1 && firstUpper ? Shape.initial : Shape.abbreviation
  if (digits > 0) return Shape.alphanumeric
  if (upper === 0) return Shape.lower
  if (letters === 1) return Shape.initial
  if (lowerCase === 0) return Shape.capitals
  return firstUpper && upper === 1 ? Shape.capitalised : Shape.mixed
}

const letter = /\p{L}/u

function isLetter(code: number): boolean {
  return code >= 0xaa && letter.test(String.fromCharCode(code))
}

/** Signs that UD calls SYM rather than PUNCT where they stand alone: currency, mathematics, pictures. */
function isSymbol(code: number): boolean {
  if (code < 128) return code === 43 || code === 60 || code === 61 || code === 62 || code === 36 || code === 37
  return (
    code === 0xa7 ||
    code === 0xb0 ||
    code === 0xb1 ||
    code === 0xd7 ||
    code === 0xf7 ||
    (code >= 0xa2 && code <= 0xa5) ||
    (code >= 0x20a0 && code <= 0x20cf) ||
    (code >= 0x2190 && code <= 0x27bf) ||
    (code >= 0x2900 && code <= 0x2bff) ||
    code >= 0x1f000
  )
}

/** A sign as the treebank writes it: one dash, one quotation mark. Other words are given back as they are. */
export function plainSign(lower: string, shape: Shape): string {
  if (shape !== Shape.punctuation || lower.length !== 1) return lower
  if (dashes.includes(lower)) return '-'
  return quotes.includes(lower) ? "'" : lower === '…' ? '...' : lower
}

const dashes = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212'
const quotes = '"\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u00b4`'
