import { CLASSES, ClassNumber, type WordClass } from './word-classes.ts'

/** What clause a verb belongs to, as word classes alone show it. */
const ClauseKind = {
  none: 0,
  main: 1,
  /** A main clause after the first, or coordinated with it. */
  further: 2,
  subordinate: 3,
  relative: 4,
  /** An infinitive or supine of its own. */
  nonfinite: 5,
  /** `Äger du något, så ta med det`: a condition without a subordinator. */
  condition: 6,
} as const

/** Added to the kind of clause for the main verb after an auxiliary. */
const AFTER_AUXILIARY = 8

/** Adverbs that open a subordinate clause unless a finite verb follows at once. */
const OPENING_ADVERBS = new Set(
  'när då hur varför var där dit vart medan innan sedan förrän ifall huruvida varigenom varvid'.split(' '),
)

const FINITE = new Set([ClassNumber['finite verb'], ClassNumber['finite auxiliary'], ClassNumber.imperative])
const NOMINAL = new Set([ClassNumber.NOUN, ClassNumber.PRON, ClassNumber.PROPN, ClassNumber.ADJ])

/** A sentence's words without punctuation: what `markClauses` reads. */
export interface ClauseWords {
  readonly count: number
  /** Number of the class in `CLASSES`. */
  readonly class: Uint8Array
  /** What punctuation stands before each word; 0 for none. */
  readonly marks: Uint8Array
  lower(word: number): string
  /** A pronoun in the nominative, or `man`. */
  isSubjectPronoun(word: number): boolean
  readonly isQuestion: boolean
}

/**
 * Follows the clauses of a sentence from left to right: openers wait for a finite verb; a finite verb that none waits
 * for is of a main clause. Writes to `clause` the kind of clause of each verb (`ClauseKind`), and to `finiteAhead`,
 * `mainAhead` how many finite verbs, and those of main clauses, stand from each word on (at most 2).
 */
export function markClauses(
  words: ClauseWords,
  clause: Uint8Array,
  finiteAhead: Uint8Array,
  mainAhead: Uint8Array,
): void {
  const { count } = words
  const isFiniteAt = (i: number): boolean => i < count && FINITE.has(words.class[i]!)
  let waiting: number = ClauseKind.none
  let mains = 0
  let last: number = ClauseKind.none
  let auxiliary: number = ClauseKind.none
  let auxiliaryTakesAtt = false
  for (let i = 0; i < count; i++) {
    clause[i] = ClauseKind.none
    const name = CLASSES[words.class[i]!]!
    const opener = openerKind(words, i, waiting !== ClauseKind.none, isFiniteAt(i + 1))
    if (opener !== ClauseKind.none) waiting = opener
    if (isFiniteAt(i) || (name === 'supine' && waiting !== ClauseKind.none)) {
      if (waiting !== ClauseKind.none) {
        last = waiting
        waiting = ClauseKind.none
      } else if (i > 0 && words.class[i - 1] === ClassNumber.CCONJ) {
        last = Math.max(last, ClauseKind.further)
      } else {
        mains++
        if (mains === 2 && opensWithCondition(words, clause)) {
          clause[0] = ClauseKind.condition
          mains = 1
        }
        last = mains === 1 ? ClauseKind.main : ClauseKind.further
      }
      clause[i] = last
      auxiliary = name === 'finite auxiliary' ? last : ClauseKind.none
      auxiliaryTakesAtt = auxiliary !== ClauseKind.none && /^kom/u.test(words.lower(i))
    } else if (name === 'infinitive' || name === 'supine') {
      const afterAtt = i > 0 && words.class[i - 1] === ClassNumber.PART && words.lower(i - 1) === 'att'
      if (auxiliary !== ClauseKind.none && (!afterAtt || auxiliaryTakesAtt)) {
        clause[i] = AFTER_AUXILIARY + auxiliary
        auxiliary = ClauseKind.none
      } else clause[i] = ClauseKind.nonfinite
    }
  }
  finiteAhead[count] = 0
  mainAhead[count] = 0
  for (let i = count - 1; i >= 0; i--) {
    const kind = clause[i]!
    const finite = kind !== ClauseKind.none && kind !== ClauseKind.nonfinite && kind < AFTER_AUXILIARY
    const main = kind === ClauseKind.main || kind === ClauseKind.further
    finiteAhead[i] = Math.min(2, finiteAhead[i + 1]! + (finite ? 1 : 0))
    mainAhead[i] = Math.min(2, mainAhead[i + 1]! + (main ? 1 : 0))
  }
}

function openerKind(words: ClauseWords, i: number, isWaiting: boolean, finiteNext: boolean): number {
  const name: WordClass = CLASSES[words.class[i]!]!
  const previous = i > 0 ? words.class[i - 1]! : -1
  switch (name) {
    case 'relative':
      return ClauseKind.relative
    case 'SCONJ': {
      if (previous === ClassNumber.SCONJ) return ClauseKind.none
      const lower = words.lower(i)
      const compares = lower === 'som' || lower === 'än' || lower === 'liksom'
      const clauseNext = i + 1 < words.count && words.class[i + 1] === ClassNumber.SCONJ
      return compares && !clauseNext ? ClauseKind.none : ClauseKind.subordinate
    }
    case 'ADV':
    case 'PRON': {
      const lower = words.lower(i)
      if (name === 'ADV' && lower === 'som') return ClauseKind.subordinate
      if (OPENING_ADVERBS.has(lower) && !finiteNext)
        return lower === 'där' || lower === 'dit' ? ClauseKind.relative : ClauseKind.subordinate
      // ”den utbildning du får”: a relative clause that leaves `som` out
      const bare = !isWaiting && finiteNext && words.marks[i] === 0 && NOMINAL.has(previous)
      return bare && words.isSubjectPronoun(i) ? ClauseKind.relative : ClauseKind.none
    }
    default:
      return ClauseKind.none
  }
}

function opensWithCondition(words: ClauseWords, clause: Uint8Array): boolean {
  return clause[0] === ClauseKind.main && words.class[0] !== ClassNumber.imperative && !words.isQuestion
}
