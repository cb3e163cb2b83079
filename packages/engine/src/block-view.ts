import type { Block, BlockKind, DocumentFormat, Mark } from '@klarsprak/documents'
import type { Analysis, Sentence, Word } from 'retext-swedish'
import type { TextBlock } from './types.ts'

/** A block of a document with its analysis, as block rules see it. */
export class BlockView implements TextBlock {
  readonly kind: BlockKind
  readonly level: number
  readonly text: string
  readonly lang: string | undefined
  readonly marks: readonly Mark[]
  readonly quoted: boolean
  readonly tableHeader: boolean
  readonly orderedList: boolean
  readonly looksLikeHeading: boolean
  readonly missing: boolean
  readonly analysis: Analysis

  constructor(block: Block, analysis: Analysis) {
    this.kind = block.kind
    this.level = block.level
    this.text = block.text
    this.lang = block.lang
    this.marks = block.marks
    this.quoted = block.quoted
    this.tableHeader = block.table?.header ?? false
    this.orderedList = block.list?.ordered ?? false
    this.looksLikeHeading = block.looksLikeHeading ?? false
    this.missing = block.missing ?? false
    this.analysis = analysis
  }

  get sentences(): readonly Sentence[] {
    return this.analysis.sentences
  }

  get words(): readonly Word[] {
    return this.analysis.words
  }

  inQuote(start: number, end: number): boolean {
    return this.quoted || coveredBy(this.marks, 'quote', start, end) !== undefined
  }

  markAt(offset: number, type: Mark['type']): Mark | undefined {
    return this.marks.find((mark) => mark.type === type && mark.start <= offset && offset < mark.end)
  }
}

/** The first mark of this type that holds the whole range. */
export function coveredBy(marks: readonly Mark[], type: Mark['type'], start: number, end: number): Mark | undefined {
  return marks.find((mark) => mark.type === type && mark.start <= start && end <= mark.end)
}

const keys = new WeakMap<Block, string>()

/**
 * The block kind, flags, language, marks and text: all that a block rule's outcome hangs on, as one string. Blocks are
 * never changed once they are read, so the key of one that stands in the next version too need not be made again.
 */
export function blockKey(block: Block, format: DocumentFormat): string {
  let key = keys.get(block)
  if (key === undefined) {
    key = makeKey(block, format)
    keys.set(block, key)
  }
  return key
}

/** Gives blocks that an edit only moved the keys they had, so that their texts are not put together and hashed again. */
export function keepKeys(previous: readonly Block[], blocks: readonly Block[]): void {
  for (let back = 1; back <= Math.min(previous.length, blocks.length); back++) {
    const before = previous[previous.length - back]!
    const block = blocks[blocks.length - back]!
    if (before === block) return
    const key = keys.get(before)
    if (key === undefined || !isMoved(before, block)) return
    keys.set(block, key)
  }
}

/** The same block at another place. Marks are compared by identity: a miss costs no more than the key. */
function isMoved(before: Block, block: Block): boolean {
  return (
    before.text === block.text &&
    before.marks === block.marks &&
    before.kind === block.kind &&
    before.level === block.level &&
    before.lang === block.lang &&
    before.quoted === block.quoted &&
    before.list?.ordered === block.list?.ordered &&
    before.table?.header === block.table?.header &&
    before.looksLikeHeading === block.looksLikeHeading &&
    before.missing === block.missing
  )
}

function makeKey(block: Block, format: DocumentFormat): string {
  const flags =
    (block.quoted ? 1 : 0) |
    (block.table?.header ? 2 : 0) |
    (block.list?.ordered ? 4 : 0) |
    (block.looksLikeHeading ? 8 : 0) |
    (block.missing ? 16 : 0)
  let key = `${format}\u0001${block.kind}${block.level}\u0001${flags}\u0001${block.lang ?? ''}`
  if (block.marks.length > 0) key += keyOfMarks(block.marks)
  return `${key}\u0003${block.text}`
}

function keyOfMarks(marks: readonly Mark[]): string {
  let key = ''
  for (const mark of marks)
    key += `\u0001${mark.type}${mark.start}:${mark.end}${mark.href ?? ''}\u0002${mark.label ?? '\u0004'}\u0002${mark.title ?? ''}\u0002${mark.lang ?? ''}`
  return key
}
