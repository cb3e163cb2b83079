import { Lists, Paragraphs, Tables } from '../paragraphs.ts'
import { addLines } from './join-lines.ts'
import { cellsOf, type Line } from './lines.ts'
import type { Piece } from './page-text.ts'

/** A heading is at least so much larger than the running text. */
const headingSize = 1.12
/** Notes at the foot of a page are at most so large, beside the running text. */
const noteSize = 0.92
const longestHeading = 160
const mostHeadingLines = 3
/** Share of the size that a gap between lines may be wider than usual within a paragraph. */
const slack = 0.25
/** Share of the size by which two lines may begin beside each other and still begin at the same place. */
const indent = 0.4

const bullet = /^(?:[-–—−*+•·‣▪▫◦●○■□➢➤✓✔\uf0a7\uf0b7])(?:\s|$)/u
const numbered = /^\(?(\d{1,3}|[a-zåäö])[.)](?:\s|$)/u
const sentenceEnd = /[.!?:…”"]$/u

/** Lines that belong to one paragraph. */
interface Group {
  lines: Line[]
  /** What stands before an item of a list. */
  marker?: Marker
  /** Rows of cells, where the lines are a table. */
  rows?: Line[][]
}

interface Marker {
  ordered: boolean
  /** What somebody says may begin with a dash as well. */
  isDash: boolean
  number: number
  /** The pieces that are the marker. */
  pieces: number
}

/**
 * Makes paragraphs of lines by what they look like: headings by size, lists by what a line begins with, tables by gaps,
 * paragraphs by the space between the lines. Notes at the foot of pages come last.
 *
 * @param pages the lines of each page, without headers and footers
 */
export function guessParagraphs(pages: readonly (readonly Line[])[]): Paragraphs {
  const size = usualSize(pages.flat())
  const notes: Line[] = []
  const text: Line[] = []
  for (const lines of pages) {
    let end = lines.length
    while (end > 0 && lines[end - 1]!.size <= noteSize * size) end--
    // A page that is small throughout has no notes.
    if (end === 0) end = lines.length
    text.push(...lines.slice(0, end))
    notes.push(...lines.slice(end))
  }
  const groups = [...new Grouper(text).groups, ...new Grouper(notes).groups]
  return new GuessWriter(groups, size).paragraphs
}

/** The size that most characters have. */
function usualSize(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const { size, text } of lines) counts.set(rounded(size), (counts.get(rounded(size)) ?? 0) + text.length)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2
}

/** Puts lines together that belong to one paragraph, one item or one table. */
class Grouper {
  readonly groups: Group[] = []
  readonly #lines: readonly Line[]
  readonly #leading: ReadonlyMap<number, number>
  readonly #margins: ReadonlyMap<string, number>

  constructor(lines: readonly Line[]) {
    this.#lines = lines
    this.#leading = leadingOf(lines)
    this.#margins = marginsOf(lines)
    for (let index = 0; index < lines.length; ) index = this.#group(index)
  }

  #group(index: number): number {
    const line = this.#lines[index]!
    const marker = markerOf(line, this.groups.at(-1)?.marker)
    const end = marker ? index : this.#tableEnd(index)
    if (end - index > 1) {
      const lines = this.#lines.slice(index, end)
      this.groups.push({ lines, rows: lines.map(cellsOf) })
      return end
    }
    const last = this.groups.at(-1)
    if (last && !marker && !last.rows && this.#goesOn(last, line)) last.lines.push(line)
    else this.groups.push({ lines: [line], ...(marker && { marker }) })
    return index + 1
  }

  /** Where the lines end that have cells beside each other; `index` where none has. */
  #tableEnd(index: number): number {
    let end = index
    while (end < this.#lines.length && cellsOf(this.#lines[end]!).length > 1) end++
    return end
  }

  #goesOn({ lines, marker }: Group, line: Line): boolean {
    const before = lines.at(-1)!
    const first = lines[0]!
    if (rounded(before.size) !== rounded(line.size) || (before.bold !== line.bold && !isMixed(before, line)))
      return false
    const gap = before.y - line.y
    if (before.page !== line.page || gap < 0) return !sentenceEnd.test(before.text) && /^[\p{Ll}\d(]/u.test(line.text)
    if (gap > (this.#leading.get(rounded(line.size)) ?? 1.5 * line.size) + slack * line.size) return false
    if (marker) {
      // The lines of an item stand under its text; where the marker is typed, under that.
      if (line.x > first.x + indent * line.size) return true
      return line.x > first.x - indent * line.size && !this.#hasRoomFor(before, line)
    }
    if (lines.length > 1 && Math.abs(line.x - before.x) > indent * line.size && sentenceEnd.test(before.text))
      return false
    return !(sentenceEnd.test(before.text) && this.#hasRoomFor(before, line))
  }

  /** True where the first word of a line would have stood on the line before, had it belonged there. */
  #hasRoomFor(before: Line, line: Line): boolean {
    const [word = ''] = line.text.split(' ')
    const width = ((line.right - line.x) * (word.length + 1)) / line.text.length
    return before.right + width < (this.#margins.get(marginKey(before)) ?? 0)
  }
}

/** True for lines of which one is bold to its end by running text that is bold in part. */
function isMixed(before: Line, line: Line): boolean {
  return !sentenceEnd.test(before.text) && /^\p{Ll}/u.test(line.text)
}

/** The usual distance between lines of a size: that of the quarter that stands closest. */
function leadingOf(lines: readonly Line[]): Map<number, number> {
  const gaps = new Map<number, number[]>()
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    const gap = next ? line.y - next.y : 0
    if (!next || next.page !== line.page || rounded(next.size) !== rounded(line.size)) continue
    if (gap <= 0.5 * line.size || gap > 3 * line.size) continue
    gaps.set(rounded(line.size), [...(gaps.get(rounded(line.size)) ?? []), gap])
  }
  return new Map(
    [...gaps].map(([size, all]) => [
      size,
      Math.min(2.2 * size, all.sort((a, b) => a - b)[Math.floor(all.length / 4)]!),
    ]),
  )
}

/** How far to the right lines reach that begin at the same place on a page. */
function marginsOf(lines: readonly Line[]): Map<string, number> {
  const margins = new Map<string, number>()
  for (const line of lines) margins.set(marginKey(line), Math.max(margins.get(marginKey(line)) ?? 0, line.right))
  return margins
}

function marginKey({ page, x }: Line): string {
  return `${page} ${Math.round(x / 4)}`
}

/** The marker that a line begins with. One of a numbered list follows on the one before, or begins at one. */
function markerOf({ pieces, text }: Line, before: Marker | undefined): Marker | undefined {
  const said = pieces.findIndex((piece) => piece.text.trim() !== '')
  const first = pieces[said]!.text.trim()
  const next = pieces.slice(said + 1).find((piece) => piece.text.trim() !== '')
  // Word makes a bullet of the letter o in a font of its own.
  const isLetter = first === 'o' && next !== undefined && next.font !== pieces[said]!.font
  if (bullet.test(text) || isLetter)
    return { ordered: false, isDash: /^[-–—−]/.test(text), number: 0, pieces: said + 1 }
  const number = numberOf(numbered.exec(text)?.[1])
  if (number === undefined || (number !== 1 && before?.number !== number - 1)) return undefined
  return { ordered: true, isDash: false, number, pieces: said + 1 }
}

function numberOf(marker: string | undefined): number | undefined {
  if (marker === undefined) return undefined
  return /\d/.test(marker) ? Number(marker) : marker.charCodeAt(0) - 0x60
}

class GuessWriter {
  readonly paragraphs = new Paragraphs()
  /** The sizes of the headings, largest first. */
  readonly #levels: readonly number[]
  readonly #firstLevel: number
  readonly #lists = new Lists()
  readonly #tables = new Tables()
  /** Where the markers of the open lists stand. */
  #indents: number[] = []

  constructor(groups: readonly Group[], size: number) {
    const isLarge = (group: Group) => isShort(group) && group.lines[0]!.size >= headingSize * size
    const sizes = groups.filter(isLarge).map(({ lines }) => rounded(lines[0]!.size))
    this.#levels = [...new Set(sizes)].sort((a, b) => b - a)
    // Where many are the largest, none of them is the title.
    this.#firstLevel = sizes.filter((large) => large === this.#levels[0]).length > 1 ? 2 : 1
    for (const group of groups) {
      if (group.rows) this.#writeTable(group.rows)
      else this.#write(group, isLarge(group), group.lines[0]!.size < noteSize * size)
    }
  }

  #write(group: Group, isLarge: boolean, isNote: boolean): void {
    const { lines, marker } = group
    const page = lines[0]!.page
    const isBold =
      !marker && !isNote && lines.every(({ bold }) => bold) && isShort(group) && !/[.:,;]$/.test(lines.at(-1)!.text)
    if (isLarge || isBold) {
      const index = isLarge ? this.#levels.indexOf(rounded(lines[0]!.size)) : this.#levels.length
      this.#closeLists()
      this.#add(
        lines.map(({ pieces }) => pieces),
        true,
      )
      this.paragraphs.end({ kind: 'heading', level: Math.min(6, index + this.#firstLevel) }, page)
      return
    }
    const depth = marker ? this.#depthOf(lines[0]!) : 0
    // Whether lines with dashes are a list or what somebody says shows when all is read.
    if (marker && !(marker.isDash && depth === 0)) {
      const name = `${depth} ${marker.ordered}`
      const [first, ...rest] = lines.map(({ pieces }) => pieces)
      this.#add([withoutMarker(first!, marker), ...rest], false)
      this.paragraphs.end({ kind: 'listItem', level: 0, list: this.#lists.place(name, depth, marker.ordered) }, page)
    } else {
      if (!marker) this.#closeLists()
      this.#add(
        lines.map(({ pieces }) => pieces),
        false,
      )
      this.paragraphs.end({ kind: 'paragraph', level: 0 }, page)
    }
  }

  #writeTable(rows: readonly (readonly Line[])[]): void {
    this.#closeLists()
    const { id } = this.#tables.next()
    for (const [row, cells] of rows.entries())
      for (const [column, cell] of cells.entries()) {
        this.#add([cell.pieces], false)
        const header = row === 0 && cells.every(({ bold }) => bold)
        this.paragraphs.end({ kind: 'tableCell', level: 0, table: { id, row, column, header } }, cell.page)
      }
  }

  #add(lines: readonly (readonly Piece[])[], isHeading: boolean): void {
    addLines(this.paragraphs, lines, { bold: isHeading })
  }

  #depthOf({ x, size }: Line): number {
    while (this.#indents.length > 0 && this.#indents.at(-1)! > x + indent * size) this.#indents.pop()
    if (this.#indents.length === 0 || x > this.#indents.at(-1)! + indent * size) this.#indents.push(x)
    return Math.min(8, this.#indents.length - 1)
  }

  #closeLists(): void {
    this.#lists.close()
    this.#indents = []
  }
}

function isShort({ lines, marker, rows }: Group): boolean {
  const length = lines.reduce((sum, { text }) => sum + text.length, 0)
  return !marker && !rows && lines.length <= mostHeadingLines && length <= longestHeading
}

/** The pieces of a line without the marker that it begins with, which may stand in one with the text. */
function withoutMarker(pieces: readonly Piece[], { pieces: count }: Marker): Piece[] {
  const piece = pieces[count - 1]!
  const text = piece.text.trimStart().replace(bullet, '').replace(numbered, '')
  const rest = pieces.slice(count)
  return text === '' || text.trim() === piece.text.trim() ? [...rest] : [{ ...piece, text }, ...rest]
}
