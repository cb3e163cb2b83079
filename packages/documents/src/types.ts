import type { OffsetMap } from './offset-map.ts'

/** The formats that can be read. */
export type Format = 'markdown' | 'html' | 'text'

/** What a document was read from: `office` is a file without a text source, such as a Word document. */
export type DocumentFormat = Format | 'office'

/** Where a block stands in a document without a text source. Numbers count from 1. */
export interface BlockPlace {
  paragraph: number
  /** Where the file knows its pages. */
  page?: number
}

/**
 * What a block is to its reader. Language rules run in `lead`, `paragraph` and `listItem`, and in
 * `heading` where a rule says so; a rule names the kinds it reads (its zones).
 */
export type BlockKind =
  | 'heading'
  | 'lead'
  | 'paragraph'
  | 'listItem'
  | 'tableCell'
  | 'caption'
  | 'altText'
  | 'quote'
  | 'code'
  | 'contact'

/** What stands inside the running text of a block. Offsets are into the block's text, end exclusive. */
export interface Mark {
  type: 'link' | 'strong' | 'emphasis' | 'code' | 'quote' | 'abbreviation' | 'language' | 'delete'
  start: number
  end: number
  /** The address of a `link`. */
  href?: string
  /** What screen readers say in place of a `link`'s text; empty where another element says it. */
  label?: string
  /** The title of a `link` or the expansion of an `abbreviation`. */
  title?: string
  /** The language of a `language` mark, as BCP 47. */
  lang?: string
}

/** The list that a list item belongs to. */
export interface ListPlace {
  /** Same number for all items of one list. */
  id: number
  /** Counts from 0 within the list. */
  index: number
  /** 0 for the outermost list. */
  depth: number
  ordered: boolean
  /** In a list of terms: which of the two it is. */
  part?: 'term' | 'definition'
}

/** The table cell that a block stands in. Rows and columns count from 0. */
export interface TablePlace {
  id: number
  row: number
  column: number
  header: boolean
}

/**
 * One unit of text: a heading, a paragraph, a list item, a cell. Blocks never nest; a list item that
 * holds two paragraphs gives two blocks with the same `list`.
 */
export interface Block {
  /** Counts from 0 in document order. */
  index: number
  kind: BlockKind
  /** 1–6 for a heading, otherwise 0. */
  level: number
  /**
   * The text as a reader meets it: character references decoded, markup left out, line breaks inside
   * a paragraph turned into one space each (a hard break is `\n`), soft hyphens left out.
   */
  text: string
  /** Carries every offset of `text` to the source. */
  map: OffsetMap
  /** The whole block in the source, markup included, end exclusive. */
  source: { start: number; end: number }
  /** BCP 47, from the nearest `lang`; undefined where nothing says so. */
  lang?: string
  marks: readonly Mark[]
  list?: ListPlace
  table?: TablePlace
  /** True in a blockquote, or a line of dialogue that begins with a dash. */
  quoted: boolean
  /** A `paragraph` that is a heading by its looks alone: a lone bold line, or the summary of an accordion. */
  looksLikeHeading?: boolean
  /** An image without any alternative text, or a heading without words: its text is empty. */
  missing?: boolean
  /** Something without text stands between this block and the next: a film, a form, what unfolds at a click. */
  embeds?: boolean
}

/** A comment that steers the linter: `<!-- klarsprak-ignore lang-mening: citat ur lagen -->`. */
export interface Directive {
  /** `unknown` where the comment is meant for the linter, but its name is none of the others. */
  type: 'ignore' | 'ignore-start' | 'ignore-end' | 'ignore-file' | 'unknown'
  /** The name as written: `klarsprak-ignore`, or `klarsprak-ignor` for an `unknown`. */
  name: string
  /** Rule ids as written; empty where none is given. */
  rules: string[]
  /** The text after the colon, trimmed; empty where none is given. */
  reason: string
  /** The whole comment in the source, end exclusive. */
  start: number
  end: number
}

/** A text read into blocks. */
export interface Document {
  /**
   * The file as decoded, a byte order mark not counted; the text taken out of it where the format is `office`. All
   * source offsets are UTF-16 code units into it.
   */
  source: string
  format: DocumentFormat
  blocks: readonly Block[]
  directives: readonly Directive[]
  /** The front matter (YAML), or the `<meta name="klarsprak:…">` elements of an HTML page. */
  frontMatter: FrontMatter
  /** BCP 47, from `<html lang>` or the front matter. */
  lang?: string
  /** HTML only: no `<html>` or `<body>` in the source. */
  fragment: boolean
  /** HTML only: the content of `<title>`. */
  title?: string
  /** `office` only: where each block stands, by its index. */
  places?: readonly BlockPlace[]
}

export interface FrontMatter {
  /** Keys as written; for HTML without the `klarsprak:` prefix. Empty where there is none. */
  data: Record<string, unknown>
  /** The whole front matter in the source, fences included. */
  range?: { start: number; end: number }
  /** Where each top-level key stands in the source. */
  keys: Record<string, { start: number; end: number }>
  /** A front matter that is not valid YAML: said as a finding, never thrown. */
  error?: { message: string; start: number; end: number }
}
