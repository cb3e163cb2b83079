import type { Sentence } from 'retext-swedish'
import { scanClauses } from '../src/clause-scan.ts'

/** With fewer subordinate clauses the words are many, and the thoughts are not. */
const fewest = 3
/** Words and a full stop of a short last clause. */
const shortest = 5
/** Openers of clauses that read easily in a row. */
const parallel = new Set(['att', 'hur', 'vad', 'vem', 'vilken', 'vilket', 'vilka', 'som', 'när', 'om'])

const fewestAlike = 2
/** `att …, att … och att …`: three or more that begin alike, which is a list in a sentence. */
const inRow = /(?<!\p{L})(att|om|hur|vad|vilka|vilken|vilket|när) [^,.]+, \1 [^,.]+(?:,? (?:och|eller|samt)) \1 /iu

/** `vilka regler som gäller, vad det kostar och när du får svar` */
const asked = '(?:hur|vad|vem|vilken|vilket|vilka|varför|när|var|vart)'
const questionsInRow = new RegExp(`(?<!\\p{L})${asked} [^,.]+, ${asked} [^.]+(?:och|eller|samt) ${asked} `, 'iu')

export function isRowOfClauses({ text }: Sentence): boolean {
  return inRow.test(text) || questionsInRow.test(text)
}

/**
 * True for a long sentence of a plain build: few subordinate clauses, clauses side by side with the same opener, a
 * bracket that makes it long, or a row of examples.
 */
export function isEasy(sentence: Sentence): boolean {
  const { text } = sentence
  if (/\([^()]{12,}\)/.test(text) || /(?:t\.ex\.|till exempel|bland annat|såsom)[^.]*,[^.]*,/i.test(text)) return true
  // A clause of a few words last, as `… det som sägs`, asks nothing of the reader.
  const last = sentence.words.length - shortest
  const clauses = scanClauses(sentence).filter(
    ({ type, verb, from }) => type !== 'main' && verb !== undefined && from < last,
  )
  if (clauses.length < fewest || questionsInRow.test(text)) return true
  // `en avgift som tas ut … samt en avgift som påverkas …`: each hangs on a noun of its own.
  if (
    new Set(clauses.map(({ type, opener, depth, from }) => (type === 'relative' && depth === 1 ? opener?.lower : from)))
      .size < fewest
  )
    return true
  const times = new Map<string, number>()
  for (const { opener } of clauses) {
    const lower = opener?.lower ?? ''
    if (parallel.has(lower)) times.set(lower, (times.get(lower) ?? 0) + 1)
  }
  for (const [opener, count] of times)
    if (count >= fewestAlike && new RegExp(`(?:,|och|eller|samt) ${opener} `, 'i').test(text)) return true
  return false
}
