import type { Word } from 'retext-swedish'
import { nounPhraseLength } from '../phrases.ts'
import { isFiniteVerb } from '../verbs.ts'
import { isOpener, isRelative } from './clause-border.ts'
import { isTimePhrase } from './phrase.ts'

/** Prepositions whose phrase tells of the deed, not of who does it. */
const free = new Set([
  'före',
  'efter',
  'under',
  'innan',
  'sedan',
  'senast',
  'utan',
  'genom',
  'enligt',
  'till',
  'mot',
  'via',
  'trots',
  'fram',
  'samt',
])
/** What follows a preposition that may as well belong to the actor. */
const freePhrases: Readonly<Record<string, RegExp>> = {
  i: /^(?:dag|går|morgon|år|fjol|samband|samarbete|samråd|samverkan|enlighet|förväg|efterhand|början|slutet|mitten|första|god|stället)$/,
  på: /^(?:uppdrag|begäran|förslag|plats|nytt|grund|samma|ett|våren|hösten|sommaren|vintern|kvällen|morgonen|natten)$/,
  med: /^(?:stöd|hjälp|anledning|hänsyn|jämna)$/,
  för: /^att$/,
  vid: /^(?:behov|ett|årsskiftet|mötet|sammanträdet|sitt)$/,
  från: /^(?:och|den)$/,
  inom: /^(?:ramen|kort)$/,
}
const adverbs = new Set([
  'sedan',
  'nu',
  'därefter',
  'idag',
  'årligen',
  'löpande',
  'direkt',
  'gemensamt',
  'tillsammans',
  'regelbundet',
  'igår',
  'senast',
  'tidigast',
  'senare',
  'tidigare',
  'skriftligt',
  'skriftligen',
  'muntligt',
  'innan',
])

/**
 * True where what stands after the actor can stay when the actor moves: it tells of the deed, or begins a clause with
 * a subject of its own.
 *
 * @param endsClause the main clause may go on after the actor: the passive stands in a clause before or inside it
 */
export function canStay(following: Word | undefined, endsClause: boolean): boolean {
  // `Handlingar som har upprättats av kommunen är allmänna`: the main clause goes on.
  if (endsClause && isFiniteVerb(following?.form === ',' ? following.next : following)) return true
  return canFollow(following) && !sharesSubject(following)
}

/** True for a word that begins what is said of the deed, or a clause of its own. */
export function canFollow(word: Word | undefined): boolean {
  if (word === undefined || /^[.!?:;]$/.test(word.form)) return true
  const { next, lower, upos } = word
  if (word.form === ',') return next !== undefined && opensClause(next)
  if (upos === 'CCONJ') return next !== undefined && (isOpener(next) || beginsClause(next))
  if (free.has(lower)) return true
  const phrases = freePhrases[lower]
  if (phrases) return next !== undefined && (phrases.test(next.lower) || isTimePhrase(phraseFrom(next)) || isYear(next))
  if (isRelative(word) || /^(?:att|där|dit|än)$/.test(lower)) return false
  if (isOpener(word) || adverbs.has(lower) || isYear(word)) return true
  if (lower === 'klockan' || lower === 'kl.') return true
  return isTimePhrase(phraseFrom(word))
}

/** True after a comma where a clause follows that tells nothing of the actor: no list, and no `som …`. */
function opensClause(word: Word): boolean {
  if (word.lower === 'vilket') return true
  if (word.upos === 'CCONJ') return word.next !== undefined && beginsClause(word.next)
  if (isRelative(word) || word.lower === 'vars' || word.lower === 'där') return false
  return isOpener(word) || word.lower === 'innan' || beginsClause(word)
}

/** True for a subject and its finite verb: `du får`, `beslutet skickas`. */
function beginsClause(first: Word): boolean {
  const words = phraseFrom(first)
  const length = nounPhraseLength(words)
  return length > 0 && isFiniteVerb(words[length])
}

/** True where a verb without a subject of its own follows, which would get another: `prövas av nämnden och skickas hem`. */
export function sharesSubject(following: Word | undefined): boolean {
  for (let word = following; word !== undefined; word = word.next) {
    if (word.upos === 'CCONJ') {
      let after = word.next
      while (after !== undefined && (after.upos === 'ADV' || after.upos === 'PART')) after = after.next
      if (after !== undefined && (after.upos === 'VERB' || after.upos === 'AUX')) return true
      // `… av kommunen och från maj av ett bolag`.
      if (after?.upos === 'ADP') return true
    } else if (isOpener(word) || isFiniteVerb(word)) return false
  }
  return false
}

function isYear({ form }: Word): boolean {
  return /^(?:1\d|20)\d\d$/.test(form)
}

function phraseFrom(first: Word): readonly Word[] {
  const { words } = first.sentence
  const at = first.index - words[0]!.index
  return words.slice(at, at + 10)
}
