import type { BlockWriter, OpenMark, Place } from '../block-writer.ts'
import { parseDirective } from '../directives.ts'
import { isSpace } from '../lines.ts'
import { attributeValue, copyAttribute, copyCode, copyHtml } from './attributes.ts'
import type { Exclusion } from './main.ts'
import { type Attributes, isDecorative, isHidden, isLeadClass, marksOf, NOT_TEXT } from './semantics.ts'
import { isLayoutTable } from './tables.ts'
import {
  attributesOf,
  childrenOf,
  descendants,
  type HtmlElement,
  type HtmlNode,
  isElement,
  rangeOf,
  textOf,
} from './tree.ts'

/** Elements that begin and end a block. */
const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
   figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li listing main menu nav ol
   optgroup option p pre search section summary table tbody td tfoot th thead tr ul xmp`.split(/\s+/),
)
/** Elements that do not break up a heading or a summary that they stand in. */
const INLINE_IN_HEADINGS: ReadonlySet<string> = new Set(['button', 'div', 'label', 'p'])
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'menu', 'dir', 'dl'])
const CODE: ReadonlySet<string> = new Set(['pre', 'listing', 'xmp'])
/** Class names for text that only screen readers meet, such as what kind of link this is. */
const UNSEEN_CLASS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader-?(?:text|only)|env-assistive-text|a11y-hidden)(?:$|\s)/i
/** Elements that show nothing. */
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title', 'noscript', 'dialog', 'datalist'])
const BLANK = /^(?:\s|&nbsp;|&#160;|&#xa0;)*$/i
const FOOTNOTE_REFERENCE = /^[\s([]*(?:\d{1,3}|\*{1,3}|[a-z])[\s)\]]*$/i

interface ListState {
  id: number
  index: number
  depth: number
  ordered: boolean
}

/** What holds for everything inside an element. */
interface Context {
  /** What a text is that begins here. The same object for all texts of one block element. */
  place: Place
  /** Language of what begins here: of the nearest element that says so, inline ones counted. */
  lang: string | undefined
  list: ListState | undefined
  table: { id: number; row: number; column: number; inHead: boolean } | undefined
  inHeading: boolean
  /** The link around. */
  link: HtmlElement | undefined
}

/** Turns HTML elements into blocks. */
export class HtmlReader {
  readonly #source: string
  readonly #writer: BlockWriter
  readonly #isExcluded: Exclusion
  /** The block element that has begun, until its first text has come. */
  #beginning: HtmlElement | undefined
  /** The block element that the open block is the first text of. */
  #opened: HtmlElement | undefined
  /** Where the last text ended. */
  #textEnd = 0
  /** Line breaks met since the last text. */
  #breaks = 0
  #breakStart = 0
  #breakEnd = 0

  /**
   * @param source what was parsed
   * @param writer takes the blocks
   * @param isExcluded says which elements are left out
   */
  constructor(source: string, writer: BlockWriter, isExcluded: Exclusion) {
    this.#source = source
    this.#writer = writer
    this.#isExcluded = isExcluded
  }

  /** Reads a node and everything in it. */
  read(node: HtmlNode, place: Place): void {
    const nothing = { list: undefined, table: undefined, link: undefined, inHeading: false }
    this.#node(node, { place, lang: place.lang, ...nothing })
    this.#endBlock(this.#textEnd)
  }

  #node(node: HtmlNode, context: Context): void {
    if (isElement(node)) this.#element(node, context)
    else if (node.nodeName === '#text') this.#text(node.sourceCodeLocation!, context)
    else if (node.nodeName === '#comment') this.#comment(node as HtmlNode & { data: string })
    else for (const child of childrenOf(node)) this.#node(child, context)
  }

  #comment(comment: HtmlNode & { data: string }): void {
    const range = rangeOf(comment)
    if (!range) return
    const { origin, directives } = this.#writer
    const directive = parseDirective(comment.data, origin + range.start, origin + range.end)
    if (directive) directives.push(directive)
  }

  #element(element: HtmlElement, context: Context): void {
    const { tagName } = element
    const attributes = attributesOf(element)
    if (isHidden(attributes)) this.#writer.embed()
    if (isHidden(attributes) || this.#isExcluded(element)) return
    if (NOT_TEXT.has(tagName) || (tagName === 'dialog' && attributes('open') === undefined)) {
      this.#gap(element)
      if (tagName === 'svg') this.#drawing(element, attributes, context)
      return
    }
    if (tagName === 'br') this.#lineBreak(element)
    else if (tagName === 'img') this.#image(element, attributes, context)
    else if (tagName === 'input') this.#input(element, attributes, context)
    else if (isBlock(tagName, context) || roleLevel(attributes) > 0) this.#block(element, attributes, context)
    else this.#inline(element, attributes, context)
  }

  #inline(element: HtmlElement, attributes: Attributes, context: Context): void {
    if (UNSEEN_CLASS.test(attributes('class') ?? '') || this.#isFootnoteReference(element)) return
    const lang = attributes('lang') || context.lang
    const marks: OpenMark[] = []
    for (const { type, ...details } of marksOf(element.tagName, attributes)) {
      if (type === 'link') details.label ??= this.#unseenLabel(element)
      if (type !== 'language' || details.lang !== context.lang) marks.push(this.#writer.openMark(type, details))
    }
    const link = element.tagName === 'a' ? element : context.link
    for (const child of element.childNodes) this.#node(child, { ...context, lang, link })
    for (const mark of marks) this.#writer.closeMark(mark)
  }

  /** A raised number that leads to a note is no part of the word before it. */
  #isFootnoteReference(element: HtmlElement): boolean {
    if (element.tagName !== 'sup') return false
    const link = element.childNodes.find((child) => child.nodeName === 'a')
    if (!link || !isElement(link) || !attributesOf(link)('href')?.includes('#')) return false
    const text = link.childNodes[0]
    const range = text?.nodeName === '#text' ? rangeOf(text) : undefined
    return range !== undefined && FOOTNOTE_REFERENCE.test(this.#source.slice(range.start, range.end))
  }

  /** The whole text of a link of which a part is for screen readers alone. */
  #unseenLabel(link: HtmlElement): string | undefined {
    for (const element of descendants(link))
      if (UNSEEN_CLASS.test(attributesOf(element)('class') ?? ''))
        return textOf(link, this.#source).replace(/\s+/g, ' ').trim()
    return undefined
  }

  #block(element: HtmlElement, attributes: Attributes, context: Context): void {
    this.#beginElement(element)
    const { length } = this.#writer.blocks
    if (CODE.has(element.tagName)) this.#code(element, context)
    else {
      const inner = this.#innerContext(element, attributes, context)
      for (const child of element.childNodes) this.#node(child, inner)
      this.#endElement(element)
      if (inner.inHeading && !context.inHeading) this.#heading(element, inner.place, length)
      return
    }
    this.#endElement(element)
  }

  /** A heading that gave no block, and of which no part is left out, is empty. */
  #heading(element: HtmlElement, place: Place, blocksBefore: number): void {
    const range = rangeOf(element)
    if (!range || place.kind !== 'heading' || this.#writer.blocks.length > blocksBefore) return
    if (holdsPicture(element) || !BLANK.test(textOf(element, this.#source))) return
    this.#writer.emptyHeading(place, range.start, range.end)
  }

  #beginElement(element: HtmlElement): void {
    this.#endBlock(this.#textEnd)
    this.#beginning = element
  }

  #endElement(element: HtmlElement): void {
    const isWhole = this.#opened === element && this.#writer.isOpen
    this.#endBlock((isWhole && rangeOf(element)?.end) || this.#textEnd)
    this.#beginning = undefined
  }

  #endBlock(end: number): void {
    let last = end
    while (isSpace(this.#source.charCodeAt(last - 1))) last--
    this.#writer.end(last)
    this.#breaks = 0
  }

  #innerContext(element: HtmlElement, attributes: Attributes, context: Context): Context {
    const { tagName } = element
    const lang = attributes('lang') || context.lang
    const place: Place = { ...context.place, lang }
    const inner: Context = { ...context, place, lang }
    const level = /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : roleLevel(attributes)
    if (level > 0) return { ...inner, place: { ...place, kind: 'heading', level }, inHeading: true }
    if (LISTS.has(tagName)) this.#beginList(inner, tagName, context)
    else if (tagName === 'table') this.#beginTable(inner, element, attributes)
    switch (tagName) {
      case 'li':
      case 'dt':
      case 'dd':
        enterItem(place, inner.list, tagName)
        break
      case 'blockquote':
        place.kind = 'quote'
        place.quoted = true
        break
      case 'caption':
      case 'figcaption':
        place.kind = 'caption'
        break
      case 'address':
        place.kind = 'contact'
        break
      case 'summary':
        place.looksLikeHeading = true
        inner.inHeading = true
        break
      case 'thead':
        if (inner.table) inner.table.inHead = true
        break
      case 'tbody':
      case 'tfoot':
        if (inner.table) inner.table.inHead = false
        break
      case 'tr':
        if (inner.table) {
          inner.table.row++
          inner.table.column = -1
        }
        break
      case 'td':
      case 'th':
        if (inner.table) enterCell(place, inner.table, tagName === 'th', attributes('colspan'))
        break
      default:
        if (place.kind === 'paragraph' && isLeadClass(attributes('class'))) place.kind = 'lead'
    }
    return inner
  }

  #beginList(inner: Context, tagName: string, context: Context): void {
    const depth = context.list ? context.list.depth + 1 : 0
    inner.list = { id: this.#writer.lists++, index: -1, depth, ordered: tagName === 'ol' }
  }

  #beginTable(inner: Context, element: HtmlElement, attributes: Attributes): void {
    inner.table = isLayoutTable(element, attributes)
      ? undefined
      : { id: this.#writer.tables++, row: -1, column: -1, inHead: false }
  }

  #code(element: HtmlElement, context: Context): void {
    const range = rangeOf(element)
    if (!range) return
    this.#opened = element
    this.#writer.begin({ ...context.place, kind: 'code', level: 0 }, range.start)
    const copy = (node: HtmlNode): void => {
      if (node.nodeName === '#text') {
        copyCode(
          this.#writer.text,
          this.#source,
          node.sourceCodeLocation!.startOffset,
          node.sourceCodeLocation!.endOffset,
        )
      } else if (node.nodeName === '#comment') this.#comment(node as HtmlNode & { data: string })
      else for (const child of childrenOf(node)) copy(child)
    }
    copy(element)
  }

  /** A form field or a film stands between words as a space does. */
  #gap(element: HtmlElement): void {
    const range = rangeOf(element)
    if (range && this.#writer.isOpen) this.#writer.text.space(range.start, range.end)
    else if (!UNSEEN.has(element.tagName)) this.#writer.embed()
  }

  #lineBreak(element: HtmlElement): void {
    const range = rangeOf(element)
    if (!range || !this.#writer.isOpen) return
    if (this.#breaks++ === 0) this.#breakStart = range.start
    this.#breakEnd = range.end
  }

  #text({ startOffset, endOffset }: { startOffset: number; endOffset: number }, context: Context): void {
    let start = startOffset
    while (start < endOffset && isSpace(this.#source.charCodeAt(start))) start++
    const isOpen = this.#writer.isOpen
    if (start === endOffset) {
      if (isOpen && this.#breaks === 0) this.#writer.text.space(startOffset, endOffset)
      return
    }
    if (this.#breaks > 0 && BLANK.test(this.#source.slice(start, endOffset))) return
    if (this.#breaks > 1 && !context.inHeading) this.#endBlock(this.#breakStart)
    if (!this.#writer.isOpen) {
      this.#opened = this.#beginning
      this.#beginning = undefined
      this.#writer.begin(context.place, (this.#opened && rangeOf(this.#opened)?.start) ?? start)
    } else if (this.#breaks > 0) {
      this.#writer.text.lineBreak(this.#breakStart, this.#breakEnd)
      this.#breaks = 0
    } else start = startOffset
    copyHtml(this.#writer.text, this.#source, start, endOffset)
    this.#textEnd = endOffset
  }

  #image(element: HtmlElement, attributes: Attributes, context: Context): void {
    const range = rangeOf(element)
    this.#writer.embed()
    if (!range || isDecorative(attributes)) return
    const name = attributes('alt') === undefined ? 'aria-label' : 'alt'
    const text = attributes(name)
    // A picture may be there for its looks, but not where it is all there is of a link.
    if (text?.trim() === '' && !(context.link && isEmptyLink(context.link, this.#source))) return
    const location = element.sourceCodeLocation?.attrs?.[name]
    const value = location && attributeValue(this.#source, location.startOffset, location.endOffset)
    const alt = text?.trim() && value && copyAttribute(this.#source, value.start, value.end, this.#writer.origin)
    this.#writer.image(context.place, alt || undefined, range.start, range.end)
  }

  /** A form field stands between words as a space does; a button may be a picture. */
  #input(element: HtmlElement, attributes: Attributes, context: Context): void {
    const range = rangeOf(element)
    if (range && attributes('type')?.toLowerCase() === 'image' && !attributes('alt')?.trim() && !isNamed(attributes))
      this.#writer.image(context.place, undefined, range.start, range.end)
    else this.#gap(element)
  }

  /** A drawing that says that it is a picture needs a name. */
  #drawing(element: HtmlElement, attributes: Attributes, context: Context): void {
    const range = rangeOf(element)
    if (!range || attributes('role') !== 'img' || isNamed(attributes) || isDecorative(attributes)) return
    if (element.childNodes.some((child) => isElement(child) && child.tagName === 'title')) return
    this.#writer.image(context.place, undefined, range.start, range.end)
  }
}

function isNamed(attributes: Attributes): boolean {
  return ['aria-label', 'aria-labelledby', 'title'].some((name) => attributes(name)?.trim())
}

/** True for a link that neither text nor a name says anything of. */
function isEmptyLink(link: HtmlElement, source: string): boolean {
  if (isNamed(attributesOf(link)) || !BLANK.test(textOf(link, source))) return false
  for (const element of descendants(link)) {
    const attributes = attributesOf(element)
    if (isNamed(attributes) || attributes('alt')?.trim()) return false
  }
  return true
}

function holdsPicture(element: HtmlElement): boolean {
  for (const { tagName } of descendants(element)) if (tagName === 'img' || tagName === 'svg') return true
  return false
}

function isBlock(tagName: string, context: Context): boolean {
  return BLOCKS.has(tagName) && !(context.inHeading && INLINE_IN_HEADINGS.has(tagName))
}

/** The level of an element with the role of a heading; 0 for others. */
function roleLevel(attributes: Attributes): number {
  if (attributes('role') !== 'heading') return 0
  const level = Number(attributes('aria-level'))
  return Number.isInteger(level) && level >= 1 ? Math.min(level, 6) : 2
}

function enterItem(place: Place, list: ListState | undefined, tagName: string): void {
  place.kind = 'listItem'
  if (!list) return
  list.index++
  place.list = { id: list.id, index: list.index, depth: list.depth, ordered: list.ordered }
  if (tagName === 'dt') place.list.part = 'term'
  else if (tagName === 'dd') place.list.part = 'definition'
}

function enterCell(place: Place, table: NonNullable<Context['table']>, isHeader: boolean, span = '1'): void {
  place.kind = 'tableCell'
  place.table = { id: table.id, row: table.row, column: table.column + 1, header: isHeader || table.inHead }
  table.column += Math.min(Math.max(1, Number.parseInt(span, 10) || 1), 1000)
}
