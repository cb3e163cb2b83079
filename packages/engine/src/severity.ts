import type { Severity } from './types.ts'

/** What a rule can be set to. */
export type Level = Severity | 'off'

const ranks: Record<Severity, number> = { suggestion: 1, warning: 2, error: 3 }

/** Greater for what weighs more. */
export function severityRank(severity: Severity): number {
  return ranks[severity]
}

export function isAtLeast(severity: Severity, floor: Level): boolean {
  return floor !== 'off' && ranks[severity] >= ranks[floor]
}

/** As a person reads it: `fel`, `varning`, `förslag`. */
export const severityNames: Readonly<Record<Severity, string>> = {
  error: 'fel',
  warning: 'varning',
  suggestion: 'förslag',
}
