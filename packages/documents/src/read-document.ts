import { BlockWriter } from './block-writer.ts'
import { formatOf } from './format.ts'
import { noFrontMatter, readFrontMatter } from './front-matter.ts'
import { EventReader } from './markdown/blocks.ts'
import { markdownEvents } from './markdown/parse.ts'
import { readText } from './text/read.ts'
import type { Block, Document, Format } from './types.ts'

/** How to read a text. */
export interface ReadOptions {
  /** Told from `filename` where left out, else plain text. */
  format?: Format
  filename?: string
  /** HTML only: a CSS selector for the elements that hold the text. */
  main?: string
}

/**
 * Reads a text into blocks.
 *
 * @param source the text as decoded; a byte order mark at its beginning is left out and not counted
 * @throws DocumentError where the text is of a kind that cannot be read
 */
export function readDocument(source: string, options: ReadOptions = {}): Document {
  const format = options.format ?? (options.filename === undefined ? 'text' : formatOf(options.filename))
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source
  if (format === 'markdown') {
    const frontMatter = readFrontMatter(text)
    const base = frontMatter.range?.end ?? 0
    const definitions = { links: new Map(), footnotes: new Set<string>() }
    const writer = new BlockWriter()
    new EventReader(text, base, definitions, writer, undefined).read(markdownEvents(text.slice(base), definitions))
    return {
      source: text,
      format,
      blocks: numbered(writer.blocks),
      directives: writer.directives,
      frontMatter,
      fragment: false,
    }
  }
  return {
    source: text,
    format,
    blocks: numbered(readText(text)),
    directives: [],
    frontMatter: noFrontMatter(),
    fragment: false,
  }
}

function numbered(blocks: Block[]): Block[] {
  for (let index = 0; index < blocks.length; index++) blocks[index]!.index = index
  return blocks
}
