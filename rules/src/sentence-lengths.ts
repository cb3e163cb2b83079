import type { TextBlock } from '@klarsprak/engine'

/** How long a sentence is, and where it stands in its block. */
export interface SentenceLength {
  readonly start: number
  readonly end: number
  /** As the catalogue counts. */
  readonly words: number
}

/** The sentences of a block that have words; undefined where it has none, or is a quotation. */
export function lengthsOf(block: TextBlock): SentenceLength[] | undefined {
  if (block.quoted) return undefined
  const found = block.sentences
    .filter(({ wordCount }) => wordCount > 0)
    .map(({ start, end, wordCount }) => ({ start, end, words: wordCount }))
  return found.length > 0 ? found : undefined
}

/** Words in a sentence, on the average; 0 for no sentences. */
export function mean(sentences: readonly SentenceLength[]): number {
  if (sentences.length === 0) return 0
  return sentences.reduce((sum, { words }) => sum + words, 0) / sentences.length
}

/** The length that half of the sentences reach; 0 for no sentences. */
export function median(sentences: readonly SentenceLength[]): number {
  const lengths = sentences.map(({ words }) => words).sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length / 2)] ?? 0
}
