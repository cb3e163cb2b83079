import { readFileSync } from 'node:fs'
import { searchIndex } from './search-index.ts'

/** A file that stands beside the pages. */
export interface Asset {
  name: string
  content: string
}

/** What the pages ask for: the style, the search and its index, the icon. */
export async function siteAssets(): Promise<Asset[]> {
  return [
    { name: 'regler.css', content: `${read('tokens.css')}\n${read('site.css')}` },
    { name: 'sok.js', content: read('search.js') },
    { name: 'sok.json', content: JSON.stringify(await searchIndex()) },
    { name: 'klarsprak.svg', content: read('klarsprak.svg') },
  ]
}

function read(name: string): string {
  return readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8')
}
