/** What the rules are called, by id: put in by the build. */
declare const KLARSPRAK_RULE_TITLES: Readonly<Record<string, string>>

export function ruleTitle(id: string): string {
  return Object.hasOwn(KLARSPRAK_RULE_TITLES, id) ? KLARSPRAK_RULE_TITLES[id]! : id
}
