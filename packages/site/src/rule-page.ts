import { pageOf } from 'retext-klarsprak/pages'
import { escapeHtml } from './html.ts'
import { layout } from './layout.ts'
import { type PageSection, renderPage } from './markdown.ts'
import { rules } from './rules.ts'
import { pageHref, places, type SiteOptions } from './site-options.ts'
import { groupNames, pointsOf, severityNames } from './words.ts'

/** What a section shows: a fault, how it is mended, or what is no fault. */
const sectionClasses: Readonly<Record<string, string>> = {
  exempel: 'fault',
  'skriv-hellre': 'better',
  'flaggas-inte': 'fine',
}

/**
 * The page of a rule as an HTML document.
 *
 * @throws RangeError where no rule has that id
 */
export async function renderRulePage(id: string, options: SiteOptions = {}): Promise<string> {
  const meta = rules.get(id)
  if (!meta) throw new RangeError(`no page for ${id}`)
  const linkRule = (name: string) => (name !== id && rules.has(name) ? pageHref(name, options) : undefined)
  const { sections } = renderPage(await pageOf(id), linkRule)
  const { root } = options
  /** A link on the whole site, text elsewhere. */
  const link = (place: string, text: string) =>
    root === undefined ? escapeHtml(text) : `<a href="${root}${place}">${escapeHtml(text)}</a>`
  const points = pointsOf(meta).map(
    ({ point, title }) => `<li>${link(places.point(point), `Punkt ${point}: ${title}`)}</li>`,
  )
  const contents = sections.map(({ id: at, heading }) => `<li><a href="#${at}">${escapeHtml(heading)}</a></li>`)
  const main = `<article>
<header class="rule">
<p class="group">${link(places.group(meta.group), groupNames[meta.group])}</p>
<h1>${escapeHtml(meta.title)}</h1>
<p class="facts"><span class="level ${meta.severity}">${severityNames[meta.severity]}</span> <code>${id}</code></p>
${points.length > 0 ? `<ul class="points" aria-label="Punkter i checklistan">${points.join('')}</ul>` : ''}
</header>
<nav class="contents" aria-labelledby="pa-sidan"><h2 id="pa-sidan">På sidan</h2><ul>${contents.join('')}</ul></nav>
${sections.map(renderSection).join('\n')}
</article>`
  return layout({ title: meta.title, description: meta.description, main, part: 'rules' }, options)
}

function renderSection({ id, heading, html }: PageSection): string {
  const kind = sectionClasses[id]
  return `<section${kind === undefined ? '' : ` class="${kind}"`} aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(heading)}</h2>
${html}</section>`
}
