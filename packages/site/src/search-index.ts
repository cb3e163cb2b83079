import { pageOf } from 'retext-klarsprak/pages'
import { rules } from './rules.ts'

/** The words that a page is found by, each once, in lower case: of its name, of what it says of itself, and of the rest. */
export interface SearchEntry {
  title: string
  description: string
  page: string
  /** The rule that the page is about. */
  rule?: string
  /** Where the page stands, seen from the front page, and what is shown of it: for the search on the whole site. */
  href?: string
  name?: string
  kind?: string
  about?: string
}

/** What a page is found by and shown as. */
export interface Searchable {
  title: string
  description: string
  /** All of its text. */
  text: string
}

/** An entry with the words of a page. */
export function searchEntry({ title, description, text }: Searchable): SearchEntry {
  const nearer = new Set([...words(title), ...words(description)])
  return {
    title: words(title).join(' '),
    description: words(description).join(' '),
    page: words(text)
      .filter((word) => !nearer.has(word))
      .join(' '),
  }
}

/** An entry for each rule. */
export async function ruleEntries(): Promise<SearchEntry[]> {
  return Promise.all(
    [...rules.values()].map(async ({ id, title, description, why }) => ({
      ...searchEntry({
        title: `${id} ${title}`,
        description: `${description} ${why}`,
        text: withoutTables(await pageOf(id)),
      }),
      rule: id,
    })),
  )
}

/** The examples and the prose: what is generated says the same on every page. */
function withoutTables(page: string): string {
  return page.replace(/<!-- genererat -->[\s\S]*?<!-- \/genererat -->/g, ' ')
}

function words(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]
}
