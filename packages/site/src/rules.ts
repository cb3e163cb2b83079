import { createLinter, type RuleGroup, type RuleMeta } from 'retext-klarsprak'
import { groupNames } from './words.ts'

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

/** The groups that have rules, each with its name, in the order in which they are listed. */
export function groupNamesInUse(): [RuleGroup, string][] {
  const names = Object.entries(groupNames) as [RuleGroup, string][]
  return names.filter(([group]) => rulesOf(group).length > 0)
}

/** The rules of a group, in order of title. */
export function rulesOf(group: RuleGroup): RuleMeta[] {
  return [...rules.values()].filter((meta) => meta.group === group)
}
