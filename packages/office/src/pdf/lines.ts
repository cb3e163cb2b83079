import type { PageText, Piece } from './page-text.ts'

/** Pieces that stand beside each other on a page. */
export interface Line {
  page: number
  /** The height of the page, in points. */
  height: number
  x: number
  y: number
  right: number
  /** The size that most of the characters have. */
  size: number
  /** All that is not white space is bold. */
  bold: boolean
  pieces: Piece[]
  /** The text with white space collapsed and trimmed. */
  text: string
}

/** Share of the size that pieces may stand above or below each other in one line. */
const unevenness = 0.5
/** How much smaller than the line, and how much higher, the number of a note is. */
const noteSize = 0.8
const noteRise = 0.15

/** The lines of a page, in the order that they are drawn. */
export function linesOf({ page, height, pieces }: PageText): Line[] {
  const lines: Line[] = []
  let row: Piece[] = []
  const end = () => {
    const line = lineOf(row, page, height)
    if (line) lines.push(line)
    row = []
  }
  for (const piece of pieces) {
    const before = row.findLast(({ text }) => text.trim() !== '')
    if (before && !standsBeside(before, piece)) end()
    row.push(piece)
  }
  end()
  return lines
}

/** A line of these pieces, without the numbers of notes; undefined where they are white space alone. */
function lineOf(row: readonly Piece[], page: number, height: number): Line | undefined {
  const said = row.filter(({ text }) => text.trim() !== '')
  if (said.length === 0) return undefined
  const size = mostOf(said, (piece) => piece.size)
  const y = mostOf(said, (piece) => piece.y)
  const isNote = (piece: Piece) =>
    said.length > 1 &&
    /^\s*[\d*,]+\s*$/.test(piece.text) &&
    piece.size < noteSize * size &&
    piece.y > y + noteRise * size
  const pieces = row.filter((piece) => !isNote(piece))
  const kept = said.filter((piece) => !isNote(piece))
  const text = pieces
    .map((piece) => piece.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '') return undefined
  return {
    page,
    height,
    x: Math.min(...kept.map((piece) => piece.x)),
    y,
    right: Math.max(...kept.map((piece) => piece.x + piece.width)),
    size,
    bold: kept.every((piece) => piece.bold),
    pieces,
    text,
  }
}

function standsBeside(before: Piece, piece: Piece): boolean {
  const size = Math.max(before.size, piece.size)
  return Math.abs(before.y - piece.y) < unevenness * size && piece.x > before.x - size
}

/** The value that most characters have. */
function mostOf(pieces: readonly Piece[], value: (piece: Piece) => number): number {
  const counts = new Map<number, number>()
  for (const piece of pieces) counts.set(value(piece), (counts.get(value(piece)) ?? 0) + piece.text.length)
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0]
}

/** The parts of a line with a gap of at least the size between them, as the cells of a table have. */
export function cellsOf({ pieces, page, height, size }: Line): Line[] {
  const cells: Line[] = []
  let row: Piece[] = []
  let right = Number.POSITIVE_INFINITY
  for (const piece of pieces) {
    if (piece.text.trim() === '') {
      row.push(piece)
      continue
    }
    if (piece.x - right >= size) {
      cells.push(...[lineOf(row, page, height)].filter((line) => line !== undefined))
      row = []
    }
    row.push(piece)
    right = piece.x + piece.width
  }
  cells.push(...[lineOf(row, page, height)].filter((line) => line !== undefined))
  return cells
}
