import { posix } from 'node:path'
import { slug, textOf } from './headings.ts'
import { escapeHtml } from './html.ts'
import { layout } from './layout.ts'
import { renderMarkdown } from './markdown.ts'
import { places, type SiteOptions } from './site-options.ts'

/** A guide as it stands in the repository. */
export interface GuideSource {
  /** Its path from the root of the repository. */
  path: string
  markdown: string
}

/** A guide, read. */
export interface Guide {
  path: string
  /** Names its page. */
  slug: string
  title: string
  /** The first paragraph, without what only leads to a list. */
  description: string
  /** All of it as HTML, with the addresses of the repository. */
  html: string
  /** The pictures that it shows, by their paths from the root of the repository. */
  pictures: string[]
}

/** Where files of the repository that are no pages of the site are shown. */
const repository = 'https://github.com/klarsprak/klarsprak/blob/main/'

/** Names of guides whose files have another one. */
const names: Readonly<Record<string, string>> = {
  'packages/cms/README.md': 'publiceringsverktyg',
  'packages/cms/client/README.md': 'egen-koppling',
  'vscode-extension/README.md': 'vscode',
}

/** @throws Error where a guide has no title or no paragraph */
export function readGuide({ path, markdown }: GuideSource): Guide {
  const html = renderMarkdown(markdown)
  const title = /<h1>(.*?)<\/h1>/s.exec(html)?.[1]
  const description = /<p>((?:(?!<img)[\s\S])*?)<\/p>/.exec(html)?.[1]
  if (!title || !description) throw new Error(`${path} has no title or no paragraph`)
  const pictures = [...html.matchAll(/<img src="([^"]+)"/g)].map(([, source]) => resolve(path, source!))
  return { path, slug: slugOf(path), title: textOf(title), description: alone(textOf(description)), html, pictures }
}

/** A paragraph that stands without the list or the code that it leads to. */
function alone(paragraph: string): string {
  return paragraph.replace(/(?<=[.?!]) [^.?!]*:$/, '').replace(/:$/, '.')
}

function slugOf(path: string): string {
  const { dir, name } = posix.parse(path)
  return names[path] ?? (name === 'README' ? posix.basename(dir) : name)
}

/** Where a picture stands, seen from the front page. */
export function pictureHref(picture: string): string {
  return `guider/bilder/${posix.basename(picture)}`
}

/** @param slugs the guides that have a page, by path */
export function renderGuide(guide: Guide, slugs: ReadonlyMap<string, string>, options: SiteOptions): string {
  const root = options.root ?? ''
  const used = new Map<string, number>()
  const contents: string[] = []
  const html = guide.html
    .replace(/<h([23])>(.*?)<\/h\1>/gs, (_, level: string, heading: string) => {
      const count = used.get(heading) ?? 0
      used.set(heading, count + 1)
      const id = `${slug(textOf(heading))}${count === 0 ? '' : `-${count + 1}`}`
      if (level === '2') contents.push(`<li><a href="#${id}">${textOf(heading)}</a></li>`)
      return `<h${level} id="${id}">${heading}</h${level}>`
    })
    .replace(/ (href|src)="([^"]*)"/g, (_, name: string, address: string) => {
      if (/^(?:[a-z]+:|#)/.test(address)) return ` ${name}="${address}"`
      const [file = '', fragment] = address.split('#')
      const target = resolve(guide.path, file)
      const own = name === 'src' ? pictureHref(target) : placeOf(target, slugs)
      const href = own === undefined ? `${repository}${target}` : `${root}${own}`
      return ` ${name}="${escapeHtml(href)}${fragment === undefined ? '' : `#${fragment}`}"${name === 'src' ? ' loading="lazy"' : ''}`
    })
    // A table or a long line can be wider than a telephone: its box scrolls, also by keyboard.
    .replace(/<pre>/g, '<pre tabindex="0">')
  const main = `<article class="guide">
${html.replace('</h1>', `</h1>\n${contents.length > 2 ? renderContents(contents) : ''}`)}
</article>`
  return layout({ title: guide.title, description: guide.description, main, part: 'guides' }, options)
}

function placeOf(target: string, slugs: ReadonlyMap<string, string>): string | undefined {
  const rule = /^rules\/([a-z-]+)(?:\/README\.md)?$/.exec(target)?.[1]
  if (rule !== undefined) return places.rule(rule)
  if (target === 'rules') return places.rules
  const own = slugs.get(target)
  return own === undefined ? undefined : places.guide(own)
}

function renderContents(items: readonly string[]): string {
  return `<nav class="contents" aria-labelledby="pa-sidan"><h2 id="pa-sidan">På sidan</h2><ul>${items.join('')}</ul></nav>`
}

function resolve(path: string, address: string): string {
  return posix.normalize(posix.join(posix.dirname(path), address)).replace(/\/$/, '')
}
