import { compoundStart } from '../compound/starts.ts'
import { memo } from '../memo.ts'
import type { AdjectiveCell } from './adjectives-compile.ts'
import { adjectiveLexicon, adjectiveSuffixes } from './adjectives-lexicon.ts'
import { type FormMatch, formOf, lemmaOf, longestWord } from './form-lexicon.ts'

/** Which form is wanted: positive, common gender, singular, indefinite unless given. */
export interface AdjectiveFormRequest {
  degree?: 'Pos' | 'Cmp' | 'Sup'
  /** `Masc` gives the definite form in -e: `den gamle mannen`. */
  gender?: 'Com' | 'Neut' | 'Masc'
  number?: 'Sing' | 'Plur'
  definite?: 'Ind' | 'Def'
}

/**
 * How a word was found to be an adjective: in the lexicon; as one with a prefix or a first part; by an ending that
 * makes adjectives; as the comparative or superlative in -are, -ast of one that is otherwise compared with `mer`.
 */
type AdjectiveSource = 'lexicon' | 'compound' | 'suffix' | 'comparison'

/** One reading of a form. Gender, number and definiteness are undefined where the form does not tell. */
export interface AdjectiveReading {
  readonly lemma: string
  readonly degree: 'Pos' | 'Cmp' | 'Sup'
  readonly gender: 'Com' | 'Neut' | 'Masc' | undefined
  readonly number: 'Sing' | 'Plur' | undefined
  readonly definite: 'Ind' | 'Def' | undefined
  readonly case: 'Nom' | 'Gen'
  readonly source: AdjectiveSource
}

/** What is known of an adjective beside its forms. */
export interface AdjectiveInfo {
  readonly lemma: string
  /** 1 everyday, 2 common, 3 official or specialised, 4 rare. */
  readonly tier: number
  /** Whether it is compared with endings (`are`), with `mer` or not at all (`mer`), or does not inflect (`0`). */
  readonly comparison: 'are' | 'mer' | '0'
  readonly source: AdjectiveSource
}

type Features = Pick<AdjectiveReading, 'degree' | 'gender' | 'number' | 'definite'>

const cellFeatures: Record<AdjectiveCell, Features> = {
  common: { degree: 'Pos', gender: 'Com', number: 'Sing', definite: 'Ind' },
  neuter: { degree: 'Pos', gender: 'Neut', number: 'Sing', definite: 'Ind' },
  definite: { degree: 'Pos', gender: undefined, number: undefined, definite: 'Def' },
  plural: { degree: 'Pos', gender: undefined, number: 'Plur', definite: undefined },
  masculine: { degree: 'Pos', gender: 'Masc', number: 'Sing', definite: 'Def' },
  comparative: { degree: 'Cmp', gender: undefined, number: undefined, definite: undefined },
  superlative: { degree: 'Sup', gender: undefined, number: undefined, definite: 'Ind' },
  superlativeDefinite: { degree: 'Sup', gender: undefined, number: undefined, definite: 'Def' },
}

const cellNames = Object.keys(cellFeatures) as AdjectiveCell[]
const indeclinable: Features = { degree: 'Pos', gender: undefined, number: undefined, definite: undefined }

interface AdjectiveMatch {
  readonly before: string
  readonly match: FormMatch
  readonly source: AdjectiveSource
  /** Of a form that the lexicon's cells do not have. */
  readonly features?: Features
}

/** Prefixes that leave an adjective an adjective. */
const prefixes =
  /^(?:o|miss|icke|jätte|super|extra|ur|hyper|ultra|över|under|väl|hög|låg|ny|själv|hel|halv|små|fler|mång|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|lätt|svår|ljus|mörk|tving|in|ut|på|av|för|till|sam|mellan|kring|efter|fram|upp)$/

/**
 * One form of an adjective.
 *
 * @param lemma positive, common gender, in lower case
 * @returns undefined where the adjective is not known, or lacks the form: `praktisk` has no comparative in -are, the
 *   text says `mer praktisk`
 */
export function inflectAdjective(lemma: string, request: AdjectiveFormRequest = {}): string | undefined {
  const adjective = findAdjective(lemma)
  if (adjective === undefined) return undefined
  const form = formOf(adjective.match, cellNames.indexOf(cellFor(adjective.match, request)))
  return form === undefined ? undefined : adjective.before + form
}

/** Tier and comparison of an adjective; undefined where it is not known. */
export function adjectiveInfo(lemma: string): AdjectiveInfo | undefined {
  const adjective = findAdjective(lemma)
  if (adjective === undefined) return undefined
  const [tier, comparison] = adjective.match.group.properties
  return { lemma, tier: Number(tier), comparison: comparison as 'are' | 'mer' | '0', source: adjective.source }
}

/**
 * Every reading of a word as an adjective form, from the lexicon or, where it has none, derived from an adjective that
 * it has or from an ending that makes adjectives. Empty where the word can be no adjective that is known. Participles
 * that are in no table are for `analyseVerbForm`.
 *
 * @param form one word in lower case
 */
export function analyseAdjectiveForm(form: string): readonly AdjectiveReading[] {
  return form.length > longestWord ? [] : readingsOf(form)
}

const readingsOf = memo((form: string): readonly AdjectiveReading[] => {
  const readings = readNominative(form).map((found) => toReading(found, 'Nom'))
  if (readings.length > 0 || !form.endsWith('s') || form.length < 4) return readings
  return readNominative(form.slice(0, -1)).map((found) => toReading(found, 'Gen'))
})

function readNominative(form: string): AdjectiveMatch[] {
  const known = adjectiveLexicon().lookup(form)
  if (known.length > 0) return known.map((match) => ({ before: '', match, source: 'lexicon' }))
  return derive(form)
}

function derive(form: string): AdjectiveMatch[] {
  const compared = deriveComparison(form)
  if (compared.length > 0) return compared
  for (let at = 1; at <= form.length - 3; at++) {
    const matches = adjectiveLexicon().lookup(form.slice(at))
    if (matches.length === 0) continue
    const before = form.slice(0, at)
    if (prefixes.test(before) || (at > 2 && compoundStart(before) !== undefined))
      return matches.map((match) => ({ before, match, source: 'compound' }))
  }
  for (let at = 2; at < form.length - 1; at++) {
    const before = form.slice(0, at)
    const matches = adjectiveSuffixes()
      .lookup(form.slice(at))
      .filter((match) => at >= Number(match.group.properties[2]))
    if (matches.length > 0 && /[aeiouyåäö]/.test(before))
      return matches.map((match) => ({ before, match, source: 'suffix' }))
  }
  return []
}

/** `radikalare`, `engagerast`: endings of comparison on an adjective whose table row has none. */
function deriveComparison(form: string): AdjectiveMatch[] {
  const ending = /(?:are|ast|aste)$/.exec(form)?.[0]
  if (ending === undefined) return []
  const cell = ending === 'are' ? 'comparative' : ending === 'ast' ? 'superlative' : 'superlativeDefinite'
  const match = adjectiveLexicon()
    .lookup(form.slice(0, -ending.length))
    .find((found) => found.cell === 0 && found.group.properties[1] === 'mer')
  return match === undefined ? [] : [{ before: '', match, source: 'comparison', features: cellFeatures[cell] }]
}

function findAdjective(lemma: string): AdjectiveMatch | undefined {
  if (lemma.length > longestWord) return undefined
  const known = adjectiveLexicon().find(lemma)[0]
  if (known !== undefined) return { before: '', match: known, source: 'lexicon' }
  return derive(lemma).find(({ before, match, features }) => !features && before + lemmaOf(match) === lemma)
}

function cellFor(match: FormMatch, { degree, gender, number, definite }: AdjectiveFormRequest): AdjectiveCell {
  if (degree === 'Cmp') return 'comparative'
  if (degree === 'Sup') return definite === 'Def' ? 'superlativeDefinite' : 'superlative'
  if (number === 'Plur') return 'plural'
  if (gender === 'Masc' && formOf(match, cellNames.indexOf('masculine')) !== undefined) return 'masculine'
  if (definite === 'Def') return 'definite'
  return gender === 'Neut' ? 'neuter' : 'common'
}

function toReading(
  { before, match, source, features }: AdjectiveMatch,
  grammaticalCase: 'Nom' | 'Gen',
): AdjectiveReading {
  const fixed = match.group.properties[1] === '0'
  return {
    lemma: before + lemmaOf(match),
    ...(features ?? (fixed ? indeclinable : cellFeatures[cellNames[match.cell]!])),
    case: grammaticalCase,
    source,
  }
}
