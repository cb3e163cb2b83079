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
  /** What keeps the verdict from saying anything of the text: it was taken to be in another language than Swedish. */
  notice?: string
}

/** A verdict, and the findings behind it. */
export interface Judgement {
  readonly verdict: Verdict
  /** Those that the published version did not have; all of them where nothing is published. In text order. */
  readonly added: Finding[]
  /** Those of `added` that stop the publication, as `verdict.reasons` names them. */
  readonly stopping: Finding[]
  /** Those of `added` that would stop it if they had no safe fix. */
  readonly spared: Finding[]
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
  const grave = added.filter((finding) => isGrave(finding, publish))
  const stopping = grave.filter((finding) => !isFixable(finding))
  const verdict = {
    publish: stopping.length === 0,
    errors: count('error'),
    warnings: count('warning'),
    suggestions: count('suggestion'),
    reasons: stopping.map(({ range, message }) => `Rad ${range.start.line}: ${message}`),
    ...noticeOf(result),
  }
  return { verdict, added, stopping, spared: grave.filter(isFixable) }
}

function noticeOf({ language }: FileResult): Pick<Verdict, 'notice'> {
  if (language === undefined || language === 'sv') return {}
  return { notice: `Texten ser ut att vara på ${languageName(language)} och är inte granskad som svenska.` }
}

/** What a language is called in Swedish: `engelska`. The code where it has no name. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(['sv'], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

function isGrave(finding: Finding, { failOn, block }: FileConfig['publish']): boolean {
  return isAtLeast(finding.severity, failOn.value) || block.value.includes(finding.ruleId)
}

/** `--fix` would mend it. */
export function isFixable({ suggestions }: Finding): boolean {
  return suggestions.some(({ safety, edits }) => safety === 'safe' && edits.length > 0)
}
