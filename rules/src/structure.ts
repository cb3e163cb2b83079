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

/** The whole text of a block. */
export function whole({ text }: { readonly text: string }): Span {
  return { start: 0, end: text.length }
}

/** The first words of a text, to name it by: `Från den 1 mars …`. */
export function opening(text: string, count = 4): string {
  const words = text.split(/\s+/, count + 1)
  return words.length > count ? `${words.slice(0, count).join(' ')} …` : text.replace(/[.:!?]$/, '')
}
