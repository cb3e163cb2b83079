import { isContact } from './contact.ts'
import { isHeadingLike } from './heading.ts'
import { OffsetMap } from './offset-map.ts'
import type { PieceStart } from './pieces.ts'
import { quoteMarks } from './quotes.ts'
import { TextBuilder } from './text-builder.ts'
import type { Block, BlockKind, Directive, ListPlace, Mark, TablePlace } from './types.ts'

/** What a block is and where it stands: all that is known of it before its text. */
export interface Place {
  kind: BlockKind
  level: number
  lang: string | undefined
  list: ListPlace | undefined
  table: TablePlace | undefined
  quoted: boolean
  /** Set apart as a heading without being one, as the summary of an accordion. */
  looksLikeHeading?: boolean
}

/** A mark whose end has not been met. */
export interface OpenMark {
  type: Mark['type']
  /** Offset into the text of the block that is being written. */
  start: number
  href?: string
  label?: string
  title?: string
  lang?: string
}

/** A line of dialogue: a dash and a space before the words. A hyphen may stand for the dash. */
const DIALOGUE = /^(?:[–—―][ \u00a0]\S|-[ \u00a0][\p{Lu}”"])/u
/** What a caption says of its picture. */
const CAPTION = /^(?:foto(?:graf|montage)?|bild(?:text|källa)?|illustration|grafik)\s?:/i
const MAX_CAPTION_LENGTH = 200

/** Writes blocks one after another: their text, their marks, and what can be told from the text alone. */
export class BlockWriter {
  readonly blocks: Block[] = []
  readonly directives: Directive[] = []
  /** Text of the block that is being written. */
  text = new TextBuilder()
  /** Where offset 0 of what is written stands in the source. */
  origin = 0
  /** Something without text comes before the first block. */
  embedsFirst = false
  /** Ids for the next list and the next table. */
  lists: number
  tables: number
  readonly #firstBlock: number
  #place: Place | undefined
  #start = 0
  #marks: Mark[] = []
  #open: OpenMark[] = []
  /** Images met inside the block that is being written, with the links around them: they follow it. */
  #images: { block: Block; link: OpenMark | undefined }[] = []

  /** @param place what stands before: numbers go on from there */
  constructor(place: PieceStart) {
    this.#firstBlock = place.firstBlock
    this.lists = place.firstList
    this.tables = place.firstTable
  }

  /** True while a block is being written. */
  get isOpen(): boolean {
    return this.#place !== undefined
  }

  /** Begins a block. `start`: where it begins in the source, markup included. */
  begin(place: Place, start: number): void {
    this.#place = place
    this.#start = this.origin + start
    this.text = new TextBuilder(this.origin)
    this.#marks = []
    for (const mark of this.#open) mark.start = 0
  }

  /** Begins a mark here. It goes on through the following blocks until closed. */
  openMark(type: Mark['type'], details?: Omit<OpenMark, 'type' | 'start'>): OpenMark {
    const mark: OpenMark = { type, start: this.isOpen ? this.text.length : 0, ...details }
    this.#open.push(mark)
    return mark
  }

  /** Ends a mark here. */
  closeMark(mark: OpenMark): void {
    this.#open.splice(this.#open.lastIndexOf(mark), 1)
    if (this.isOpen) this.#mark(mark)
  }

  /** Drops the marks that are still open, as at the end of a paragraph that forgot to close them. */
  endMarks(): void {
    while (this.#open.length > 0) this.closeMark(this.#open.at(-1)!)
  }

  #mark(open: OpenMark): void {
    const end = this.text.length
    if (open.start < end) this.#marks.push({ ...open, end })
  }

  /**
   * Ends the block. Without text it leaves no trace, but for a heading, whose lack of words is a fault. `end`: where it
   * ends in the source, exclusive.
   */
  end(end: number): void {
    const place = this.#place
    if (!place) return
    if (this.#open.length > 0) for (const mark of this.#open) this.#mark(mark)
    const block = finishBlock(place, this.text, this.#marks, this.#start, this.origin + end)
    if (block) this.#push(block)
    else if (place.kind === 'heading' && this.#images.length === 0)
      this.emptyHeading(place, this.#start - this.origin, end)
    if (this.#images.length > 0) this.#pushImages()
    this.#place = undefined
  }

  #pushImages(): void {
    for (const { block, link } of this.#images) this.#pushImage(block, link)
    this.#images = []
  }

  /**
   * Writes an image's alternative text as a block of its own, after the block that is being written.
   *
   * @param alt undefined or without text where the image has none
   */
  image(place: Omit<Place, 'kind' | 'level'>, alt: TextBuilder | undefined, start: number, end: number): void {
    const source = { start: this.origin + start, end: this.origin + end }
    const { text, map } = alt?.finish() ?? { text: '', map: undefined }
    const link = this.#open.findLast((mark) => mark.type === 'link')
    const block: Block = {
      index: 0,
      kind: 'altText',
      level: 0,
      text,
      map: text === '' || !map ? OffsetMap.identity(source.start, 0) : map,
      source,
      lang: place.lang,
      marks: [],
      list: place.list,
      table: place.table,
      quoted: place.quoted,
      looksLikeHeading: undefined,
      missing: text === '' || undefined,
      embeds: undefined,
    }
    if (this.isOpen) this.#images.push({ block, link })
    else this.#pushImage(block, link)
  }

  /** Writes a heading without words. Offsets as in `begin` and `end`. */
  emptyHeading(place: Place, start: number, end: number): void {
    const source = { start: this.origin + start, end: this.origin + end }
    const map = OffsetMap.identity(source.start, 0)
    const { level, lang, list, table, quoted } = place
    const nothing = { text: '', marks: [], looksLikeHeading: undefined }
    this.#push({ index: 0, kind: 'heading', level, map, source, lang, list, table, quoted, ...nothing, missing: true })
  }

  /** Notes that something without text follows the last block. */
  embed(): void {
    if (this.isOpen) return
    const last = this.blocks.at(-1)
    if (last) last.embeds = true
    else this.embedsFirst = true
  }

  /** A link's address may be known only at its end, so it is asked for last. */
  #pushImage(block: Block, link: OpenMark | undefined): void {
    if (link) block.marks = [{ ...link, start: 0, end: block.text.length }]
    this.#push(block)
  }

  #push(block: Block): void {
    block.index = this.#firstBlock + this.blocks.length
    this.blocks.push(block)
  }
}

/**
 * The finished block, numbered 0; undefined where it has no text. White space at the ends is trimmed,
 * quotations are marked, contact details and lone bold lines are recognised.
 */
function finishBlock(
  place: Place,
  builder: TextBuilder,
  marks: readonly Mark[],
  start: number,
  end: number,
): Block | undefined {
  const { text, map, trimmed } = builder.finish()
  if (text === '') return undefined
  const kept = fitMarks(marks, trimmed, text.length)
  const isCode = place.kind === 'code'
  const quoted = place.quoted || (place.kind === 'paragraph' && DIALOGUE.test(text))
  const kind = quoted ? place.kind : kindOf(place.kind, text)
  return {
    index: 0,
    kind,
    level: place.level,
    text,
    map,
    source: { start, end },
    lang: place.lang,
    marks: isCode ? kept : withQuotes(kept, text),
    list: place.list,
    table: place.table,
    quoted,
    looksLikeHeading:
      (kind === 'paragraph' && (place.looksLikeHeading || covers(kept, 'strong', text)) && isHeadingLike(text)) ||
      undefined,
    missing: undefined,
    embeds: undefined,
  }
}

/**
 * A copy of a block that is of another kind. Every field is named: a spread gives objects that nothing finds fields of
 * quickly, and whatever reads a text reads its blocks.
 */
export function copyAs(
  block: Block,
  { kind = block.kind, level = block.level, list = block.list, quoted = block.quoted }: Partial<Block>,
): Block {
  return {
    index: block.index,
    kind,
    level,
    text: block.text,
    map: block.map,
    source: block.source,
    lang: block.lang,
    marks: block.marks,
    list,
    table: block.table,
    quoted,
    looksLikeHeading: block.looksLikeHeading,
    missing: block.missing,
    embeds: block.embeds,
  }
}

/** What a block turns out to be when its text is known. */
function kindOf(kind: BlockKind, text: string): BlockKind {
  if (isContact(kind, text)) return 'contact'
  return kind === 'paragraph' && text.length <= MAX_CAPTION_LENGTH && CAPTION.test(text) ? 'caption' : kind
}

/** Moves marks with the trimmed text, and drops those that hold none of it. */
function fitMarks(marks: readonly Mark[], trimmed: number, length: number): Mark[] {
  const kept: Mark[] = []
  for (const mark of marks) {
    const start = Math.max(0, mark.start - trimmed)
    const end = Math.min(length, mark.end - trimmed)
    if (start < end) kept.push({ ...mark, start, end })
  }
  return kept
}

function withQuotes(marks: Mark[], text: string): Mark[] {
  for (const quote of quoteMarks(text)) marks.push(quote)
  return marks.length > 1 ? marks.sort((a, b) => a.start - b.start || b.end - a.end) : marks
}

/** True where one mark of the type covers the whole text. */
export function covers(marks: readonly Mark[], type: Mark['type'], text: string): boolean {
  return marks.some((mark) => mark.type === type && mark.start === 0 && mark.end === text.length)
}
