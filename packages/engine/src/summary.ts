import { isFixable } from './gate.ts'
import type { FileResult, LintResult, Summary } from './result.ts'

/** The result of a run: its files and what they add up to. */
export function toLintResult(files: FileResult[]): LintResult {
  return { version: 1, files, summary: summarise(files) }
}

export function summarise(files: readonly FileResult[]): Summary {
  const summary: Summary = { files: files.length, errors: 0, warnings: 0, suggestions: 0, fixable: 0 }
  for (const { findings } of files) {
    for (const finding of findings) {
      summary[`${finding.severity}s`]++
      if (isFixable(finding)) summary.fixable++
    }
  }
  return summary
}
