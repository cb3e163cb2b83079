import { type Change, changeBetween } from './changes.ts'
import { formatOf } from './format.ts'
import { readHtml } from './html/document.ts'
import { type MarkdownState, readMarkdown } from './markdown/document.ts'
import { readText, type TextState } from './text/document.ts'
import type { Document, Format } from './types.ts'

/** How to read a text. */
export interface ReadOptions {
  /** Told from `filename` where left out, else plain text. */
  format?: Format
  filename?: string
  /** HTML only: a CSS selector for the elements that hold the text. */
  main?: string
}

/** What each document was made of. It lives as long as the document does. */
const states = new WeakMap<Document, { markdown?: MarkdownState; text?: TextState; main?: string }>()

/**
 * Reads a text into blocks.
 *
 * @param source the text as decoded; a byte order mark at its beginning is left out and not counted
 * @throws DocumentError where the selector is not valid or finds nothing, or HTML is nested too deep
 */
export function readDocument(source: string, options: ReadOptions = {}): Document {
  const format = options.format ?? (options.filename === undefined ? 'text' : formatOf(options.filename))
  const text = withoutMark(source)
  if (format === 'html') {
    const document = readHtml(text, options.main)
    states.set(document, options.main === undefined ? {} : { main: options.main })
    return document
  }
  if (format === 'markdown') {
    const { document, state } = readMarkdown(text)
    states.set(document, { markdown: state })
    return document
  }
  const { document, state } = readText(text)
  states.set(document, { text: state })
  return document
}

/**
 * Reads a document again after an edit: the same as `readDocument` gives, but only the edited stretch is
 * parsed, and blocks before it are the same objects. HTML is parsed in full.
 *
 * @param previous as `readDocument` or `updateDocument` gave it; it stays as it is
 * @param source the whole text as it now is
 * @param change where it differs, as offsets into `previous.source` and `source`; found out where left out
 * @throws DocumentError as `readDocument`
 */
export function updateDocument(previous: Document, source: string, change?: Change): Document {
  const text = withoutMark(source)
  const made = states.get(previous)
  const edit = change ?? changeBetween(previous.source, text)
  if (made?.markdown) {
    const { document, state } = readMarkdown(text, made.markdown, edit)
    states.set(document, { markdown: state })
    return document
  }
  if (made?.text) {
    const { document, state } = readText(text, made.text, edit)
    states.set(document, { text: state })
    return document
  }
  return readDocument(source, { format: previous.format === 'office' ? 'text' : previous.format, main: made?.main })
}

function withoutMark(source: string): string {
  return source.charCodeAt(0) === 0xfeff ? source.slice(1) : source
}
