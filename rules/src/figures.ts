import { type BlockSummary, type DocumentSummary, sumMetrics } from '@klarsprak/engine'
import type { Span } from './structure.ts'

/** The readability figures of the running text of a document. */
type TextFigures = ReturnType<typeof sumMetrics>

export function figuresOf({ blocks }: DocumentSummary<unknown>): TextFigures {
  return sumMetrics(blocks.map(({ stats }) => stats))
}

/** A block of fewer words is a date or a number, and no place to begin. */
const fewestWords = 5

/** The first block of running text, with the place to mark in it; undefined where there is none. */
export function firstBody(blocks: readonly BlockSummary<Span>[]): { index: number; at: Span } | undefined {
  const body = blocks.filter(({ stats, facts }) => facts !== undefined && (stats.body?.forms.length ?? 0) > 0)
  const block = body.find(({ wordCount }) => wordCount >= fewestWords) ?? body[0]
  return block && { index: block.index, at: block.facts! }
}

/** A number as Swedish writes it: `1,35`. */
export function decimal(value: number, decimals: number): string {
  return value.toFixed(decimals).replace('.', ',')
}
