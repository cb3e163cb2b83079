import { analyseVerbForm } from '../inflection/verbs.ts'
import type { Word } from '../types.ts'
import { headOfPhraseAt, isClauseBorder } from './chunk.ts'

/** A past participle's common gender form: `godkänt` and `godkända` give `godkänd`. */
export function participleForm({ lower, lemma, upos }: Word): string {
  if (upos === 'ADJ' && /[dtn]$/u.test(lemma)) return lemma
  return lower
    .replace(/ade$/u, 'ad')
    .replace(/at$/u, 'ad')
    .replace(/(?<=[dt])a$/u, '')
    .replace(/na$/u, 'en')
    .replace(/et$/u, 'en')
}

/** True for past participles as the tagger sees them, also where the word class is ADJ. */
export function isPastParticiple({ morph, upos, lower }: Word): boolean {
  if (upos !== 'ADJ' && upos !== 'VERB') return false
  return morph.VerbForm === 'Part' && morph.Tense !== 'Pres' && !lower.endsWith('nde')
}

/** `bli lagat`, `blev nedtagna`: a supine or an adjective to the tagger, but `bli` and the verb lexicon tell a participle. */
export function isHiddenParticiple(word: Word): boolean {
  const { upos, morph, lower } = word
  if (!(upos === 'ADJ' && morph.VerbForm === undefined) && morph.VerbForm !== 'Sup') return false
  if (!/(?:[dt]|[dtn]a|ade|en|et)$/u.test(lower)) return false
  return auxiliaryOf(word)?.lemma === 'bli' && infinitiveOf(word) !== undefined
}

/** The infinitive behind a past participle; undefined where the verb is not known. */
export function infinitiveOf({ lower }: Word): string | undefined {
  return analyseVerbForm(lower).find(({ form }) => form === 'PastPart')?.lemma
}

/** Further than this from its participle an auxiliary is no longer looked for. */
const AUXILIARY_REACH = 7

/** Verbs whose bli-passive keeps an object: `blev beviljad bidrag`. */
const TWO_OBJECTS =
  /^(?:bevilj|tilldel|erbjud|nek|förvägr|ålagd|ålägg|tillerkän|lov|utlov|anvis|påför|kalla|utnämn|utse|val)/u

/** The form of `bli` or `vara` that a past participle is predicative with; undefined where it stands with a noun. */
export function auxiliaryOf(participle: Word): Word | undefined {
  if (isAttributive(participle)) return undefined
  let steps = 0
  let isJoined = false
  for (let word = participle.previous; word !== undefined && steps < AUXILIARY_REACH; word = word.previous, steps++) {
    if ((word.lemma === 'bli' || word.lemma === 'vara') && word.morph.VerbForm !== undefined) return word
    // `är certifierat enligt en standard godkänd av …`: the verb has its own participle, and this one tells of the noun.
    if (!isJoined && isPastParticiple(word) && !isAttributive(word)) return undefined
    const joined = word.upos === 'CCONJ' || word.form === ','
    isJoined ||= joined
    if (isClauseBorder(word) && !joined) return undefined
  }
  return undefined
}

/** `en beslutad avgift`, `ökade kostnader`: the participle goes with a noun after it. */
function isAttributive(participle: Word): boolean {
  const { next, previous } = participle
  if (previous?.upos === 'DET' || previous?.morph.Poss === 'Yes') return true
  if (next === undefined || TWO_OBJECTS.test(participle.lower)) return false
  if (next.upos !== 'NOUN' && next.upos !== 'ADJ') return false
  const { morph } = participle
  const noun = next.upos === 'NOUN' ? next : headOfPhraseAt(next)
  if (noun === undefined || noun.upos !== 'NOUN') return false
  return agrees(morph.Gender, noun.morph.Gender) && agrees(morph.Number, noun.morph.Number)
}

const agrees = (own: string | undefined, other: string | undefined): boolean => own === undefined || own === other
