import type { Comparison, Figures, Finding } from '@klarsprak/engine'
import { publicFinding } from './json.ts'
import { counted, formatNumber } from './words.ts'

/** Two versions of a text, compared. */
export interface ComparedFiles {
  before: string
  after: string
  comparison: Comparison
}

/** A comparison as one JSON object, indented. */
export function comparisonJson({ before, after, comparison }: ComparedFiles): string {
  const { gone, added, kept, rules, difficulty } = comparison
  const result = {
    version: 1,
    before: { path: before, metrics: comparison.before, difficulty: difficulty.before },
    after: { path: after, metrics: comparison.after, difficulty: difficulty.after },
    rules,
    gone: gone.map(publicFinding),
    added: added.map(publicFinding),
    kept: kept.map(publicFinding),
  }
  return `${JSON.stringify(result, null, 2)}\n`
}

/** Findings that are shown in full on each side; the rest are counted. */
const mostShown = 10

/** What got better and what got worse, for a person. */
export function comparisonPretty({ before, after, comparison }: ComparedFiles): string {
  const { gone, added, kept, difficulty } = comparison
  const parts = [
    `Från ${before} till ${after}\n`,
    verdict(comparison),
    '',
    ...figureRows(comparison.before, comparison.after, difficulty).map((row) => `  ${row}`),
    '  Svårighet är hur svåra meningarna är i snitt, från 0 (lätt) till 100 (svår).',
    '',
    ...findingPart('Bättre: det här finns inte kvar', gone),
    ...findingPart('Sämre: det här är nytt', added),
    `${counted(kept.length, 'träff finns', 'träffar finns')} kvar i båda.`,
  ]
  return `${parts.join('\n')}\n`
}

function verdict({ gone, added }: Comparison): string {
  if (gone.length === 0 && added.length === 0) return 'Inga träffar har försvunnit eller kommit till.'
  return `${counted(gone.length, 'träff har', 'träffar har')} försvunnit och ${counted(added.length, 'ny har', 'nya har')} kommit till.`
}

function figureRows(before: Figures, after: Figures, difficulty: Comparison['difficulty']): string[] {
  const percent = (share: number) => `${formatNumber(share * 100)}\u00a0%`
  const rows: [string, string, string, number][] = [
    ['Ord', formatNumber(before.words), formatNumber(after.words), 0],
    [
      'Ord per mening',
      formatNumber(before.meanSentence, 1),
      formatNumber(after.meanSentence, 1),
      before.meanSentence - after.meanSentence,
    ],
    [
      'Längsta mening',
      formatNumber(before.longestSentence),
      formatNumber(after.longestSentence),
      before.longestSentence - after.longestSentence,
    ],
    ['Lix', formatNumber(before.lix, 1), formatNumber(after.lix, 1), before.lix - after.lix],
    [
      'Passiva verb',
      percent(before.passiveShare),
      percent(after.passiveShare),
      before.passiveShare - after.passiveShare,
    ],
    [
      'Svårighet',
      formatNumber(difficulty.before, 1),
      formatNumber(difficulty.after, 1),
      difficulty.before - difficulty.after,
    ],
  ]
  return rows.map(([name, from, to, gain]) => {
    const change = gain > 0 ? '  bättre' : gain < 0 ? '  sämre' : ''
    return `${name.padEnd(16)}${from.padStart(8)}  →${to.padStart(8)}${change}`
  })
}

function findingPart(title: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return []
  const lines = findings
    .slice(0, mostShown)
    .map(({ range, message, ruleId }) => `  Rad ${range.start.line}: ${message} (${ruleId})`)
  const rest = findings.length > mostShown ? [`  Och ${findings.length - mostShown} till.`] : []
  return [title, ...lines, ...rest, '']
}
