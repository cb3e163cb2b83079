import type { ChecklistPoint, RuleGroup, RuleMeta, Severity } from 'retext-klarsprak'
import { checklistPoints } from 'retext-klarsprak'

/** What the groups of rules are called, in the order in which they are listed. */
export const groupNames: Readonly<Record<RuleGroup, string>> = {
  verb: 'Verb och aktivt språk',
  meningar: 'Meningar',
  ord: 'Ord',
  tilltal: 'Tilltal och avsändare',
  termer: 'Termer och förkortningar',
  struktur: 'Struktur',
  skrivregler: 'Skrivregler',
  'vanliga-fel': 'Särskrivning och vanliga fel',
  matt: 'Läsbarhetsmått',
  'kommunens-rost': 'Kommunens röst',
  tillganglighet: 'Tillgänglighet',
  undantag: 'Undantag och metadata',
}

export const severityNames: Readonly<Record<Severity, string>> = {
  error: 'fel',
  warning: 'varning',
  suggestion: 'förslag',
}

/** The points of the checklist that a rule serves, each with its title. */
export function pointsOf({ checklist }: RuleMeta): { point: ChecklistPoint; title: string }[] {
  return checklistPoints.filter(({ point }) => checklist.includes(point)).map(({ point, title }) => ({ point, title }))
}
