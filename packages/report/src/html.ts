/** Markup that is safe to put in a page. */
export class Markup {
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
}

type Part = Markup | string | number | readonly Part[]

/** A template whose values are escaped, but for markup and lists of it. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((html, text, index) => html + text + render(parts[index] ?? ''), ''))
}

function render(part: Part): string {
  if (part instanceof Markup) return part.html
  if (typeof part === 'object') return part.map(render).join('')
  return escapeHtml(String(part))
}

/** For text and for attributes in double quotes. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const style = `
:root { color-scheme: light dark; --text: #1a1a1a; --back: #ffffff; --line: #767676; --ok: #0b5d1e; --review: #8a4b00; --question: #0a4a8f; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f0f0; --back: #161616; --line: #9a9a9a; --ok: #7ddc95; --review: #ffbf70; --question: #8cc4ff; } }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; }
h2 { font-size: 1.2rem; margin-top: 2rem; }
h3 { font-size: 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 0.3rem 0.5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
.state { font-size: 0.9rem; font-weight: 600; padding: 0.1rem 0.5rem; border: 2px solid; border-radius: 1rem; white-space: nowrap; }
.ok { color: var(--ok); } .review { color: var(--review); } .question { color: var(--question); }
@media print { :root { --text: #000; --back: #fff; } section { break-inside: avoid; } }
`

/** A whole page in Swedish that asks for nothing from outside. */
export function htmlPage(title: string, body: Markup): string {
  return `<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body.html}
</body>
</html>
`
}
