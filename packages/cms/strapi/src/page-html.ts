import { type PageFields, pageHtml as pageHtmlOf } from '@klarsprak/cms-client'
import { micromark } from 'micromark'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'
import { blocksHtml, isBlocks } from './blocks.ts'

/** The page of a document in Strapi as HTML, with no more than its text and structure. */
export function pageHtml(document: Readonly<Record<string, unknown>>, page: PageFields): string {
  return pageHtmlOf(document, page, fieldHtml)
}

function fieldHtml(value: unknown): string {
  if (isBlocks(value)) return blocksHtml(value)
  if (typeof value !== 'string') return ''
  // Strapi's other rich text is Markdown, and some editors keep HTML in it. It is only read, never shown.
  const options = { allowDangerousHtml: true, extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] }
  return `${micromark(value, options)}\n`
}
