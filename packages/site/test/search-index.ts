import { runInNewContext } from 'node:vm'
import type { SearchEntry } from '../src/search-index.ts'

/** The entries that the file of the search index brings to a page. */
export function indexOf(script: string): SearchEntry[] {
  const page: { klarsprakIndex?: SearchEntry[] } = {}
  runInNewContext(script, page)
  return page.klarsprakIndex!
}
