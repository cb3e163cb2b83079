import { escapeHtml } from '@klarsprak/cms-client'

/** A node of Strapi's Blocks editor: what is used of it here. */
interface BlockNode {
  readonly type?: unknown
  readonly text?: unknown
  readonly bold?: unknown
  readonly italic?: unknown
  readonly code?: unknown
  readonly level?: unknown
  readonly format?: unknown
  readonly url?: unknown
  readonly children?: unknown
}

/** Whether a field's value is rich text of Strapi's Blocks editor. */
export function isBlocks(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'children' in one)
}

/** The HTML of rich text: headings, paragraphs, lists, quotes, links and emphasis. Other nodes give what is in them. */
export function blocksHtml(value: readonly unknown[]): string {
  return value.map(html).join('')
}

function html(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  const node = value as BlockNode
  const inner = Array.isArray(node.children) ? blocksHtml(node.children) : ''
  switch (node.type) {
    case 'text':
      return marked(node)
    case 'paragraph':
      return `<p>${inner}</p>\n`
    case 'quote':
      return `<blockquote><p>${inner}</p></blockquote>\n`
    case 'code':
      return `<pre><code>${inner}</code></pre>\n`
    case 'heading': {
      const level = Number(node.level)
      const tag = level >= 1 && level <= 6 ? `h${Math.trunc(level)}` : 'h2'
      return `<${tag}>${inner}</${tag}>\n`
    }
    case 'list': {
      const tag = node.format === 'ordered' ? 'ol' : 'ul'
      return `<${tag}>${inner}</${tag}>\n`
    }
    case 'list-item':
      return `<li>${inner}</li>`
    case 'link':
      return `<a href="${escapeHtml(typeof node.url === 'string' ? node.url : '#')}">${inner}</a>`
    default:
      return inner
  }
}

function marked({ text, bold, italic, code }: BlockNode): string {
  let out = typeof text === 'string' ? escapeHtml(text).replaceAll('\n', '<br>') : ''
  if (code) out = `<code>${out}</code>`
  if (italic) out = `<em>${out}</em>`
  if (bold) out = `<strong>${out}</strong>`
  return out
}
