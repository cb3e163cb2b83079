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

let lastText = ''
let lastTraits = 0

/**
 * Which kinds of characters occur in a text, as bits of `Trait`. The rules of signs ask one after another about the
 * same block, so the last answer is kept.
 */
export function traitsOf(text: string): number {
  if (text !== lastText) {
    lastTraits = scan(text)
    lastText = text
  }
  return lastTraits
}

function scan(text: string): number {
  let traits = 0
  let wasSpace = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 32) {
      if (wasSpace) traits |= Trait.doubleSpace
      wasSpace = true
      continue
    }
    wasSpace = code === 10
    traits |= code < 128 ? ascii[code]! : (others.get(code) ?? 0)
  }
  return wasSpace && text !== '' ? traits | Trait.doubleSpace : traits
}
