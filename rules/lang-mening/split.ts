import type { Sentence, Word } from 'retext-swedish'
import { isFiniteVerb } from '../src/verbs.ts'

/** A place where a new sentence can begin. */
export interface SplitPlace {
  /** The comma before the conjunction. */
  comma: Word | undefined
  /** The conjunction. */
  word: Word
  /** The first word of the new sentence when the conjunction is left out. */
  next: Word
  /** True where the conjunction can go and the new sentence stands as it is. */
  drop: boolean
}

/** Conjunctions that may go, because a full stop says the same. */
const droppable = new Set(['och', 'samt'])
const conjunctions = new Set([...droppable, 'men', 'utan', 'så'])
const subordinators = new Set(['att', 'som', 'om', 'när', 'eftersom', 'därför', 'medan', 'innan', 'tills', 'då'])

/**
 * Finds where a long sentence can be cut: a conjunction between two main clauses, each of at least six
 * words. Nearest the middle first. Says nothing where it cannot see a main clause on both sides.
 */
export function splitPlaces(sentence: Sentence): SplitPlace[] {
  const { words } = sentence
  const places: (SplitPlace & { distance: number })[] = []
  for (let at = 6; at < words.length - 6; at++) {
    const word = words[at]!
    if (!conjunctions.has(word.lower)) continue
    const comma = words[at - 1]!.form === ',' ? words[at - 1] : undefined
    if (word.lower === 'så' && !comma) continue
    if (!startsMainClause(words, at + 1) || !hasMainClause(words, 0, at)) continue
    if (isInsideSubordinate(words, at)) continue
    places.push({
      comma,
      word,
      next: words[at + 1]!,
      drop: droppable.has(word.lower),
      distance: Math.abs(at - words.length / 2),
    })
  }
  return places.sort((a, b) => a.distance - b.distance)
}

/** True where a subject and then a finite verb stand at `at`: `du får`, `vår handläggare kan`. */
function startsMainClause(words: readonly Word[], at: number): boolean {
  for (let index = at; index < Math.min(words.length, at + 6); index++) {
    const word = words[index]!
    if (isFiniteVerb(word)) return index > at && isNominal(words[index - 1]!)
    if (!isNominal(word) && word.upos !== 'ADJ' && word.upos !== 'DET' && word.upos !== 'NUM') return false
    if (word.upos === 'PRON' && word.morph.Case === 'Acc') return false
  }
  return false
}

function hasMainClause(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isFiniteVerb(words[at]!)) return true
  return false
}

/** True where the clause before the conjunction hangs on a subordinator that the clause after it may share. */
function isInsideSubordinate(words: readonly Word[], at: number): boolean {
  for (let index = at - 1; index >= 0; index--) {
    const word = words[index]!
    if (word.form === ',' && index < at - 1) return false
    if (word.upos === 'SCONJ' || (subordinators.has(word.lower) && word.upos !== 'ADP' && word.upos !== 'PART'))
      return words[at - 1]!.form !== ','
  }
  return false
}

function isNominal(word: Word): boolean {
  return word.upos === 'NOUN' || word.upos === 'PROPN' || word.upos === 'PRON'
}
