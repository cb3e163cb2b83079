import { type Change, rebuild, recut, wholeOf } from '../changes.ts'
import { noFrontMatter } from '../no-front-matter.ts'
import { type Piece, type PieceStart, pieceOf } from '../pieces.ts'
import { refineBlocks } from '../refine.ts'
import type { Document } from '../types.ts'
import { endOfPiece } from './lines.ts'
import { type Looks, PieceReader } from './piece.ts'
import { refineText } from './refine.ts'

/** What a document of plain text is made of: what is needed to read it again after an edit. */
export type TextState = readonly Piece<readonly Looks[]>[]

/** Reads plain text; after a change, only what it concerns. */
export function readText(
  source: string,
  previous: TextState = [],
  change: Change = wholeOf(source),
): { document: Document; state: TextState } {
  const cuts = recut(previous, source, 0, change, (start) => endOfPiece(source, start))
  const pieces = rebuild(previous, 0, cuts, (place, end) => readPiece(source, place, end))
  return { document: documentOf(source, pieces), state: pieces }
}

function readPiece(source: string, place: PieceStart, end: number): Piece<readonly Looks[]> {
  const reader = new PieceReader(source, place)
  reader.read(place.start, end)
  return pieceOf(place, end, reader.writer, reader.looks.slice())
}

function documentOf(source: string, pieces: TextState): Document {
  const blocks = pieces.flatMap((piece) => piece.blocks)
  const looks = pieces.flatMap((piece) => piece.data)
  refineText(blocks, looks)
  refineBlocks(blocks)
  return { source, format: 'text', blocks, directives: [], frontMatter: noFrontMatter(), fragment: false }
}
