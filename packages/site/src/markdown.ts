import { micromark } from 'micromark'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'
import { slug } from './headings.ts'
import { escapeHtml } from './html.ts'

/** Sections whose links and pictures belong to the examples: they are shown as they are written. */
const exampleSections = new Set(['Exempel', 'Skriv hellre', 'Flaggas inte'])

/** What stays text in an example. */
const literal = {
  disable: { null: ['labelStartImage', 'labelStartLink', 'labelEnd', 'autolink', 'htmlText', 'htmlFlow'] },
}

export interface PageSection {
  /** A fragment of an address. */
  id: string
  heading: string
  html: string
}

export interface PageParts {
  title: string
  /** What stands before the first heading of level 2. */
  lead: string
  sections: PageSection[]
}

/**
 * Turns a rule's page into HTML, section by section. Nothing of the Markdown is let through as HTML.
 *
 * @param linkRule the address of a rule's page; undefined for what is no rule
 */
export function renderPage(markdown: string, linkRule: (id: string) => string | undefined): PageParts {
  const [head = '', ...rest] = markdown.replace(/^<!-- \/?genererat -->$/gm, '').split(/^## /m)
  const title = /^# (.+)$/m.exec(head)?.[1]?.trim() ?? ''
  return {
    title,
    lead: render(head.replace(/^# .+$/m, ''), linkRule),
    sections: rest.map((part) => {
      const end = part.indexOf('\n')
      const heading = part.slice(0, end).trim()
      const source = part.slice(end)
      const html = exampleSections.has(heading) ? renderExamples(source) : render(source, linkRule)
      return { id: slug(heading), heading, html }
    }),
  }
}

function render(source: string, linkRule: (id: string) => string | undefined): string {
  return renderMarkdown(source).replace(/<code>([a-z-]+)<\/code>/g, (code, id: string) => {
    const href = linkRule(id)
    return href === undefined ? code : `<a href="${escapeHtml(href)}">${code}</a>`
  })
}

/** Markdown with tables, as HTML. Markup in it is shown as it is written. */
export function renderMarkdown(source: string): string {
  return micromark(source, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] })
}

/** Bold words, and in fences words in `[[…]]`, are what the rule marks. */
function renderExamples(source: string): string {
  return micromark(source, { extensions: [literal] })
    .replace(/<(\/?)strong>/g, '<$1mark>')
    .replace(/(<pre><code[^>]*>)([\s\S]*?)(<\/code><\/pre>)/g, (_, open: string, code: string, close: string) => {
      // Of three brackets the first is the link's own: `[[[words]]](/address)`.
      const marked = code.replace(/\[\[(?!\[)/g, '<mark>').replace(/\]\]/g, '</mark>')
      return open + (marked.split('<mark>').length === marked.split('</mark>').length ? marked : code) + close
    })
}
