import { BlockWriter, type Place } from '../block-writer.ts'
import { isSpace, lineEnd, nextLine, skipIndent } from '../lines.ts'
import type { PieceStart } from '../pieces.ts'
import { EventReader } from './blocks.ts'
import type { Definitions, MarkdownParser } from './parse.ts'

/** Longer pieces, with no place to cut in a hundred thousand characters, are read without their markup. */
export const MAX_MARKED = 100_000

/** Anything that may be more than the words of a paragraph, or a line that does not begin like one. */
const MARKUP = /[\\`*_[\]<>&~|#@\t\0]|:\/\/|www\.| [\r\n]|^(?![\p{L}”"»(§…–—]|\d+(?![\d.)]))/imu
const ITEM = /^([-*+]|\d{1,9}([.)])) {1,4}(?=\S)/
const MARKER_LENGTH = 15
const HEADING = /^(#{1,6}) +/

/** Reads one piece of Markdown. Blocks come out with offsets into the whole source. */
export function writePiece(
  source: string,
  place: PieceStart,
  end: number,
  parser: MarkdownParser,
  definitions: Definitions,
  lang: string | undefined,
): BlockWriter {
  const writer = new BlockWriter(place)
  const { start } = place
  if (end - start > MAX_MARKED) readUnmarked(source, start, end, writer, lang)
  else if (!readPlain(source, start, end, writer, lang)) {
    new EventReader(source, start, definitions, writer, lang).read(parser.events(source.slice(start, end)))
  }
  return writer
}

/**
 * Reads a piece that is one heading, one paragraph or one list, without markup in its text; most are.
 *
 * @returns false where it is something else
 */
function readPlain(source: string, start: number, end: number, writer: BlockWriter, lang: string | undefined): boolean {
  const last = trimEnd(source, start, end)
  const first = skipBlankLines(source, start, last)
  if (ITEM.test(source.slice(first, first + MARKER_LENGTH))) return readPlainList(source, first, last, writer, lang)
  const piece = source.slice(first, last)
  const heading = HEADING.exec(piece)
  const text = heading ? piece.slice(heading[0].length) : piece
  if (MARKUP.test(text) || (heading && /[\r\n]/.test(text))) return false
  writer.begin(heading ? place('heading', lang, heading[1]!.length) : place('paragraph', lang), first)
  copyLines(source, last - text.length, last, writer)
  writer.end(last)
  return true
}

/** Reads a list with one line for each item. */
function readPlainList(
  source: string,
  first: number,
  last: number,
  writer: BlockWriter,
  lang: string | undefined,
): boolean {
  const items: { start: number; end: number }[] = []
  let type = ''
  for (let at = first; at < last; ) {
    const close = Math.min(lineEnd(source, at), last)
    const line = source.slice(at, close)
    const marker = ITEM.exec(line)
    if (marker && !MARKUP.test(line.slice(marker[0].length)) && (type === '' || type === typeOf(marker))) {
      type = typeOf(marker)
      items.push({ start: at + marker[0].length, end: trimEnd(source, at, close) })
    } else if (skipIndent(source, at, close) < close) return false
    at = nextLine(source, close)
  }
  const id = writer.lists++
  items.forEach((item, index) => {
    const list = { id, index, depth: 0, ordered: type === '.' || type === ')' }
    writer.begin({ ...place('paragraph', lang), kind: 'listItem', list }, item.start)
    writer.text.copy(source, item.start, item.end)
    writer.end(item.end)
  })
  return true
}

/** What tells one list from the next: the bullet, or what follows the number. */
function typeOf(marker: RegExpExecArray): string {
  return marker[2] ?? marker[1]!
}

/** Reads each run of lines as a paragraph. */
function readUnmarked(source: string, start: number, end: number, writer: BlockWriter, lang: string | undefined): void {
  const last = trimEnd(source, start, end)
  let first = -1
  for (let at = start; at < last; ) {
    const close = lineEnd(source, at)
    const isBlank = skipIndent(source, at, close) === close
    if (first === -1 && !isBlank) {
      first = at
      writer.begin(place('paragraph', lang), at)
    } else if (first !== -1 && isBlank) {
      writer.end(at)
      first = -1
    }
    if (!isBlank) copyLines(source, at, close, writer)
    at = nextLine(source, close)
    if (first !== -1) writer.text.space(close, at)
  }
  writer.end(last)
}

function place(kind: 'heading' | 'paragraph', lang: string | undefined, level = 0): Place {
  return { kind, level, lang, list: undefined, table: undefined, quoted: false }
}

/** Copies lines into the block, each line ending as a space. */
function copyLines(source: string, start: number, end: number, writer: BlockWriter): void {
  for (let at = start; at < end; ) {
    const close = Math.min(lineEnd(source, at), end)
    writer.text.copy(source, at, close)
    at = nextLine(source, close)
    if (at < end) writer.text.space(close, at)
  }
}

function trimEnd(source: string, start: number, end: number): number {
  let at = end
  while (at > start && isSpace(source.charCodeAt(at - 1))) at--
  return at
}

/** Offset of the first line that is not blank. */
function skipBlankLines(source: string, start: number, end: number): number {
  let line = start
  for (let at = start; at < end && isSpace(source.charCodeAt(at)); at++) {
    if (source.charCodeAt(at) === 0x0a || source.charCodeAt(at) === 0x0d) line = at + 1
  }
  return line
}
