import type { TextBlock } from '@klarsprak/engine'
import { type Passive, passiveOf, type Word } from 'retext-swedish'
import { auxiliariesOf, isFiniteVerb } from '../src/verbs.ts'

/** Words in an agent that is too long to begin a sentence well. */
const heavy = 6

/**
 * True where a good editor would let the passive be: it keeps the topic of the text, or the actor is long, or is what
 * is new.
 */
export function isWellPassive(word: Word, passive: Passive, head: readonly Word[], block: TextBlock): boolean {
  if (
    head.length - 1 > heavy ||
    isBareAgent(head) ||
    isQualified(head) ||
    isInfinitive(word, passive) ||
    isFragment(block)
  )
    return true
  if (isStatus(passive) || isComparedWithin(word, head)) return true
  if (passive.within !== 'main') return isNew(head)
  return isOnlyThey(word, head[0]!) || isAllowedTo(word, head) || pointsBack(word, passive)
}

/** `av läkare`, `av behörig personal`, `av ideella föreningar`: what kind of people it takes, and nobody known. */
function isBareAgent([, first, ...rest]: readonly Word[]): boolean {
  const words = [first!, ...rest]
  if (words.some(({ upos }) => upos === 'CCONJ' || upos === 'ADP' || upos === 'PRON' || upos === 'DET')) return false
  const noun = words.at(-1)!
  if (noun.upos !== 'NOUN' || noun.morph.Definite === 'Def' || noun.form !== noun.lower) return false
  // An organ without an article: `av fullmäktige`.
  if (noun.lower.endsWith('fullmäktige')) return false
  return words.slice(0, -1).every(({ upos, morph }) => upos === 'ADJ' && morph.Definite !== 'Def')
}

/** `kontrolleras av ett ackrediterat företag`: what it takes to be the one who does it. */
function isQualified([, article, quality]: readonly Word[]): boolean {
  return /^(?:en|ett)$/.test(article!.lower) && qualities.test(quality?.lower ?? '')
}

const qualities =
  /^(?:ackredit|auktoris|behörig|certifi|extern|godkän|kvalific|legitim|oberoende|opartisk|sakkunnig|utbilda|utomstående)/

/** `som städas av en firma`, `när frågan avgörs av Eva Lind`: in a clause inside another, who is new comes last. */
function isNew([, first]: readonly Word[]): boolean {
  return (
    /^(?:en|ett|två|tre|fyra|fem|flera|några|andra)$/.test(first!.lower) ||
    first!.upos === 'NUM' ||
    (first!.upos === 'PROPN' && /^\p{Lu}/u.test(first!.form))
  )
}

/** `för att prövas av nämnden`, `låta barnen fostras av andra`: another verb says whose clause it is. */
function isInfinitive(word: Word, { auxiliary }: Passive): boolean {
  const first = auxiliariesOf(word)[0] ?? auxiliary ?? word
  return (
    first.previous?.lower === 'att' && first.previous.previous?.lower !== 'kommer' && first.morph.VerbForm === 'Inf'
  )
}

/** `Taxan är antagen av fullmäktige`: what standing a paper has. */
function isStatus({ kind, active, auxiliary }: Passive): boolean {
  return kind === 'state' && auxiliary?.lower === 'är' && /^(?:anta|fastställa|ta fram|framta)$/.test(active ?? '')
}

/** `Tillsynen sköts av kommunen, medan tillstånden prövas av länsstyrelsen`: who does which is what is told. */
function isComparedWithin(word: Word, [, actor]: readonly Word[]): boolean {
  return word.sentence.words.some((other) => {
    if (other === word || other.upos !== 'VERB' || !other.lower.endsWith('s')) return false
    const { agent, within } = passiveOf(other)
    return agent?.[1] !== undefined && agent[1] !== actor && agent[1].lower !== actor!.lower && within !== 'relative'
  })
}

/** A point in a list that is no sentence. */
function isFragment({ kind, text }: TextBlock): boolean {
  return kind === 'listItem' && !/^[^\p{L}]*\p{Lu}.*[.!?]\P{L}*$/su.test(text)
}

/** `får bara utföras av personalen`: that nobody else may is what is said. */
function isOnlyThey(word: Word, av: Word): boolean {
  return [word.previous, av.previous].some((before) => /^(?:bara|endast|enbart)$/.test(before?.lower ?? ''))
}

/** `De bereds av nämnden`, `Därefter prövas den av domstolen`: the passive keeps what the sentence before was about. */
function pointsBack(word: Word, { auxiliary }: Passive): boolean {
  const finite = [word, auxiliary, auxiliariesOf(word)[0]].find((verb) => isFiniteVerb(verb))
  if (/^(?:de|dessa|han|hon|hen)$/.test(finite?.previous?.lower ?? '')) return true
  const { next } = finite ?? {}
  return (
    /^(?:den|de|denna|dessa|han|hon|hen)$/.test(next?.lower ?? '') && !/^(?:NOUN|ADJ|NUM)$/.test(next!.next?.upos ?? '')
  )
}

/** `får överklagas av den som berörs`: whom the rule is about is what is said. */
function isAllowedTo(word: Word, [, first]: readonly Word[]): boolean {
  return (
    /^(?:får|kan)$/.test(auxiliariesOf(word)[0]?.lower ?? '') &&
    /^(?:den|de|dem|alla)$/.test(first!.lower) &&
    first!.next?.lower === 'som'
  )
}
