import type { Summary } from '@klarsprak/engine'
import { FINDINGS, OK } from './main.ts'
import type { LintOptions } from './options.ts'

/** The exit status for what was found. */
export function statusOf(
  { errors, warnings, suggestions }: Summary,
  { failOn, maxWarnings }: Pick<LintOptions, 'failOn' | 'maxWarnings'>,
): number {
  if (maxWarnings !== undefined && warnings > maxWarnings) return FINDINGS
  const counted = errors + (failOn === 'error' ? 0 : warnings) + (failOn === 'suggestion' ? suggestions : 0)
  return counted > 0 ? FINDINGS : OK
}
