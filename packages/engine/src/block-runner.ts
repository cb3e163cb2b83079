import type { Block, Document } from '@klarsprak/documents'
import { type Analysis, analyse, tagWords } from 'retext-swedish'
import { BlockRecord } from './block-cache.ts'
import { BlockView, blockKey } from './block-view.ts'
import { blockStats } from './metrics.ts'
import type { Program } from './program.ts'

/** Blocks that are read and judged together. */
const together = 128

/**
 * Runs a program over the blocks of a document, some ahead of those that are asked for. The tagger wants its tables near
 * at hand, and each rule its code: many blocks of the one and then many of the other is quicker than turn and turn about.
 */
export class BlockRunner {
  readonly #document: Document
  readonly #program: Program
  readonly #recordOf: (key: string) => BlockRecord | undefined
  readonly #records = new Map<string, BlockRecord>()

  /** @param recordOf what is known of the block with a key */
  constructor(document: Document, program: Program, recordOf: (key: string) => BlockRecord | undefined) {
    this.#document = document
    this.#program = program
    this.#recordOf = recordOf
  }

  /** The record of the block at `index`, with what the program found in it. */
  run(index: number): BlockRecord {
    const key = this.#keyOf(this.#document.blocks[index]!)
    if (!this.#records.has(key)) this.#runFrom(index)
    return this.#records.get(key)!
  }

  #keyOf(block: Block): string {
    return blockKey(block, this.#document.format)
  }

  #runFrom(index: number): void {
    const records = this.#records
    const read: { block: Block; record: BlockRecord | undefined; analysis: Analysis; key: string }[] = []
    records.clear()
    const keys = new Set<string>()
    for (const block of this.#document.blocks.slice(index, index + together)) {
      const key = this.#keyOf(block)
      if (keys.has(key)) continue
      const record = this.#recordOf(key)
      if (record?.findings(this.#program)) continue
      keys.add(key)
      read.push({ block, record, analysis: analyse(block.text, { heading: block.kind === 'heading' }), key })
    }
    tagWords(read.map(({ analysis }) => analysis))
    const blocks = read.map(({ block, record, analysis, key }) => {
      const known = record ?? new BlockRecord(blockStats(block, analysis))
      records.set(key, known)
      return { block: new BlockView(block, analysis), foreign: known.stats.foreign }
    })
    const found = this.#program.runBlocks(blocks, this.#document.format)
    for (let at = 0; at < read.length; at++) records.get(read[at]!.key)!.keep(this.#program, found[at]!)
  }
}
