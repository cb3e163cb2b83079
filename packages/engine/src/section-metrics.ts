import { detailOf } from './detail.ts'
import { type BlockStats, sumMetrics } from './metrics.ts'
import type { FileResult, Metrics } from './result.ts'

/** The metrics of a heading and what stands below it, up to the next heading of its level or higher. */
export interface SectionMetrics {
  /** The number of the heading's block. */
  block: number
  /** 1–6. */
  level: number
  metrics: Metrics
  /** Where the section ends in the source. */
  end: number
}

/**
 * The metrics of every section, in text order, from what the linter kept: nothing is analysed again.
 *
 * @throws TypeError for a result that did not come from `lint` in this process
 */
export function sectionMetrics(result: FileResult): SectionMetrics[] {
  const { document, blocks } = detailOf(result)
  const open: { section: SectionMetrics; stats: BlockStats[] }[] = []
  const sections: { section: SectionMetrics; stats: BlockStats[] }[] = []
  for (const block of document.blocks) {
    if (block.kind === 'heading') {
      while (open.length > 0 && open.at(-1)!.section.level >= block.level) open.pop()!.section.end = block.source.start
      const section = { block: block.index, level: block.level, metrics: result.metrics, end: document.source.length }
      const entry = { section, stats: [] as BlockStats[] }
      open.push(entry)
      sections.push(entry)
    } else for (const { stats } of open) stats.push(blocks[block.index]!)
  }
  return sections.map(({ section, stats }) => ({ ...section, metrics: sumMetrics(stats) }))
}
