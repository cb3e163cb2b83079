import type { Document } from '@klarsprak/documents'
import { type Analysis, analyse } from 'retext-swedish'
import { blockKey } from './block-view.ts'

/** Blocks that are read in a row. */
const ahead = 64

/**
 * Reads the blocks of a document, some ahead of those that are asked for. Tagging wants its tables near at hand, and the
 * rules want theirs: many blocks of the one and then many of the other is quicker than turn and turn about.
 */
export class BlockReader {
  readonly #document: Document
  readonly #isKnown: (key: string) => boolean
  readonly #analyses = new Map<string, Analysis>()
  #end = 0

  /** @param isKnown whether the block with a key need not be read */
  constructor(document: Document, isKnown: (key: string) => boolean) {
    this.#document = document
    this.#isKnown = isKnown
  }

  /** The analysis of the block at `index`; asked for from the first to the last, each block once. */
  read(index: number): Analysis {
    if (index >= this.#end) this.#readFrom(index)
    const block = this.#document.blocks[index]!
    const key = blockKey(block, this.#document.format)
    const analysis = this.#analyses.get(key) ?? analyse(block.text, { heading: block.kind === 'heading' })
    this.#analyses.delete(key)
    return analysis
  }

  #readFrom(index: number): void {
    const { blocks, format } = this.#document
    this.#end = Math.min(index + ahead, blocks.length)
    for (let at = index; at < this.#end; at++) {
      const block = blocks[at]!
      const key = blockKey(block, format)
      if (this.#analyses.has(key) || this.#isKnown(key)) continue
      const analysis = analyse(block.text, { heading: block.kind === 'heading' })
      tag(analysis)
      this.#analyses.set(key, analysis)
    }
  }
}

/** Word classes are worked out for a whole text when the first is asked for. */
function tag(analysis: Analysis): string | undefined {
  return analysis.sentences[0]?.words[0]?.upos
}
