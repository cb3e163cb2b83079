import type { Finding, LintResult } from '@klarsprak/engine'
import { severityRank } from './words.ts'

/** A rule that is worth beginning with, its findings in order. */
export interface StartWith {
  ruleId: string
  count: number
  finding: Finding
  path: string
}

/**
 * The rules to begin with: the worst level first, then the rules with most findings.
 *
 * @param most how many at the most
 */
export function startWith(result: LintResult, most: number): StartWith[] {
  const byRule = new Map<string, StartWith>()
  for (const file of result.files)
    for (const finding of file.findings) {
      const known = byRule.get(finding.ruleId)
      if (!known) byRule.set(finding.ruleId, { ruleId: finding.ruleId, count: 1, finding, path: file.path })
      else {
        known.count++
        if (severityRank[finding.severity] > severityRank[known.finding.severity]) {
          known.finding = finding
          known.path = file.path
        }
      }
    }
  const rank = (entry: StartWith) => severityRank[entry.finding.severity]
  return [...byRule.values()].sort((a, b) => rank(b) - rank(a) || b.count - a.count).slice(0, most)
}
