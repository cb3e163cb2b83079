import { type Finding, type LintResult, lixBand } from '@klarsprak/engine'
import { tallyRun } from './tally.ts'
import type { Reporter } from './types.ts'
import { counted, formatNumber, severityNames, summaryLine, whereOf } from './words.ts'

/** A summary to paste into a review: what to begin with, then a table a file. */
export const renderMarkdown: Reporter = (result, context) => {
  const parts = ['# Granskning av klarspråk', summaryLine(result.summary)]
  const first = tallyRun(result.files).startWith(3)
  if (first.length > 0) {
    const items = first.map((entry, index) => {
      const times = entry.count > 1 ? ` ${counted(entry.count, 'gång', 'gånger')}.` : ''
      return `${index + 1}. **${titleOf(entry.ruleId, context.rules)}.** ${escapeMarkdown(entry.message)}${times}`
    })
    parts.push('## Börja med det här', items.join('\n'))
  }
  for (const file of result.files) parts.push(...fileParts(file))
  return `${parts.join('\n\n')}\n`
}

function fileParts(file: LintResult['files'][number]): string[] {
  const { metrics, findings } = file
  const facts = [
    `Texttyp: ${file.profile}`,
    counted(metrics.words, 'ord', 'ord'),
    counted(metrics.sentences, 'mening', 'meningar'),
  ]
  if (metrics.words >= 100) facts.push(`lix ${formatNumber(metrics.lix)} (${lixBand(metrics.lix)})`)
  const parts = [`## ${escapeMarkdown(file.path)}`, `${facts.join(' · ')}`]
  if (findings.length === 0) return [...parts, 'Inget att anmärka på.']
  const rows = findings.map((finding) => {
    return `| ${whereOf(finding)} | ${severityNames[finding.severity]} | ${cell(finding.text)} | ${adviceOf(finding)} | [${finding.ruleId}](${finding.url}) |`
  })
  return [
    ...parts,
    ['| Plats | Nivå | Text | Vad och varför | Regel |', '| --- | --- | --- | --- | --- |', ...rows].join('\n'),
  ]
}

function adviceOf(finding: Finding): string {
  const advice = finding.suggestions[0]
  return cell(
    [finding.message, finding.why, advice && `Gör så här: ${advice.title}.`.replace(/([.!?…])\.$/, '$1')]
      .filter(Boolean)
      .join(' '),
    400,
  )
}

function titleOf(id: string, rules: readonly { id: string; title: string }[] | undefined): string {
  return escapeMarkdown(rules?.find((rule) => rule.id === id)?.title ?? id)
}

function cell(text: string, most = 80): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return escapeMarkdown(line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line)
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/[\r\n]+/g, ' ')
}
