import type { BlockSummary, TextBlock } from '@klarsprak/engine'

/** A stretch of a block's text, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Where the first sentence of a block stands: what a finding about the whole block marks. */
export function firstSentence(block: TextBlock): Span | undefined {
  const sentence = block.sentences[0]
  return sentence && { start: sentence.start, end: sentence.end }
}

/** True for the blocks that a reader reads from end to end. */
export function isRunningText({ kind }: Pick<BlockSummary, 'kind'>): boolean {
  return kind === 'lead' || kind === 'paragraph' || kind === 'listItem' || kind === 'quote'
}

/** True for a heading that the document's markup makes one, or that plain text can only show by its looks. */
export function isHeading({ kind }: Pick<BlockSummary, 'kind'>): boolean {
  return kind === 'heading'
}
