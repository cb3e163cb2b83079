import type { Word } from 'retext-swedish'

const openers = new Set(['att', 'när', 'eftersom', 'innan', 'medan', 'därför', 'så'])
const subjects = new Set('jag du han hon hen vi ni man den det de kommunen ingen alla'.split(' '))
const beforeSubject = new Set(['PROPN', 'PRON', 'DET'])
/** Prepositions that are no conjunctions, and so are followed by the object form where nothing follows it. */
const prepositions = new Set(
  'av med till hos från åt på mot från över bland bredvid bakom framför runt kring mellan'.split(' '),
)
/** These are conjunctions too: `utan de`, `för de`. */
const ambiguous = new Set(['för', 'om', 'utan', 'än'])
const helpers = new Set(
  `hjälpa ringa kontakta fråga mejla meddela informera stötta stödja tacka besöka bjuda erbjuda ge skicka visa kalla
  uppmana påminna ersätta`.split(/\s+/),
)
/** What follows a whole object: `hjälper de med`, `ring de på måndag`; `fråga de på kontoret` is left alone. */
const after = new Set(['med', 'om', 'via', 'till', 'direkt', 'redan', 'gärna', 'så', 'att', 'inte', 'också', 'igen'])
const ends = new Set(['.', '!', '?', ':', ';', ')', '…'])
const weekday = /^(?:mån|tis|ons|tors|fre|lör|sön)dag(?:ar)?(?:na)?$/

/** `Dem nya reglerna`, `Dem får svar`, `att dem kommer`. */
export function isSubjectDem(word: Word): boolean {
  const { previous, next } = word
  if (next === undefined || next.lower === 'som') return false
  const opens = previous === undefined || previous.upos === 'PUNCT' || openers.has(previous.lower)
  if (!opens && previous.upos !== 'ADP' && previous.upos !== 'CCONJ') return false
  if (isDefinitePhrase(next)) return previous === undefined || previous.form !== ','
  return opens && isFiniteVerb(next) && (previous === undefined ? !hasOwnSubject(next) : openers.has(previous.lower))
}

/** `nya reglerna`, `reglerna`: only an article can stand before it. */
function isDefinitePhrase(first: Word): boolean {
  let word: Word | undefined = first
  for (let steps = 0; word?.upos === 'ADJ' && steps < 3; steps++) {
    if (word.morph.Definite !== 'Def' && word.morph.Number !== 'Plur') return false
    word = word.next
  }
  return (
    word?.upos === 'NOUN' && word.morph.Definite === 'Def' && word.morph.Number === 'Plur' && word.morph.Case === 'Nom'
  )
}

function isFiniteVerb({ morph, upos }: Word): boolean {
  return (upos === 'VERB' || upos === 'AUX') && morph.VerbForm === 'Fin' && morph.Mood === 'Ind'
}

/** `Dem når vi i dag`, `Dem hjälper kommunen`: the subject stands after the verb. */
function hasOwnSubject({ next }: Word): boolean {
  if (next === undefined) return false
  return subjects.has(next.lower) || beforeSubject.has(next.upos) || next.morph.Definite === 'Def'
}

/** `till de.`, `vi hjälper de med maten`, `Ring de på måndag`. */
export function isObjectDe(word: Word, beforeSom: boolean): boolean {
  const { previous, next } = word
  if (previous === undefined) return false
  const isEnd = next === undefined || ends.has(next.form)
  if (prepositions.has(previous.lower) && previous.upos === 'ADP')
    return isEnd || next?.form === ',' || (beforeSom && next?.lower === 'som')
  if (ambiguous.has(previous.lower)) return isEnd && previous.lower !== 'än'
  if (!helpers.has(previous.lemma) || previous.morph.VerbForm === undefined) return false
  if (!isCommand(previous) && !hasSubjectBefore(previous)) return false
  return (
    isEnd || after.has(next.lower) || (next.lower === 'på' && next.next !== undefined && weekday.test(next.next.lower))
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
