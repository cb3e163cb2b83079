import type { TextBlock } from '@klarsprak/engine'
import type { Abbreviation } from './abbreviations.ts'
import { allMatches } from './matches.ts'

const saysSo = /^\s*(?:står för|betyder|innebär|utläses|är en förkortning|är förkortning|är en|är ett|=)(?=[\s”"])/
const saidBefore =
  /(?:förkortas|förkortat|förkortad|kallas|kallad|kallat|kallade|skrivs|nedan|hädanefter|fortsättningsvis)\s*[”"]?$/i

/** True where the words around an abbreviation say what it stands for. */
export function isExplainedAt(
  { text, kind }: TextBlock,
  form: string,
  start: number,
  end: number,
  row: Abbreviation | undefined,
): boolean {
  const before = text.slice(Math.max(0, start - 160), start)
  const after = text.slice(end, end + 160)
  // Statistiska centralbyrån (SCB)
  if (/\p{L}[”"]?\s*[([][^()]{0,30}$/u.test(before) && /^[^()]{0,40}[)\]]/.test(after)) return true
  // SCB (Statistiska centralbyrån)
  const bracket = /^(?:[:\w-]{0,3})\s*\(([^()]{8,})\)/.exec(after)
  if (bracket && /\p{L}{4}/u.test(bracket[1]!)) return true
  // SCB, Statistiska centralbyrån · SCB, det vill säga …
  const apposition = /^(?:,| eller| \/)\s+([^.;:()]{6,})/.exec(after)
  if (
    apposition &&
    (/^(?:det vill säga|alltså|som (?:är|betyder|står))/.test(apposition[1]!) || spells(apposition[1]!, form))
  )
    return true
  // LAV – lagen om allmänna vattentjänster
  const dashed = /^ [–-] ([^.;:()]{6,})/.exec(after)
  if (dashed && spells(dashed[1]!, form)) return true
  if (saysSo.test(after) || saidBefore.test(before)) return true
  // Statistiska centralbyrån, SCB, · Statistiska centralbyrån – SCB
  const pause = /(?:,| [–-])\s+$/.exec(before)
  const earlier = pause ? afterStop(before.slice(0, pause.index)) : ''
  if (earlier.length >= 6 && spells(earlier, form)) return true
  // Nymbles klubbmästeri NKM
  const right = /(?<![\p{L}-])\p{Lu}\p{Ll}+(?: \p{L}+){1,3} $/u.exec(before.slice(-60))
  if (form.length > 2 && right && spells(right[0], form)) return true
  // SCB – Statistiska centralbyrån, as in a list of terms
  if (
    start === 0 &&
    (kind === 'listItem' || kind === 'tableCell' || kind === 'paragraph') &&
    /^\s*[–:=-]\s+\p{L}/u.test(after)
  )
    return true
  return row !== undefined && isSpelledOut(before + after, row)
}

/**
 * The long form beside an abbreviation in brackets, either way round: `Statistiska centralbyrån (SCB)`,
 * `SCB (Statistiska centralbyrån)`. Undefined where none stands there that spells it.
 */
export function longFormAt(
  text: string,
  form: string,
  start: number,
  end: number,
): { long: string; start: number; end: number } | undefined {
  if (text[start - 1] === '(' && text[end] === ')') {
    const before = text.slice(Math.max(0, start - 100), start - 1).trimEnd()
    const words = allMatches(before, /[\p{L}\p{N}&-]+/gu)
    for (let count = 1; count <= Math.min(words.length, 10); count++) {
      const from = words[words.length - count]!.index
      const long = before.slice(from)
      if (/[.:;!?]/.test(long)) return undefined
      if (long[0]!.toLowerCase() === form[0]!.toLowerCase() && spells(long, form))
        return { long, start: Math.max(0, start - 100) + from, end: end + 1 }
    }
    return undefined
  }
  const bracket = /^ \(([^()]{6,80})\)/.exec(text.slice(end, end + 84))
  if (bracket === null || !spells(bracket[1]!, form)) return undefined
  return { long: bracket[1]!, start, end: end + bracket[0].length }
}

/** What follows the last full stop, semicolon, colon or bracket. */
function afterStop(text: string): string {
  let from = text.length
  while (from > 0 && !'.;:()'.includes(text[from - 1]!)) from--
  return text.slice(from)
}

const wordsBetween = '(?:[ -](?:och|för|i|of|and|for|the))?[ -]'

/**
 * Finds a name or a term whose words begin with the letters of the form: `Iowa State University` for `ISU`. The words
 * may be written together before the `tail` of a compound: `medicinteknisk ingenjör` for `MT-ingenjör`. Undefined for a
 * form that tells no words.
 */
export function namePattern(form: string, tail: string): RegExp | undefined {
  const letters = [...form]
  if (!letters.every((letter) => /\p{Lu}/u.test(letter)) || letters.length < (tail ? 2 : 3)) return undefined
  const [first, ...rest] = letters
  // A name begins with a capital, whatever follows it: `Kungliga Tekniska högskolan`.
  const either = (letter: string) => `[${letter}${letter.toLowerCase()}]`
  const words = `(?<!\\p{L})${first}\\p{Ll}+${rest.map((letter) => `${wordsBetween}${either(letter)}\\p{Ll}+`).join('')}(?!\\p{L})`
  // The last letter may begin the second part of a compound name: `Västra Götalandsregionen`.
  const compound = `(?<!\\p{L})${letters
    .slice(0, -1)
    .map((letter) => `${letter}\\p{Ll}{2,}`)
    .join(' ')}${letters.at(-1)!.toLowerCase()}\\p{Ll}{4,}`
  // The last two letters may be parts of the second word of a pair: `energi- och klimatrådgivning` for `EKR`.
  const pair =
    letters.length === 3
      ? `|(?<!\\p{L})${either(first!)}\\p{Ll}+- och ${either(letters[1]!)}\\p{Ll}{2,}${letters[2]!.toLowerCase()}\\p{Ll}{4,}`
      : ''
  if (tail === '') return new RegExp(letters.length > 2 ? `${words}|${compound}${pair}` : words, 'u')
  const parts = `(?<!\\p{L})${either(first!)}\\p{Ll}+${rest.map((letter) => `[ -]?${either(letter)}\\p{Ll}+`).join('')}[ -]?${tail}`
  return new RegExp(letters.length > 2 ? `${words}|${parts}` : parts, 'u')
}

/** What parts the two things of a pair. */
const joined = /- (?:och|eller) | och\/eller /g
const number = /\s*\(\s*\d{4}:\s*\d+\s*\)/g

const plainTexts = new Map<string, string>()
/** Texts kept in small letters: the same blocks are searched for one abbreviation after another. */
const mostTexts = 2000

/** In small letters, without the numbers of statutes, and with `vatten- och avlopp` as `vatten och avlopp`. */
function plainText(text: string): string {
  let plain = plainTexts.get(text)
  if (plain === undefined) {
    plain = text.toLowerCase()
    if (plain.includes('(')) plain = plain.replace(number, '')
    if (plain.includes('- och ') || plain.includes('och/eller')) plain = plain.replace(joined, ' och ')
    if (plainTexts.size >= mostTexts) plainTexts.clear()
    plainTexts.set(text, plain)
  }
  return plain
}

/** True where the text has the written-out form of the table, in any case; the number of a statute may stand in it. */
export function isSpelledOut(text: string, { utskriven }: Abbreviation): boolean {
  const lower = plainText(text)
  return utskriven.split(';').some((long) => long.trim().length > 5 && lower.includes(plainText(long.trim())))
}

/**
 * True where the letters of the form begin words of the text, in order; letters after the first may stand
 * inside a word, as the l of `PBL` in `plan- och bygglagen`.
 */
function spells(text: string, form: string): boolean {
  const letters = form.toLowerCase().replace(/\d/g, '')
  const lower = text.toLowerCase()
  for (const { index } of allMatches(lower, /(?<![\p{L}])\p{L}/gu)) {
    if (lower[index] !== letters[0]) continue
    let at = index
    let matched = 1
    for (; matched < letters.length; matched++) {
      at = lower.indexOf(letters[matched]!, at + 1)
      if (at < 0) break
    }
    if (matched === letters.length) return true
  }
  return false
}
