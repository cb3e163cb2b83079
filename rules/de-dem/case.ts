import { nounInfo, type Word } from 'retext-swedish'

/** Words that open a clause whose subject comes next. */
const openers = new Set('att när eftersom innan medan därför så hur vad'.split(' '))
/** The same, but a preposition too: only with an adverb as in `om dem inte svarar`. */
const unsureOpener = 'om'
const subjects = new Set('jag du han hon hen vi ni man den det de kommunen ingen alla'.split(' '))
const persons = new Set('jag du han hon vi ni man'.split(' '))
const beforeSubject = new Set(['PROPN', 'PRON', 'DET'])
const helpingVerbs = new Set('kan ska måste har får bör vill skulle kunde hade skall brukar'.split(' '))
/** Prepositions that are no conjunctions, and so are followed by the object form where nothing follows it. */
const prepositions = new Set(
  'av med till hos från åt på mot över bland bredvid bakom framför runt kring mellan'.split(' '),
)
/** These are conjunctions too: `utan de`, `för de`. */
const ambiguous = new Set(['för', 'om', 'utan'])
/** Of those that are no conjunctions, these are no particles of verbs either: `ingen av de ville`. */
const plainPrepositions = new Set('av hos från åt mot bland mellan'.split(' '))
const helpers = new Set(
  `hjälpa ringa kontakta fråga mejla meddela informera stötta stödja tacka besöka bjuda erbjuda ge skicka visa kalla
  uppmana påminna ersätta`.split(/\s+/),
)
/** What follows a whole object: `ring de på måndag`; `fråga de på kontoret` is left alone. */
const after = new Set('om via till direkt redan gärna så att inte också igen'.split(' '))
/** What only persons do to things. */
const takers = new Set('få behöva betala köpa söka äga hämta'.split(' '))
const ends = new Set(['.', '!', '?', ':', ';', ')', '…'])
const weekday = /^(?:mån|tis|ons|tors|fre|lör|sön)dag(?:ar)?(?:na)?$/

/** `Dem nya reglerna`, `Dem får svar`, `att dem inte kommer`, `kan dem bli`. */
export function isSubjectDem(word: Word): boolean {
  const { previous, next } = word
  if (next === undefined || next.lower === 'som') return false
  if (next.lower === 'sig') return true
  const opens = previous === undefined || previous.upos === 'PUNCT' || previous.upos === 'CCONJ'
  const place = opens || previous.upos === 'ADP'
  if (isArticle(next, place && previous?.form !== ',')) return true
  if (previous === undefined) return isFiniteVerb(next) && (next.next?.lower === 'sig' || !hasOwnSubject(next))
  const verb = afterAdverbs(next)
  if (helpingVerbs.has(previous.lower) && isVerb(previous))
    return verb !== undefined && isVerb(verb) && ['Inf', 'Sup'].includes(verb.morph.VerbForm ?? '')
  if (verb === undefined || !isFiniteVerb(verb)) return false
  return openers.has(previous.lower) || (previous.lower === unsureOpener && verb !== next && next.lower === 'inte')
}

/** `nya reglerna`, `reglerna`, `resultat som`: only an article can stand before it. `gav dem böckerna` is no such place. */
function isArticle(first: Word, place: boolean): boolean {
  let word: Word | undefined = first
  let adjectives = 0
  for (let steps = 0; word !== undefined && steps < 4; steps++) {
    if (word.upos === 'ADJ' && isDefiniteAdjective(word)) adjectives++
    else if (!['mer', 'mest', 'minst', 'mindre'].includes(word.lower)) break
    word = word.next
  }
  if (word?.upos !== 'NOUN' || word.morph.Number !== 'Plur' || word.morph.Case !== 'Nom') return false
  if (word.morph.Definite === 'Def') return place || adjectives > 0
  return place && word.next?.lower === 'som' && adjectives === 0
}

function isDefiniteAdjective({ morph }: Word): boolean {
  return morph.Definite === 'Def' || morph.Number === 'Plur' || morph.NumType === 'Ord' || morph.Degree === 'Sup'
}

function isVerb({ upos }: Word): boolean {
  return upos === 'VERB' || upos === 'AUX'
}

function isFiniteVerb(word: Word): boolean {
  return isVerb(word) && word.morph.VerbForm === 'Fin' && word.morph.Mood === 'Ind'
}

function afterAdverbs(word: Word): Word | undefined {
  let at: Word | undefined = word
  for (let steps = 0; at?.upos === 'ADV' && steps < 2; steps++) at = at.next
  return at
}

/** `Dem når vi i dag`, `Dem hjälper kommunen`: the subject stands after the verb. */
function hasOwnSubject({ lemma, next }: Word): boolean {
  if (next === undefined) return false
  if (subjects.has(next.lower) || beforeSubject.has(next.upos)) return true
  // `Dem får pengarna`: things are got, and get nobody.
  const isTaken = takers.has(lemma) && nounInfo(next.lemma)?.type === undefined
  return next.morph.Definite === 'Def' && !isTaken
}

/** `till de.`, `vi hjälper de med maten`, `Ring de på måndag`, `ingen av de ville`. */
export function isObjectDe(word: Word, beforeSom: boolean): boolean {
  const { previous, next } = word
  if (previous === undefined) return false
  const isEnd = next === undefined || ends.has(next.form)
  if (prepositions.has(previous.lower) && previous.upos === 'ADP')
    return (
      isEnd ||
      next?.form === ',' ||
      (beforeSom && next?.lower === 'som') ||
      (plainPrepositions.has(previous.lower) && isFiniteVerb(next))
    )
  if (ambiguous.has(previous.lower)) return isEnd
  if (previous.morph.VerbForm === undefined || !isVerb(previous)) return false
  if (isInfinitive(previous) && (isEnd || next.upos === 'DET' || next.lower === 'att')) return true
  if (isEnd && persons.has(previous.previous?.lower ?? '') && previous.morph.Voice === 'Act') return true
  if (!helpers.has(previous.lemma) || (!isCommand(previous) && !hasSubjectBefore(previous))) return false
  return isEnd || after.has(next.lower) || isWithThing(next) || isOnDay(next)
}

/** `hjälper de med maten`, `med att söka`; `de med störst behov` names who they are. */
function isWithThing({ lower, next }: Word): boolean {
  return lower === 'med' && next !== undefined && (next.lower === 'att' || next.morph.Definite === 'Def')
}

function isOnDay({ lower, next }: Word): boolean {
  return lower === 'på' && next !== undefined && weekday.test(next.lower)
}

/** `att ge`, `kan hjälpa`: what comes after an infinitive is no subject. */
function isInfinitive({ morph, previous }: Word): boolean {
  return (
    morph.VerbForm === 'Inf' &&
    morph.Voice === 'Act' &&
    previous !== undefined &&
    (previous.upos === 'PART' || previous.upos === 'AUX')
  )
}

function isCommand({ morph, previous }: Word): boolean {
  return morph.Mood === 'Imp' && (previous === undefined || previous.upos === 'PUNCT' || previous.upos === 'CCONJ')
}

/** `vi hjälper`, `du kan ringa`: with the subject before the verb, what comes after is an object. */
function hasSubjectBefore({ previous, morph }: Word): boolean {
  let word = previous
  if (morph.VerbForm === 'Inf')
    while (word !== undefined && (word.upos === 'PART' || word.upos === 'ADV' || word.upos === 'AUX'))
      word = word.previous
  return word !== undefined && subjects.has(word.lower)
}
