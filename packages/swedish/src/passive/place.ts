import type { Passive, Word } from '../types.ts'

type Place = Passive['within']

/** Verbs that an infinitive goes with as with an auxiliary. */
const MODAL_LIKE =
  /^(?:behöva|bruka|slippa|våga|hinna|orka|börja|få|vilja|kunna|skola|måste|måsta|böra|lär|lära|torde|töra|må|fortsätta|tänka|ha|komma|låta)$/u

/** The definitions `med X avses`, `med X menas`, `med X förstås`. */
const DEFINING = /^(?:avses|menas|förstås|avsågs|menades)$/u

/** Where a verb form stands, as the clause openers and finite verbs before it show. */
export function placeOf(verb: Word): Place {
  if (DEFINING.test(verb.lower) && defines(verb)) return 'definition'
  if (verb.sentence.heading === true) return 'heading'
  return isInfinitivePhrase(verb) ? 'infinitive' : clauseOf(verb)
}

function clauseOf(verb: Word): Place {
  const { words } = verb.sentence
  // What the last clause opener that still waits for its verb opens.
  let open: Place | undefined
  let current: Place = 'main'
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    open = opensClause(word) ?? open
    const { VerbForm } = word.morph
    // A finite verb, or the supine of a subordinate clause that leaves `har` out.
    if (VerbForm === 'Fin' || (VerbForm === 'Sup' && open !== undefined)) {
      if (open !== undefined || word.previous?.upos !== 'CCONJ') current = open ?? 'main'
      open = undefined
    }
    if (word === verb) break
  }
  return current
}

function opensClause(word: Word): Place | undefined {
  if (opensRelative(word)) return 'relative'
  return word.upos === 'SCONJ' && !isJoined(word) ? 'subordinate' : undefined
}

function defines(verb: Word): boolean {
  for (let word = verb.previous; word !== undefined; word = word.previous) {
    if (word.lower === 'med' && word.upos === 'ADP') return true
  }
  return false
}

function opensRelative(word: Word): boolean {
  const { lower, upos, morph } = word
  if (lower === 'som') {
    const after = word.next?.upos
    return after !== 'NOUN' && after !== 'ADJ'
  }
  return (
    morph.PronType === 'Rel' || (word.previous?.form === ',' && upos === 'ADV' && (lower === 'där' || lower === 'dit'))
  )
}

/** `som att`, `för att`: one opener, not two. */
const isJoined = (word: Word): boolean => word.previous?.upos === 'SCONJ'

/** True for infinitives that stand alone, after `att`, or beside a verb that is no auxiliary. */
function isInfinitivePhrase(verb: Word): boolean {
  if (verb.morph.VerbForm !== 'Inf') return false
  for (let word = verb.previous; word !== undefined; word = word.previous) {
    if (word.lower === 'att') return word.previous === undefined || word.previous.lemma !== 'komma'
    if (word.upos === 'AUX') return false
    if (word.upos === 'VERB' && word.morph.VerbForm !== 'Part') {
      if (word.morph.VerbForm === 'Inf' && isCoordinated(word, verb)) continue
      return !MODAL_LIKE.test(word.lemma)
    }
  }
  return true
}

function isCoordinated(first: Word, second: Word): boolean {
  for (let word = first.next; word !== undefined && word !== second; word = word.next) {
    if (word.upos === 'CCONJ' || word.form === ',') return true
  }
  return false
}
