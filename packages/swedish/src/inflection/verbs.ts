import { memo } from '../memo.ts'
import { loadLexicon } from '../model/load.ts'
import { CELLS, type Cell, type ConjugationClass } from './verbs-cells.ts'
import {
  GENITIVE,
  LONGEST_FORM,
  VerbLexicon,
  type VerbMatch,
  type VerbProperties,
  type VerbSource,
} from './verbs-lexicon.ts'

/** Forms by which an inflected verb is asked for, with UD's values and school grammar's names for participles. */
export type VerbFormName = 'Inf' | 'Pres' | 'Past' | 'Sup' | 'Imp' | 'PresPart' | 'PastPart'

/** Which form is wanted. Gender, number and definiteness count for the past participle alone. */
export interface VerbFormRequest {
  form: VerbFormName
  /** Active unless given. A deponent has no passive. */
  voice?: 'Act' | 'Pass'
  /** Common gender unless given; `Masc` gives the definite form in -e: `den anställde`. */
  gender?: 'Com' | 'Neut' | 'Masc'
  number?: 'Sing' | 'Plur'
  definite?: 'Def' | 'Ind'
  case?: 'Nom' | 'Gen'
  /** Among homonyms the one of this class: `sluta` 4 is `slöt`. */
  class?: ConjugationClass
}

/** One reading of a form. */
export interface VerbReading {
  /** Active infinitive, or the s-form for a deponent; the short one of two (`ta`, not `taga`). */
  readonly lemma: string
  readonly form: VerbFormName
  /** Undefined for deponents, as in UD_Swedish-Talbanken, and for participles. */
  readonly voice: 'Act' | 'Pass' | undefined
  readonly class: ConjugationClass
  readonly mood: 'Sub' | undefined
  /** Of a past participle; all three undefined where the form is plural or definite alike. */
  readonly gender: 'Com' | 'Neut' | 'Masc' | undefined
  readonly number: 'Sing' | undefined
  readonly definite: 'Def' | 'Ind' | undefined
  /** `Gen` for a participle with -s: `de försäkrades`. */
  readonly case: 'Gen' | undefined
  readonly source: VerbSource
}

/** All forms of a verb by cell, the usual one first; a cell is empty where the verb lacks the form. */
export interface Conjugation {
  readonly lemma: string
  readonly class: ConjugationClass
  readonly forms: Readonly<Record<Cell, readonly string[]>>
  readonly properties: VerbProperties
  readonly source: VerbSource
}

let lexicon: VerbLexicon | undefined

/**
 * The verbs of the package's own lexicon, read when first asked for.
 *
 * @throws {ModelError} where the lexicon file cannot be used
 */
export function verbLexicon(): VerbLexicon {
  lexicon ??= new VerbLexicon(loadLexicon().section('verbs'))
  return lexicon
}

/**
 * One form of a verb, the usual one where there are several (`ska`, not `skall`).
 *
 * @param lemma infinitive in lower case; other words may follow it (`boka om`, `ta i anspråk`, `åta sig`): the verb
 *   inflects and the rest stays, but a particle of the verb goes first in a participle (`ombokad`). A passive infinitive
 *   (`krävas`) stands for the passive.
 * @returns undefined where the verb is not known, or lacks the form
 */
export function inflectVerb(lemma: string, request: VerbFormRequest): string | undefined {
  return verbForms(lemma, request)[0]
}

/** As {@link inflectVerb}, but every form in use, the usual one first (`stöds`, `stödjs`, `stödjes`). */
export function verbForms(lemma: string, request: VerbFormRequest): readonly string[] {
  const space = lemma.indexOf(' ')
  if (space < 0) return inflectWord(lemma, request)
  const verb = lemma.slice(0, space)
  const rest = lemma.slice(space + 1)
  const participle = request.form === 'PastPart' || request.form === 'PresPart'
  if (participle && !isParticleOf(rest, verb)) return []
  return inflectWord(verb, request).map((form) => (participle ? rest + form : `${form} ${rest}`))
}

/** Whether the two make one word in a participle: `ombokad`, but not `omhandlad`. */
function isParticleOf(word: string, verb: string): boolean {
  const known = findVerb(verb, undefined)?.group.properties.particles.includes(word) === true
  return known || findVerb(word + verb, undefined)?.source === 'lexicon'
}

/**
 * All forms of a verb and what else the lexicon says about it; undefined where it is not known.
 *
 * @param lemma infinitive, one word in lower case
 * @param conjugation among homonyms the one of this class
 */
export function conjugate(lemma: string, conjugation?: ConjugationClass): Conjugation | undefined {
  const verb = findVerb(lemma, conjugation)
  if (verb === undefined) return undefined
  const { paradigm, properties } = verb.group
  const forms = Object.fromEntries(
    CELLS.map((cell, i) => [cell, paradigm.endings(i).map((ending) => verb.stem + ending)]),
  ) as Record<Cell, string[]>
  return {
    lemma: verb.stem + paradigm.lemmaEnding,
    class: paradigm.class,
    forms,
    properties,
    source: verb.source,
  }
}

/**
 * Every reading of a word as a verb form or participle, from the lexicon or, where it has none, derived from a verb
 * that it has. Empty where the word can be no verb that is known. The order says nothing about how likely they are.
 *
 * @param form one word in lower case
 */
export function analyseVerbForm(form: string): readonly VerbReading[] {
  return form.length > LONGEST_FORM ? [] : readingsOf(form)
}

const readingsOf = memo((form: string): readonly VerbReading[] => {
  const known = verbLexicon().lookup(form)
  return (known.length > 0 ? known : verbLexicon().derive(form)).map(toReading)
})

function findVerb(lemma: string, conjugation: ConjugationClass | undefined): VerbMatch | undefined {
  const found = verbLexicon().find(lemma)
  return conjugation === undefined ? found[0] : found.find((match) => match.group.paradigm.class === conjugation)
}

function inflectWord(lemma: string, request: VerbFormRequest): readonly string[] {
  const verb = findVerb(lemma, request.class)
  if (verb === undefined) return isPassiveLemma(lemma, request) ? inflectPassive(lemma, request) : []
  if (verb.group.properties.deponent && request.voice === 'Pass') return []
  const forms = verb.group.paradigm.endings(CELLS.indexOf(cellFor(request))).map((ending) => verb.stem + ending)
  return request.case === 'Gen' ? forms.map((form) => (form.endsWith('s') ? form : `${form}s`)) : forms
}

/** `krävas`, `hållas`: the passive infinitive of a verb that is no deponent, given as a lemma. */
function isPassiveLemma(lemma: string, request: VerbFormRequest): boolean {
  return lemma.endsWith('s') && request.voice === undefined && TENSES.includes(request.form)
}

const TENSES: readonly VerbFormName[] = ['Inf', 'Pres', 'Past', 'Sup']

function inflectPassive(lemma: string, request: VerbFormRequest): readonly string[] {
  return inflectWord(lemma.slice(0, -1), { ...request, voice: 'Pass' })
}

function cellFor(request: VerbFormRequest): Cell {
  switch (request.form) {
    case 'Imp':
    case 'PresPart':
      return request.form
    case 'PastPart':
      if (request.gender === 'Masc' && request.number !== 'Plur') return 'PastPart.Masc'
      if (request.number === 'Plur' || request.definite === 'Def') return 'PastPart.Plur'
      return request.gender === 'Neut' ? 'PastPart.Neut' : 'PastPart.Com'
    default:
      return `${request.form}.${request.voice ?? 'Act'}`
  }
}

function toReading(match: VerbMatch): VerbReading {
  const { paradigm, properties } = match.group
  const genitive = match.cell >= GENITIVE
  const cell = CELLS[genitive ? match.cell - GENITIVE : match.cell]!
  const [form, detail] = cell.split('.') as [VerbFormName, string | undefined]
  const participle = form === 'PastPart'
  const voice = detail === 'Act' || detail === 'Pass' ? detail : undefined
  return {
    lemma: match.stem + paradigm.lemmaEnding,
    form,
    voice: properties.deponent ? undefined : form === 'Imp' || detail === 'Sub' ? 'Act' : voice,
    class: paradigm.class,
    mood: detail === 'Sub' ? 'Sub' : undefined,
    gender: participle && detail !== 'Plur' ? (detail as 'Com' | 'Neut' | 'Masc') : undefined,
    number: participle && detail !== 'Plur' ? 'Sing' : undefined,
    definite: participle && detail !== 'Plur' ? (detail === 'Masc' ? 'Def' : 'Ind') : undefined,
    case: genitive ? 'Gen' : undefined,
    source: match.source,
  }
}
