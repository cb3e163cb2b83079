import { createLinter, type RuleMeta } from 'retext-klarsprak'

/** What each rule says of itself, by id, in order of title. */
export const rules: ReadonlyMap<string, RuleMeta> = new Map(
  [...createLinter().rules].sort((a, b) => a.title.localeCompare(b.title, 'sv')).map((meta) => [meta.id, meta]),
)

/** The rules that have a page, in order of title. */
export const ruleIds: readonly string[] = [...rules.keys()]

/** What each rule is called, by id. */
export const ruleTitles: Readonly<Record<string, string>> = Object.fromEntries(
  [...rules].map(([id, { title }]) => [id, title]),
)
