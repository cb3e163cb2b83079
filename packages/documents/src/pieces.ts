import type { BlockWriter } from './block-writer.ts'
import type { Block, Directive } from './types.ts'

/** Where a piece of a document stands: its offset, and how many blocks, lists and tables come before it. */
export interface PieceStart {
  readonly start: number
  readonly firstBlock: number
  readonly firstList: number
  readonly firstTable: number
}

/**
 * A piece of a document that was read on its own. Offsets and numbers count from the document's beginning.
 *
 * `data` is what else the format has to know of the piece; it holds no offsets.
 */
export interface Piece<D = unknown> extends PieceStart {
  readonly end: number
  readonly blocks: readonly Block[]
  readonly directives: readonly Directive[]
  /** Number of lists and tables in it. */
  readonly lists: number
  readonly tables: number
  /** Something without text comes before its first block. */
  readonly embedsFirst: boolean
  readonly data: D
}

/** The beginning of a document whose text begins at `start`. */
export function startAt(start: number): PieceStart {
  return { start, firstBlock: 0, firstList: 0, firstTable: 0 }
}

/** The piece that the writer has written, which was made for `place`. */
export function pieceOf<D>(place: PieceStart, end: number, writer: BlockWriter, data: D): Piece<D> {
  return {
    start: place.start,
    end,
    firstBlock: place.firstBlock,
    firstList: place.firstList,
    firstTable: place.firstTable,
    // Lists that grew have room for seventeen, and most pieces hold one block.
    blocks: writer.blocks.slice(),
    directives: writer.directives,
    lists: writer.lists - place.firstList,
    tables: writer.tables - place.firstTable,
    embedsFirst: writer.embedsFirst,
    data,
  }
}

/** Where the piece after this one stands. */
export function after(piece: Piece): PieceStart {
  return {
    start: piece.end,
    firstBlock: piece.firstBlock + piece.blocks.length,
    firstList: piece.firstList + piece.lists,
    firstTable: piece.firstTable + piece.tables,
  }
}

/** The same piece in another place. Texts, marks and the segments of maps are shared, not copied. */
export function movePiece<D>(piece: Piece<D>, to: PieceStart): Piece<D> {
  const delta = to.start - piece.start
  const lists = to.firstList - piece.firstList
  const tables = to.firstTable - piece.firstTable
  const renumber = to.firstBlock - piece.firstBlock
  if (delta === 0 && renumber === 0 && lists === 0 && tables === 0) return piece
  return {
    start: to.start,
    end: piece.end + delta,
    firstBlock: to.firstBlock,
    firstList: to.firstList,
    firstTable: to.firstTable,
    blocks: piece.blocks.map((block) => moveBlock(block, delta, renumber, lists, tables)),
    lists: piece.lists,
    tables: piece.tables,
    embedsFirst: piece.embedsFirst,
    data: piece.data,
    directives: piece.directives.map((directive) => ({
      ...directive,
      start: directive.start + delta,
      end: directive.end + delta,
    })),
  }
}

function moveBlock(block: Block, delta: number, renumber: number, lists: number, tables: number): Block {
  return {
    index: block.index + renumber,
    kind: block.kind,
    level: block.level,
    text: block.text,
    map: block.map.shifted(delta),
    source: { start: block.source.start + delta, end: block.source.end + delta },
    lang: block.lang,
    marks: block.marks,
    list: block.list && lists !== 0 ? { ...block.list, id: block.list.id + lists } : block.list,
    table: block.table && tables !== 0 ? { ...block.table, id: block.table.id + tables } : block.table,
    quoted: block.quoted,
    looksLikeHeading: block.looksLikeHeading,
    missing: block.missing,
    embeds: block.embeds,
  }
}
