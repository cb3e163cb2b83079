import { compoundStart } from '../compound/starts.ts'
import { memo } from '../memo.ts'
import { type FormMatch, formOf, genitive, lemmaOf, longestWord } from './form-lexicon.ts'
import { nounLexicon, nounSuffixes } from './nouns-lexicon.ts'
import { verbLexicon } from './verbs.ts'

/** Which form is wanted: indefinite singular nominative unless given. */
export interface NounFormRequest {
  number?: 'Sing' | 'Plur'
  definite?: 'Ind' | 'Def'
  case?: 'Nom' | 'Gen'
  /** Among homonyms the one of this gender: `lag` Neut is `laget`. */
  gender?: 'Com' | 'Neut'
}

/**
 * How a word was found to be a noun: in the lexicon; as a compound whose parts are known; by an ending that makes
 * nouns (`-ning`, `-het`); as something unknown before a noun of four letters or more.
 */
type NounSource = 'lexicon' | 'compound' | 'suffix' | 'guess'

/** The surest first. */
const sources: readonly NounSource[] = ['lexicon', 'compound', 'suffix', 'guess']

/** One reading of a form. */
export interface NounReading {
  /** Indefinite singular; indefinite plural where the noun has no singular. */
  readonly lemma: string
  readonly gender: 'Com' | 'Neut'
  readonly number: 'Sing' | 'Plur'
  readonly definite: 'Ind' | 'Def'
  readonly case: 'Nom' | 'Gen'
  /** Lemma of the part that decides how the word inflects: `skjuts` for `skolskjutsarna`. */
  readonly head: string
  readonly source: NounSource
}

/** What is known of a noun beside its forms. Of the head, where the lexicon lacks the word itself. */
export interface NounInfo {
  readonly lemma: string
  readonly gender: 'Com' | 'Neut'
  /** 1 everyday, 2 common, 3 official or specialised, 4 rare. */
  readonly tier: number
  readonly type: 'person' | 'organ' | undefined
  readonly source: NounSource
}

/** Cells of a noun in the lexicon, in order. */
const cells = [
  { number: 'Sing', definite: 'Ind' },
  { number: 'Sing', definite: 'Def' },
  { number: 'Plur', definite: 'Ind' },
  { number: 'Plur', definite: 'Def' },
] as const

/** A noun, with what stands before the part that inflects. */
interface NounMatch {
  readonly before: string
  readonly match: FormMatch
  readonly source: NounSource
}

/**
 * One form of a noun, the usual one where there are several (`centrumet`, not `centret`).
 *
 * @param lemma indefinite singular, or plural for a noun that has no singular, in lower case
 * @returns undefined where the noun is not known, or lacks the form: mass nouns (`mjölk`) have no plural
 */
export function inflectNoun(lemma: string, request: NounFormRequest = {}): string | undefined {
  const noun = findNoun(lemma, request.gender)
  if (noun === undefined) return undefined
  const cell = (request.number === 'Plur' ? 2 : 0) + (request.definite === 'Def' ? 1 : 0)
  const form = formOf(noun.match, cell)
  if (form === undefined) return undefined
  return noun.before + (request.case === 'Gen' ? genitive(form) : form)
}

/**
 * Gender, tier and type of a noun; undefined where it is not known.
 *
 * @param lemma as for {@link inflectNoun}
 */
export function nounInfo(lemma: string, gender?: 'Com' | 'Neut'): NounInfo | undefined {
  return gender === undefined && lemma.length <= longestWord ? usualInfo(lemma) : infoOf(lemma, gender)
}

const usualInfo = memo((lemma: string) => infoOf(lemma, undefined))

function infoOf(lemma: string, gender: 'Com' | 'Neut' | undefined): NounInfo | undefined {
  const noun = findNoun(lemma, gender)
  if (noun === undefined) return undefined
  const [known, tier, type] = noun.match.group.properties
  return {
    lemma,
    gender: known as 'Com' | 'Neut',
    tier: Number(tier),
    type: type === 'person' || type === 'organ' ? type : undefined,
    source: noun.source,
  }
}

/**
 * Every reading of a word as a noun form, from the lexicon or, where it has none, derived from a noun that it has or
 * from an ending that makes nouns. Empty where the word can be no noun that is known. The order says nothing about how
 * likely they are.
 *
 * @param form one word in lower case
 */
export function analyseNounForm(form: string): readonly NounReading[] {
  return form.length > longestWord ? [] : readingsOf(form)
}

const readingsOf = memo((form: string): readonly NounReading[] => {
  const readings = readNominative(form).map((found) => toReading(found, 'Nom'))
  if (form.endsWith('s') && form.length > 1)
    for (const found of readNominative(form.slice(0, -1)))
      if (!formEndsInS(found)) readings.push(toReading(found, 'Gen'))
  // `hus` is its own genitive.
  if (/[sxz]$/.test(form))
    for (const found of readings.filter((reading) => reading.case === 'Nom')) readings.push({ ...found, case: 'Gen' })
  const best = sources.find((source) => readings.some((reading) => reading.source === source))
  return readings.filter((reading) => reading.source === best)
})

function readNominative(form: string): NounMatch[] {
  const known = nounLexicon().lookup(form)
  if (known.length > 0) return known.map((match) => ({ before: '', match, source: 'lexicon' }))
  return derive(form)
}

/** Readings of a form that the lexicon lacks. */
function derive(form: string): NounMatch[] {
  const compound = deriveFromTail(form, (before) => compoundStartsWith(before), 2, 'compound')
  if (compound.length > 0) return compound
  const suffixed = deriveFromSuffix(form)
  if (suffixed.length > 0) return suffixed
  return deriveFromTail(form, (before) => /[aeiouyåäö]/.test(before) && before.length > 2, 4, 'guess')
}

/** The noun with the longest last part whose first part is acceptable. */
function deriveFromTail(
  form: string,
  accept: (before: string) => boolean,
  shortest: number,
  source: NounSource,
): NounMatch[] {
  const lexicon = nounLexicon()
  const endings = lexicon.endingsOf(form)
  for (let at = 2; at <= form.length - shortest; at++) {
    const matches = lexicon.lookupTail(form, at, endings)
    if (matches.length === 0) continue
    const long = matches.filter((match) => lemmaOf(match).length >= Math.max(shortest, 3))
    const before = form.slice(0, at)
    if (long.length > 0 && accept(before)) return long.map((match) => ({ before, match, source }))
  }
  return []
}

function deriveFromSuffix(form: string): NounMatch[] {
  const suffixes = nounSuffixes()
  const endings = suffixes.endingsOf(form)
  for (let at = 2; at < form.length - 1; at++) {
    const found = suffixes.lookupTail(form, at, endings)
    if (found.length === 0) continue
    const before = form.slice(0, at)
    const matches = found.filter(
      (match) => at >= Number(match.group.properties[3]) && !isPluralOfAnotherNoun(before, match),
    )
    if (matches.length > 0 && /[aeiouyåäö]/.test(before))
      return matches.map((match) => ({ before, match, source: 'suffix' }))
  }
  return []
}

/** `fruarna` is no form of a noun in -are: only verbs give such nouns that definite plural. */
function isPluralOfAnotherNoun(before: string, match: FormMatch): boolean {
  if (lemmaOf(match) !== 'are' || match.cell !== 3) return false
  return !verbLexicon()
    .lookup(`${before}a`)
    .some((verb) => verb.cell === 0)
}

/** Whether `text` is a first part of a compound, or several. */
function compoundStartsWith(text: string): boolean {
  if (compoundStart(text) !== undefined) return true
  for (let at = 3; at <= text.length - 3; at++)
    if (compoundStart(text.slice(at)) !== undefined && compoundStartsWith(text.slice(0, at))) return true
  return false
}

/** `findNoun('skolskjuts')`: the noun whose lemma this is. */
function findNoun(lemma: string, gender: 'Com' | 'Neut' | undefined): NounMatch | undefined {
  if (lemma.length > longestWord) return undefined
  const ofGender = (match: FormMatch) => gender === undefined || match.group.properties[0] === gender
  const known = nounLexicon().find(lemma)
  if (known.length > 0) {
    const match = known.find(ofGender)
    return match && { before: '', match, source: 'lexicon' }
  }
  return derive(lemma)
    .filter(({ before, match }) => before + lemmaOf(match) === lemma && ofGender(match))
    .sort((a, b) => Number(a.match.group.homonym) - Number(b.match.group.homonym))[0]
}

function formEndsInS({ match }: NounMatch): boolean {
  return /[sxz]$/.test(formOf(match, match.cell)!)
}

function toReading({ before, match, source }: NounMatch, grammaticalCase: 'Nom' | 'Gen'): NounReading {
  const head = lemmaOf(match)
  return {
    lemma: before + head,
    gender: match.group.properties[0] as 'Com' | 'Neut',
    ...cells[match.cell]!,
    case: grammaticalCase,
    head: source === 'suffix' ? before + head : head,
    source,
  }
}
