import { type Document, type TablePlace, writeDocument } from '@klarsprak/documents'
import { damaged } from '../damaged.ts'
import { swedish } from '../language.ts'
import type { PackageParts } from '../package-parts.ts'
import { Lists, type Looks, Paragraphs, Tables } from '../paragraphs.ts'
import { kindOf } from '../word/styles.ts'
import { elements, find, parseXml, textOf, type XmlElement } from '../xml.ts'
import { OpenStyles } from './styles.ts'

/** Elements that hold text which is not part of what is published, or repeats it. */
const left = new Set([
  ...['annotation', 'tracked-changes', 'ruby-text', 'script', 'forms', 'sequence-decls', 'variable-decls'],
  ...['user-field-decls', 'table-of-content', 'alphabetical-index', 'illustration-index', 'table-index', 'user-index'],
])

/** The list that a block stands in. */
interface InList {
  name: string
  depth: number
}

/**
 * Reads an OpenDocument text as it would be published: inserted text is read, deleted text and comments are not.
 *
 * @throws DocumentError
 */
export function readOpenText(parts: PackageParts): Document {
  const content = parts.read('content.xml')
  if (content === undefined) throw damaged()
  const root = parseXml(content)
  const text = find(root, 'body', 'text')
  if (!text) throw damaged()
  const named = parts.read('styles.xml')
  const styles = new OpenStyles([named === undefined ? undefined : parseXml(named), root])
  const reader = new OpenTextReader(styles)
  reader.read(text)
  return writeDocument(reader.paragraphs.all, swedish(styles.lang))
}

class OpenTextReader {
  readonly paragraphs = new Paragraphs()
  readonly #styles: OpenStyles
  readonly #lists = new Lists()
  readonly #tables = new Tables()
  /** Text boxes that are anchored in the paragraph that is being read. */
  #boxes: XmlElement[] = []
  readonly #notes: XmlElement[] = []

  constructor(styles: OpenStyles) {
    this.#styles = styles
  }

  read(text: XmlElement): void {
    this.#readBlocks(text)
    for (const note of this.#notes) this.#readBlocks(note)
  }

  #readBlocks(parent: XmlElement, table?: TablePlace, list?: InList): void {
    for (const element of elements(parent)) {
      if (left.has(element.name)) continue
      if (element.name === 'p' || element.name === 'h') this.#readParagraph(element, table, list)
      else if (element.name === 'table') this.#readTable(element)
      else if (element.name === 'list') {
        const name = element.attributes['style-name'] ?? list?.name ?? ''
        if (!list) this.#lists.close()
        this.#readBlocks(element, table, { name, depth: list ? Math.min(8, list.depth + 1) : 0 })
      } else this.#readBlocks(element, table, list)
    }
  }

  #readTable(element: XmlElement): void {
    this.#lists.close()
    const { id } = this.#tables.next()
    let row = 0
    for (const { line, header } of rowsOf(element)) {
      let column = 0
      for (const cell of elements(line)) {
        const own = find(cell, 'p')?.attributes['style-name']
        const isHeader = header || this.#styles.style(own).names.includes('table heading')
        if (cell.name === 'table-cell') this.#readBlocks(cell, { id, row, column, header: isHeader })
        column++
      }
      row++
    }
    this.#lists.close()
  }

  #readParagraph(element: XmlElement, table: TablePlace | undefined, list: InList | undefined): void {
    const style = this.#styles.style(element.attributes['style-name'])
    const level = Math.min(6, Number(element.attributes['outline-level'] || 1))
    const found = element.name === 'h' ? { kind: 'heading' as const, level } : kindOf(style)
    const bold = style.bold === true && !table && found.kind === 'paragraph'
    this.#readInline(element, { bold, italic: found.kind === 'paragraph' && style.italic === true })
    const cell = table && { table }
    if (found.kind === 'paragraph' && list) {
      const place = this.#lists.place(list.name, list.depth, this.#styles.isOrdered(list.name, list.depth))
      this.paragraphs.end({ kind: 'listItem', level: 0, list: place, ...cell })
    } else {
      if (!table) this.#lists.close()
      const kind = table && found.kind === 'paragraph' ? 'tableCell' : found.kind
      this.paragraphs.end({ kind, level: found.level, quoted: kind === 'quote', ...cell })
    }
    const boxes = this.#boxes
    this.#boxes = []
    for (const box of boxes) this.#readBlocks(box)
  }

  #readInline(parent: XmlElement, looks: Looks): void {
    for (const child of parent.children) {
      // White space in the file is only its layout.
      if (typeof child === 'string') this.paragraphs.add(child.replace(/[\t\r\n ]+/g, ' '), looks)
      else if (!left.has(child.name)) this.#readInlineElement(child, looks)
    }
  }

  #readInlineElement(element: XmlElement, looks: Looks): void {
    const { name, attributes } = element
    if (name === 's') this.paragraphs.add(' '.repeat(Math.min(100, Number(attributes.c || 1))), looks)
    else if (name === 'tab') this.paragraphs.add(' ', looks)
    else if (name === 'line-break') this.paragraphs.add('\n', looks)
    else if (name === 'note') this.#notes.push(...elements(element, 'note-body'))
    else if (name === 'frame') this.#readFrame(element)
    else if (name === 'span') {
      const style = this.#styles.style(attributes['style-name'])
      if (!style.hidden)
        this.#readInline(element, {
          bold: style.bold ?? looks.bold ?? false,
          italic: style.italic ?? looks.italic ?? false,
        })
    } else if (name === 'a') {
      const start = this.paragraphs.length
      this.#readInline(element, looks)
      this.paragraphs.mark('link', start, attributes.href ?? '')
    } else this.#readInline(element, looks)
  }

  /** A picture with its alternative text, or a text box. */
  #readFrame(frame: XmlElement): void {
    const boxes = [...elements(frame, 'text-box')]
    this.#boxes.push(...boxes)
    if (boxes.length > 0 || !find(frame, 'image') || frame.attributes.decorative === 'true') return
    const said = find(frame, 'desc') ?? find(frame, 'title')
    this.paragraphs.image(said ? textOf(said).trim() : '')
  }
}

/** The rows of a table, and which of them are its header. */
function* rowsOf(parent: XmlElement, header = false): Generator<{ line: XmlElement; header: boolean }> {
  for (const element of elements(parent)) {
    if (element.name === 'table-row') yield { line: element, header }
    else if (element.name === 'table-header-rows') yield* rowsOf(element, true)
    else if (element.name === 'table-rows' || element.name === 'table-row-group') yield* rowsOf(element, header)
  }
}
