import { after, movePiece, type Piece, type PieceStart, startAt } from './pieces.ts'

/** A change of a text: what stood from `start` to `oldEnd` has become what stands from `start` to `newEnd`. */
export interface Change {
  start: number
  oldEnd: number
  newEnd: number
}

/** The change that makes a whole text out of nothing. */
export function wholeOf(source: string): Change {
  return { start: 0, oldEnd: 0, newEnd: source.length }
}

/** The smallest stretch in which two texts differ. */
export function changeBetween(before: string, now: string): Change {
  const shorter = Math.min(before.length, now.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === now.charCodeAt(start)) start++
  let same = 0
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === now.charCodeAt(now.length - 1 - same)
  )
    same++
  return { start, oldEnd: before.length - same, newEnd: now.length - same }
}

/** Which pieces of a document an edit leaves as they are, and how the stretch between them is cut anew. */
export interface Recut {
  /** Number of pieces kept at the beginning. */
  before: number
  /** Ends of the new pieces; the first begins where the kept ones end. */
  ends: number[]
  /** First of the pieces kept at the end. */
  after: number
}

/**
 * Cuts a changed document anew, from a piece before the change until the cuts agree again.
 *
 * @param pieces of the document before the change
 * @param from where the first piece begins
 * @param cut where the piece ends that begins at an offset; depends on nothing before it
 */
export function recut(
  pieces: readonly Piece[],
  source: string,
  from: number,
  change: Change,
  cut: (start: number) => number,
): Recut {
  // What begins a piece decides whether the one before may end, so that one is cut again too.
  const before = Math.max(0, lastBeginningAt(pieces, change.start) - 1)
  const delta = change.newEnd - change.oldEnd
  const ends: number[] = []
  let next = before
  let at = pieces[before]?.start ?? from
  while (at < source.length) {
    at = cut(at)
    ends.push(at)
    while (next < pieces.length && pieces[next]!.start + delta < at) next++
    const agrees = next < pieces.length && pieces[next]!.start + delta === at && pieces[next]!.start >= change.oldEnd
    if (agrees && at >= change.newEnd) return { before, ends, after: next }
  }
  return { before, ends, after: pieces.length }
}

/** Index of the last piece that begins at or before the offset. */
function lastBeginningAt(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (pieces[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * The pieces of a changed document: those that are kept, moved to where they now stand, and the new ones.
 *
 * @param old pieces before the change
 * @param from where the first piece begins
 * @param read reads a piece
 * @param isStale says which of the kept pieces must be read again all the same
 */
export function rebuild<D>(
  old: readonly Piece<D>[],
  from: number,
  { before, ends, after: rest }: Recut,
  read: (place: PieceStart, end: number) => Piece<D>,
  isStale: (piece: Piece<D>) => boolean = () => false,
): Piece<D>[] {
  const pieces: Piece<D>[] = []
  let place = startAt(from)
  const add = (piece: Piece<D>) => {
    pieces.push(piece)
    place = after(piece)
  }
  const keep = (piece: Piece<D>) => {
    add(isStale(piece) ? read(place, place.start + piece.end - piece.start) : movePiece(piece, place))
  }
  for (let index = 0; index < before; index++) keep(old[index]!)
  for (const end of ends) add(read(place, end))
  for (let index = rest; index < old.length; index++) keep(old[index]!)
  return pieces
}
