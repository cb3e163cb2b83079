import type { FileResult, Severity } from '@klarsprak/engine'
import type { ReportStream } from './stream.ts'
import type { Reporter } from './types.ts'
import { capitalised, placeInWords } from './words.ts'

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', suggestion: 'notice' }

/** GitHub Actions' workflow commands, one a finding: they show as annotations on the changed lines. */
export const renderGithub: Reporter = (result) => result.files.map(annotations).join('')

/** The same, file by file. */
export const githubStream: ReportStream = { head: '', between: '', part: annotations, end: () => '' }

function annotations(file: FileResult): string {
  return file.findings
    .map((finding) => {
      const { start, end } = finding.range
      const advice = finding.suggestions[0]?.title
      const message = [
        finding.place && `${capitalised(placeInWords(finding))}: ”${finding.text}”`,
        finding.message,
        finding.why,
        advice && `Förslag: ${advice}`,
        finding.url,
      ]
        .filter(Boolean)
        .join('\n')
      // A line of the text that was taken out of a Word document is no line of the file.
      const lines = finding.place
        ? []
        : [
            `line=${start.line}`,
            `endLine=${end.line}`,
            // GitHub accepts columns only where the annotation stays on one line.
            ...(start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : []),
          ]
      const place = [`file=${property(file.path)}`, ...lines, `title=${property(finding.ruleId)}`].join(',')
      return `::${commands[finding.severity]} ${place}::${data(message)}\n`
    })
    .join('')
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
