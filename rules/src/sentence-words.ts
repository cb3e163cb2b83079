import type { TextBlock } from '@klarsprak/engine'
import type { Sentence, Word } from 'retext-swedish'

/** How many words stand from one place to another in a sentence, both offsets into its text; punctuation is none. */
export function wordsBetween({ words }: Sentence, start: number, end: number): number {
  let count = 0
  for (const word of words) if (word.start >= start && word.end <= end && isCounted(word) && !isJoined(word)) count++
  return count
}

/** The same without the words that stand in quotation marks, which are only named. */
export function unquotedBetween({ words }: Sentence, start: number, end: number, block: TextBlock): number {
  let count = 0
  for (const word of words)
    if (
      word.start >= start &&
      word.end <= end &&
      isCounted(word) &&
      !isJoined(word) &&
      !block.inQuote(word.start, word.end)
    )
      count++
  return count
}

/** True for what a stroke joins to the word before: `barn/elev` counts as one. */
function isJoined({ start, previous }: Word): boolean {
  return (
    previous !== undefined &&
    previous.form === '/' &&
    previous.end === start &&
    previous.previous?.end === previous.start
  )
}

/** True for what counts as a word: no punctuation, no sign, no address. */
export function isCounted({ kind }: Word): boolean {
  return kind === 'word' || kind === 'number'
}

/** The first word of a sentence that is no punctuation; undefined where it has none. */
export function firstWord({ words }: Sentence): Word | undefined {
  for (const word of words) if (word.upos !== 'PUNCT') return word
  return undefined
}
