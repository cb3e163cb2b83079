import { type ChecklistPoint, checklistPoints, type Profile, profiles, type RuleGroup } from 'retext-klarsprak'
import { siteAssets } from './assets.ts'
import { renderFront, renderNotFound } from './front-page.ts'
import { type Guide, type GuideSource, pictureHref, readGuide, renderGuide } from './guide.ts'
import { groupGuides } from './guide-groups.ts'
import { textOf } from './headings.ts'
import { escapeHtml } from './html.ts'
import { renderIndex } from './index-page.ts'
import {
  renderChecklist,
  renderGroup,
  renderGuides,
  renderPoint,
  renderProfile,
  renderProfiles,
} from './overview-pages.ts'
import { renderRulePage } from './rule-page.ts'
import { groupNamesInUse, rules } from './rules.ts'
import { ruleEntries, type SearchEntry, searchEntry } from './search-index.ts'
import { places, type SiteOptions } from './site-options.ts'
import { groupNames, profileWords } from './words.ts'

/** The policy of the pages: nothing from elsewhere, and nothing inline. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'"

export interface WholeSite {
  /** The content of each file by its path: `regler/passiv-form.html`. */
  files: ReadonlyMap<string, string>
  /** The pictures of the guides: path on the site → path from the root of the repository. */
  pictures: ReadonlyMap<string, string>
}

/**
 * The whole site as files for any web server, or for a folder: front page, rules, checklist, groups, kinds of text, guides,
 * a page for addresses that lead nowhere, and the map for search engines.
 *
 * @param address where the site will stand, with a slash at its end
 * @throws Error where two guides would have one page, or two pictures one file
 */
export async function renderSite(address: string, sources: readonly GuideSource[]): Promise<WholeSite> {
  const files = new Map<string, string>()
  const guides = sources.map(readGuide)
  const slugs = new Map(guides.map(({ path, slug }) => [path, slug]))
  if (new Set(slugs.values()).size < guides.length) throw new Error('two guides have the same name')

  const put = (place: string, render: (options: SiteOptions) => string) =>
    files.set(place, render({ root: place.includes('/') ? '../' : '', policy }))
  put(places.front, renderFront)
  put(places.rules, renderIndex)
  for (const id of rules.keys()) files.set(places.rule(id), await renderRulePage(id, { root: '../', policy }))
  put(places.checklist, renderChecklist)
  for (const { point } of checklistPoints) put(places.point(point), (options) => renderPoint(point, options))
  for (const [group] of groupNamesInUse()) put(places.group(group), (options) => renderGroup(group, options))
  put(places.profiles, renderProfiles)
  for (const profile of profiles) put(places.profile(profile), (options) => renderProfile(profile, options))
  put(places.guides, (options) => renderGuides(groupGuides(guides), options))
  for (const guide of guides) put(places.guide(guide.slug), (options) => renderGuide(guide, slugs, options))

  const pages = [...files.keys()]
  // A server shows it at any address, so it names the others from the root of the server.
  files.set('404.html', renderNotFound({ root: new URL(address).pathname, policy }))
  files.set('sitemap.xml', sitemap(address, pages))
  files.set('robots.txt', `User-agent: *\nAllow: /\nSitemap: ${new URL('sitemap.xml', address).href}\n`)
  for (const { name, content } of await siteAssets(await entries(guides))) files.set(name, content)
  return { files, pictures: picturesOf(guides) }
}

function sitemap(address: string, pages: readonly string[]): string {
  const urls = pages.map((page) => `<url><loc>${escapeHtml(new URL(page, address).href)}</loc></url>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`
}

/** What the search on the front page finds. */
async function entries(guides: readonly Guide[]): Promise<SearchEntry[]> {
  const shown = (href: string, kind: string, name: string, about: string, text = ''): SearchEntry => ({
    ...searchEntry({ title: name, description: about, text }),
    href,
    kind,
    name,
    about,
  })
  const point = ({
    point: number,
    title,
    questions,
  }: {
    point: ChecklistPoint
    title: string
    questions: readonly { question: string }[]
  }) =>
    shown(
      places.point(number),
      'checklista',
      `Punkt ${number}: ${title}`,
      questions.map(({ question }) => question).join(' '),
    )
  const group = ([id, name]: [RuleGroup, string]) =>
    shown(places.group(id), 'område', groupNames[id], `Alla regler i området ${name}.`)
  const kind = (profile: Profile) =>
    shown(places.profile(profile), 'texttyp', profileWords[profile].name, profileWords[profile].about)
  return [
    ...(await ruleEntries()).map((entry) => {
      const { id, title, description } = rules.get(entry.rule!)!
      return { ...entry, href: places.rule(id), kind: 'regel', name: title, about: description }
    }),
    ...checklistPoints.map(point),
    ...groupNamesInUse().map(group),
    ...profiles.map(kind),
    ...guides.map(({ slug, title, description, html }) =>
      shown(places.guide(slug), 'guide', title, description, textOf(html)),
    ),
  ]
}

function picturesOf(guides: readonly Guide[]): Map<string, string> {
  const pictures = new Map<string, string>()
  for (const picture of new Set(guides.flatMap((guide) => guide.pictures))) {
    const place = pictureHref(picture)
    if (pictures.has(place)) throw new Error(`two pictures have the name of ${picture}`)
    pictures.set(place, picture)
  }
  return pictures
}
