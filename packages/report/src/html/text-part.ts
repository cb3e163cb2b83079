import { checklistPoints, type FileResult, type Finding, type Review } from '@klarsprak/engine'
import { editParts } from '../best-edits.ts'
import { counted, formatNumber, placeInWords, severityNames } from '../words.ts'
import { findingId, markedText, placeId } from './marked-text.ts'
import { type Markup, markup } from './markup.ts'
import { sentenceChart } from './sentence-chart.ts'

/** What the findings of a text are listed with where the text itself is at hand. */
export interface TextPart {
  file: FileResult
  review: Review | undefined
  /** Before every id, so that several texts fit in a page. */
  prefix: string
  /** The level of the headings within: 2 for a page of one text, 3 below the heading of a text. */
  level: 2 | 3
}

/** All that is shown of one text. */
export function textPart(part: TextPart): Markup {
  const { file, review } = part
  return markup`${facts(file, review)}${counts(file.findings)}
${review ? bestEdits(review, part) : ''}
${review ? markup`<section>${heading(part, 'Texten')}${markedText(review, part.prefix)}</section>` : ''}
<section>${heading(part, 'Träffar')}${findingsByPoint(part)}</section>
${review ? markup`<section>${heading(part, 'Mått')}${figures(review)}</section>` : ''}`
}

function heading({ level }: TextPart, title: string): Markup {
  return level === 2 ? markup`<h2>${title}</h2>` : markup`<h3>${title}</h3>`
}

function facts({ profile, metrics }: FileResult, review: Review | undefined): Markup {
  const items = [
    `Texttyp: ${profile}`,
    counted(metrics.words, 'ord', 'ord'),
    counted(metrics.sentences, 'mening', 'meningar'),
  ]
  if (review?.figures.lixBand) items.push(`Lix ${formatNumber(metrics.lix)} (${review.figures.lixBand})`)
  return markup`<ul class="facts">${items.map((item) => markup`<li>${item}</li>`)}</ul>`
}

/** The number of findings by level. */
function counts(findings: readonly Finding[]): Markup {
  const items = (['error', 'warning', 'suggestion'] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    const many = { error: 'fel', warning: 'varningar', suggestion: 'förslag' }[severity]
    return count === 0
      ? ''
      : markup`<li class="count ${severity}">${counted(count, severityNames[severity], many)}</li>`
  })
  return findings.length === 0
    ? markup`<p>Inget att anmärka på.</p>`
    : markup`<ul class="counts">${items.filter((item) => item !== '')}</ul>`
}

function bestEdits(review: Review, part: TextPart): Markup {
  const items = review.edits.map((edit) => {
    const findings = edit.findings.map((index) => review.findings[index]!)
    const first = edit.findings[0]
    const link =
      first === undefined ? '' : markup` <a href="#${placeId(part.prefix, first)}">Visa i texten (${first + 1})</a>`
    const { where, words, advice } = editParts({ ...edit, difficulty: edit.difficulty ?? undefined, findings })
    return markup`<li><p><span class="words">”${words}”</span> <span class="soft">${where}.</span>${link}</p><ul>${advice.map((item) => markup`<li>${item}</li>`)}</ul></li>`
  })
  if (items.length === 0) return markup``
  return markup`<section>${heading(part, 'Det här hjälper läsaren mest')}<ol class="edits">${items}</ol></section>`
}

function findingsByPoint(part: TextPart): Markup {
  const { findings } = part.file
  if (findings.length === 0) return markup`<p>Inget att anmärka på.</p>`
  const indexed = findings.map((finding, index) => ({ finding, index }))
  const groups = checklistPoints.map(({ point, title }) => ({
    title: `Punkt ${point}: ${title}`,
    // A finding that serves two points is listed once, under the first.
    list: indexed.filter(({ finding }) => finding.checklist[0] === point),
  }))
  const rest = indexed.filter(({ finding }) => finding.checklist.length === 0)
  return markup`${[...groups, { title: 'Annat', list: rest }]
    .filter(({ list }) => list.length > 0)
    .map(
      ({ title, list }) =>
        markup`${part.level === 2 ? markup`<h3>${title}</h3>` : markup`<h4>${title}</h4>`}<ul class="findings">${list.map(({ finding, index }) => findingPart(finding, index, part))}</ul>`,
    )}`
}

function findingPart(finding: Finding, index: number, { prefix, review }: TextPart): Markup {
  const number = index + 1
  const place = review ? markup`<a href="#${placeId(prefix, index)}">Träff ${number}</a>` : markup`Träff ${number}`
  const words = shorten(finding.text)
  const advice = finding.suggestions
    .slice(0, 3)
    .map(({ title }) => markup`<p class="advice">${title.replace(/(?<![.!?…])$/u, '.')}</p>`)
  return markup`<li class="finding ${finding.severity}" id="${findingId(prefix, index)}">
<p><span class="level ${finding.severity}">${severityNames[finding.severity]}</span> <span class="soft">${place}, ${placeInWords(finding)}</span></p>
${words === '' ? '' : markup`<p class="words">”${words}”</p>`}<p>${finding.message} <span class="soft">${finding.why}</span></p>
${advice}<p><a href="${finding.url}">Läs mer om regeln ${finding.ruleId}</a></p></li>
`
}

/** How much of the marked words is quoted. */
const longest = 160

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line
}

function figures({ figures: whole, sections, sentences }: Review): Markup {
  const percent = (value: number) => `${formatNumber(value * 100)}\u00a0%`
  const lix =
    whole.lixBand === null
      ? `${formatNumber(whole.lix)} (för kort text för ett omdöme)`
      : `${formatNumber(whole.lix)}${whole.lixMargin === null ? '' : ` ± ${formatNumber(whole.lixMargin)}`} (${whole.lixBand})`
  const rows: [string, string][] = [
    ['Lix', lix],
    ['Ord per mening i snitt', formatNumber(whole.meanSentence, 1)],
    ['Längsta meningen', counted(whole.longestSentence, 'ord', 'ord')],
    ['Meningar med fler än 25 ord', percent(whole.longSentences)],
    ['Ord med fler än sex bokstäver', percent(whole.longWords)],
    ['Passiva verb', percent(whole.passiveShare)],
  ]
  const parts = sections.filter(({ heading: title }) => title !== undefined)
  const table =
    parts.length < 2
      ? ''
      : markup`<div class="wide-table" role="group" tabindex="0" aria-label="Tabell: avsnitt"><table><caption>Avsnitt för avsnitt</caption><thead><tr><th scope="col">Avsnitt</th><th scope="col" class="number">Ord</th><th scope="col" class="number">Lix</th><th scope="col" class="number">Ord per mening</th></tr></thead><tbody>${parts.map(
          ({ heading: title, figures: { words, lix: value, meanSentence } }) =>
            markup`<tr><th scope="row">${title ?? ''}</th><td class="number">${formatNumber(words)}</td><td class="number">${formatNumber(value)}</td><td class="number">${formatNumber(meanSentence, 1)}</td></tr>`,
        )}</tbody></table></div>`
  return markup`<table><tbody>${rows.map(([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>
${sentenceChart(sentences)}${table}`
}
