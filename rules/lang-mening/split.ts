import type { Sentence, Word } from 'retext-swedish'
import { nounPhraseLength } from '../src/phrases.ts'
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
const subordinators = new Set([
  'att',
  'som',
  'om',
  'när',
  'eftersom',
  'medan',
  'innan',
  'tills',
  'då',
  'vad',
  'hur',
  'var',
  'vem',
  'vilka',
  'vilken',
  'vilket',
])
const subjects = new Set(['jag', 'du', 'vi', 'ni', 'han', 'hon', 'hen', 'de', 'den', 'det', 'detta'])

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
    if (!startsMainClause(words, at + 1, comma !== undefined) || !hasMainClause(words, 0, at)) continue
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

/**
 * True where a subject and its finite verb stand at `at`: `du får`, and after a comma also `vår handläggare
 * kan`. Without a comma a noun may as well be joined to the noun before.
 */
function startsMainClause(words: readonly Word[], at: number, afterComma: boolean): boolean {
  const first = words[at]
  if (first === undefined) return false
  if (subjects.has(first.lower)) return isFiniteVerb(words[at + 1])
  const length = afterComma ? nounPhraseLength(words.slice(at, at + 5)) : 0
  return length > 0 && first.lower !== 'som' && isFiniteVerb(words[at + length])
}

function hasMainClause(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isFiniteVerb(words[at]!)) return true
  return false
}

/** True where the clause before the conjunction hangs on a subordinator that the clause after it may share. */
function isInsideSubordinate(words: readonly Word[], at: number): boolean {
  for (let index = at - 1; index >= 0; index--) {
    const word = words[index]!
    if (index < at - 1 && /^[,;:]$/.test(word.form)) return false
    if (word.upos === 'SCONJ' || (word.upos !== 'ADP' && subordinators.has(word.lower)))
      return words[at - 1]!.form !== ','
  }
  return false
}
