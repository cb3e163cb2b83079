import type { Block, Document } from '@klarsprak/documents'
import type { Analysis } from 'retext-swedish'
import type { BlockCache, BlockRecord } from './block-cache.ts'
import { runBlocks } from './block-runner.ts'
import { BlockView, keepKeys } from './block-view.ts'
import { DocumentMemo, placeBefore, reading, type Shown } from './document-memo.ts'
import type { BlockStats } from './metrics.ts'
import { settleOverlaps } from './overlap.ts'
import type { BlockFinding, BlockFindings, FindingSite, Program } from './program.ts'
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
  readonly program: Program
  readonly memo: DocumentMemo | undefined
  /** By block, where document rules found something: what `findings` was settled from. */
  readonly settledFrom: ReadonlyMap<number, readonly BlockFinding[]>
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
  const { keys, records } = runBlocks(document, program, cache, last?.run.records)
  const ofBlocks = keys.map((key) => records.get(key)!)
  const stats = ofBlocks.map((record) => record.stats)
  const found = ofBlocks.map((record) => record.findings(program)!)
  const settled = found.map((findings) => findings.settled)
  const language = foreignLanguage(stats)
  const settledFrom = new Map<number, readonly BlockFinding[]>()
  const before = last?.run.program === program ? last.run : undefined
  let memo: DocumentMemo | undefined
  if (program.hasDocumentRules && !passage) {
    const shown: Shown = { document, stats, found, foreign: language !== undefined }
    memo = new DocumentMemo(shown, before?.memo)
    for (const [index, findings] of documentFindings(program, shown, memo)) {
      const contenders = [...(found[index]?.all ?? []), ...findings]
      const at = before && placeBefore(before.stats, stats, index)
      const same = at !== undefined && isSameList(contenders, before!.settledFrom.get(at))
      settledFrom.set(index, contenders)
      settled[index] = same ? before!.findings[at]! : settleOverlaps(contenders)
    }
    memo.close()
  }
  return { stats, findings: settled, language, records, program, memo, settledFrom }
}

function isSameList(one: readonly unknown[], other: readonly unknown[] | undefined): boolean {
  return one.length === other?.length && one.every((member, index) => member === other[index])
}

/** What the document rules find, by block. */
function documentFindings(
  program: Program,
  { document, stats, found, foreign }: Shown,
  memo: DocumentMemo,
): ReturnType<Program['runDocument']> {
  const asking: Asking = { place: 0, reads: new Uint16Array() }
  const blocks = document.blocks.map(
    (block, index) => new SummaryView(block, index, stats[index]!, found[index]!, asking),
  )
  const { format, fragment, title, lang, frontMatter } = document
  const summary: DocumentSummary = { format, fragment, title, lang, frontMatter, blocks }
  const sites = new Map<number, FindingSite>()
  return program.runDocument(
    (place, reads) => {
      asking.place = place
      asking.reads = reads
      return summary
    },
    (index) => {
      // Whether a finding is kept hangs on it.
      if (index < asking.reads.length) asking.reads[index]! |= reading.foreign
      let site = sites.get(index)
      if (!site) {
        site = { block: siteOf(document.blocks[index]), foreign: foreign || (stats[index]?.foreign ?? false) }
        sites.set(index, site)
      }
      return site
    },
    memo,
  )
}

/** The rule that is asking, and its note of what it has read. */
interface Asking {
  place: number
  reads: Uint16Array
}

/** A block as the rule that is asking sees it: each rule in turn is shown the same objects, with its own facts. */
class SummaryView implements BlockSummary {
  readonly index: number
  readonly #block: Block
  readonly #stats: BlockStats
  readonly #found: BlockFindings
  readonly #asking: Asking

  constructor(block: Block, index: number, stats: BlockStats, found: BlockFindings, asking: Asking) {
    this.index = index
    this.#block = block
    this.#stats = stats
    this.#found = found
    this.#asking = asking
  }

  /** The block, noted as read. */
  #read(what: number): Block {
    this.#asking.reads[this.index]! |= what
    return this.#block
  }

  #readStats(what: number): BlockStats {
    this.#asking.reads[this.index]! |= what
    return this.#stats
  }

  get kind(): Block['kind'] {
    return this.#read(reading.kind).kind
  }
  get level(): number {
    return this.#read(reading.level).level
  }
  get text(): string {
    return this.#read(reading.text).text
  }
  get lang(): string | undefined {
    return this.#read(reading.lang).lang
  }
  get marks(): Block['marks'] {
    return this.#read(reading.marks).marks
  }
  get list(): Block['list'] {
    return this.#read(reading.list).list
  }
  get table(): Block['table'] {
    return this.#read(reading.table).table
  }
  get quoted(): boolean {
    return this.#read(reading.quoted).quoted
  }
  get looksLikeHeading(): boolean {
    return this.#read(reading.looksLikeHeading).looksLikeHeading ?? false
  }
  get missing(): boolean {
    return this.#read(reading.missing).missing ?? false
  }
  get embeds(): boolean {
    return this.#read(reading.embeds).embeds ?? false
  }
  get wordCount(): number {
    return this.#readStats(reading.wordCount).wordCount
  }
  get sentenceCount(): number {
    return this.#readStats(reading.sentenceCount).sentenceCount
  }
  get stats(): BlockStats {
    return this.#readStats(reading.stats)
  }
  get foreign(): boolean {
    return this.#readStats(reading.foreign).foreign
  }
  get facts(): unknown {
    this.#read(reading.facts)
    return this.#found.facts.of(this.#asking.place)
  }
}

const noBlock: Pick<Block, 'text' | 'marks' | 'quoted'> = { text: '', marks: [], quoted: false }
const noWords: Analysis = { text: '', sentences: [], words: [], language: 'und' }

/** A block as far as placing a document rule's finding needs it: its words are not analysed again. */
function siteOf(block: Block | undefined): TextBlock {
  return new BlockView(block ?? (noBlock as Block), noWords)
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
