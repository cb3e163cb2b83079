import type { BlockSummary, DocumentSummary } from '@klarsprak/engine'
import { isHeading } from './structure.ts'

/** `§ 12`, `12 §`, `3.`, `2.1`: headings of sections that are numbered through. */
const numbering = /^(?:§+\s*\d|\d+\s*(?:§|kap\b)|\d+(?:\.\d+)*[.)]?\s)/

/** True for a heading that carries a number of its own. */
export function isNumbered({ text }: Pick<BlockSummary, 'text'>): boolean {
  return numbering.test(text)
}

/** The headings whose levels somebody has chosen. Plain text has none: there a level is a guess. */
export function levelledHeadings<B extends BlockSummary>(document: { format: string; blocks: readonly B[] }): B[] {
  if (document.format === 'text') return []
  return document.blocks.filter((block) => isHeading(block) && !block.quoted)
}

/** What kind of text it is, set as a heading above the real one. */
const label = /^(?:pressmeddelande|pressinbjudan|nyhet|meddelande|brev)(?: (?:den )?\d[\d\p{L} .-]*)?$/iu

/**
 * The heading that names the whole document: the first of level 1, or the first of all where none has that level.
 * `Pressmeddelande` and the like name none.
 */
export function mainHeading<F>({ blocks }: DocumentSummary<F>): BlockSummary<F> | undefined {
  const headings = blocks.filter((block) => isHeading(block) && block.text !== '' && !label.test(block.text.trim()))
  return headings.find(({ level }) => level === 1) ?? (headings[0]?.level === 2 ? headings[0] : undefined)
}

/** How a level is written in the format, for advice: `##`, `h2` or `Rubrik 2`, as the style is called. */
export function levelMarkup(level: number, format: DocumentSummary['format']): string {
  if (format === 'office') return `Rubrik ${level}`
  return format === 'html' ? `h${level}` : '#'.repeat(level)
}
