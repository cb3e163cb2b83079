import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { Event, Token } from 'micromark-util-types'
import type { BlockWriter, OpenMark, Place } from '../block-writer.ts'
import { readHtmlFragment } from '../html/fragment.ts'
import { isSpace } from '../lines.ts'
import { onItsOwn } from '../own-text.ts'
import { decodeReference } from '../references.ts'
import { TextBuilder } from '../text-builder.ts'
import type { BlockKind, Mark } from '../types.ts'
import { InlineHtml } from './inline-html.ts'
import type { Definitions } from './parse.ts'
import { Regions } from './regions.ts'
import { decodeString } from './strings.ts'

/** A link or an image that is being read. */
interface Media {
  image: boolean
  start: number
  /** What it refers to, as written. */
  label: string
  /** Its address, where it has one of its own. */
  href: string | undefined
  title: string | undefined
  mark: OpenMark | undefined
}

interface OpenList {
  id: number
  index: number
  ordered: boolean
}

const MARKS: Record<string, Mark['type']> = {
  strong: 'strong',
  emphasis: 'emphasis',
  strikethrough: 'delete',
  codeText: 'code',
}

/** Raw HTML that begins with a tag, but none whose content is no HTML. */
const MAY_OPEN_REGION = /^\s*<(?:\/|(?!(?:pre|script|style|textarea)\b))[a-z]/i

/** Turns micromark's events into blocks. */
export class EventReader {
  readonly #source: string
  readonly #base: number
  readonly #definitions: Definitions
  readonly #writer: BlockWriter
  readonly #lang: string | undefined
  readonly #html: InlineHtml
  /** Block quotes, lists and footnotes around the current place, outermost first. */
  readonly #containers: (OpenList | 'quote' | 'footnote')[] = []
  readonly #media: Media[] = []
  /** Alternative texts of the images around the current place. */
  readonly #alts: TextBuilder[] = []
  readonly #marks: (OpenMark | undefined)[] = []
  #place: Place | undefined
  #table: { id: number; row: number; column: number } | undefined
  /** Above 0 inside markup that has no text of its own. */
  #silent = 0
  /** Where a hard break began that waits for its line ending, else −1. */
  #hardBreak = -1
  /** True right after something that was left out: the spaces on both sides of it become one. */
  #joint = false
  readonly #regions = new Regions()
  /** Lines of raw HTML as pairs of offsets. */
  readonly #rawHtml: number[] = []

  /**
   * @param source the whole source
   * @param base where the piece begins that the events count from
   * @param definitions what references point to
   * @param writer takes the blocks
   * @param lang of the document
   */
  constructor(source: string, base: number, definitions: Definitions, writer: BlockWriter, lang: string | undefined) {
    this.#source = source
    this.#base = base
    this.#definitions = definitions
    this.#writer = writer
    this.#lang = lang
    this.#html = new InlineHtml(source, writer)
  }

  read(events: readonly Event[]): void {
    for (const [action, token] of events) {
      const start = this.#base + token.start.offset
      const end = this.#base + token.end.offset
      if (action === 'enter') this.#enter(token, start, end)
      else this.#exit(token, start, end)
    }
  }

  #enter(token: Token, start: number, end: number): void {
    switch (token.type as string) {
      case 'data':
      case 'codeTextData':
      case 'codeFlowValue':
      case 'autolinkProtocol':
      case 'autolinkEmail':
      case 'literalAutolinkWww':
      case 'literalAutolinkHttp':
      case 'literalAutolinkEmail':
        this.#copy(token.type, start, end)
        break
      case 'characterEscape':
        this.#target()?.put(this.#source.slice(start + 1, end), start, end)
        break
      case 'characterReference':
        this.#target()?.putVisible(decodeReference(this.#source, start).text, start, end)
        break
      case 'hardBreakEscape':
      case 'hardBreakTrailing':
        this.#hardBreak = start
        break
      case 'lineEnding':
        this.#lineEnding(start, end)
        break
      case 'paragraph':
        this.#begin(this.#textKind(), start)
        break
      case 'atxHeading':
      case 'setextHeading':
        this.#begin('heading', start)
        break
      case 'codeFenced':
      case 'codeIndented':
        this.#begin('code', start)
        break
      case 'table':
        this.#table = { id: this.#writer.tables++, row: -1, column: -1 }
        break
      case 'tableRow':
        this.#table!.row++
        this.#table!.column = -1
        break
      case 'tableHeader':
      case 'tableData':
        this.#table!.column++
        this.#begin('tableCell', start)
        break
      case 'blockQuote':
        this.#containers.push('quote')
        break
      case 'gfmFootnoteDefinition':
        this.#containers.push('footnote')
        break
      case 'listOrdered':
      case 'listUnordered':
        this.#containers.push({ id: this.#writer.lists++, index: -1, ordered: token.type === 'listOrdered' })
        break
      case 'listItemPrefix':
        ;(this.#containers.at(-1) as OpenList).index++
        break
      case 'strong':
      case 'emphasis':
      case 'strikethrough':
      case 'codeText':
        this.#marks.push(this.#inText() ? this.#writer.openMark(MARKS[token.type]!) : undefined)
        break
      case 'link':
      case 'image':
      case 'autolink':
      case 'literalAutolink':
        this.#openMedia(token.type === 'image', start)
        break
      case 'labelText':
      case 'referenceString':
        if (this.#media.length > 0) this.#media.at(-1)!.label = onItsOwn(this.#source.slice(start, end))
        break
      case 'resourceDestinationString':
        this.#media.at(-1)!.href = onItsOwn(decodeString(this.#source.slice(start, end)))
        break
      case 'resourceTitleString':
        this.#media.at(-1)!.title = onItsOwn(decodeString(this.#source.slice(start, end)))
        break
      case 'resource':
        this.#media.at(-1)!.href = ''
        this.#silent++
        break
      case 'reference':
      case 'gfmFootnoteCall':
      case 'codeFencedFence':
        this.#silent++
        break
      case 'htmlText':
        if (this.#inText()) this.#html.read(start, end, this.#context())
        this.#silent++
        break
      case 'htmlFlowData':
        this.#rawHtml.push(start, end)
        break
    }
  }

  #exit(token: Token, start: number, end: number): void {
    switch (token.type as string) {
      case 'paragraph':
      case 'atxHeading':
      case 'setextHeading':
      case 'codeFenced':
      case 'codeIndented':
      case 'tableHeader':
      case 'tableData':
        this.#end(end)
        break
      case 'atxHeadingSequence':
        this.#level(end - start)
        break
      case 'setextHeadingLineSequence':
        this.#level(this.#source[start] === '=' ? 1 : 2)
        break
      case 'table':
        this.#table = undefined
        break
      case 'blockQuote':
      case 'gfmFootnoteDefinition':
      case 'listOrdered':
      case 'listUnordered':
        this.#containers.pop()
        break
      case 'strong':
      case 'emphasis':
      case 'strikethrough':
      case 'codeText': {
        const mark = this.#marks.pop()
        if (mark) this.#writer.closeMark(mark)
        break
      }
      case 'link':
      case 'image':
        this.#closeMedia(end)
        break
      case 'autolink':
      case 'literalAutolink':
        this.#closeAutolink(start, end)
        break
      case 'resource':
      case 'reference':
      case 'codeFencedFence':
        this.#silent--
        break
      case 'gfmFootnoteCall':
      case 'htmlText':
        this.#silent--
        this.#joint = true
        break
      case 'htmlFlow':
        this.#readRawHtml(start, end)
        break
    }
  }

  /** Where text goes: the alternative text of an image, the block, or nowhere. */
  #target(): TextBuilder | undefined {
    if (this.#silent > 0 || this.#html.hides || this.#regions.isHidden) return undefined
    return this.#alts.at(-1) ?? (this.#writer.isOpen ? this.#writer.text : undefined)
  }

  /** True where marks of the block may begin. */
  #inText(): boolean {
    return this.#silent === 0 && this.#alts.length === 0 && this.#writer.isOpen && !this.#regions.isHidden
  }

  #copy(type: string, start: number, end: number): void {
    const target = this.#target()
    if (!target) return
    let from = start
    if (this.#joint) {
      while (from < end && this.#source[from] === ' ') from++
      target.space(start, from)
      this.#joint = false
    }
    if (type === 'codeTextData' && this.#table) copyCellCode(target, this.#source, from, end)
    else target.copy(this.#source, from, end)
  }

  #lineEnding(start: number, end: number): void {
    const target = this.#target()
    if (target && this.#hardBreak !== -1) target.lineBreak(this.#hardBreak, end)
    else if (this.#place?.kind === 'code') target?.put('\n', start, end)
    else target?.space(start, end)
    this.#hardBreak = -1
  }

  #begin(kind: BlockKind, start: number): void {
    this.#place = { ...this.#context(), kind }
    this.#hardBreak = -1
    this.#joint = false
    this.#writer.begin(this.#place, start)
  }

  #end(end: number): void {
    this.#html.end()
    this.#writer.endMarks()
    let last = end
    while (isSpace(this.#source.charCodeAt(last - 1))) last--
    this.#writer.end(last)
    this.#place = undefined
  }

  /** A heading's first line of characters says its level; there may be another one at its end. */
  #level(level: number): void {
    if (this.#place?.level === 0) this.#place.level = level
  }

  #context(): Place {
    const lists = this.#containers.filter((container) => typeof container === 'object')
    const list = lists.at(-1)
    const table = this.#table
    return {
      kind: 'paragraph',
      level: 0,
      lang: this.#regions.lang ?? this.#lang,
      list: list && { id: list.id, index: list.index, depth: lists.length - 1, ordered: list.ordered },
      table: table && { ...table, header: table.row === 0 },
      quoted: this.#containers.includes('quote'),
    }
  }

  #textKind(): BlockKind {
    const container = this.#containers.at(-1)
    if (container === 'quote') return 'quote'
    if (typeof container === 'object') return 'listItem'
    return container === undefined && this.#regions.isLead ? 'lead' : 'paragraph'
  }

  #openMedia(image: boolean, start: number): void {
    const mark = !image && this.#inText() ? this.#writer.openMark('link') : undefined
    this.#media.push({ image, start, label: '', href: undefined, title: undefined, mark })
    if (image) this.#alts.push(new TextBuilder())
  }

  #closeMedia(end: number): void {
    const media = this.#media.pop()!
    if (media.image) {
      const alt = this.#alts.pop()!
      this.#joint = true
      if (this.#inText()) this.#writer.image(this.#context(), alt, media.start, end)
    } else if (media.mark) {
      const target = media.href === undefined ? this.#definitions.links.get(normalizeIdentifier(media.label)) : media
      media.mark.href = target?.href ?? ''
      media.mark.title = target?.title
      this.#writer.closeMark(media.mark)
    }
  }

  #closeAutolink(start: number, end: number): void {
    const { mark } = this.#media.pop()!
    if (!mark) return
    const address = onItsOwn(this.#source.slice(start, end).replace(/^<|>$/g, ''))
    if (/^[a-z][a-z\d+.-]+:/i.test(address)) mark.href = address
    else mark.href = address.includes('@') ? `mailto:${address}` : `http://${address}`
    this.#writer.closeMark(mark)
  }

  /** Reads a block of raw HTML, with the prefixes of quotes and lists blanked out so that offsets hold. */
  #readRawHtml(start: number, end: number): void {
    let html = ''
    let from = start
    for (let line = 0; line < this.#rawHtml.length; line += 2) {
      html += ' '.repeat(this.#rawHtml[line]! - from) + this.#source.slice(this.#rawHtml[line], this.#rawHtml[line + 1])
      from = this.#rawHtml[line + 1]!
    }
    html += ' '.repeat(end - from)
    this.#rawHtml.length = 0
    if (!this.#regions.isHidden) readHtmlFragment(html, start, this.#writer, this.#context())
    if (this.#containers.length === 0 && MAY_OPEN_REGION.test(html)) this.#regions.feed(html)
  }
}

/** Copies code in a table cell, where `\|` stands for a bar. */
function copyCellCode(target: TextBuilder, source: string, start: number, end: number): void {
  let from = start
  for (let at = source.indexOf('\\|', start); at !== -1 && at < end; at = source.indexOf('\\|', at + 2)) {
    target.copy(source, from, at)
    target.put('|', at, at + 2)
    from = at + 2
  }
  target.copy(source, from, end)
}
