import { checklistOf, compare, createEngine } from '@klarsprak/engine'
import { describe, expect, it } from 'vitest'
import { checklistHtml, checklistJson, checklistMarkdown, comparisonJson, comparisonPretty } from '../src/index.ts'
import { passive } from './sample.ts'

const engine = createEngine({ rules: [] })
const source = '---\nsyfte: "*veta* <nu>"\n---\n\n# Nytt \\<badhus> & café\n\nVi öppnar i dag. Du är välkommen.\n'
const file = engine.lint({ source, format: 'markdown', path: 'bad_hus.md' })
const points = checklistOf(file).map((point) =>
  point.point === 7 ? { ...point, findings: Array(7).fill(passive) } : point,
)
const edits = [
  {
    range: passive.range,
    text: 'Ansökan <behandlas>.',
    difficulty: 40,
    reasons: ['Meningen har 31 ord.'],
    findings: [passive],
  },
]
const checked = [{ file, points, edits }]

describe('the checklist', () => {
  it('as Markdown has a heading a point, evidence, findings and boxes', () => {
    const page = checklistMarkdown(checked)
    expect(page).toMatch(/^# Checklista för klarspråk: bad\\_hus\.md\n/)
    expect(page.match(/^## \d+\. .* – (?:ok|se över|fråga till dig)$/gm)).toHaveLength(11)
    expect(page).toContain(
      '- [x] Vad ska läsaren veta eller göra när texten är läst? (`syfte`) **\\*veta\\* \\<nu\\>**',
    )
    expect(page).toContain('1. Rad 2: ”Ansökan \\<behandlas\\>.” ”behandlas” säger inte vem som gör det.')
    expect(page).toContain('- [ ] Vem ska läsa texten? (`malgrupp`)')
    expect(page.match(/^- Rad 2: /gm)).toHaveLength(5)
    expect(page).toContain('- Och 2\u00a0träffar till.')
    expect(page).toContain('”Nytt \\<badhus\\> & café”')
  })

  it('as HTML escapes what the text holds, and asks for nothing from outside', () => {
    const page = checklistHtml([{ file, points, edits: [] }, ...checked])
    expect(page).toContain('<html lang="sv">')
    expect(page).toContain('”Nytt &lt;badhus&gt; &amp; café”')
    expect(page).toContain('<strong>*veta* &lt;nu&gt;</strong>')
    expect(page.match(/<h2>/g)).toHaveLength(23)
    expect(page).not.toMatch(/<script|src=|href=|url\(/)
  })

  it('as JSON has the points with state, evidence, findings and questions', () => {
    const { version, files } = JSON.parse(checklistJson(checked))
    expect(version).toBe(1)
    expect(files[0]).toMatchObject({ path: 'bad_hus.md', profile: 'webb' })
    expect(Object.keys(files[0].points[6])).toEqual(['point', 'title', 'state', 'evidence', 'findings', 'questions'])
    expect(files[0].points[1].questions[0]).toEqual({
      id: 'syfte',
      question: 'Vad ska läsaren veta eller göra när texten är läst?',
      answer: '*veta* <nu>',
    })
  })
})

describe('a comparison', () => {
  const before = engine.lint({
    source: 'Beslutet om stöd till föreningar i kommunen som nämnden fattade gäller från i dag.',
    format: 'text',
  })
  const after = engine.lint({ source: 'Beslutet gäller från i dag.', format: 'text' })
  const compared = {
    before: 'a.txt',
    after: 'b.txt',
    comparison: { ...compare(before, after), gone: Array(12).fill(passive) },
  }

  it('tells a person what got better', () => {
    const text = comparisonPretty(compared)
    expect(text).toMatch(
      /^Från a\.txt till b\.txt\n\n12\u00a0träffar har försvunnit och 0\u00a0nya har kommit till\.\n/,
    )
    expect(text).toMatch(/Ord per mening +14,0 {2}→ +5,0 {2}bättre/)
    expect(text).toContain('  Och 2 till.')
    expect(text).not.toContain('Sämre')
  })

  it('as JSON has both versions and what changed', () => {
    const result = JSON.parse(comparisonJson(compared))
    expect(Object.keys(result)).toEqual(['version', 'before', 'after', 'rules', 'gone', 'added', 'kept'])
    expect(result.before).toMatchObject({ path: 'a.txt', metrics: { words: 14 } })
    expect(result.gone[0]).toEqual(passive)
  })
})
