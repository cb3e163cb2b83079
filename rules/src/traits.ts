/** Kinds of characters, as bits: what a text must hold for a rule of signs to have anything to look for. */
export const Trait = {
  digit: 1,
  /** `-` and its typographic likes. */
  hyphen: 2,
  /** En and em dashes, and the minus sign. */
  dash: 4,
  straightQuote: 8,
  /** Any quotation mark but the straight ones. */
  curlyQuote: 16,
  apostrophe: 32,
  slash: 64,
  percent: 128,
  ampersand: 256,
  section: 512,
  dot: 1024,
  /** Comma, semicolon, colon, question mark, brackets. */
  stop: 2048,
  colon: 4096,
  exclamation: 8192,
  /** `€`, `$`, `£`. */
  currency: 16384,
  /** `°`, `²`, `³` and raised letters. */
  sign: 32768,
  /** Two white-space characters in a row, or one first or last. */
  doubleSpace: 65536,
  at: 131072,
  upper: 262144,
  ellipsis: 524288,
  /** A space before a sign that ends something, or after one that opens. */
  oddSpace: 1048576,
  /** A sign between a small letter and what should have a space before it, or a letter before a bracket. */
  gluedSign: 2097152,
  /** A capital after a small letter, a figure or a comma, and a space. */
  capitalInside: 4194304,
  /** Two capitals in a row. */
  capitals: 8388608,
  /** A hyphen or dash with a space beside it, or an em dash. */
  spacedDash: 16777216,
} as const

const ascii = new Int32Array(128)
const others = new Map<number, number>()

for (const [characters, bits] of [
  ['0123456789', Trait.digit],
  ['-', Trait.hyphen],
  ['\u2010\u2011', Trait.hyphen],
  ['–—−', Trait.dash],
  ['"', Trait.straightQuote],
  ['”“„»«', Trait.curlyQuote],
  ["'’‘´`", Trait.apostrophe],
  ['/', Trait.slash],
  ['%‰', Trait.percent],
  ['&', Trait.ampersand],
  ['§', Trait.section],
  ['.', Trait.dot],
  [',;?()[]', Trait.stop],
  [':', Trait.stop | Trait.colon],
  ['!', Trait.stop | Trait.exclamation],
  ['€$£', Trait.currency],
  ['°º²³ªᵃᵉ', Trait.sign],
  ['@', Trait.at],
  ['…', Trait.ellipsis],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉ', Trait.upper],
] as const)
  for (const character of characters) {
    const code = character.charCodeAt(0)
    if (code < 128) ascii[code]! |= bits
    else others.set(code, (others.get(code) ?? 0) | bits)
  }

/** What the signs of a text are. */
interface Signs {
  readonly traits: number
  readonly numbers: readonly number[]
  readonly capitals: readonly number[]
}

/** Of the texts read last: rules ask one after another about the blocks that are judged together. */
const known = new Map<string, Signs>()
const mostKnown = 256

function signsOf(text: string): Signs {
  let signs = known.get(text)
  if (signs === undefined) {
    if (known.size >= mostKnown) known.clear()
    signs = scan(text)
    known.set(text, signs)
  }
  return signs
}

/** Which kinds of characters occur in a text, as bits of `Trait`. */
export function traitsOf(text: string): number {
  return signsOf(text).traits
}

/** Where the runs of figures in a text begin. */
export function numbersIn(text: string): readonly number[] {
  return signsOf(text).numbers
}

/** Where words may begin with a capital: every capital that no letter stands before. */
function capitalsIn(text: string): readonly number[] {
  return signsOf(text).capitals
}

/**
 * The matches of a pattern that begin where a run of figures begins, in order, none inside another.
 *
 * @param pattern sticky
 */
export function atNumbers(text: string, pattern: RegExp): RegExpExecArray[] {
  return matchesAt(text, pattern, numbersIn(text))
}

/**
 * The matches of a pattern that begin with a capital that no letter stands before, in order, none inside another.
 *
 * @param pattern sticky
 */
export function atCapitals(text: string, pattern: RegExp): RegExpExecArray[] {
  return matchesAt(text, pattern, capitalsIn(text))
}

function matchesAt(text: string, pattern: RegExp, places: readonly number[]): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  let end = 0
  for (const start of places) {
    if (start < end) continue
    pattern.lastIndex = start
    const match = pattern.exec(text)
    if (match === null) continue
    matches.push(match)
    end = start + match[0].length
  }
  return matches
}

const small = 1
const capital = 2
const figure = 3
const space = 4
const stop = 5
const ender = 6
const opener = 7
const dash = 8

/** Of each character: a rough class for what may stand beside what. */
function classOf(code: number): number {
  if (code === 32 || code === 160) return space
  if (code >= 97 && code <= 122) return small
  if (code >= 65 && code <= 90) return capital
  if (code >= 48 && code <= 57) return figure
  if (code >= 0xc0 && code <= 0x24f) return code >= 0xdf && code <= 0xff ? small : code <= 0xde ? capital : small
  if (code === 46 || code === 44 || code === 59 || code === 33 || code === 63) return stop
  if (code === 58 || code === 41 || code === 93) return ender
  if (code === 40 || code === 91) return opener
  if (code === 45 || code === 0x2013 || code === 0x2014 || code === 0x2212) return dash
  return 0
}

function isPause(code: number): boolean {
  return code === 44 || code === 59
}

function scan(text: string): Signs {
  let traits = 0
  const numbers: number[] = []
  const capitals: number[] = []
  /** Classes of the character before, and of the one before that. */
  let last = 0
  let earlier = 0
  let wasSpace = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const kind = classOf(code)
    if (code === 32) {
      if (wasSpace) traits |= Trait.doubleSpace
      wasSpace = true
    } else {
      wasSpace = code === 10
      traits |= code < 128 ? ascii[code]! : (others.get(code) ?? 0)
    }
    switch (kind) {
      case figure:
        if (last !== figure) numbers.push(at)
        break
      case small:
        // A comma or a semicolon: the point in `bl.a.` is where it should be.
        if (last === stop && earlier === small && isPause(text.charCodeAt(at - 1))) traits |= Trait.gluedSign
        break
      case capital:
        if (last !== small && last !== capital) capitals.push(at)
        if (last === capital) traits |= Trait.capitals
        else if (last === stop && earlier === small) traits |= Trait.gluedSign
        else if (last === space && (earlier === small || earlier === figure || earlier === stop))
          traits |= Trait.capitalInside
        break
      case space:
        if (last === opener) traits |= Trait.oddSpace
        else if (last === dash) traits |= Trait.spacedDash
        break
      case stop:
      case ender:
        if (last === space) traits |= Trait.oddSpace
        break
      case opener:
        if (last === small) traits |= Trait.gluedSign
        break
      case dash:
        if (last === space || code === 0x2014) traits |= Trait.spacedDash
        break
    }
    if (code >= 0x100 && code < 0x2000 && last !== small && last !== capital) capitals.push(at)
    earlier = last
    last = kind
  }
  return { traits: wasSpace && text !== '' ? traits | Trait.doubleSpace : traits, numbers, capitals }
}
