import { escapeHtml } from '@klarsprak/cms-client'

/** A node of a Lexical editor state, as Payload keeps it: what is used of it here. */
interface LexicalNode {
  readonly type?: unknown
  readonly tag?: unknown
  readonly text?: unknown
  readonly format?: unknown
  readonly headerState?: unknown
  readonly fields?: { readonly url?: unknown; readonly linkType?: unknown }
  readonly children?: unknown
}

const bold = 1
const italic = 2
const code = 16

/** Whether a field's value is rich text of Payload's Lexical editor. */
export function isLexical(value: unknown): value is { readonly root: object } {
  return (
    typeof value === 'object' && value !== null && 'root' in value && typeof value.root === 'object' && !!value.root
  )
}

/**
 * The HTML of rich text: headings, paragraphs, lists, quotes, tables, links and emphasis. Nodes of other kinds give
 * what stands in them.
 */
export function lexicalHtml(value: { readonly root: object }): string {
  return inner(value.root)
}

function inner(node: LexicalNode): string {
  return Array.isArray(node.children) ? node.children.map(html).join('') : ''
}

function html(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  const node = value as LexicalNode
  switch (node.type) {
    case 'text':
      return marked(escapeHtml(typeof node.text === 'string' ? node.text : ''), Number(node.format) || 0)
    case 'linebreak':
      return '<br>'
    case 'tab':
      return ' '
    case 'horizontalrule':
      return '<hr>'
    case 'paragraph':
      return `<p>${inner(node)}</p>\n`
    case 'quote':
      return `<blockquote><p>${inner(node)}</p></blockquote>\n`
    case 'heading': {
      const tag = /^h[1-6]$/.test(String(node.tag)) ? node.tag : 'h2'
      return `<${tag}>${inner(node)}</${tag}>\n`
    }
    case 'list': {
      const tag = node.tag === 'ol' ? 'ol' : 'ul'
      return `<${tag}>${inner(node)}</${tag}>\n`
    }
    case 'listitem':
      return `<li>${inner(node)}</li>`
    case 'link':
    case 'autolink': {
      const url = node.fields?.linkType === 'internal' ? '#' : node.fields?.url
      return `<a href="${escapeHtml(typeof url === 'string' ? url : '#')}">${inner(node)}</a>`
    }
    case 'table':
      return `<table>${inner(node)}</table>\n`
    case 'tablerow':
      return `<tr>${inner(node)}</tr>`
    case 'tablecell': {
      const tag = Number(node.headerState) > 0 ? 'th' : 'td'
      return `<${tag}>${inner(node)}</${tag}>`
    }
    default:
      return inner(node)
  }
}

function marked(text: string, format: number): string {
  let out = text
  if (format & code) out = `<code>${out}</code>`
  if (format & italic) out = `<em>${out}</em>`
  if (format & bold) out = `<strong>${out}</strong>`
  return out
}
