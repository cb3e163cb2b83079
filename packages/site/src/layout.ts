import { escapeHtml } from './html.ts'
import { listHref, places, type SiteOptions } from './site-options.ts'

interface Layout {
  title: string
  description: string
  /** Markup of the main part, its heading of level 1 first. */
  main: string
  /** The page has a search. */
  searches?: boolean
  /** The part of the whole site that the page belongs to. */
  part?: keyof typeof parts
}

const parts = {
  rules: { name: 'Regler', href: places.rules },
  checklist: { name: 'Checklista', href: places.checklist },
  profiles: { name: 'Texttyper', href: places.profiles },
  guides: { name: 'Guider', href: places.guides },
}

/** A whole page in Swedish. Styles and scripts are files, so that a strict policy lets them in. */
export function layout({ title, description, main, searches = false, part }: Layout, options: SiteOptions): string {
  const { policy, root } = options
  const assets = escapeHtml(root ?? '')
  const start = root === undefined ? listHref(options) : `${root}${places.front}`
  const scripts = ['sok-index.js', 'sok.js'].map((name) => `<script defer src="${assets}${name}"></script>\n`)
  return `<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${policy === undefined ? '' : `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">\n`}<title>${escapeHtml(title)} – Klarspråk</title>
<meta name="description" content="${escapeHtml(description)}">
<link rel="icon" href="${assets}klarsprak.svg" type="image/svg+xml">
<link rel="stylesheet" href="${assets}regler.css">
${searches ? scripts.join('') : ''}</head>
<body>
<a class="skip" href="#innehall">Hoppa till innehållet</a>
<header class="top">
<p class="name"><a href="${escapeHtml(start)}">Klarspråk${root === undefined ? '<span> regler</span>' : ''}</a></p>
<nav aria-label="Sidor"><ul>${links(options, part)}</ul></nav>
</header>
<main id="innehall" tabindex="-1">
${main}
</main>
<footer class="bottom"><p>Klarspråk är ett öppet program som granskar svensk text. Reglerna bygger på Myndigheternas skrivregler, Klarspråkshjälpen och Hällefors kommuns checklista.</p></footer>
</body>
</html>
`
}

function links(options: SiteOptions, current: keyof typeof parts | undefined): string {
  const { home, root } = options
  if (root === undefined) {
    const homeLink = home === undefined ? '' : `<li><a href="${escapeHtml(home)}">Granska en text</a></li>`
    return `${homeLink}<li><a href="${listHref(options)}">Alla regler</a></li>`
  }
  return Object.entries(parts)
    .map(([part, { name, href }]) => {
      const mark = part === current ? ' aria-current="true"' : ''
      return `<li><a href="${escapeHtml(root)}${href}"${mark}>${name}</a></li>`
    })
    .join('')
}
