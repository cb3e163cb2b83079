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

/** Escapes for text and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
