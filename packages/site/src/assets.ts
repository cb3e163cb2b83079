import { readFileSync } from 'node:fs'
import { ruleEntries, type SearchEntry } from './search-index.ts'

/** A file that stands beside the pages. */
export interface Asset {
  name: string
  content: string
}

/**
 * What the pages ask for: the style, the search and its index, the icon.
 *
 * @param entries what the search finds. Default: the rules
 */
export async function siteAssets(entries?: readonly SearchEntry[]): Promise<Asset[]> {
  const scripts = ['search-engine.js', 'search-list.js', ...(entries ? ['search-site.js'] : [])]
  // One entry a line, so that a change shows.
  const lines = (entries ?? (await ruleEntries())).map((entry) => JSON.stringify(entry))
  return [
    { name: 'regler.css', content: `${read('tokens.css')}\n${read('site.css')}` },
    { name: 'sok.js', content: scripts.map(read).join('\n') },
    { name: 'sok-index.js', content: `globalThis.klarsprakIndex = [\n${lines.join(',\n')}\n]\n` },
    { name: 'klarsprak.svg', content: read('klarsprak.svg') },
  ]
}

function read(name: string): string {
  return readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8')
}
