import type { Baseline } from './baseline.ts'
import { copyDetail } from './detail.ts'
import type { FileResult, Finding } from './result.ts'

/** Lines of a file, from 1, both ends included. */
export interface LineSpan {
  start: number
  end: number
}

/** A result with some of its findings. */
export function keepFindings(result: FileResult, keep: (finding: Finding) => boolean): FileResult {
  const kept = result.findings.map(keep)
  const filtered: FileResult = {
    ...result,
    findings: result.findings.filter((_, index) => kept[index]),
  }
  copyDetail(result, filtered, kept)
  return filtered
}

/** A result with the findings that touch changed lines. */
export function onChangedLines(result: FileResult, lines: readonly LineSpan[]): FileResult {
  return keepFindings(result, ({ range }) =>
    lines.some(({ start, end }) => range.start.line <= end && lastLine(range) >= start),
  )
}

/** A range that ends where a line begins does not touch that line. */
function lastLine({ start, end }: Finding['range']): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line
}

/** A result with the findings that a baseline does not know. */
export function sinceBaseline(result: FileResult, { files }: Baseline): FileResult {
  const entries = Object.hasOwn(files, result.path) ? files[result.path]! : []
  const known = new Set(entries.map(({ fingerprint }) => fingerprint))
  return keepFindings(result, ({ fingerprint }) => !known.has(fingerprint))
}
