import type { Attributes } from './semantics.ts'
import { descendants, type HtmlElement } from './tree.ts'

/** Elements that stand in tables of data only by mistake. */
const LAYOUT: ReadonlySet<string> = new Set(['table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** True for a table that arranges a page instead of holding data: it has one column, headings, or another table. */
export function isLayoutTable(table: HtmlElement, attributes: Attributes): boolean {
  const role = attributes('role')
  if (role === 'presentation' || role === 'none') return true
  let cells = 0
  let widest = 0
  for (const element of descendants(table)) {
    if (LAYOUT.has(element.tagName)) return true
    if (element.tagName === 'tr') cells = 0
    else if (element.tagName === 'td' || element.tagName === 'th') widest = Math.max(widest, ++cells)
  }
  return widest < 2
}
