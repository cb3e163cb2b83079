/**
 * The links of a site that lead nowhere: to a file that it does not have, or to an anchor that the page does not have.
 * Also those that are no address on the site and not `https:`, `http:` or `mailto:`. Pages elsewhere are not fetched.
 *
 * @param pages the content of each file by its path; anything for files that are no pages
 * @param address where the site stands
 * @returns a line for each: the page and the link
 */
export function deadLinks(pages: ReadonlyMap<string, string>, address: string): string[] {
  const dead: string[] = []
  for (const [path, content] of pages) {
    const here = new URL(path, address)
    for (const link of linksOf(path, content)) {
      const target = URL.canParse(link, here.href) ? new URL(link, here) : undefined
      if (!target || !leads(target, pages, address)) dead.push(`${path}: ${link}`)
    }
  }
  return dead
}

function linksOf(path: string, content: string): string[] {
  if (path.endsWith('.xml')) return [...content.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, link]) => plain(link!))
  if (!path.endsWith('.html')) return []
  return [...content.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, link]) => plain(link!))
}

function leads(target: URL, pages: ReadonlyMap<string, string>, address: string): boolean {
  if (!target.href.startsWith(address)) {
    const isElsewhere = target.origin !== new URL(address).origin
    return isElsewhere && ['https:', 'http:', 'mailto:'].includes(target.protocol)
  }
  const path = decodeURIComponent(target.pathname.slice(new URL(address).pathname.length))
  const page = pages.get(path === '' || path.endsWith('/') ? `${path}index.html` : path)
  if (page === undefined) return false
  const fragment = decodeURIComponent(target.hash.slice(1))
  return fragment === '' || page.includes(` id="${fragment}"`)
}

function plain(attribute: string): string {
  return attribute.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
