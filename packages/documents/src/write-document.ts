import { BlockWriter, type OpenMark } from './block-writer.ts'
import { noFrontMatter } from './no-front-matter.ts'
import { startAt } from './pieces.ts'
import { refineBlocks } from './refine.ts'
import { TextBuilder } from './text-builder.ts'
import { findTypedLists, type TypedItem } from './typed-lists.ts'
import type { BlockKind, BlockPlace, Document, ListPlace, Mark, TablePlace } from './types.ts'

/** A mark of a paragraph. Offsets are into the paragraph's text, end exclusive. */
export interface ParagraphMark {
  type: Mark['type']
  start: number
  end: number
  href?: string
}

/** A paragraph of a file without a text source, such as a Word document. */
export interface Paragraph extends BlockPlace {
  kind: BlockKind
  /** 1–6 for a heading, otherwise 0. */
  level: number
  /** As a reader meets it, a hard line break as `\n`. */
  text: string
  marks: readonly ParagraphMark[]
  list?: ListPlace
  table?: TablePlace
  quoted?: boolean
}

/** What stands between two paragraphs in the source of the document. */
const between = '\n\n'

/**
 * Makes a document of paragraphs that were read from a file without a text source: its source is their text, one after
 * another, with an empty line between. Lists that are typed as paragraphs are read as lists.
 *
 * @param paragraphs in document order; an `altText` without text is an image that lacks it
 * @param lang BCP 47, where the file says it
 */
export function writeDocument(paragraphs: readonly Paragraph[], lang?: string): Document {
  const source = paragraphs.map(({ text }) => text).join(between)
  const writer = new BlockWriter(startAt(0))
  const places: BlockPlace[] = []
  const items = findTypedLists(paragraphs)
  let start = 0
  for (const [index, paragraph] of paragraphs.entries()) {
    write(writer, source, paragraph, start, lang, items.get(index))
    const { paragraph: number, page } = paragraph
    const place = page === undefined ? { paragraph: number } : { paragraph: number, page }
    while (places.length < writer.blocks.length) places.push(place)
    start += paragraph.text.length + between.length
  }
  const blocks = [...writer.blocks]
  refineBlocks(blocks)
  const common = { directives: [], frontMatter: noFrontMatter(), fragment: false }
  return { source, format: 'office', blocks, ...common, ...(lang === undefined ? {} : { lang }), places }
}

function write(
  writer: BlockWriter,
  source: string,
  { kind, level, text, marks, list, table, quoted = false }: Paragraph,
  start: number,
  lang: string | undefined,
  item: TypedItem | undefined,
): void {
  const place = { kind: item ? ('listItem' as const) : kind, level, lang, list: item?.list ?? list, table, quoted }
  const end = start + text.length
  if (kind === 'altText') {
    const alt = new TextBuilder()
    alt.copy(source, start, end)
    writer.image(place, alt, start, end)
    return
  }
  writer.begin(place, start)
  const open = new Map<ParagraphMark, OpenMark>()
  let from = item?.marker ?? 0
  const within = marks.map((mark) => ({ ...mark, start: Math.max(from, mark.start) }))
  const cuts = new Set([from, text.length, ...within.flatMap((mark) => [mark.start, Math.max(from, mark.end)])])
  for (const at of [...cuts].sort((a, b) => a - b)) {
    writer.text.copy(source, start + from, start + at)
    from = at
    for (const [mark, opened] of open)
      if (mark.end === at) {
        writer.closeMark(opened)
        open.delete(mark)
      }
    for (const mark of within)
      if (mark.start === at && mark.end > at)
        open.set(mark, writer.openMark(mark.type, mark.href === undefined ? {} : { href: mark.href }))
  }
  writer.end(end)
}
