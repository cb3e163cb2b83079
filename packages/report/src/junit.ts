import type { Builder } from 'junit-report-builder'
import * as junit from 'junit-report-builder'
import type { Reporter } from './types.ts'
import { placeInWords, severityNames } from './words.ts'

// The package is CommonJS with a `default` of its own: Node nests it, bundlers and test runners unwrap it.
const imported: { default: unknown } = junit
const factory = ((imported.default as { default?: unknown }).default ?? imported.default) as Builder

/** Characters that XML 1.0 cannot hold, even escaped. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Ends a CDATA section; the builder looks after the first of a text only. */
const sectionEnd = ']]>'

/**
 * JUnit XML: a suite a file, a case a finding, one passing case for a file without findings. A case fails where the
 * finding is an error or a warning; one with a suggestion passes and says it in `system-out`, since it need not be mended.
 */
export const renderJunit: Reporter = (result) => {
  const report = factory.newBuilder()
  for (const file of result.files) {
    const suite = report.testSuite().name(clean(file.path))
    if (file.findings.length === 0) suite.testCase().className(clean(file.path)).name('klarsprak')
    for (const finding of file.findings) {
      const advice = finding.suggestions[0]?.title
      const body = [finding.message, finding.why, `Text: ${finding.text}`, advice && `Förslag: ${advice}`, finding.url]
      const told = clean(body.filter(Boolean).join('\n'))
      const testCase = suite
        .testCase()
        .className(clean(file.path))
        .name(clean(`${finding.ruleId} (${placeInWords(finding, 'kolumn')})`))
        .file(clean(file.path))
      if (finding.severity === 'suggestion') testCase.standardOutput(told.replaceAll(sectionEnd, ']] >'))
      else testCase.failure(told, severityNames[finding.severity])
    }
  }
  return `${report.build().trimEnd()}\n`
}

function clean(text: string): string {
  return text.replace(forbidden, '\uFFFD')
}
