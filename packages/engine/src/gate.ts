import type { FileConfig } from './config/configurations.ts'
import { detailOf } from './detail.ts'
import { newSince } from './new-findings.ts'
import type { FileResult, Finding } from './result.ts'
import { isAtLeast } from './severity.ts'

/** Whether a text may be published. The counts and reasons are of findings that the published version did not have. */
export interface Verdict {
  publish: boolean
  errors: number
  warnings: number
  suggestions: number
  /** One sentence for each finding that stops the publication: `Rad 3: Texten saknar rubrik.` */
  reasons: string[]
}

/**
 * Judges by the `publish` settings of the text. A finding that has a safe fix never stops a publication.
 *
 * @param previous the text as published
 */
export function verdictOf(result: FileResult, previous?: FileResult): Verdict {
  const { publish } = detailOf(result).config
  const findings = previous ? newSince(result, previous) : result.findings
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  const stopping = findings.filter((finding) => stops(finding, publish))
  return {
    publish: stopping.length === 0,
    errors: count('error'),
    warnings: count('warning'),
    suggestions: count('suggestion'),
    reasons: stopping.map(({ range, message }) => `Rad ${range.start.line}: ${message}`),
  }
}

function stops(finding: Finding, { failOn, block }: FileConfig['publish']): boolean {
  if (isFixable(finding)) return false
  return isAtLeast(finding.severity, failOn.value) || block.value.includes(finding.ruleId)
}

/** `--fix` would mend it. */
export function isFixable({ suggestions }: Finding): boolean {
  return suggestions.some(({ safety, edits }) => safety === 'safe' && edits.length > 0)
}
