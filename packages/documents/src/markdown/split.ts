import { htmlBlockNames, htmlRawNames } from 'micromark-util-html-tag-name'
import { lineEnd, nextLine, skipIndent } from '../lines.ts'
import { Regions } from './regions.ts'

/**
 * Where a piece of a Markdown document ends that begins at `start`.
 *
 * The pieces, read each on its own, give the same blocks as the whole. A piece ends before a line that
 * stands after a blank line, is not indented, and cannot continue a list, a footnote, a fence or raw
 * HTML. Link definitions are all that reaches across.
 *
 * An end depends on nothing but the text since `start`, so after an edit the pieces are the same again
 * from the first end that is found again.
 */
export function endOfPiece(source: string, start: number): number {
  const piece = new OpenPiece(source)
  let hasText = false
  let at = start
  while (at < source.length) {
    const end = lineEnd(source, at)
    const text = skipIndent(source, at, end)
    if (text === end) piece.blankLine()
    else {
      if (hasText && text === at && piece.canEndBefore(at)) return at
      piece.line(at, text, end)
      hasText = true
    }
    at = nextLine(source, end)
  }
  return source.length
}

const BLOCK_NAMES: ReadonlySet<string> = new Set(htmlBlockNames)
const RAW_NAMES: ReadonlySet<string> = new Set(htmlRawNames)

const FENCE = /^(?:(`{3,})[^`]*|(~{3,}).*)$/s
const TAG = /^<\/?([a-zA-Z][a-zA-Z\d-]*)(?=[\s/>]|$)/
const RAW_TAG = /^<([a-zA-Z]+)(?=[\s>]|$)/
const LIST_MARKER = /^(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)/
const FOOTNOTE = /^\[\^/
const THEMATIC_BREAK = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,})$/
/** Lines of a list after which it is divided between its items: micromark's time grows with their square. */
const MAX_LIST = 300
/** Lines after which an HTML element around Markdown no longer holds it together. */
const MAX_REGION = 3000
/** Characters that a list marker takes at most, and what must follow it. */
const MARKER_LENGTH = 11

/** The block structure of one piece, followed line by line as far as it decides where the piece may end. */
class OpenPiece {
  readonly #source: string
  #afterBlank = true
  /** The fence that is open: its character and length. */
  #fence: { char: string; length: number } | undefined
  /** What ends the raw HTML that is open, if not a blank line. */
  #rawEnd: RegExp | undefined
  /** Whether the lines up to the next blank one are raw HTML. */
  #raw: 'no' | 'yes' | 'maybe' = 'no'
  /** Column where the text of the outermost list item begins; 0 outside lists. */
  #item = 0
  /** True where the list item may have ended already. */
  #itemInDoubt = false
  #footnote = false
  #lines = 0
  /** HTML elements around the Markdown. */
  readonly #regions = new Regions()
  /** Where it cannot be told what is open, the piece goes on to the end of the source. */
  #uncertain = false

  constructor(source: string) {
    this.#source = source
  }

  blankLine(): void {
    this.#afterBlank = true
    this.#raw = 'no'
  }

  /** Whether the piece can end before this line, which has text and no indent. */
  canEndBefore(start: number): boolean {
    if (this.#fence || this.#rawEnd || this.#uncertain) return false
    if (this.#regions.matters && this.#lines < MAX_REGION) return false
    const line = this.#source.slice(start, start + MARKER_LENGTH)
    const isItem = LIST_MARKER.test(line)
    if (isItem && this.#lines > MAX_LIST && this.#item > 0 && !this.#itemInDoubt) return this.#raw === 'no'
    if (!this.#afterBlank) return false
    return (this.#item === 0 && !this.#footnote) || (!isItem && !FOOTNOTE.test(line))
  }

  /** Takes a line that is not blank: where it begins, where its text begins, and where it ends. */
  line(start: number, text: number, end: number): void {
    const afterBlank = this.#afterBlank
    this.#afterBlank = false
    this.#lines++
    const indent = columns(this.#source, start, text)
    if (this.#fence) this.#closeFence(indent, text, end)
    else if (this.#rawEnd) this.#closeRaw(text, end)
    else {
      if (this.#raw !== 'no') this.#regions.feed(this.#source.slice(text, end))
      if (indent < 4 && this.#raw !== 'yes') this.#open(indent, text, end, afterBlank)
    }
  }

  #open(indent: number, text: number, end: number, afterBlank: boolean): void {
    const first = this.#source.charCodeAt(text)
    const isMarker = this.#listMarker(indent, first, text, end, afterBlank)
    if (isMarker) return
    if (this.#item > 0 && indent < this.#item) this.#itemInDoubt = true
    if (first === 0x60 || first === 0x7e) this.#openFence(indent, this.#source.slice(text, end))
    else if (first === 0x3c) this.#openHtml(indent, text, end, afterBlank)
    else if (first === 0x5b && this.#source[text + 1] === '^') this.#footnote = true
  }

  /** Takes note of an item of the outermost list; true where the line begins with a list marker. */
  #listMarker(indent: number, first: number, text: number, end: number, afterBlank: boolean): boolean {
    const isBullet = first === 0x2d || first === 0x2a || first === 0x2b
    if (!isBullet && !(first >= 0x30 && first <= 0x39)) return false
    const marker = LIST_MARKER.exec(this.#source.slice(text, Math.min(end, text + MARKER_LENGTH)))
    if (!marker || (isBullet && THEMATIC_BREAK.test(this.#source.slice(text, end)))) return false
    if (this.#isInItem(indent)) return true
    const after = text + marker[0].length
    const isEmpty = skipIndent(this.#source, after, end) === end
    const begins = afterBlank || isBullet || /^1[.)]/.test(marker[0]) || (this.#item > 0 && !this.#itemInDoubt)
    this.#itemInDoubt = isEmpty || !begins || this.#raw === 'maybe'
    this.#item = itemColumn(this.#source, indent + marker[0].length, after, end)
    return true
  }

  /** True where a line with this indent belongs to an item of the outermost list. */
  #isInItem(indent: number): boolean {
    if (this.#item === 0 || indent < this.#item) return false
    if (this.#itemInDoubt) this.#uncertain = true
    return true
  }

  #openFence(indent: number, line: string): void {
    const fence = FENCE.exec(line)
    if (!fence || this.#isInItem(indent)) return
    if (this.#raw === 'maybe') this.#uncertain = true
    this.#fence = { char: line[0]!, length: (fence[1] ?? fence[2])!.length }
  }

  #closeFence(indent: number, text: number, end: number): void {
    const { char, length } = this.#fence!
    let at = text
    while (at < end && this.#source[at] === char) at++
    if (indent < 4 && at - text >= length && skipIndent(this.#source, at, end) === end) this.#fence = undefined
  }

  #openHtml(indent: number, text: number, end: number, afterBlank: boolean): void {
    if (this.#isInItem(indent)) return
    const line = this.#source.slice(text, end)
    if (line.startsWith('<![CDATA[')) this.#uncertain = true
    const rawEnd = rawHtmlEnd(line)
    if (rawEnd) {
      if (this.#raw === 'maybe') this.#uncertain = true
      this.#rawEnd = rawEnd
      this.#closeRaw(text + 1, end)
      return
    }
    const tag = TAG.exec(line)
    if (!tag) return
    const isBlock = BLOCK_NAMES.has(tag[1]!.toLowerCase())
    if (this.#raw === 'no') this.#regions.feed(line)
    if (isBlock) this.#raw = 'yes'
    else if (afterBlank || this.#raw === 'no') this.#raw = 'maybe'
  }

  #closeRaw(text: number, end: number): void {
    if (this.#rawEnd!.test(this.#source.slice(text, end))) this.#rawEnd = undefined
  }
}

/** What ends the raw HTML that begins with this line, where it may hold blank lines; else undefined. */
function rawHtmlEnd(line: string): RegExp | undefined {
  if (line.startsWith('<!--')) return /-->/
  if (line.startsWith('<?')) return /\?>/
  if (/^<![a-zA-Z]/.test(line)) return />/
  const tag = RAW_TAG.exec(line)
  return tag && RAW_NAMES.has(tag[1]!.toLowerCase()) ? /<\/(?:pre|script|style|textarea)>/i : undefined
}

/** Width of white space in columns, tab stops every four. */
function columns(source: string, start: number, end: number, from = 0): number {
  let column = from
  for (let at = start; at < end; at++) column = source.charCodeAt(at) === 0x09 ? (column >> 2) * 4 + 4 : column + 1
  return column
}

/** Column where the text of a list item begins, given where its marker ends. */
function itemColumn(source: string, markerColumn: number, markerEnd: number, lineEnd: number): number {
  const text = skipIndent(source, markerEnd, lineEnd)
  const column = columns(source, markerEnd, text, markerColumn)
  return text === lineEnd || column - markerColumn > 4 ? markerColumn + 1 : column
}
