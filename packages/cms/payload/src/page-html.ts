import { escapeHtml, isLexical, lexicalHtml } from './lexical.ts'

/** Which fields of a collection make a page, in the order that the reader meets them. */
export interface CollectionPage {
  /** The field of the main heading. */
  readonly title?: string
  /** Rich text or plain text. `layout.content` reads `content` in every block of `layout`. */
  readonly fields: readonly string[]
  /** The kind of text, `webb` for one; guessed where left out. */
  readonly profile?: string
}

/** The page of a document as HTML, with no more than its text and structure. */
export function pageHtml(document: Readonly<Record<string, unknown>>, { title, fields }: CollectionPage): string {
  const heading = title === undefined ? undefined : document[title]
  const parts = typeof heading === 'string' && heading.trim() ? [`<h1>${escapeHtml(heading)}</h1>\n`] : []
  for (const field of fields) for (const value of valuesAt(document, field.split('.'))) parts.push(valueHtml(value))
  return parts.join('')
}

function valuesAt(value: unknown, [name, ...rest]: readonly string[]): unknown[] {
  if (name === undefined) return [value]
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, [name, ...rest]))
  if (typeof value !== 'object' || value === null) return []
  return valuesAt((value as Record<string, unknown>)[name], rest)
}

function valueHtml(value: unknown): string {
  if (isLexical(value)) return lexicalHtml(value)
  if (typeof value !== 'string') return ''
  return value
    .split(/\n[^\S\n]*\n/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replaceAll('\n', '<br>')}</p>\n`)
    .join('')
}
