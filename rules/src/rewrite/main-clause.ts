import type { Word } from 'retext-swedish'
import { nounPhraseLength } from '../phrases.ts'
import { isFiniteVerb } from '../verbs.ts'
import { areSubordinate, isOpener, isRelative } from './clause-border.ts'
import { isTimePhrase, phraseLength } from './phrase.ts'

/**
 * The words of a main clause before its finite verb: from the sentence's start, or from a conjunction after another
 * main clause. Undefined where the verb may not be that of a main clause.
 */
export function clauseStart(before: readonly Word[]): readonly Word[] | undefined {
  let from = 0
  while (from < before.length && (before[from]!.upos === 'PUNCT' || before[from]!.upos === 'CCONJ')) from++
  let left = before.slice(from)
  const colon = left.findLastIndex(({ form }) => form === ':' || form === ';')
  if (colon >= 0) left = left.slice(colon + 1)
  const finites = left.filter(isFiniteVerb).length
  const opens = left[0] !== undefined && isOpener(left[0])
  if (finites === 0) {
    if (left.some((word) => word.upos === 'SCONJ' || word.lower === 'som')) return undefined
    return left.some(({ form }) => form === ',') && !isList(left) ? undefined : left
  }
  if (areSubordinate(left)) {
    // `Om du inte betalar skickas …`; `Den ansökan som du skickade in prövas …`.
    const commas = left.filter(({ form }) => form === ',').length
    if (commas > 0) return undefined
    return opens || left.at(-1)!.upos !== 'CCONJ' ? left : undefined
  }
  const joint = left.findLastIndex(({ upos }) => upos === 'CCONJ')
  if (joint < 1) return undefined
  const own = left.slice(joint + 1)
  const earlier = left.slice(0, joint)
  if (own.length === 0 || own.some((word) => isFiniteVerb(word) || isOpener(word) || word.form === ','))
    return undefined
  if (isOpener(earlier[0]!) || areSubordinate(earlier) || isUnfinished(earlier)) return undefined
  return own
}

/** `Avgiften för förskola, fritidshem och omsorg`: commas before a last part with a conjunction. */
function isList(left: readonly Word[]): boolean {
  const comma = left.findLastIndex(({ form }) => form === ',')
  const joint = left.findLastIndex(({ upos }) => upos === 'CCONJ')
  const plain = left.every(({ upos, form }) => form === ',' || /^(?:DET|ADJ|NOUN|PROPN|NUM|ADP|CCONJ)$/.test(upos))
  return joint > comma && plain && left[0]!.upos !== 'ADP'
}

/** True where a clause or a list has begun after the last finite verb: the conjunction belongs to it. */
function isUnfinished(earlier: readonly Word[]): boolean {
  const after = earlier.slice(earlier.findLastIndex(isFiniteVerb) + 1)
  const last = after.at(-1)
  return after.some((word) => word !== last && (isOpener(word) || word.form === ','))
}

/** True for what stands first in an inverted clause. */
export function isFront(left: readonly Word[], hasPhrase: boolean): boolean {
  const [first] = left
  if (first === undefined) return true
  if (isTimePhrase(left) && hasPhrase) return true
  if (isOpener(first)) return true
  if (first.lower === 'som') return true
  if (first.upos === 'ADP') return !/^(?:över|mellan)$/.test(first.lower) || hasPhrase
  if (first.upos === 'ADV' || first.morph.VerbForm === 'Part') return hasPhrase
  return false
}

/** Adverbs that belong to a noun phrase: `även barn`, `cirka 40 procent`. */
const quantifying = /^(?:även|också|bara|endast|enbart|cirka|ungefär|drygt|knappt|nästan|minst|högst|mer|särskilt)$/

/** True for words that can be the whole subject: a noun phrase, and whatever belongs to it before a verb in the second place. */
export function isSubject(left: readonly Word[]): boolean {
  const last = left.at(-1)!
  if (/^[,;:()–-]$/.test(last.form) || left.some(({ form }) => /^[;:()–—-]$/.test(form))) return false
  if (nounPhraseLength(left) > 0 || phraseLength(left) > 0) return !endsInAdverb(left)
  return quantifying.test(left[0]!.lower) && left.some(({ upos }) => upos === 'NOUN' || upos === 'PROPN')
}

function endsInAdverb(left: readonly Word[]): boolean {
  return left.length > 1 && left.at(-1)!.upos === 'ADV' && !left.some(isFiniteVerb)
}

const interrogative = /^(?:vad|vem|vilk(?:en|et|a))$/

/**
 * How many words the subject takes right after a finite verb: 0 where it stands before the verb, or where there is
 * none. Undefined where it cannot be told.
 */
export function subjectLengthAfter(verb: Word): number | undefined {
  const { words } = verb.sentence
  const at = verb.index - words[0]!.index
  const before = words.slice(0, at)
  const after = words.slice(at + 1)
  const next = after[0]
  if (verb.morph.Mood === 'Imp') return 0
  if (next?.upos === 'PRON' && next.morph.Case === 'Nom') return 1
  if (isInSubordinate(before)) return 0
  const { previous } = verb
  if (previous?.upos === 'CCONJ' && before.some(isFiniteVerb)) return 0
  const left = clauseStart(before)
  const length = nounPhraseLength(after)
  // `Vad medför beslutet?`: what is asked for may be the subject or the object.
  if (length > 0 && left?.[0] !== undefined && interrogative.test(left[0].lower)) return undefined
  if (left === undefined) return length === 0 && isAfterComma(before) ? 0 : undefined
  // `Väntetiden överstiger tre månader`: a time that is measured is no subject.
  if (left.length === 0 || isFront(left, length > 0 && !isTimePhrase(after.slice(0, length)))) {
    // A phrase after the subject may belong to it or not.
    if (length === 0 || after[length]?.upos === 'ADP' || after[length]?.upos === 'CCONJ') return undefined
    return length
  }
  return isSubject(left) ? 0 : undefined
}

/** `Du behöver inte ansöka, pengarna betalas …`: the subject of a clause of its own, with a comma before it. */
function isAfterComma(before: readonly Word[]): boolean {
  const comma = before.findLastIndex(({ form }) => form === ',')
  const own = before.slice(comma + 1)
  if (comma < 0 || own.length === 0 || isFront(own, false) || own.some(isFiniteVerb)) return false
  return own.at(-1)!.upos === 'NOUN' && isSubject(own)
}

/** True where opener and subject stand right before the verb: `om vi mottar`, `som mottar`. */
function isInSubordinate(before: readonly Word[]): boolean {
  const at = before.findLastIndex(isOpener)
  if (at < 0) return false
  const between = before.slice(at + 1)
  if (between.some((word) => isFiniteVerb(word) || word.form === ',')) return false
  const length = phraseLength(between)
  if (length === 0 && !isRelative(before[at]!)) return false
  return between.slice(length).every(({ upos }) => upos === 'ADV' || upos === 'PART')
}
