import type { Block, Document } from '@klarsprak/documents'
import { analyse } from 'retext-swedish'
import { type BlockCache, BlockRecord } from './block-cache.ts'
import { BlockView, blockKey, keepKeys } from './block-view.ts'
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

export interface RunOptions {
  /** The document as it was, and its run. */
  readonly last?: { readonly document: Document; readonly run: DocumentRun }
  /** The document is a passage of a larger one: document rules say nothing. */
  readonly passage?: boolean
}

/** Runs a program over a document. Blocks that the last run or the cache holds are not analysed again. */
export function lintDocument(
  document: Document,
  program: Program,
  cache: BlockCache,
  { last, passage = false }: RunOptions = {},
): DocumentRun {
  cache.makeRoom(document.source.length)
  if (last) keepKeys(last.document.blocks, document.blocks)
  const records = new Map<string, BlockRecord>()
  const stats: BlockStats[] = []
  const found: BlockFindings[] = []
  for (const block of document.blocks) {
    const key = blockKey(block, document.format)
    let record = records.get(key) ?? last?.run.records.get(key) ?? cache.get(key)
    let findings = record?.findings(program)
    if (!record || !findings) {
      const analysis = analyse(block.text, { heading: block.kind === 'heading' })
      record ??= new BlockRecord(blockStats(block, analysis))
      findings = program.runBlock(new BlockView(block, analysis), document.format, record.stats.foreign)
      record.keep(program, findings)
      cache.set(key, record)
    }
    records.set(key, record)
    stats.push(record.stats)
    found.push(findings)
  }
  const language = foreignLanguage(stats)
  const settled = found.map((findings) => findings.settled as readonly BlockFinding[])
  if (program.hasDocumentRules && !passage)
    for (const [index, findings] of documentFindings(document, program, stats, found, language !== undefined))
      settled[index] = settleOverlaps([...(found[index]?.all ?? []), ...findings])
  return { stats, findings: settled, language, records }
}

/** What the document rules find, by block. */
function documentFindings(
  document: Document,
  program: Program,
  stats: readonly BlockStats[],
  found: readonly BlockFindings[],
  foreign: boolean,
): ReturnType<Program['runDocument']> {
  const asking = { place: 0 }
  const blocks = document.blocks.map((block, index) => new SummaryView(block, stats[index]!, found[index]!, asking))
  const { format, fragment, title, lang, frontMatter } = document
  const summary: DocumentSummary = { format, fragment, title, lang, frontMatter, blocks }
  return program.runDocument(
    (place) => {
      asking.place = place
      return summary
    },
    (index) => ({ block: siteOf(document.blocks[index]), foreign: foreign || (stats[index]?.foreign ?? false) }),
  )
}

/** A block as the rule that is asking sees it: each rule in turn is shown the same objects, with its own facts. */
class SummaryView implements BlockSummary {
  readonly #block: Block
  readonly #stats: BlockStats
  readonly #found: BlockFindings
  readonly #asking: { readonly place: number }

  constructor(block: Block, stats: BlockStats, found: BlockFindings, asking: { readonly place: number }) {
    this.#block = block
    this.#stats = stats
    this.#found = found
    this.#asking = asking
  }

  get index(): number {
    return this.#block.index
  }
  get kind(): Block['kind'] {
    return this.#block.kind
  }
  get level(): number {
    return this.#block.level
  }
  get text(): string {
    return this.#block.text
  }
  get lang(): string | undefined {
    return this.#block.lang
  }
  get marks(): Block['marks'] {
    return this.#block.marks
  }
  get list(): Block['list'] {
    return this.#block.list
  }
  get table(): Block['table'] {
    return this.#block.table
  }
  get quoted(): boolean {
    return this.#block.quoted
  }
  get looksLikeHeading(): boolean {
    return this.#block.looksLikeHeading ?? false
  }
  get missing(): boolean {
    return this.#block.missing ?? false
  }
  get embeds(): boolean {
    return this.#block.embeds ?? false
  }
  get wordCount(): number {
    return this.#stats.wordCount
  }
  get sentenceCount(): number {
    return this.#stats.sentenceCount
  }
  get stats(): BlockStats {
    return this.#stats
  }
  get foreign(): boolean {
    return this.#stats.foreign
  }
  get facts(): unknown {
    return this.#found.facts.of(this.#asking.place)
  }
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
