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

/** A verdict, and the findings behind it. */
export interface Judgement {
  readonly verdict: Verdict
  /** Those that the published version did not have; all of them where nothing is published. In text order. */
  readonly added: Finding[]
  /** Those of `added` that stop the publication, as `verdict.reasons` names them. */
  readonly stopping: Finding[]
}

/**
 * Judges by the `publish` settings of the text. A finding that has a safe fix never stops a publication.
 *
 * @param previous the text as published
 * @throws TypeError for results that did not come from `lint` in this process
 */
export function judge(result: FileResult, previous?: FileResult): Judgement {
  const { publish } = detailOf(result).config
  const added = previous ? newSince(result, previous) : result.findings
  const count = (severity: Finding['severity']) => added.filter((finding) => finding.severity === severity).length
  const stopping = added.filter((finding) => stops(finding, publish))
  const verdict = {
    publish: stopping.length === 0,
    errors: count('error'),
    warnings: count('warning'),
    suggestions: count('suggestion'),
    reasons: stopping.map(({ range, message }) => `Rad ${range.start.line}: ${message}`),
  }
  return { verdict, added, stopping }
}

function stops(finding: Finding, { failOn, block }: FileConfig['publish']): boolean {
  if (isFixable(finding)) return false
  return isAtLeast(finding.severity, failOn.value) || block.value.includes(finding.ruleId)
}

/** `--fix` would mend it. */
export function isFixable({ suggestions }: Finding): boolean {
  return suggestions.some(({ safety, edits }) => safety === 'safe' && edits.length > 0)
}
