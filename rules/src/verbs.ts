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
const looseParticles = new Set(['av', 'i', 'om', 'till', 'på', 'över', 'med', 'från', 'under', 'emot', 'åt'])

export function isFiniteVerb(word: Word | undefined): boolean {
  return word !== undefined && (word.upos === 'VERB' || word.upos === 'AUX') && word.morph.VerbForm === 'Fin'
}

/**
 * The active infinitive of a passive verb, from the lexicon where it knows the form: `utreda` for `utretts`.
 * Undefined where it is not known.
 */
export function activeLemma(verb: Word, { active, kind }: Passive): string | undefined {
  if (kind === 'bli-passive' || kind === 'state') return active
  const readings = analyseVerbForm(verb.lower)
  let first: string | undefined
  for (let index = 0; index < readings.length; index++) {
    const { voice, form, lemma } = readings[index]!
    if (voice !== 'Pass' || form === 'PastPart' || form === 'PresPart') continue
    if (lemma === active) return active
    first ??= lemma
  }
  return first ?? active
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
 * The forms that hang an infinitive or a supine on something. A closed class, so that a noun that the tagger
 * takes for an auxiliary is none.
 */
const helpers = new Set(
  (
    'behöva behöver behövde behövt bruka brukar brukade brukat komma kommer kom kommit få får fick fått ' +
    'kunna kan kunde kunnat böra bör borde bort måste måst ska skall skulle skola vilja vill ville velat ' +
    'ha har hade haft lär må måtte torde tör'
  ).split(' '),
)

/**
 * What a nonfinite verb hangs on, in text order: `ska kunna` before `lämnas`, `kommer att` before `byggas`.
 * Empty for a finite verb and where nothing is found in the clause.
 */
export function auxiliariesOf(verb: Word): Word[] {
  const found: Word[] = []
  if (isFiniteVerb(verb)) return found
  for (let word = verb.previous, steps = 0; word !== undefined && steps < 10; word = word.previous, steps++) {
    const { lower } = word
    if (word.upos === 'SCONJ' || lower === 'som' || lower === ',' || lower === ';' || lower === ':') break
    if (lower === 'att') {
      if (!comesBefore(word)) break
      found.unshift(word)
    } else if ((word.upos === 'AUX' || word.upos === 'VERB') && helpers.has(lower)) found.unshift(word)
    if (isFiniteVerb(word)) return found
  }
  return []
}

/**
 * True for a supine that has `ha` before it, or that can do without it, as in a subordinate clause: `som inkommit`,
 * `handlingar du inkommit med`. False for a participle that looks like one: `det finns en plan upprättat`.
 */
export function hasTense(supine: Word): boolean {
  const { previous } = supine
  if (previous?.upos === 'PRON' && previous.morph.Case === 'Nom') return true
  for (let word = previous; word !== undefined; word = word.previous) {
    if (word.lemma === 'ha' || word.upos === 'SCONJ' || word.form === ',' || /^(?:som|vars)$/.test(word.lower))
      return true
    if (isFiniteVerb(word)) return false
  }
  return false
}

/** True for `att` in `kommer att`, an adverb or the subject between them aside. */
function comesBefore(att: Word): boolean {
  for (let word = att.previous, steps = 0; word !== undefined && steps < 8; word = word.previous, steps++)
    if (isFiniteVerb(word)) return word.lemma === 'komma' || word.lower === 'kommer'
  return false
}

/**
 * The active verb with what it hangs on, as it follows a subject: `ska skicka`, `har höjt`. A nonfinite form
 * without auxiliary gets a tense. Undefined where the verb cannot be inflected.
 */
export function activeChain(verb: Word, lemma: string): string | undefined {
  const auxiliaries = auxiliariesOf(verb).map(({ lower }) => (lower === 'skall' ? 'ska' : lower))
  if (auxiliaries.length > 0 || isFiniteVerb(verb)) {
    const form = sameForm(verb, lemma)
    return form && [...auxiliaries, form].join(' ')
  }
  if (verb.morph.VerbForm === 'Inf') return inflectVerb(lemma, { form: 'Pres' })
  const supine = inflectVerb(lemma, { form: 'Sup' })
  return verb.morph.VerbForm === 'Sup' && supine ? `har ${supine}` : undefined
}
