import type { Block, Document } from '@klarsprak/documents'

/** A document as the HTML that somebody would write for it: what a word processor is given to make it its own. */
export function toHtml({ blocks }: Document): string {
  const html: string[] = []
  const open: ('ul' | 'ol')[] = []
  const closeTo = (depth: number) => {
    while (open.length > depth) html.push(`</li></${open.pop()}>`)
  }
  for (const [index, block] of blocks.entries()) {
    const { kind, level, list, table } = block
    const words = inline(block)
    if (kind !== 'listItem' || !list) closeTo(0)
    if (kind === 'altText') continue
    if (kind === 'listItem' && list) {
      const before = blocks[index - 1]?.list
      if (before && before.depth === list.depth && before.id !== list.id) closeTo(list.depth)
      closeTo(list.depth + 1)
      if (open.length === list.depth + 1) html.push('</li>')
      while (open.length <= list.depth) {
        open.push(list.ordered ? 'ol' : 'ul')
        html.push(`<${open.at(-1)}>`)
      }
      html.push(`<li><p>${words}</p>`)
    } else if (table) {
      const before = blocks[index - 1]?.table
      const next = blocks[index + 1]?.table
      if (before?.id !== table.id) html.push('<table border="1" width="100%"><tr>')
      else if (before.row !== table.row) html.push('</tr><tr>')
      html.push(table.header ? `<th>${words}</th>` : `<td>${words}</td>`)
      if (next?.id !== table.id) html.push('</tr></table>')
    } else if (kind === 'heading') html.push(`<h${level}>${words}</h${level}>`)
    else if (kind === 'quote') html.push(`<blockquote>${words}</blockquote>`)
    else html.push(`<p>${words}</p>`)
  }
  closeTo(0)
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8"></head><body>${html.join('\n')}</body></html>`
}

const tags = { strong: 'b', emphasis: 'i' } as const

function inline({ text, marks, quoted, kind }: Block): string {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  const words = cuts.slice(0, -1).map((start, index) => {
    const on = marks.filter((mark) => mark.start <= start && mark.end > start)
    let piece = encode(text.slice(start, cuts[index + 1]))
    for (const { type, href } of on) {
      if (type === 'link' && href !== undefined) piece = `<a href="${encode(href)}">${piece}</a>`
      else if (type === 'strong' || type === 'emphasis') piece = `<${tags[type]}>${piece}</${tags[type]}>`
    }
    return piece
  })
  return quoted && kind === 'quote' ? `<p>${words.join('')}</p>` : words.join('')
}

function encode(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\u00A0', '&nbsp;')
    .replaceAll('\n', '<br>')
}
