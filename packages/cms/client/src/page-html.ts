/** Which fields of a document make a page, in the order that the reader meets them. */
export interface PageFields {
  /** The field of the main heading. */
  readonly title?: string
  /** Rich text or plain text. `layout.content` reads `content` in every block of `layout`. */
  readonly fields: readonly string[]
  /** The kind of text, `webb` for one; guessed where left out. */
  readonly profile?: string
}

/**
 * The page of a document as HTML, with no more than its text and structure.
 *
 * @param fieldHtml the HTML of one field's value; empty for a value that holds no text
 */
export function pageHtml(
  document: Readonly<Record<string, unknown>>,
  { title, fields }: PageFields,
  fieldHtml: (value: unknown) => string,
): string {
  const heading = title === undefined ? undefined : document[title]
  const parts = typeof heading === 'string' && heading.trim() ? [`<h1>${escapeHtml(heading)}</h1>\n`] : []
  for (const field of fields) for (const value of valuesAt(document, field.split('.'))) parts.push(fieldHtml(value))
  return parts.join('')
}

function valuesAt(value: unknown, [name, ...rest]: readonly string[]): unknown[] {
  if (name === undefined) return [value]
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, [name, ...rest]))
  if (typeof value !== 'object' || value === null) return []
  return valuesAt((value as Record<string, unknown>)[name], rest)
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
