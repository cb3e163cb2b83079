import { pageOf } from 'retext-klarsprak/pages'
import { rules } from './rules.ts'

/** The words that a rule is found by: of its name, of what it says of itself, and of its page. */
export interface SearchEntry {
  id: string
  title: string
  description: string
  page: string
}

/** The search index: an entry a rule, its words in lower case, each once. */
export async function searchIndex(): Promise<SearchEntry[]> {
  return Promise.all(
    [...rules.values()].map(async ({ id, title, description, why }) => {
      const nearer = new Set([...words(`${id} ${title}`), ...words(`${description} ${why}`)])
      const page = words(withoutTables(await pageOf(id))).filter((word) => !nearer.has(word))
      return {
        id,
        title: words(`${id} ${title}`).join(' '),
        description: words(`${description} ${why}`).join(' '),
        page: page.join(' '),
      }
    }),
  )
}

/** The examples and the prose: what is generated says the same on every page. */
function withoutTables(page: string): string {
  return page.replace(/<!-- genererat -->[\s\S]*?<!-- \/genererat -->/g, ' ')
}

function words(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]
}
