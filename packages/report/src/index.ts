import { renderGithub } from './github.ts'
import { renderJson, renderJsonLines } from './json.ts'
import { renderMarkdown } from './markdown.ts'
import { renderPretty } from './pretty.ts'
import type { Reporter, ReportFormat } from './types.ts'

export { type CheckedFile, checklistHtml, checklistJson, checklistMarkdown } from './checklist.ts'
export { type ComparedFiles, comparisonJson, comparisonPretty } from './comparison.ts'
export { jsonLine, publicFile, publicResult } from './json.ts'
export { prettyFile } from './pretty.ts'
export { type StartWith, startWith } from './start-with.ts'
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
