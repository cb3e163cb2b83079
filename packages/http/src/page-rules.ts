import { micromark } from 'micromark'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'

interface ListedRule {
  readonly id: string
  readonly title: string
  readonly description: string
}

/** The list of rules, those that hold the words searched for. */
export function ruleListPage(rules: readonly ListedRule[], query: string): string {
  const words = query.toLocaleLowerCase('sv').split(/\s+/u).filter(Boolean)
  const found = rules.filter(({ id, title, description }) => {
    const text = `${id} ${title} ${description}`.toLocaleLowerCase('sv')
    return words.every((word) => text.includes(word))
  })
  const items = found.map(
    ({ id, title, description }) =>
      `<li><a href="/regler/${encodeURIComponent(id)}">${escapeHtml(title)}</a><br>${escapeHtml(description)}</li>`,
  )
  return page(
    'Regler',
    `<h1>Regler</h1>
<form action="/regler/" role="search"><label for="q">Sök bland reglerna</label> <input id="q" name="q" type="search" value="${escapeHtml(query)}"> <button>Sök</button></form>
<p role="status">${found.length === 1 ? '1 regel' : `${found.length} regler`}</p>
<ul>${items.join('\n')}</ul>`,
  )
}

/** The page of a rule. Its Markdown is the project's own; HTML in it is shown as text. */
export function rulePage({ title }: ListedRule, markdown: string): string {
  const content = micromark(markdown.replace(/<!--[\s\S]*?-->\n?/g, ''), {
    extensions: [gfmTable()],
    htmlExtensions: [gfmTableHtml()],
  })
  return page(title, `<p><a href="/regler/">Alla regler</a></p>\n${content}`)
}

function page(title: string, main: string): string {
  return `<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Klarspråk</title>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
