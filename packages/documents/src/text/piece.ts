import { BlockWriter, type Place } from '../block-writer.ts'
import { isHeadingLike } from '../heading.ts'
import type { PieceStart } from '../pieces.ts'
import type { BlockKind } from '../types.ts'
import { type Line, readLine } from './lines.ts'
import { isDialogue, type Marker, readMarker } from './markers.ts'
import { cellsOf, isTable } from './tables.ts'

/** What a block looks like, before its neighbours have had their say. */
export interface Looks {
  /** A line that stands by itself and reads as a heading. */
  headline: boolean
  /** The level that an underline gives a heading, else 0. */
  underline: number
  marker: Marker | undefined
  indent: number
  /** A line of an e-mail's head, or what the mail is about. */
  mail: 'header' | 'subject' | undefined
  /** True where the line before says that a signature follows: `-- `. */
  signature: boolean
}

/** Narrower columns than anyone wraps at: every line ending is meant. */
const NARROW = 40
/** Wider lines than anyone wraps at: each is a paragraph of its own. */
const UNWRAPPED = 120
const UNDERLINE = /^(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,})$/
const SEPARATOR = /^[-=_*~#.·•\s]{3,}$/
const MAIL_HEADER =
  /^(?:Från|Till|Kopia|Hemlig kopia|Datum|Skickat|Svar till|Ämne|From|To|Cc|Bcc|Date|Sent|Reply-To|Subject):(?=\s|$)/i
const MAIL_SUBJECT = /^(?:Ämne|Subject):\s*/i
const MAIL_SENDER = /^(?:Från|From|Till|To):/i
const QUOTE = /^>[> ]*/

/** Reads one run of lines, with the blank lines around it, into blocks. */
export class PieceReader {
  readonly writer: BlockWriter
  /** Runs alongside `writer.blocks`. */
  readonly looks: Looks[] = []
  readonly #source: string
  /** Lines of the block that is being read, and what it is. */
  #pending: Line[] = []
  #kind: BlockKind = 'paragraph'
  #marker: Marker | undefined
  #signature = false
  #unwrapped = false

  constructor(source: string, place: PieceStart) {
    this.#source = source
    this.writer = new BlockWriter(place)
  }

  read(start: number, end: number): void {
    const lines = this.#lines(start, end)
    if (lines.length === 0) return
    if (isMailHead(lines)) this.#mailHead(lines)
    else if (isTable(lines)) this.#table(lines)
    else this.#run(lines)
  }

  #lines(start: number, end: number): Line[] {
    const lines: Line[] = []
    for (let at = start; at < end; ) {
      const line = readLine(this.#source, at)
      if (line.start < line.end) lines.push(line)
      at = line.next
    }
    return lines
  }

  #mailHead(lines: readonly Line[]): void {
    for (const line of lines) {
      const subject = MAIL_SUBJECT.exec(line.text)
      const skip = subject ? subject[0].length : 0
      this.#write('contact', [line], { mail: subject ? 'subject' : 'header' }, skip)
    }
  }

  #table(lines: readonly Line[]): void {
    const id = this.writer.tables++
    lines.forEach((line, row) => {
      cellsOf(line).forEach((cell, column) => {
        this.#begin('tableCell', cell.start, { table: { id, row, column, header: false } })
        this.writer.text.copy(this.#source, cell.start, cell.end)
        this.#end(cell.end, {})
      })
    })
  }

  #run(lines: readonly Line[]): void {
    this.#unwrapped = lines.some((line) => line.text.length > UNWRAPPED)
    const markers = this.#markersOf(lines)
    lines.forEach((line, index) => {
      if (line.text.startsWith('>')) this.#quote(line)
      else if (line.text === '--') this.#signatureFollows()
      else if (SEPARATOR.test(line.text)) this.#separator(line)
      else if (markers[index]) this.#item(line, markers[index])
      else this.#text(line)
    })
    this.#flush()
    if (lines.length === 1 && this.looks.length === 1) this.#markHeadline(0)
    if (this.#unwrapped) {
      for (let index = 0; index < this.looks.length - 1; index++) {
        if (this.writer.blocks[index + 1]!.text.length > UNWRAPPED) this.#markHeadline(index)
      }
    }
  }

  #markHeadline(index: number): void {
    const block = this.writer.blocks[index]!
    const look = this.looks[index]!
    const mayBe = block.kind === 'paragraph' || look.marker?.type === 'ordered'
    look.headline = mayBe && !block.quoted && isHeadingLike(block.text)
  }

  /** The list markers of the lines. A number or a dash at the beginning of a line may be part of the text. */
  #markersOf(lines: readonly Line[]): (Marker | undefined)[] {
    const markers = lines.map((line) => readMarker(line.text))
    if (markers.every((marker) => marker === undefined)) return markers
    const dashes = lines.filter((_, index) => markers[index]?.isDash)
    const items = dashes.map((line) => line.text.replace(/^\S+\s+/, ''))
    // One line after a hyphen may be an item of a list that goes on after a blank line.
    const isAlone = items.length === 1 && dashes[0]!.text.startsWith('-')
    const dialogue = items.length > 0 && !isAlone && isDialogue(items)
    return markers.map((marker, index) => {
      if (!marker || (marker.isDash && dialogue)) return undefined
      if (marker.type === 'bullet' || index === 0 || marker.number === 1) return marker
      return markers.slice(0, index).some((before) => before?.type === 'ordered') ? marker : undefined
    })
  }

  #item(line: Line, marker: Marker): void {
    this.#flush()
    this.#pending = [line]
    this.#kind = 'listItem'
    this.#marker = marker
  }

  #text(line: Line): void {
    if (this.#unwrapped || this.#kind === 'quote') this.#flush()
    this.#pending.push(line)
  }

  /** A quoted line of a mail: `> `, once for each answer. An empty one divides paragraphs. */
  #quote(line: Line): void {
    if (this.#kind !== 'quote') this.#flush()
    const prefix = QUOTE.exec(line.text)![0].length
    const text = line.text.slice(prefix)
    if (text === '') this.#flush()
    else this.#pending.push({ ...line, start: line.start + prefix, indent: 0, text })
    this.#kind = 'quote'
  }

  #signatureFollows(): void {
    this.#flush()
    this.#signature = true
  }

  /** A line of dashes underlines the line before it, or says nothing. */
  #separator(line: Line): void {
    const [title, ...more] = this.#pending
    const isUnderline = UNDERLINE.test(line.text) && more.length === 0 && this.#kind === 'paragraph'
    if (title && isUnderline && isHeadingLike(title.text)) {
      this.#pending = []
      this.#write('paragraph', [title], { underline: line.text.startsWith('=') ? 1 : 2 })
    } else this.#flush()
  }

  #flush(): void {
    if (this.#pending.length > 0) {
      const marker = this.#marker
      this.#write(this.#kind, this.#pending, { marker }, marker?.length)
    }
    this.#pending = []
    this.#kind = 'paragraph'
    this.#marker = undefined
  }

  /** Writes lines as one block, without the first `skip` characters. */
  #write(kind: BlockKind, lines: readonly Line[], looks: Partial<Looks>, skip = 0): void {
    const first = lines[0]!
    let width = 0
    for (const line of lines) width = Math.max(width, lengthOf(line))
    this.#begin(kind, first.start, { quoted: kind === 'quote' })
    this.writer.text.copy(this.#source, first.start + skip, first.end)
    for (let index = 1; index < lines.length; index++) {
      const line = lines[index]!
      this.#lineBreak(lines[index - 1]!, line, width)
      this.writer.text.copy(this.#source, line.start, line.end)
    }
    this.#end(lines.at(-1)!.end, looks, first.indent)
  }

  /** A line ending is a space where the next word had no room left, else a break that somebody meant. */
  #lineBreak(line: Line, next: Line, width: number): void {
    const word = next.text.search(/\s/)
    const fits = (word === -1 ? next.text.length : word) < width - lengthOf(line)
    const meant = (fits || width < NARROW) && !/^[\p{Ll}(]/u.test(next.text)
    if (meant) this.writer.text.lineBreak(line.end, next.start)
    else this.writer.text.space(line.end, next.start)
  }

  #begin(kind: BlockKind, start: number, { table, quoted = false }: Partial<Place> = {}): void {
    this.writer.begin({ kind, level: 0, lang: undefined, list: undefined, table, quoted }, start)
  }

  #end(end: number, looks: Partial<Looks>, indent = 0): void {
    const count = this.writer.blocks.length
    this.writer.end(end)
    if (this.writer.blocks.length === count) return
    const { headline = false, underline = 0, marker, mail, signature = this.#signature } = looks
    this.looks.push({ headline, underline, marker, indent, mail, signature })
    this.#signature = false
  }
}

function isMailHead(lines: readonly Line[]): boolean {
  return (
    lines.length > 1 &&
    lines.every((line) => MAIL_HEADER.test(line.text)) &&
    lines.some((line) => MAIL_SENDER.test(line.text))
  )
}

function lengthOf(line: Line): number {
  return line.text.length + line.indent
}
