import type { Block, Document } from '@klarsprak/documents'
import { analyse } from 'retext-swedish'
import type { BlockCache, BlockRecord } from './block-cache.ts'
import { BlockView, blockKey } from './block-view.ts'
import { type BlockStats, blockStats } from './metrics.ts'
import { settleOverlaps } from './overlap.ts'
import type { BlockFinding, BlockFindings, Program } from './program.ts'
import type { BlockSummary, DocumentSummary, TextBlock } from './types.ts'

/** What a document gave, block by block. */
export interface DocumentRun {
  readonly stats: readonly BlockStats[]
  /** Findings by block, overlaps settled; findings of a document without blocks stand at 0. */
  readonly findings: readonly (readonly BlockFinding[])[]
  /** BCP 47 where most of the text is in another language than Swedish. */
  readonly language: string | undefined
  /** The records used, by key: they need not be looked for again while the document is open. */
  readonly records: ReadonlyMap<string, BlockRecord>
}

/**
 * Runs a program over a document. Blocks that `known` or the cache holds are not analysed again.
 *
 * @param known records of the document's last run
 */
export function lintDocument(
  document: Document,
  program: Program,
  cache: BlockCache,
  known?: ReadonlyMap<string, BlockRecord>,
): DocumentRun {
  cache.makeRoom(document.source.length)
  const records = new Map<string, BlockRecord>()
  const stats: BlockStats[] = []
  const found: BlockFindings[] = []
  for (const block of document.blocks) {
    const key = blockKey(block, document.format)
    let record = records.get(key) ?? known?.get(key) ?? cache.get(key)
    let findings = record?.findings.get(program)
    if (!record || !findings) {
      const analysis = analyse(block.text, { heading: block.kind === 'heading' })
      record ??= { stats: blockStats(block, analysis), findings: new WeakMap() }
      findings = program.runBlock(new BlockView(block, analysis), document.format, record.stats.foreign)
      record.findings.set(program, findings)
      cache.set(key, record)
    }
    records.set(key, record)
    stats.push(record.stats)
    found.push(findings)
  }
  const language = foreignLanguage(stats)
  const settled = found.map((findings) => findings.settled as readonly BlockFinding[])
  if (program.hasDocumentRules) addDocumentFindings(document, program, stats, found, settled, language !== undefined)
  return { stats, findings: settled, language, records }
}

function addDocumentFindings(
  document: Document,
  program: Program,
  stats: readonly BlockStats[],
  found: readonly BlockFindings[],
  settled: (readonly BlockFinding[])[],
  foreign: boolean,
): void {
  let place = 0
  const blocks = document.blocks.map((block, index): BlockSummary => {
    const { wordCount, sentenceCount } = stats[index]!
    const { facts } = found[index]!
    const { kind, level, text, lang, marks, list, table, quoted, looksLikeHeading = false, missing = false } = block
    return {
      index,
      kind,
      level,
      text,
      lang,
      marks,
      list,
      table,
      quoted,
      looksLikeHeading,
      missing,
      wordCount,
      sentenceCount,
      foreign: stats[index]!.foreign,
      // Each rule in turn is shown the same objects, with its own facts.
      get facts() {
        return facts[place]
      },
    }
  })
  const { format, fragment, title, lang, frontMatter } = document
  const summary: DocumentSummary = { format, fragment, title, lang, frontMatter, blocks }
  const byBlock = program.runDocument(
    (asking) => {
      place = asking
      return summary
    },
    (index) => ({ block: siteOf(document.blocks[index]), foreign: foreign || (stats[index]?.foreign ?? false) }),
  )
  for (const [index, findings] of byBlock) settled[index] = settleOverlaps([...(found[index]?.all ?? []), ...findings])
}

const emptyBlock: Pick<Block, 'text' | 'marks' | 'quoted'> = { text: '', marks: [], quoted: false }

/** A block as far as placing a document rule's finding needs it: its words are not analysed again. */
function siteOf(block: Block | undefined): TextBlock {
  return new BlockView({ ...emptyBlock, ...block } as Block, {
    text: block?.text ?? '',
    sentences: [],
    words: [],
    language: 'und',
  })
}

/** The language that most words stand in, where that is another than Swedish. */
function foreignLanguage(stats: readonly BlockStats[]): string | undefined {
  const words = new Map<string, number>()
  let all = 0
  for (const { wordCount, language, foreign } of stats) {
    all += wordCount
    if (foreign) words.set(language, (words.get(language) ?? 0) + wordCount)
  }
  for (const [language, count] of words) if (count * 2 > all && language !== 'und') return language
  return undefined
}
