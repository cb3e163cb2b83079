import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BaselineError, makeBaseline, readBaseline, writeBaseline } from '../src/baseline.ts'
import { createEngine } from '../src/engine.ts'
import { findingName, hashOfPlace } from '../src/fingerprint.ts'
import { keepFindings, onChangedLines, sinceBaseline } from '../src/keep-findings.ts'
import type { LintRequest } from '../src/request.ts'
import { doubleSpace, stubRules } from './stub-rules.ts'

const engine = createEngine({ rules: stubRules })
const lint = (source: string, request: Partial<LintRequest> = {}) =>
  engine.lint({ source, format: 'markdown', profile: 'webb', path: 'a.md', ...request })
const prints = (source: string) => lint(source).findings.map(({ fingerprint }) => fingerprint)

describe('fingerprints', () => {
  const sentences = [
    'Du ska ej gå.',
    'Han ska ej gå.',
    'Du erhåller ej svar, ej heller.',
    'Ring IVO.',
    'Du ska ej gå.',
    'Två  mellanslag.',
  ]

  it('are all different in a text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sentences, '\n\n'), { maxLength: 20 }), (parts) => {
        const all = prints(parts.join(' '))
        expect(new Set(all).size).toBe(all.length)
      }),
    )
  })

  it('stay when other sentences change or move, and case and spaces do not count', () => {
    const before = prints('# A\n\nDu ska ej gå. Hej.')
    expect(prints('# A\n\nNu är det nytt.\n\nHej igen. Du ska\n**ej** gå.')).toEqual(before)
    expect(prints('# A\n\nDu ska inte gå. Du ska ej gå.')).toEqual(before)
    expect(prints('# A\n\nDu ska ej gå hem.')).not.toEqual(before)
  })

  it.each([
    ['Du ska ej betala 12% av 10000 kr.', 'Du ska ej betala 12\u00A0% av 10\u00A0000\u00A0kr.'],
    ['Vi har ej öppet kl. 8 - 10.', 'Vi har ej öppet kl. 8–10.'],
    ['Ordet "plan" är ej Bra.', 'Ordet ”plan” är ej bra.'],
  ])('stay when a fix changes spaces, dashes, marks or case: %s', (before, after) => {
    expect(prints(`# A\n\n${before}`)).toHaveLength(1)
    expect(prints(`# A\n\n${after}`)).toEqual(prints(`# A\n\n${before}`))
  })

  it('are others when one is mended and one comes in the same sentence', () => {
    const [before] = prints('# A\n\nDet är  ett hus vid en å.')
    const [after] = prints('# A\n\nDet är ett hus vid  en å.')
    expect(after).not.toBe(before)
    expect(after).toMatch(/^[0-9a-f]{16}$/)
  })

  it('of a percent sign depend on which one it is', () => {
    const name = (before: string, words: string) =>
      findingName({ meta: doubleSpace.meta }, hashOfPlace('Från 12% till 12%.'), words, before)
    expect(name('Från ', '12%')).not.toBe(name('Från 12\u00A0% till ', '12%'))
    expect(name('Från 12% till ', '12%')).toBe(name('Från 12\u00A0% till ', '12 %'))
  })

  it('of the same words in the same sentence are numbered', () => {
    const [first, second] = prints('# A\n\nDu ska ej gå, ej springa.')
    expect(second).toBe(`${first}-2`)
    expect(prints('# A\n\nEj så. Ej så.')).toHaveLength(2)
  })

  it('of findings about the document do not hang on its sentences', () => {
    expect(prints('Hej du.')).toEqual(prints('Något annat helt.'))
  })
})

describe('a baseline', () => {
  const old = '# A\n\nDu ska ej gå. Han ska ej gå.\n'

  it('hides what it knows, and never lets one gone make up for one new', () => {
    const baseline = readBaseline(writeBaseline(makeBaseline([lint(old)])))
    const fresh = (source: string, path = 'a.md') =>
      sinceBaseline(lint(source, { path }), baseline).findings.map(({ range }) => range.start.line)
    expect(fresh(old)).toEqual([])
    expect(fresh(`# B\n\nNytt.\n\n${old}`)).toEqual([])
    expect(fresh('# A\n\nDu ska inte gå. Han ska ej gå.\n\nHon ska ej gå.\n')).toEqual([5])
    expect(fresh(old, 'b.md')).toEqual([3, 3])
  })

  it('is the same text whatever order the files came in', () => {
    const [a, b] = [lint(old, { path: 'å.md' }), lint('Hej  du.', { path: 'b.md' })]
    const text = writeBaseline(makeBaseline([a, b, lint('# C', { path: 'c.md' })]))
    expect(writeBaseline(makeBaseline([b, a]))).toBe(text)
    expect(JSON.parse(text)).toEqual(makeBaseline([a, b]))
    expect(text.endsWith('}\n')).toBe(true)
    expect(JSON.parse(writeBaseline(makeBaseline([])))).toEqual({ version: 1, files: {} })
  })

  it.each([
    '',
    '[]',
    '{"version": 2, "files": {}}',
    '{"version": 1}',
    '{"version": 1, "files": {"a.md": [{}]}}',
    'null',
  ])('that is none is refused: %s', (text) => {
    expect(() => readBaseline(text)).toThrow(BaselineError)
  })

  it('is not fooled by a file called __proto__', () => {
    const baseline = readBaseline(writeBaseline(makeBaseline([lint(old, { path: '__proto__' })])))
    expect(sinceBaseline(lint(old, { path: '__proto__' }), baseline).findings).toEqual([])
    expect(sinceBaseline(lint(old, { path: 'toString' }), baseline).findings).toHaveLength(2)
  })
})

describe('changed lines', () => {
  it('keep the findings that touch them', () => {
    const result = lint(
      '# A\n\nEj ett.\n\nEj två.\n\nDet här är en mening som är lång\noch går över flera\nrader i texten.\n',
    )
    const at = (...spans: [number, number][]) =>
      onChangedLines(
        result,
        spans.map(([start, end]) => ({ start, end })),
      ).findings.map(({ range }) => range.start.line)
    expect(at([3, 3])).toEqual([3])
    expect(at([4, 5])).toEqual([5])
    expect(at([8, 8])).toEqual([7])
    expect(at([1, 2], [4, 4])).toEqual([])
    expect(at([1, 99])).toEqual([3, 5, 7])
  })

  it('may be asked of a result that was kept as JSON', () => {
    const copy = JSON.parse(JSON.stringify(lint('# A\n\nEj ett.\n')))
    expect(keepFindings(copy, () => false).findings).toEqual([])
  })
})

describe('the gate', () => {
  const verdict = (source: string, previous?: string, config: LintRequest['config'] = {}) =>
    engine.verdict(lint(source, { config }), previous === undefined ? undefined : lint(previous, { config }))

  it('stops on errors unless the settings say otherwise', () => {
    expect(verdict('Ingen rubrik.')).toEqual({
      publish: false,
      errors: 1,
      warnings: 0,
      suggestions: 0,
      reasons: ['Rad 1: Texten saknar rubrik.'],
    })
    expect(verdict('Ingen rubrik.', undefined, { publish: { failOn: 'off' } }).publish).toBe(true)
    expect(verdict('# A\n\nDu erhåller svar.').publish).toBe(true)
    expect(verdict('# A\n\nDu erhåller svar.', undefined, { publish: { failOn: 'warning' } }).publish).toBe(false)
    expect(verdict('# A\n\nDu erhåller svar.', undefined, { publish: { block: ['byrakratiskt-ord'] } }).publish).toBe(
      false,
    )
  })

  it('never stops on a finding that has a safe fix', () => {
    expect(
      verdict('# A\n\nTvå  mellanslag, ej fler.', undefined, { publish: { failOn: 'warning', block: ['tungt-ord'] } }),
    ).toEqual({
      publish: true,
      errors: 1,
      warnings: 1,
      suggestions: 0,
      reasons: [],
    })
  })

  const strict = { publish: { failOn: 'warning' } } as const
  const page = 'Ring oss på 0591-100 00 så erhåller du svar direkt.\n\nDu erhåller också ett brev.\n\nRing IVO.\n'

  it('counts only what the published version did not have', () => {
    expect(verdict(page, page, strict)).toEqual({ publish: true, errors: 0, warnings: 0, suggestions: 0, reasons: [] })
    expect(verdict(`${page}\nHan erhåller ett kort.\n`, page, strict)).toMatchObject({ publish: false, warnings: 1 })
  })

  it('lets a mended phone number through in a sentence with old faults', () => {
    expect(verdict(page.replace('100 00', '200 00'), page, strict)).toMatchObject({ publish: true, warnings: 0 })
  })

  it('never lets one gone make up for one new', () => {
    const changed = page
      .replace('Du erhåller också ett brev.', 'Skriv till oss.')
      .concat('\nAlla som söker erhåller bidrag.\n')
    expect(verdict(changed, page, strict)).toMatchObject({ publish: false, warnings: 1 })
    const doubled = page.replace('så erhåller du svar direkt', 'så erhåller du svar direkt, eller erhåller besök')
    expect(verdict(doubled, page, strict)).toMatchObject({ publish: false, warnings: 1 })
  })
})
