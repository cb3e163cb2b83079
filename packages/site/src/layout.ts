import { escapeHtml } from './html.ts'
import type { SiteOptions } from './site-options.ts'

interface Layout {
  title: string
  description: string
  /** Markup of the main part, its heading of level 1 first. */
  main: string
  /** A script that stands beside the page. */
  script?: string
}

/** A whole page in Swedish. Styles and scripts are files beside it, so that a strict policy lets them in. */
export function layout({ title, description, main, script }: Layout, { home, policy }: SiteOptions): string {
  const homeLink = home === undefined ? '' : `<li><a href="${escapeHtml(home)}">Granska en text</a></li>`
  return `<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${policy === undefined ? '' : `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">\n`}<title>${escapeHtml(title)} – Klarspråk</title>
<meta name="description" content="${escapeHtml(description)}">
<link rel="icon" href="klarsprak.svg" type="image/svg+xml">
<link rel="stylesheet" href="regler.css">
${script === undefined ? '' : `<script type="module" src="${escapeHtml(script)}"></script>\n`}</head>
<body>
<a class="skip" href="#innehall">Hoppa till innehållet</a>
<header class="top">
<p class="name"><a href="./">Klarspråk<span> regler</span></a></p>
<nav aria-label="Sidor"><ul>${homeLink}<li><a href="./">Alla regler</a></li></ul></nav>
</header>
<main id="innehall" tabindex="-1">
${main}
</main>
<footer class="bottom"><p>Klarspråk är ett öppet program som granskar svensk text. Reglerna bygger på Myndigheternas skrivregler, Klarspråkshjälpen och Hällefors kommuns checklista.</p></footer>
</body>
</html>
`
}
