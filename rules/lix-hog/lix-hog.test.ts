import { lintWith } from '@klarsprak/engine/testing'
import { expect, it } from 'vitest'
import { rule } from './index.ts'

/** Beginnings of compounds, so that no long word comes again and again. */
const fields = 'Fritids Kultur Social Miljö Fastighets Personal Ekonomi Teknik Skol Hamn Park Musik'.split(' ')

/** A paragraph of such sentences, one a field. */
const rows = (sentence: (field: string) => string) => fields.map(sentence).join(' ')

const short = (field: string) => {
  const lower = field.toLowerCase()
  return `${field}nämnden, ${lower}chefen och ${lower}utskottet sköter ditt ${lower}bidrag.`
}
const long = (field: string) => {
  const lower = field.toLowerCase()
  const parts = [
    'föreningen',
    'planeringen',
    'utskottet',
    'nämnden',
    'budgeten',
    'rådgivaren',
    'verksamheten',
    'chefen',
  ]
  const rest = parts.map((part) => `och ${lower}${part}`).join(' ')
  return `Du möter ${lower}förvaltningen, ${rest}, och får då höra när allt det ska bli klart ${rest.replaceAll(lower, `ny${lower}`)}.`
}

function found(...paragraphs: string[]) {
  const [finding] = lintWith([rule], `# Planen\n\n${paragraphs.join('\n\n')}\n`, {
    format: 'markdown',
    profile: 'webb',
  }).findings
  return finding && { marked: finding.text, advice: finding.suggestions[0]!.title }
}

it('says that sentences are short where whole ones are', () => {
  expect(
    found(
      rows(short),
      rows((field) => short(`Hus${field.toLowerCase()}`)),
    )!.advice,
  ).toMatch(/framför allt långa ord/)
  expect(found(rows(long))!.advice).toMatch(/^Dela långa meningar/)
})

it('counts no labels among the sentences of its advice, and marks none', () => {
  const labels = fields.map((field) => `Underlag från ${field.toLowerCase()}chefen och andra`)
  const { marked, advice } = found(...labels, rows(long))!
  expect(advice).toMatch(/^Dela långa meningar/)
  expect(marked).toBe(long(fields[0]!))
})

it('names no goal to those who do research', () => {
  const texts = [rows(long)]
  expect(found(...texts)!.advice).toMatch(/LIX 40/)
  expect(found(...texts, 'Forskare vid andra lärosäten kontaktar oss om doktorander.')!.advice).not.toMatch(/LIX 40/)
})

it('leaves short sentences whose long words are few', () => {
  const row = (field: string) =>
    `${field}nämnden och ${field.toLowerCase()}utskottet sköter ditt ${field.toLowerCase()}bidrag.`
  expect(
    found(
      rows(row),
      rows((field) => row(`Hus${field.toLowerCase()}`)),
    ),
  ).toBeUndefined()
})
