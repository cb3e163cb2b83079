import type { TablePlace } from '@klarsprak/documents'
import { Lists, type Looks, Paragraphs, Tables } from '../paragraphs.ts'
import { below, elements, find, textOf, type XmlElement } from '../xml.ts'
import type { Numbering } from './numbering.ts'
import { isContents, kindOf, listOf, type Styles, switchOf } from './styles.ts'

/** Elements that hold running text and say nothing themselves. */
const through = new Set([
  ...['ins', 'moveTo', 'smartTag', 'sdt', 'sdtContent', 'customXml', 'fldSimple', 'dir', 'bdo'],
  ...['AlternateContent', 'Choice', 'rt', 'ruby', 'rubyBase'],
])

/** What a run may hold that stands for characters. */
const characters: Readonly<Record<string, string>> = {
  tab: ' ',
  ptab: ' ',
  cr: '\n',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00AD',
}

/** A field whose end has not been read. */
interface Field {
  instruction: string
  /** Where its result begins in the text of the paragraph; undefined while the instruction is being read. */
  result?: number
}

/** Where a piece of text stands in the body. */
export interface WordOrigin {
  run: XmlElement
  /** What in the run the text is; undefined where the run stands for it as a whole, as for a note or a text box. */
  part?: XmlElement
}

/** Reads the body and the notes of a Word document into paragraphs. */
export class BodyReader {
  readonly paragraphs = new Paragraphs<WordOrigin>()
  readonly #styles: Styles
  readonly #numbering: Numbering
  readonly #links: ReadonlyMap<string, string>
  readonly #lists = new Lists()
  readonly #tables = new Tables()
  /** Fields that are open. */
  readonly #fields: Field[] = []
  /** Text boxes that are anchored in the paragraph that is being read. */
  #boxes: { box: XmlElement; run: XmlElement }[] = []
  /** The runs that refer to notes, by kind and id. */
  readonly #noteRuns = new Map<string, XmlElement>()
  /** The run in the body that stands for what is being read, where that is a note or a text box. */
  #standsFor: XmlElement | undefined

  /** @param links addresses by the id of their relation */
  constructor(styles: Styles, numbering: Numbering, links: ReadonlyMap<string, string>) {
    this.#styles = styles
    this.#numbering = numbering
    this.#links = links
  }

  readBody(document: XmlElement): void {
    for (const body of elements(document, 'body')) this.#readBlocks(body)
  }

  /** Footnotes or endnotes, in the order of the file. */
  readNotes(root: XmlElement | undefined, name: string): void {
    for (const note of root ? elements(root, name) : []) {
      // The line between text and notes is a note of a type of its own.
      if (note.attributes.type !== undefined && note.attributes.type !== 'normal') continue
      this.#standsFor = this.#noteRuns.get(`${name} ${note.attributes.id}`)
      this.#readBlocks(note)
    }
    this.#standsFor = undefined
  }

  #readBlocks(parent: XmlElement, table?: TablePlace): void {
    for (const element of elements(parent)) {
      if (element.name === 'p') this.#readParagraph(element, table)
      else if (element.name === 'tbl') this.#readTable(element)
      else if (element.name === 'sdt' && isContentsPart(element)) continue
      else if (through.has(element.name)) this.#readBlocks(element, table)
    }
  }

  #readTable(element: XmlElement): void {
    this.#lists.close()
    const { id } = this.#tables.next()
    const styled = find(element, 'tblPr', 'tblStyle') !== undefined
    const look = find(element, 'tblPr', 'tblLook')?.attributes
    const firstIsHeader = styled && (look?.firstRow === '1' || (Number.parseInt(look?.val ?? '0', 16) & 0x20) !== 0)
    let row = 0
    for (const line of rowsOf(element, 'tr')) {
      const isHeader = switchOf(find(line, 'trPr', 'tblHeader')) ?? (row === 0 && firstIsHeader)
      let column = 0
      for (const cell of rowsOf(line, 'tc')) {
        this.#readBlocks(cell, { id, row, column, header: isHeader || isHeaderCell(cell, this.#styles) })
        column += Number(find(cell, 'tcPr', 'gridSpan')?.attributes.val ?? 1) || 1
      }
      row++
    }
    this.#lists.close()
  }

  #readParagraph(element: XmlElement, table: TablePlace | undefined): void {
    const properties = find(element, 'pPr')
    const style = this.#styles.paragraph(find(properties, 'pStyle')?.attributes.val)
    if (isContents(style)) return
    // Headings and the like are bold by their looks alone.
    this.#readInline(element, { bold: style.bold === true && !table && kindOf(style).kind === 'paragraph' })
    // Where the end of a paragraph is deleted, the next goes on in the same.
    const end = find(properties, 'rPr')
    if (!find(end, 'del') && !find(end, 'moveFrom')) this.#endParagraph(properties, style, table)
    const boxes = this.#boxes
    this.#boxes = []
    const outer = this.#standsFor
    for (const { box, run } of boxes) {
      this.#standsFor = outer ?? run
      this.#readBlocks(box)
    }
    this.#standsFor = outer
  }

  #endParagraph(
    properties: XmlElement | undefined,
    style: ReturnType<Styles['paragraph']>,
    table: TablePlace | undefined,
  ): void {
    const outline = find(properties, 'outlineLvl')?.attributes.val
    const { kind, level } = kindOf({
      names: style.names,
      outline: outline === undefined ? style.outline : Number(outline),
    })
    const quoted = kind === 'quote'
    const listed = listOf(properties) ?? style.list
    const cell = table && { table }
    if (kind === 'paragraph' && listed && listed.id !== '0') {
      const list = this.#lists.place(listed.id, Math.min(8, listed.level), this.#numbering.isOrdered(listed))
      this.paragraphs.end({ kind: 'listItem', level: 0, list, ...cell })
      return
    }
    if (!table) this.#lists.close()
    this.paragraphs.end({ kind: table && kind === 'paragraph' ? 'tableCell' : kind, level, quoted, ...cell })
  }

  #readInline(parent: XmlElement, looks: Looks): void {
    for (const element of elements(parent)) {
      if (element.name === 'r') this.#readRun(element, looks)
      else if (element.name === 'hyperlink') this.#readLink(element, looks)
      else if (through.has(element.name)) {
        const start = this.paragraphs.length
        this.#readInline(element, looks)
        if (element.name === 'fldSimple') this.#markLink(element.attributes.instr ?? '', start)
      }
    }
  }

  #readLink(element: XmlElement, looks: Looks): void {
    const { id, anchor } = element.attributes
    const start = this.paragraphs.length
    this.#readInline(element, looks)
    const href = (id !== undefined && this.#links.get(id)) || (anchor === undefined ? '' : `#${anchor}`)
    this.paragraphs.mark('link', start, href)
  }

  #readRun(run: XmlElement, paragraph: Looks): void {
    const properties = find(run, 'rPr')
    if (switchOf(find(properties, 'vanish'))) return
    const style = this.#styles.style(find(properties, 'rStyle')?.attributes.val)
    const looks = {
      bold: switchOf(find(properties, 'b')) ?? style.bold ?? paragraph.bold ?? false,
      italic: switchOf(find(properties, 'i')) ?? false,
      struck: switchOf(find(properties, 'strike')) ?? false,
    }
    for (const element of elements(run)) this.#readRunPart(element, looks, run)
  }

  #readRunPart(element: XmlElement, looks: Looks, run: XmlElement): void {
    const { name, attributes } = element
    const from = this.#standsFor ? { run: this.#standsFor } : { run, part: element }
    if (name === 'fldChar') this.#turnField(attributes.fldCharType)
    else if (name === 'instrText') this.#addInstruction(textOf(element))
    else if (name === 'drawing' || name === 'pict' || name === 'object' || name === 'AlternateContent')
      this.#readDrawing(element, run)
    else if (this.#fields.some(({ result }) => result === undefined)) return
    else if (name === 't') this.paragraphs.add(textOf(element), looks, from)
    else if (name === 'br') this.paragraphs.add(attributes.type === undefined ? '\n' : ' ', looks, from)
    else if (name === 'footnoteReference' || name === 'endnoteReference')
      this.#noteRuns.set(`${name.slice(0, -'Reference'.length)} ${attributes.id}`, run)
    else if (Object.hasOwn(characters, name)) this.paragraphs.add(characters[name]!, looks, from)
  }

  #addInstruction(text: string): void {
    const field = this.#fields.at(-1)
    if (field && field.result === undefined) field.instruction += text
  }

  /** A link that is a field, from where its text begins. */
  #markLink(instruction: string, start: number): void {
    const href = /^\s*HYPERLINK\s+"([^"]*)"/i.exec(instruction)?.[1]
    if (href !== undefined) this.paragraphs.mark('link', start, href)
  }

  #turnField(type: string | undefined): void {
    const field = this.#fields.at(-1)
    if (type === 'begin') this.#fields.push({ instruction: '' })
    else if (type === 'separate' && field) field.result = this.paragraphs.length
    else if (type === 'end' && field) {
      this.#fields.pop()
      if (field.result !== undefined) this.#markLink(field.instruction, field.result)
    }
  }

  /** The alternative text of a picture, and the text boxes. Of two versions of the same the first is read. */
  #readDrawing(element: XmlElement, run: XmlElement): void {
    const drawing = element.name === 'AlternateContent' ? find(element, 'Choice') : element
    if (!drawing) return
    const boxes = [...below(drawing, 'txbxContent')]
    for (const box of boxes) this.#boxes.push({ box, run })
    if (boxes.length > 0) return
    for (const frame of [...below(drawing, 'inline'), ...below(drawing, 'anchor')]) {
      const said = find(frame, 'docPr')
      const isPicture = below(frame, 'pic').next().value !== undefined
      const isDecorative = said && switchOf(below(said, 'decorative').next().value)
      if (said && isPicture && !isDecorative)
        this.paragraphs.image(said.attributes.descr || said.attributes.title || '', { run: this.#standsFor ?? run })
    }
  }
}

/** Rows or cells, also those that a content control holds. */
function* rowsOf(parent: XmlElement, name: string): Generator<XmlElement> {
  for (const element of elements(parent)) {
    if (element.name === name) {
      if (!find(element, 'trPr', 'del')) yield element
    } else if (through.has(element.name)) yield* rowsOf(element, name)
  }
}

function isHeaderCell(cell: XmlElement, styles: Styles): boolean {
  const style = find(cell, 'p', 'pPr', 'pStyle')?.attributes.val
  return style !== undefined && styles.style(style).names.includes('table heading')
}

/** A table of contents that Word keeps. */
function isContentsPart(element: XmlElement): boolean {
  return find(element, 'sdtPr', 'docPartObj', 'docPartGallery')?.attributes.val === 'Table of Contents'
}
