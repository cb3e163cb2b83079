import type { Word } from 'retext-swedish'
import { isFiniteVerb } from '../verbs.ts'

const questionWords = new Set(['när', 'då', 'där', 'dit', 'hur', 'varför', 'vart'])
const relatives = new Set(['som', 'vilken', 'vilket', 'vilka'])

/** True for a word that a relative clause begins with: `som`, `vilka`. */
export function isRelative({ lower, upos, previous }: Word): boolean {
  // `Som huvudregel fattas beslut av …`
  if (lower === 'som' && previous === undefined) return false
  return relatives.has(lower) && upos !== 'ADP' && upos !== 'DET'
}

/** True for a word that opens a subordinate clause. */
export function isOpener(word: Word): boolean {
  // `så snart`, `så länge`
  if (word.previous?.lower === 'så' && /^(?:snart|länge|fort|ofta)$/.test(word.lower)) return true
  if (word.lower === 'som' && word.previous === undefined) return false
  return word.upos === 'SCONJ' || isRelative(word) || (questionWords.has(word.lower) && word.upos !== 'ADP')
}

/** True where the verbs before a place all stand in subordinate clauses, so that the main clause’s is still to come. */
export function areSubordinate(words: readonly Word[]): boolean {
  let open = 0
  for (const word of words) {
    if (isOpener(word)) open++
    else if (isFiniteVerb(word) && --open < 0) return false
  }
  return true
}
