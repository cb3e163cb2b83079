import type { BestEdit, CheckedPoint, Evidence, FileResult, Finding, PointState } from '@klarsprak/engine'
import { editText } from './best-edits.ts'
import { type Markup, markup } from './html/markup.ts'
import { htmlPage } from './html/page.ts'
import { publicFinding } from './json.ts'
import { capitalised, counted, whereOf } from './words.ts'

/** A text with its checklist. */
export interface CheckedFile {
  file: FileResult
  points: readonly CheckedPoint[]
  /** The changes that help the reader most. */
  edits: readonly BestEdit[]
}

/** Findings of a point that are shown in full; the rest are counted. */
const mostShown = 5

/** The checklists as one JSON object, indented. */
export function checklistJson(files: readonly CheckedFile[]): string {
  const list = files.map(({ file: { path, profile }, points, edits }) => ({
    path,
    profile,
    edits: edits.map((edit) => ({ ...edit, findings: edit.findings.map(publicFinding) })),
    points: points.map((point) => ({ ...point, findings: point.findings.map(publicFinding) })),
  }))
  return `${JSON.stringify({ version: 1, files: list }, null, 2)}\n`
}

/** The checklists as a page of Markdown, to fill in and keep. */
export function checklistMarkdown(files: readonly CheckedFile[]): string {
  return `${files.map(filePart).join('\n\n')}\n`
}

function filePart({ file, points, edits }: CheckedFile): string {
  const parts = [`# Checklista för klarspråk: ${escapeMarkdown(file.path)}`, summaryOf(file, points)]
  if (edits.length > 0) {
    const lines = edits.map((edit, index) => `${index + 1}. ${escapeMarkdown(editText(edit))}`)
    parts.push(`## ${editsTitle}`, lines.join('\n'))
  }
  for (const { point, title, state, evidence, findings, questions } of points) {
    parts.push(`## ${point}. ${title} – ${state}`)
    const facts = [...evidence.map(({ text }) => text), ...findings.slice(0, mostShown).map(findingLine)]
    if (findings.length > mostShown) facts.push(restLine(findings))
    if (facts.length > 0) parts.push(facts.map((fact) => `- ${escapeMarkdown(fact)}`).join('\n'))
    const lines = questions.map(({ id, question, answer }) =>
      answer === null ? `- [ ] ${question} (\`${id}\`)` : `- [x] ${question} (\`${id}\`) **${escapeMarkdown(answer)}**`,
    )
    if (lines.length > 0) parts.push('Frågor till dig:', lines.join('\n'))
  }
  parts.push(howToAnswer)
  return parts.join('\n\n')
}

const editsTitle = 'Det här hjälper läsaren mest'

const howToAnswer =
  'Svara i textens sidhuvud: `malgrupp`, `syfte` och `granskad-av` högst upp, de andra svaren under `checklista`. Då finns svaren kvar till nästa gång.'

function summaryOf({ profile, metrics }: FileResult, points: readonly CheckedPoint[]): string {
  const of = (state: PointState) => points.filter((point) => point.state === state).length
  const facts = [`Texttyp: ${profile}`, counted(metrics.words, 'ord', 'ord')]
  const states = [`${of('ok')} punkter är ok`, `${of('se över')} att se över`]
  return `${facts.join(' · ')}. ${states.join(', ')} och ${counted(of('fråga till dig'), 'fråga', 'frågor')} till dig.`
}

function findingLine(finding: Finding): string {
  const { place, range, message, suggestions } = finding
  const advice = suggestions[0] ? ` Gör så här: ${suggestions[0].title}` : ''
  const where = place ? capitalised(whereOf(finding)) : `Rad ${range.start.line}`
  return `${where}: ${message}${advice}`.replace(/(?<![.!?…])$/u, '.')
}

function restLine(findings: readonly Finding[]): string {
  return `Och ${counted(findings.length - mostShown, 'träff', 'träffar')} till.`
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/gu, '\\$&').replace(/[\r\n]+/gu, ' ')
}

/** The checklists as one HTML page that asks for nothing from outside. */
export function checklistHtml(files: readonly CheckedFile[]): string {
  const title = files.length === 1 ? `Checklista för klarspråk: ${files[0]!.file.path}` : 'Checklista för klarspråk'
  const body = files.map(({ file, points, edits }) => {
    const heading = files.length === 1 ? markup`<h1>${title}</h1>` : markup`<h1>${file.path}</h1>`
    const items = edits.map((edit) => markup`<li>${editText(edit)}</li>`)
    const first = items.length > 0 ? markup`<section><h2>${editsTitle}</h2><ol>${items}</ol></section>` : ''
    return markup`${heading}<p>${summaryOf(file, points)}</p>${first}${points.map(pointPart)}`
  })
  return htmlPage(title, markup`<main>${body}<p>${howToAnswer.replaceAll('`', '')}</p></main>`)
}

const stateClasses: Record<PointState, string> = { ok: 'ok', 'se över': 'review', 'fråga till dig': 'question' }

function pointPart({ point, title, state, evidence, findings, questions }: CheckedPoint): Markup {
  const facts = evidence.map(({ text }: Evidence) => markup`<li>${text}</li>`)
  const shown = findings.slice(0, mostShown).map((finding) => markup`<li>${findingLine(finding)}</li>`)
  const rest = findings.length > mostShown ? markup`<li>${restLine(findings)}</li>` : ''
  const known = facts.length + shown.length > 0 ? markup`<ul>${facts}${shown}${rest}</ul>` : ''
  const asked = questions.map(
    ({ question, answer }) =>
      markup`<li>${question} ${answer === null ? markup`<em>Inget svar än.</em>` : markup`<strong>${answer}</strong>`}</li>`,
  )
  return markup`<section><h2>${point}. ${title} <span class="state ${stateClasses[state]}">${state}</span></h2>
${known}${asked.length > 0 ? markup`<h3>Frågor till dig</h3><ul>${asked}</ul>` : ''}</section>
`
}
