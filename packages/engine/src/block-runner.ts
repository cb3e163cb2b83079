import type { Block, Document } from '@klarsprak/documents'
import { type Analysis, analyse, tagWords } from 'retext-swedish'
import { type BlockCache, BlockRecord } from './block-cache.ts'
import { BlockView, blockKey } from './block-view.ts'
import { blockStats } from './metrics.ts'
import type { Program } from './program.ts'

/** Blocks that are read and judged together. */
const together = 128

/** A block that no record tells enough of. */
interface Unread {
  readonly block: Block
  readonly key: string
  /** What another program has left. */
  readonly record: BlockRecord | undefined
}

/** The blocks of a run: a key for each, and the records by key. Those of blocks that say the same are one. */
export interface BlocksRead {
  readonly keys: readonly string[]
  readonly records: ReadonlyMap<string, BlockRecord>
}

/**
 * Runs a program over the blocks of a document, many at a time. The tagger wants its tables near at hand, and each rule its
 * code: many blocks of the one and then many of the other is quicker than turn and turn about.
 *
 * @param last records at hand that need not be looked for in the cache
 */
export function runBlocks(
  document: Document,
  program: Program,
  cache: BlockCache,
  last: ReadonlyMap<string, BlockRecord> | undefined,
): BlocksRead {
  const { blocks, format } = document
  const keys = blocks.map((block) => blockKey(block, format))
  const records = new Map<string, BlockRecord>()
  const find = (key: string): BlockRecord | undefined => last?.get(key) ?? cache.get(key)
  for (let from = 0; from < blocks.length; from += together) {
    const unread = takeRead(blocks, keys, from, program, find, records)
    if (unread.length > 0) readBlocks(unread, format, program, cache, records)
  }
  return { keys, records }
}

/** Puts the records that are at hand among the others, and gives the blocks that must be read. */
function takeRead(
  blocks: readonly Block[],
  keys: readonly string[],
  from: number,
  program: Program,
  find: (key: string) => BlockRecord | undefined,
  records: Map<string, BlockRecord>,
): Unread[] {
  const unread = new Map<string, Unread>()
  const to = Math.min(from + together, blocks.length)
  for (let index = from; index < to; index++) {
    const key = keys[index]!
    if (records.has(key) || unread.has(key)) continue
    const record = find(key)
    if (record?.findings(program)) records.set(key, record)
    else unread.set(key, { block: blocks[index]!, key, record })
  }
  return [...unread.values()]
}

function readBlocks(
  unread: readonly Unread[],
  format: Document['format'],
  program: Program,
  cache: BlockCache,
  records: Map<string, BlockRecord>,
): void {
  const analyses = unread.map(({ block }) => analyse(block.text, { heading: block.kind === 'heading' }))
  tagWords(analyses)
  const made = unread.map(({ block, record }, at) => record ?? new BlockRecord(blockStats(block, analyses[at]!)))
  const toRun = unread.map(({ block }, at) => toRunOf(block, analyses[at]!, made[at]!))
  const found = program.runBlocks(toRun, format)
  for (let at = 0; at < unread.length; at++) {
    const { key } = unread[at]!
    made[at]!.keep(program, found[at]!)
    cache.set(key, made[at]!)
    records.set(key, made[at]!)
  }
}

function toRunOf(block: Block, analysis: Analysis, { stats }: BlockRecord) {
  return { block: new BlockView(block, analysis), foreign: stats.foreign }
}
