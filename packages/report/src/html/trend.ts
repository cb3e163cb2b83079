import type { LintResult } from '@klarsprak/engine'
import type { EarlierResult } from '../types.ts'
import { formatNumber } from '../words.ts'
import { type Markup, markup } from './markup.ts'

const width = 720
const height = 170
const left = 40
const right = 40
const bottom = 24
const top = 12

interface Point {
  label: string
  files: number
  findings: number
  /** Errors and warnings by 1 000 words. */
  rate: number
}

/** How errors and warnings by thousand words went from run to run, the earliest first. */
export function trendPart(earlier: readonly EarlierResult[], now: LintResult): Markup {
  const points = [...earlier, { label: 'Nu', result: now }].map(pointOf)
  const most = Math.max(1, ...points.map(({ rate }) => rate))
  const x = (index: number) => round(left + (index / (points.length - 1)) * (width - left - right))
  const y = (rate: number) => round(height - bottom - (rate / most) * (height - bottom - top))
  const line = points.map(({ rate }, index) => `${x(index)},${y(rate)}`).join(' ')
  const first = points[0]!
  const last = points.at(-1)!
  const change = changeText(first.rate, last.rate)
  return markup`<section><h2>Så har det gått</h2><p>${change}</p>
<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${change}">
<line x1="${left}" y1="${height - bottom}" x2="${width - right}" y2="${height - bottom}"/>
<text x="0" y="${y(most) + 4}">${formatNumber(most, 1)}</text><text x="0" y="${height - bottom + 4}">0</text>
<polyline points="${line}"/>${points.map(({ rate }, index) => markup`<circle cx="${x(index)}" cy="${y(rate)}" r="4"/>`)}
<text x="${left}" y="${height - 4}">${first.label}</text><text x="${width - right}" y="${height - 4}" text-anchor="end">${last.label}</text>
</svg>
<div class="wide-table" role="group" tabindex="0" aria-label="Tabell: körningar"><table><caption>Fel och varningar per 1 000 ord, körning för körning</caption><thead><tr><th scope="col">Körning</th><th scope="col" class="number">Texter</th><th scope="col" class="number">Fel och varningar</th><th scope="col" class="number">Per 1 000 ord</th></tr></thead><tbody>${points.map(
    ({ label, files, findings, rate }) =>
      markup`<tr><th scope="row">${label}</th><td class="number">${formatNumber(files)}</td><td class="number">${formatNumber(findings)}</td><td class="number">${formatNumber(rate, 1)}</td></tr>`,
  )}</tbody></table></div></section>`
}

function pointOf({ label, result: { files, summary } }: EarlierResult): Point {
  const words = files.reduce((sum, { metrics }) => sum + metrics.words, 0)
  const findings = summary.errors + summary.warnings
  return { label, files: summary.files, findings, rate: words === 0 ? 0 : (findings * 1000) / words }
}

function changeText(before: number, after: number): string {
  const from = formatNumber(before, 1)
  const to = formatNumber(after, 1)
  if (from === to) return `Fel och varningar är lika många som i den första körningen: ${to} per 1\u00a0000 ord.`
  return `Fel och varningar är ${after < before ? 'färre' : 'fler'} än i den första körningen: ${to} per 1\u00a0000 ord mot ${from}.`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
