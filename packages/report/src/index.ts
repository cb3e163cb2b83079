import { githubStream, renderGithub } from './github.ts'
import { jsonLinesStream, jsonStream, renderJson, renderJsonLines } from './json.ts'
import { renderMarkdown } from './markdown.ts'
import { prettyStream, renderPretty } from './pretty.ts'
import type { ReportStream } from './stream.ts'
import type { Reporter, ReportFormat } from './types.ts'

export { type CheckedFile, checklistHtml, checklistJson, checklistMarkdown } from './checklist.ts'
export { type ComparedFiles, comparisonJson, comparisonPretty } from './comparison.ts'
export { jsonLine, jsonPartOfLine, publicFile, publicResult } from './json.ts'
export { prettyFile, shellName } from './pretty.ts'
export type { ReportStream } from './stream.ts'
export { type FileTally, RunTally, type StartWith, tallyFile } from './tally.ts'
export type { EarlierResult, ReportContext, Reporter, ReportFormat } from './types.ts'
export { counted, formatNumber, severityNames, summaryLine } from './words.ts'

/** The names that `--format` takes. */
export const reportFormats: readonly ReportFormat[] = [
  'pretty',
  'json',
  'jsonl',
  'sarif',
  'junit',
  'github',
  'html',
  'markdown',
]

/** The reporter of a format. SARIF and JUnit are loaded when asked for, so that the common formats start fast. */
export async function reporterOf(format: ReportFormat): Promise<Reporter> {
  switch (format) {
    case 'pretty':
      return renderPretty
    case 'json':
      return renderJson
    case 'jsonl':
      return renderJsonLines
    case 'github':
      return renderGithub
    case 'markdown':
      return renderMarkdown
    case 'html':
      return (await import('./html/report.ts')).renderHtml
    case 'sarif':
      return (await import('./sarif.ts')).renderSarif
    case 'junit':
      return (await import('./junit.ts')).renderJunit
  }
}

/** The stream of a format; undefined for those that can be written only when all files are done. */
export function reportStreamOf(format: ReportFormat): ReportStream | undefined {
  switch (format) {
    case 'pretty':
      return prettyStream
    case 'json':
      return jsonStream
    case 'jsonl':
      return jsonLinesStream
    case 'github':
      return githubStream
    default:
      return undefined
  }
}
