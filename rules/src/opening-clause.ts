import type { Sentence, Word } from 'retext-swedish'
import { scanClauses } from './clause-scan.ts'
import { firstWord } from './sentence-words.ts'

/** Openers of several words, and of infinitives: `för att kunna bedöma`, `trots att`. */
const phrases =
  /^(?:för att|trots att|genom att|i syfte att|i den mån|i de fall|utöver att|i och med att|på grund av att|med anledning av att|under förutsättning att|förutsatt att|allt eftersom)(?!\p{L})/iu

/** True for a sentence that begins with a subordinate clause. */
export function opensWithClause(sentence: Sentence): boolean {
  const first = firstWord(sentence)
  if (first === undefined) return false
  if (first.upos === 'SCONJ') return opensClause(first)
  const { text } = sentence
  return phrases.test(text) || (startsWithSign.test(text) && phrases.test(text.replace(startsWithSign, '')))
}

const startsWithSign = /^[^\p{L}]+/u

/** True for a subordinator that a clause begins with. */
function opensClause({ index, sentence }: Word): boolean {
  return scanClauses(sentence).some(({ opener }) => opener?.index === index) || phrases.test(sentence.text)
}
