import type { BlockSummary } from '@klarsprak/engine'
import { isHeading, type Span } from '../src/structure.ts'

/** Without folded lines, so that only a line of its own counts. */
const subjectLine = /^(?:ämne|ärende|rubrik):\s*(\S.*)$/i

/** The text of a heading, or what follows the label of a mail's or a letter's subject line; otherwise empty. */
export function headingText(block: BlockSummary): string {
  if (isHeading(block)) return subjectLine.exec(block.text)?.[1] ?? (block.text.trim() === '' ? '' : block.text)
  return (block.index < 4 && subjectLine.exec(block.text)?.[1]) || ''
}

/** Where the words of a heading stand in its block, its numbering and closing signs left out. */
export function wordsOf(block: string, text: string): Span {
  const words = plain(text)
  const start = block.length - text.length + text.toLowerCase().indexOf(words)
  return { start, end: start + words.length }
}

/** Lower case, without numbering before and punctuation after. */
export function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/^\s*(?:§?\s*\d+(?:\.\d+)*\.?\s*§?\s*)?/, '')
    .replace(/[\s.:!?…–-]+$/, '')
}
