import { analyseVerbForm, inflectVerb, type Passive, type Word } from 'retext-swedish'

/** Particles that no noun phrase follows, so that they always belong to the verb. */
const firmParticles = new Set([
  'ut',
  'upp',
  'in',
  'ner',
  'ned',
  'bort',
  'fram',
  'igen',
  'ihop',
  'isär',
  'tillbaka',
  'undan',
  'vidare',
])
/** Words that are particles or prepositions, by what follows. */
const looseParticles = new Set(['av', 'om', 'till', 'på', 'över', 'med', 'från'])

export function isFiniteVerb(word: Word | undefined): boolean {
  return word !== undefined && (word.upos === 'VERB' || word.upos === 'AUX') && word.morph.VerbForm === 'Fin'
}

/**
 * The active infinitive of a passive verb, from the lexicon where it knows the form: `utreda` for `utretts`.
 * Undefined where it is not known.
 */
export function activeLemma(verb: Word, { active, kind }: Passive): string | undefined {
  if (kind === 'bli-passive' || kind === 'state') return active
  const lemmas = new Set(
    analyseVerbForm(verb.lower)
      .filter(({ voice, form }) => voice === 'Pass' && form !== 'PastPart' && form !== 'PresPart')
      .map(({ lemma }) => lemma),
  )
  return lemmas.size === 0 || (active !== undefined && lemmas.has(active)) ? active : [...lemmas][0]
}

/** The form of a verb that has the tense of this one, in the active voice: `behandlas` and `behandla` → `behandlar`. */
export function sameForm(word: Word, lemma: string, voice: 'Act' | 'Pass' = 'Act'): string | undefined {
  const { VerbForm, Tense, Mood } = word.morph
  if (Mood === 'Imp') return inflectVerb(lemma, { form: 'Imp', voice })
  if (VerbForm === 'Inf') return inflectVerb(lemma, { form: 'Inf', voice })
  if (VerbForm === 'Sup') return inflectVerb(lemma, { form: 'Sup', voice })
  if (VerbForm !== 'Fin') return undefined
  if (Tense === 'Past') return inflectVerb(lemma, { form: 'Past', voice })
  return Tense === 'Pres' ? inflectVerb(lemma, { form: 'Pres', voice }) : undefined
}

/** The particle right after a verb: `in` in `skickas in`. */
export function particleAfter(verb: Word): Word | undefined {
  const { next } = verb
  if (next === undefined || next.upos === 'NOUN') return undefined
  if (firmParticles.has(next.lower)) return next
  if (!looseParticles.has(next.lower)) return undefined
  const after = next.next
  return after === undefined || after.upos === 'PUNCT' || after.upos === 'CCONJ' || after.upos === 'ADP'
    ? next
    : undefined
}

/**
 * The auxiliaries that a nonfinite verb hangs on, in text order: `ska kunna` before `lämnas`. Empty for a
 * finite verb and where none is found in the clause.
 */
export function auxiliariesOf(verb: Word): Word[] {
  const found: Word[] = []
  if (isFiniteVerb(verb)) return found
  for (let word = verb.previous, steps = 0; word !== undefined && steps < 10; word = word.previous, steps++) {
    if (word.upos === 'SCONJ' || word.form === ',' || word.form === ';' || word.form === ':') break
    if (word.upos === 'PART' || word.lower === 'att') break
    if (word.upos === 'AUX') found.unshift(word)
    if (isFiniteVerb(word)) break
  }
  return found
}
