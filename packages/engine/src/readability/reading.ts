import { analyse, type Sentence } from 'retext-swedish'
import { detailOf } from '../detail.ts'
import { LineIndex } from '../line-index.ts'
import { type BlockStats, blockStats } from '../metrics.ts'
import type { FileResult, Range } from '../result.ts'

/** A sentence of the running text, with its analysis. */
export interface ReadSentence {
  /** The number of its block. */
  readonly block: number
  readonly sentence: Sentence
  /** In the source. */
  readonly range: Range
}

/** A heading and the running text below it, up to the next heading. */
export interface ReadSection {
  /** Undefined for what stands before the first heading. */
  readonly heading: string | undefined
  /** 1–6; 0 where there is no heading. */
  readonly level: number
  /** Of the heading; of the first sentence where there is none. */
  readonly range: Range
  readonly sentences: readonly ReadSentence[]
  readonly stats: readonly BlockStats[]
}

/**
 * The running text of a result, section by section. It is analysed again: a linter keeps findings, not words.
 *
 * @throws TypeError for a result that did not come from `lint` in this process
 */
export function readSections(result: FileResult): ReadSection[] {
  const { document, blocks: stats } = detailOf(result)
  const lines = new LineIndex(document.source)
  const sections: { -readonly [K in keyof ReadSection]: ReadSection[K] }[] = []
  const open = { sentences: [] as ReadSentence[], stats: [] as BlockStats[] }
  for (const block of document.blocks) {
    if (block.kind === 'heading') {
      open.sentences = []
      open.stats = []
      const range = lines.range(block.map.start(0), block.map.end(block.text.length))
      sections.push({ heading: block.text, level: block.level, range, ...open })
      continue
    }
    if (stats[block.index]?.body === undefined) continue
    const analysis = analyse(block.text)
    for (const sentence of analysis.sentences) {
      if (sentence.wordCount === 0) continue
      const range = lines.range(block.map.start(sentence.start), block.map.end(sentence.end))
      if (sections.length === 0) sections.push({ heading: undefined, level: 0, range, ...open })
      open.sentences.push({ block: block.index, sentence, range })
    }
    open.stats.push(blockStats(block, analysis))
  }
  return sections
}
