import type { BlockWriter } from './block-writer.ts'
import type { Block, Directive } from './types.ts'

/** Where a piece of a document stands: its offset, and how many blocks, lists and tables come before it. */
export interface PieceStart {
  readonly start: number
  readonly firstBlock: number
  readonly firstList: number
  readonly firstTable: number
}

/** A piece of a document that was read on its own. Offsets and numbers count from the document's beginning. */
export interface Piece extends PieceStart {
  readonly end: number
  readonly blocks: readonly Block[]
  readonly directives: readonly Directive[]
  /** Number of lists and tables in it. */
  readonly lists: number
  readonly tables: number
}

/** The beginning of a document whose text begins at `start`. */
export function startAt(start: number): PieceStart {
  return { start, firstBlock: 0, firstList: 0, firstTable: 0 }
}

/** The piece that the writer has written, which was made for `place`. */
export function pieceOf(place: PieceStart, end: number, writer: BlockWriter): Piece {
  return {
    ...place,
    end,
    blocks: writer.blocks,
    directives: writer.directives,
    lists: writer.lists - place.firstList,
    tables: writer.tables - place.firstTable,
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
export function movePiece<P extends Piece>(piece: P, to: PieceStart): P {
  const delta = to.start - piece.start
  const lists = to.firstList - piece.firstList
  const tables = to.firstTable - piece.firstTable
  const renumber = to.firstBlock - piece.firstBlock
  if (delta === 0 && renumber === 0 && lists === 0 && tables === 0) return piece
  return {
    ...piece,
    ...to,
    end: piece.end + delta,
    blocks: piece.blocks.map((block) => ({
      ...block,
      index: block.index + renumber,
      map: block.map.shifted(delta),
      source: { start: block.source.start + delta, end: block.source.end + delta },
      list: block.list && lists !== 0 ? { ...block.list, id: block.list.id + lists } : block.list,
      table: block.table && tables !== 0 ? { ...block.table, id: block.table.id + tables } : block.table,
    })),
    directives: piece.directives.map((directive) => ({
      ...directive,
      start: directive.start + delta,
      end: directive.end + delta,
    })),
  }
}
