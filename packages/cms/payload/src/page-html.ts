import { escapeHtml, type PageFields, pageHtml as pageHtmlOf } from '@klarsprak/cms-client'
import { isLexical, lexicalHtml } from './lexical.ts'

/** The page of a document in Payload as HTML, with no more than its text and structure. */
export function pageHtml(document: Readonly<Record<string, unknown>>, page: PageFields): string {
  return pageHtmlOf(document, page, fieldHtml)
}

function fieldHtml(value: unknown): string {
  if (isLexical(value)) return lexicalHtml(value)
  if (typeof value !== 'string') return ''
  return value
    .split(/\n[^\S\n]*\n/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replaceAll('\n', '<br>')}</p>\n`)
    .join('')
}
