import { describe, expect, it } from 'vitest'
import { checklistOf, createEngine } from '../src/index.ts'
import { heavyWord } from './stub-rules.ts'

const engine = createEngine({ rules: [heavyWord] })
const check = (source: string, format: 'markdown' | 'html' = 'markdown') => checklistOf(engine.lint({ source, format }))
const point = (source: string, number: number, format?: 'markdown' | 'html') => check(source, format)[number - 1]!

describe('the checklist', () => {
  it('has the eleven points in order', () => {
    expect(check('Vi svarar dig.').map(({ point: number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })

  it('asks what no machine can see until the front matter answers', () => {
    expect(point('Vi svarar dig.', 2).state).toBe('fråga till dig')
    const answered = point('---\nsyfte: läsaren ska söka plats\n---\n\nVi svarar dig.', 2)
    expect(answered.state).toBe('ok')
    expect(answered.questions[0]).toMatchObject({ id: 'syfte', answer: 'läsaren ska söka plats' })
    expect(answered.questions[1]?.answer).toBeNull()
  })

  it('keeps other answers below checklista, and the second reader with a date', () => {
    const source =
      '---\nmalgrupp: [föräldrar, elever]\nchecklista:\n  ordning: ja\ngranskad-av:\n  namn: Anna Ek\n  datum: 2026-03-02\n---\n\nVi svarar dig.'
    expect(point(source, 1).questions[0]?.answer).toBe('föräldrar, elever')
    expect(point(source, 3).questions[0]?.answer).toBe('ja')
    expect(point(source, 11)).toMatchObject({ state: 'ok', questions: [{ answer: 'Anna Ek, 2026-03-02' }, {}] })
  })

  it('reads the answers of HTML from meta elements', () => {
    const page =
      '<html lang="sv"><head><meta name="klarsprak:granskad-av" content="Bo Al"><meta name="klarsprak:checklista.ton" content="ja"></head><body><main><p>Vi svarar dig.</p></main></body></html>'
    expect(point(page, 11, 'html').state).toBe('ok')
    expect(point(page, 6, 'html').questions[0]?.answer).toBe('ja')
  })

  it('turns to look over where a warning serves the point, and shows it', () => {
    const words = point('Vi kan ej svara.', 8)
    expect(words.state).toBe('se över')
    expect(words.findings.map(({ text }) => text)).toEqual(['ej'])
    expect(point('Vi kan inte svara.', 8).state).toBe('ok')
  })

  it('says in words that a point with nothing but suggestions is settled', () => {
    const rules = { 'tungt-ord': 'suggestion' } as const
    const wordsOf = (source: string) => checklistOf(engine.lint({ source, format: 'markdown', rules }))[7]!
    const told = 'Här finns 1\u00a0förslag, men inget som du måste ändra.'
    const few = wordsOf('Vi kan ej svara.')
    expect(few).toMatchObject({ state: 'ok', findings: [{ severity: 'suggestion' }] })
    expect(few.evidence.at(-1)).toEqual({ text: told, places: [] })
    const many = wordsOf('Vi kan ej svara och ej fråga.')
    expect(many.state).toBe('se över')
    const none = wordsOf('Vi kan inte svara.')
    for (const { evidence } of [many, none]) expect(evidence.map(({ text }) => text)).not.toContain(told)
  })

  it('explains why passives are more than the findings about them', () => {
    const told = (source: string) =>
      point(source, 7).evidence.some(({ text }) => text.startsWith('Alla passiva verb är inte'))
    expect(told('Ansökan behandlas. Avgiften sänks.')).toBe(true)
    expect(told('Ansökan behandlas. Du får svar.')).toBe(false)
  })

  it('shows figures as evidence, with places where there are any', () => {
    const evidence = check('# Ansök om plats\n\nAnsökan behandlas. Du får svar.').map((entry) => entry.evidence)
    expect(evidence[3]?.[0]?.text).toContain('”Ansök om plats”')
    expect(evidence[4]?.[0]).toMatchObject({
      text: 'Texten börjar: ”Ansökan behandlas.”',
      places: [{ start: { line: 3 } }],
    })
    expect(evidence[5]?.[0]?.text).toContain('1\u00a0gång')
    expect(evidence[6]?.[0]?.text).toContain('1\u00a0verb är passivt')
  })

  it('settles nothing for a text without running text', () => {
    expect(new Set(check('').map(({ state }) => state))).toEqual(new Set(['fråga till dig']))
  })

  it('takes odd answers for what they are: none, or text', () => {
    const source = '---\nsyfte:\nmalgrupp: 5\nchecklista: ja\n---\n\nVi svarar dig.'
    expect(point(source, 2).questions[0]?.answer).toBeNull()
    expect(point(source, 1).questions[0]?.answer).toBe('5')
  })
})
