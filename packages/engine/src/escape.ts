import type { Block, DocumentFormat } from '@klarsprak/documents'

/** Text as it must be written in the source of a block for a reader to meet it as it is. */
export function escapeText(text: string, format: DocumentFormat, block: Pick<Block, 'kind'>): string {
  if (text === '') return text
  switch (format) {
    case 'html':
      return escapeHtml(text, block.kind === 'altText')
    case 'markdown':
      return escapeMarkdown(text, block.kind === 'tableCell')
    case 'text':
    case 'office':
      return text
  }
}

function escapeHtml(text: string, inAttribute: boolean): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return inAttribute ? escaped.replace(/"/g, '&quot;').replace(/'/g, '&#39;') : escaped
}

function escapeMarkdown(text: string, inTable: boolean): string {
  if (!/[\\*[\]<`~_&|]/.test(text)) return text
  const escaped = text
    .replace(/[\\*[\]<`~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '&amp;')
  return inTable ? escaped.replace(/\|/g, '\\|') : escaped
}
