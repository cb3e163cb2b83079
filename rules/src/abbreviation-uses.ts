import type { TextBlock } from '@klarsprak/engine'
import { type Abbreviation, abbreviations } from './abbreviations.ts'
import { isExplainedAt, longFormAt } from './explanation.ts'
import { allMatches } from './matches.ts'
import { lazy } from './table.ts'
import { Trait, traitsOf } from './traits.ts'

/** A place where an abbreviation of initials stands. */
export interface Use {
  /** As written, without a case ending: `LSS` in `LSS:s`. */
  readonly form: string
  readonly start: number
  /** After the form; a case ending or a compound's other part may follow. */
  readonly end: number
  /** True where a sentence begins with it. */
  readonly opens: boolean
  /** True where nothing is glued to the form and it owns no noun after it, so that it can be replaced. */
  readonly whole: boolean
  /** True where the text itself explains the form at this place. */
  readonly explained: boolean
  /** Where it does so in brackets: what stands for the form, and where both together stand. */
  readonly definition: { readonly long: string; readonly start: number; readonly end: number } | undefined
}

/** Kinds of abbreviation that stand for a name or a term; the others are shortened words. */
const kinds = new Set(['initial', 'akronym', 'lag'])
/** Word classes that a shouted word has and an abbreviation of initials has not. */
const shouted = new Set(['PRON', 'DET', 'ADP', 'CCONJ', 'SCONJ', 'ADV', 'AUX', 'VERB', 'PART', 'INTJ', 'NUM'])
/** Letters that stand for a person whose name is left out: `AA`, `NN`. */
const nameless = /^(?:(\p{Lu})\1|NB)$/u
const roman = /^[IVXLCDM]+$/
const letters = '[\\p{L}\\p{N}]'
const record = /(?:dnr|diarienummer|diarienr|ärendenummer|registreringsnummer|beteckning|nummer|nr)[.:]?\s*$/i
const caps = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu

/**
 * Finds every such form: two to six capitals with at most one figure, and the forms of the table that look otherwise.
 * `others` finds those alone, and wherever letters stand: a cheap test.
 */
const patterns = lazy(() => {
  const others = [...abbreviations()]
    .filter(([form, row]) => kinds.has(row.typ) && row.kand !== 'ja' && isOwnForm(form, row))
    .filter(([form]) => !/^\p{Lu}{2,6}\d?$/u.test(form))
    .map(([form]) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .sort((a, b) => b.length - a.length)
  return {
    all: new RegExp(`(?<!${letters})(?:\\p{Lu}{2,6}\\d?|${others.join('|')})(?!${letters})`, 'gu'),
    others: new RegExp(others.join('|')),
  }
})

/** True for the recommended form, and for a variant that is no word: `Scb` but not `Ivo`. */
function isOwnForm(form: string, row: Abbreviation): boolean {
  return form === row.forkortning || (/^\p{Lu}/u.test(form) && !/[aeiouyåäö]/i.test(form))
}

const usesOf = new WeakMap<TextBlock, readonly Use[]>()

/** The abbreviations of initials in a block, in text order. Worked out once for all rules that ask. */
export function findUses(block: TextBlock): readonly Use[] {
  let uses = usesOf.get(block)
  if (uses === undefined) {
    uses = readUses(block)
    usesOf.set(block, uses)
  }
  return uses
}

function readUses(block: TextBlock): readonly Use[] {
  const { text } = block
  return traitsOf(text) & Trait.capitals || patterns().others.test(text) ? readForms(block) : none
}

const none: readonly Use[] = []

function readForms(block: TextBlock): readonly Use[] {
  const { text } = block
  const matches = allMatches(text, patterns().all)
  if (matches.length === 0) return none
  const uses: Use[] = []
  let shouts: boolean | undefined
  for (let index = 0; index < matches.length; index++) {
    const form = matches[index]![0]
    const start = matches[index]!.index
    const row = abbreviations().get(form)
    if (row ? !kinds.has(row.typ) : nameless.test(form)) continue
    const end = start + form.length
    if (isDesignation(text, start, end, row) || isPartOfName(block, start, end, row)) continue
    shouts ??= isShouted(text)
    if ((shouts || isBesideCapitals(text, start, end)) && !(row && isCertain(form))) continue
    if (isUse(block, form, start, row)) uses.push(readUse(block, form, start, row))
  }
  return uses
}

function isUse(block: TextBlock, form: string, start: number, row: Abbreviation | undefined): boolean {
  if (block.markAt(start, 'code') || block.inQuote(start, start + form.length)) return false
  const word = block.words.find((candidate) => candidate.end > start)
  if (word === undefined || word.kind === 'url' || word.kind === 'email') return false
  return !(!row && (shouted.has(word.upos) || roman.test(form) || (form.length > 3 && isPronounceable(form))))
}

function readUse(block: TextBlock, form: string, start: number, row: Abbreviation | undefined): Use {
  const { text } = block
  const end = start + form.length
  return {
    form,
    start,
    end,
    opens: block.sentences.some((sentence) => sentence.start === start),
    whole:
      !/[:\-–'’]\p{L}/u.test(text.slice(end, end + 2)) &&
      !/\p{L}[-–]/u.test(text.slice(start - 2, start)) &&
      !(row?.typ === 'initial' && ownsNext(block, end)),
    explained: block.markAt(start, 'abbreviation')?.title !== undefined || isExplainedAt(block, form, start, end, row),
    definition: longFormAt(text, form, start, end),
  }
}

/** `KS diarium`: written out, the name would want an s. */
function ownsNext(block: TextBlock, end: number): boolean {
  const next = block.words.find(({ start }) => start >= end)
  return next?.upos === 'NOUN' && next.start === end + 1 && next.morph.Definite === 'Ind' && /^\p{Ll}/u.test(next.form)
}

/** Colour charts and time zones, known beside their figures. */
const scales = new Set(['NCS', 'RAL', 'CET', 'CEST', 'UTC', 'GMT'])

/**
 * True for the part of a number or a name of something registered: `KS 2026/123`, `ISO 9001`, `GRYTHYTTAN 4:12`; a
 * colour and a time zone are no abbreviations either.
 */
function isDesignation(text: string, start: number, end: number, row: Abbreviation | undefined): boolean {
  const after = text.slice(end, end + 12)
  const form = text.slice(start, end)
  if (
    scales.has(form) &&
    (/^[\s\u00a0]+(?:S[\s\u00a0]+)?\d/.test(after) ||
      /\d\]?[\s\u00a0[(]+$/.test(text.slice(Math.max(0, start - 4), start)))
  )
    return true
  if (/^[/_@&=]/.test(after) || /[/_@&=#\\]$/.test(text.slice(Math.max(0, start - 1), start)))
    return !/^\/\p{Lu}/u.test(after)
  if (/^[.:-]\d|^\s*§/.test(after)) return true
  if (/^[\s\u00a0-]+\d+[:/]\d/.test(after) || /^[\s\u00a0]+\d{3,}/.test(after)) return true
  if (/^\.?[\s\u00a0]+\d/.test(after) && (!row || /\p{Ll}/u.test(text.slice(start, end)))) return true
  if (/\d-$/.test(text.slice(Math.max(0, start - 2), start))) return true
  // `RT-qPCR`: one name for a method.
  if (/^-\p{Ll}+\p{Lu}{2}/u.test(after)) return true
  return record.test(text.slice(Math.max(0, start - 24), start))
}

/** True for a part of a name: `Hällefors IF`, `NCC Sverige`, `SKANSKA SVERIGE AB`. */
function isPartOfName(block: TextBlock, start: number, end: number, row: Abbreviation | undefined): boolean {
  const { text } = block
  const before = /(\p{Lu}[\p{L}-]+) $/u.exec(text.slice(Math.max(0, start - 40), start))
  const after = /^ (\p{Lu}[\p{L}-]+)/u.exec(text.slice(end, end + 40))
  const isName = (found: RegExpExecArray | null) =>
    found !== null && block.words.some(({ form, upos }) => form === found[1] && upos === 'PROPN')
  if (!row) return isName(before) || isName(after)
  // `SemVer FAQ`, but `Lunds VA`.
  if (row.typ === 'initial' && isName(before) && !before![1]!.endsWith('s')) return true
  return row.typ === 'akronym' && row.forkortning.length === 2 && isName(before)
}

/** True for a text in capitals, where an abbreviation cannot be told from a word. */
function isShouted(text: string): boolean {
  const shouts = text.match(caps)?.length ?? 0
  if (shouts < 2) return !/\p{Ll}/u.test(text)
  const words = text.match(/[\p{L}]{2,}/gu)?.length ?? 1
  return shouts / words > 0.5
}

/** True beside a word in capitals that is no abbreviation. */
function isBesideCapitals(text: string, start: number, end: number): boolean {
  const before = /(?<![\p{L}\p{N}-])(\p{Lu}{2,})[ \u00a0]$/u.exec(text.slice(Math.max(0, start - 30), start))
  const after = /^[ \u00a0](\p{Lu}{2,})(?![\p{L}\p{N}-])/u.exec(text.slice(end, end + 30))
  return [before, after].some((found) => found !== null && !abbreviations().has(found[1]!))
}

/** True for a form that no word in capitals can be: it has no vowel. */
function isCertain(form: string): boolean {
  return !/[AEIOUYÅÄÖ]/.test(form)
}

/** True where vowels and consonants alternate as in a word: `GRATIS`, `VIKTIG`. */
function isPronounceable(form: string): boolean {
  return /[AEIOUYÅÄÖ]/.test(form) && !/[^AEIOUYÅÄÖ]{4}|^[^AEIOUYÅÄÖ]{3}(?<!STR|SKR|SPR)|[^AEIOUYÅÄÖ]{3}$/.test(form)
}
