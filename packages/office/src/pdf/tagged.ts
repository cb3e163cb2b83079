import { Lists, type ParagraphKind, Paragraphs, Tables } from '../paragraphs.ts'
import { addLines } from './join-lines.ts'
import { linesOf } from './lines.ts'
import type { PageText, Piece } from './page-text.ts'

/** A node of the structure tree, as far as it is used. */
export interface StructureNode {
  role?: string
  /** `content` for a leaf that a page has. */
  type?: string
  id?: string
  alt?: string
  children?: readonly StructureNode[]
}

/** A page with the part of the structure tree that it shows. */
export interface TaggedPage extends PageText {
  tree: StructureNode
}

/** What is not read: it repeats what stands elsewhere, or is no part of the text. */
const left = new Set(['TOC', 'Index', 'Artifact', 'Form'])
/** What holds others and says nothing itself. */
const grouping = new Set(['Root', 'Document', 'DocumentFragment', 'Part', 'Sect', 'Art', 'Div', 'Aside', 'NonStruct'])
const inline = new Set(['Span', 'Link', 'Annot', 'Reference', 'Quote', 'Em', 'Strong', 'Sub', 'Ruby', 'RB', 'Warichu'])
const headings = /^H([1-6])?$/
const marker = /^(?:[-–—−*+•·‣▪▫◦●○■□➢➤✓✔\uf0a7\uf0b7]|\(?(?:\d{1,3}|[a-zåäö])[.)])[\s\u00A0]*/u
const numbered = /^\(?(?:\d{1,3}|\p{L})[.)]/u
const sentenceEnd = /[.!?:…”"]$/u

interface TaggedBlock {
  is: ParagraphKind
  page: number
  pieces: Piece[]
  images: string[]
  /** Which list it is in, how deep, and what stands before it. */
  list?: { name: string; depth: number; label: string }
}

/** Where in the tree the reader is. */
interface Inside {
  is: ParagraphKind
  list?: { name: string; depth: number; label: string }
}

/** Makes paragraphs of what the structure tree says. Notes come last. */
export function readTagged(pages: readonly TaggedPage[]): Paragraphs {
  const blocks: TaggedBlock[] = []
  const notes: TaggedBlock[] = []
  const tables = new Tables()
  for (const page of pages) {
    const reader = new TreeReader(page, tables)
    reader.read()
    appendPage(blocks, reader.blocks)
    notes.push(...reader.notes)
  }
  return write([...blocks, ...notes])
}

/** The share of the text on the pages that the structure tree knows of. */
export function taggedShare(pages: readonly TaggedPage[]): number {
  let tagged = 0
  let all = 0
  for (const { pieces, tree } of pages) {
    const known = contentOf(tree)
    for (const { text, content, artifact } of pieces) {
      if (artifact) continue
      all += text.trim().length
      if (content !== undefined && known.has(content)) tagged += text.trim().length
    }
  }
  return all === 0 ? 0 : tagged / all
}

function contentOf(node: StructureNode, into = new Set<string>()): Set<string> {
  if (node.type === 'content' && node.id !== undefined) into.add(node.id)
  for (const child of node.children ?? []) contentOf(child, into)
  return into
}

/** Reads the tree of one page. */
class TreeReader {
  readonly blocks: TaggedBlock[] = []
  readonly notes: TaggedBlock[] = []
  readonly #page: TaggedPage
  readonly #tables: Tables
  readonly #content = new Map<string, Piece[]>()
  #into = this.blocks
  #open: TaggedBlock | undefined
  #lists = 0

  constructor(page: TaggedPage, tables: Tables) {
    this.#page = page
    this.#tables = tables
    for (const piece of page.pieces) {
      if (piece.content === undefined) continue
      const known = this.#content.get(piece.content)
      if (known) known.push(piece)
      else this.#content.set(piece.content, [piece])
    }
  }

  read(): void {
    this.#visit(this.#page.tree, { is: { kind: 'paragraph', level: 0 } })
    this.#end()
  }

  #visit(node: StructureNode, inside: Inside): void {
    const { role = '' } = node
    if (node.type === 'content') this.#addContent(node.id ?? '', inside)
    else if (left.has(role) || node.type !== undefined) return
    else if (role === 'Figure' || role === 'Formula') this.#blockFor(inside).images.push(node.alt ?? '')
    else if (role === 'Note' || role === 'FENote') this.#readNote(node)
    else if (role === 'Lbl' && inside.list) inside.list.label += this.#textOf(node)
    else if (role === 'Table') this.#readTable(node)
    else if (inline.has(role)) this.#visitAll(node, inside)
    else if (grouping.has(role)) this.#visitApart(node, inside)
    else this.#visitApart(node, this.#insideOf(node, inside))
  }

  #visitAll(node: StructureNode, inside: Inside): void {
    for (const child of node.children ?? []) this.#visit(child, inside)
  }

  /** Reads a node that stands on lines of its own. */
  #visitApart(node: StructureNode, inside: Inside): void {
    this.#end()
    this.#visitAll(node, inside)
    this.#end()
  }

  #insideOf({ role = '' }: StructureNode, inside: Inside): Inside {
    const heading = headings.exec(role)
    if (heading) return { is: { kind: 'heading', level: Number(heading[1] ?? 2) } }
    if (role === 'Title') return { is: { kind: 'heading', level: 1 } }
    if (role === 'L') {
      const name = `${this.#page.page} ${this.#lists++}`
      return { is: inside.is, list: { name, depth: inside.list ? Math.min(8, inside.list.depth + 1) : 0, label: '' } }
    }
    if (role === 'LI' && inside.list) return { is: inside.is, list: { ...inside.list, label: '' } }
    if (role === 'BlockQuote') return { is: { kind: 'quote', level: 0, quoted: true } }
    if (role === 'Caption') return { is: { kind: 'caption', level: 0 } }
    if (role === 'Code') return { is: { kind: 'code', level: 0 } }
    return inside
  }

  #readNote(node: StructureNode): void {
    const open = this.#open
    this.#open = undefined
    this.#into = this.notes
    this.#visitApart(node, { is: { kind: 'paragraph', level: 0 } })
    this.#into = this.blocks
    this.#open = open
  }

  #readTable(node: StructureNode): void {
    this.#end()
    const { id } = this.#tables.next()
    let row = 0
    const readRows = (parent: StructureNode): void => {
      for (const child of parent.children ?? []) {
        if (child.role === 'Caption') this.#visit(child, { is: { kind: 'caption', level: 0 } })
        else if (child.role !== 'TR') readRows(child)
        else {
          for (const [column, cell] of (child.children ?? []).entries()) {
            const header = cell.role === 'TH' && (row === 0 || parent.role === 'THead')
            this.#visitApart(cell, { is: { kind: 'tableCell', level: 0, table: { id, row, column, header } } })
          }
          row++
        }
      }
    }
    readRows(node)
  }

  #addContent(id: string, inside: Inside): void {
    const pieces = this.#content.get(id)?.filter(({ artifact }) => !artifact)
    if (pieces?.length) this.#blockFor(inside).pieces.push(...pieces)
  }

  #blockFor({ is, list }: Inside): TaggedBlock {
    if (!this.#open) {
      this.#open = { is, page: this.#page.page, pieces: [], images: [], ...(list && { list }) }
      this.#into.push(this.#open)
    }
    return this.#open
  }

  #end(): void {
    this.#open = undefined
  }

  #textOf(node: StructureNode): string {
    const own = node.id === undefined ? '' : (this.#content.get(node.id) ?? []).map(({ text }) => text).join('')
    return own + (node.children ?? []).map((child) => this.#textOf(child)).join('')
  }
}

/** Adds the blocks of a page. The tree is cut at every page: a paragraph and a list that go on are put together. */
function appendPage(blocks: TaggedBlock[], added: TaggedBlock[]): void {
  const before = blocks.at(-1)
  const [next, ...rest] = added
  if (!before || !next) {
    blocks.push(...added)
    return
  }
  if (before.list && next.list) {
    const { name } = next.list
    for (const { list } of added) if (list?.name === name) list.name = before.list.name
  }
  const goesOn =
    before.is.kind === 'paragraph' &&
    next.is.kind === 'paragraph' &&
    !before.list === !next.list &&
    !sentenceEnd.test(saidOf(before)) &&
    /^\p{Ll}/u.test(saidOf(next))
  if (goesOn) {
    before.pieces.push(...next.pieces)
    before.images.push(...next.images)
    blocks.push(...rest)
  } else blocks.push(...added)
}

function saidOf({ pieces }: TaggedBlock): string {
  return pieces
    .map(({ text }) => text)
    .join('')
    .trim()
}

function write(blocks: readonly TaggedBlock[]): Paragraphs {
  const paragraphs = new Paragraphs()
  const lists = new Lists()
  for (const { is, page, pieces, images, list } of blocks) {
    const lines = linesOf({ page, height: 0, pieces }).map((line) => line.pieces)
    for (const alt of images) paragraphs.image(alt)
    if (is.kind !== 'paragraph' || !list) {
      if (!is.table) lists.close()
      addLines(paragraphs, lines, { bold: is.kind === 'heading' || is.table?.header === true })
      paragraphs.end(is, page)
      continue
    }
    const label = marker.exec(saidOf({ is, page, pieces, images }))?.[0] ?? ''
    addLines(paragraphs, [dropStart(lines[0] ?? [], label), ...lines.slice(1)])
    const ordered = numbered.test(list.label.trim() || label)
    paragraphs.end({ kind: 'listItem', level: 0, list: lists.place(list.name, list.depth, ordered) }, page)
  }
  return paragraphs
}

/** The pieces without the characters that they begin with, white space aside. */
function dropStart(pieces: readonly Piece[], start: string): Piece[] {
  let count = start.replace(/\s/g, '').length
  const kept: Piece[] = []
  for (const piece of pieces) {
    if (count === 0) {
      kept.push(piece)
      continue
    }
    const from = [...piece.text].findIndex((character) => character.trim() !== '' && count-- === 0)
    if (from === -1) continue
    count = 0
    kept.push({ ...piece, text: piece.text.slice(from) })
  }
  return kept
}
