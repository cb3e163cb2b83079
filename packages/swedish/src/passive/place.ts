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
  const open: Place[] = []
  let current: Place = 'main'
  for (const word of verb.sentence.words) {
    if (opensRelative(word)) open.push('relative')
    else if (word.upos === 'SCONJ' && !isJoined(word)) open.push('subordinate')
    if (isFilled(word, open)) {
      if (word.previous?.upos !== 'CCONJ' || open.length > 0) current = open.pop() ?? 'main'
      open.length = 0
    }
    if (word === verb) break
  }
  return isInfinitivePhrase(verb) ? 'infinitive' : current
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
    morph.PronType === 'Rel' || (upos === 'ADV' && (lower === 'där' || lower === 'dit') && word.previous?.form === ',')
  )
}

/** `som att`, `för att`: one opener, not two. */
const isJoined = (word: Word): boolean => word.previous?.upos === 'SCONJ'

/** A finite verb, or the supine of a subordinate clause that leaves `har` out. */
function isFilled({ morph }: Word, open: readonly Place[]): boolean {
  if (morph.VerbForm === 'Fin') return true
  return morph.VerbForm === 'Sup' && open.length > 0
}

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
