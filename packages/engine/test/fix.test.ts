import { readDocument } from '@klarsprak/documents'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../src/engine.ts'
import { applyEdits } from '../src/fix.ts'
import type { AnyRule } from '../src/types.ts'
import { heavyWord, stubRules } from './stub-rules.ts'

type Becomes = Readonly<Record<string, string>>

/** A rule that safely replaces words, whole words only. */
function replacing(id: string, becomes: Becomes, more: Partial<AnyRule['meta']> = {}): AnyRule {
  return {
    meta: { ...heavyWord.meta, id, aliases: [], ...more },
    table: Object.keys(becomes).map((pattern) => ({ patterns: [pattern] })),
    block: {
      match({ start, end, entry }, { report }) {
        const text = becomes[entry.patterns[0]!]!
        report({
          at: { start, end },
          message: 'Byt.',
          suggestions: [{ title: 'Byt', safety: 'safe', edits: [{ start, end, text }] }],
        })
      },
    },
  }
}

function fix(rules: readonly AnyRule[], source: string, format: 'markdown' | 'html' | 'text' = 'markdown') {
  return createEngine({ rules }).fix({ source, format, profile: 'webb' })
}

describe('fix', () => {
  it('makes safe fixes and leaves suggestions alone', () => {
    const outcome = createEngine({ rules: stubRules }).fix({
      source: '# A\n\nDu ska ej  gå. Du erhåller ej svar.\n',
      format: 'markdown',
      profile: 'webb',
    })
    expect(outcome.source).toBe('# A\n\nDu ska inte gå. Du erhåller inte svar.\n')
    expect(outcome.applied.map(({ ruleId }) => ruleId)).toEqual(['tungt-ord', 'tungt-ord', 'dubbelt-mellanslag'])
    expect(outcome.result.findings.map(({ text }) => text)).toEqual(['erhåller'])
  })

  it('repeats until nothing is left', () => {
    const chain = replacing('kedja', { ett: 'två', två: 'tre', tre: 'fyra' })
    expect(fix([chain], 'Ordet ett står här.', 'text').source).toBe('Ordet fyra står här.')
  })

  it('leaves out a rule that never comes to rest, and keeps the others', () => {
    const endless = replacing('evig', { hund: 'katt', katt: 'hund' })
    const outcome = fix([endless, replacing('bra', { ej: 'inte' })], 'En hund är ej en katt.', 'text')
    expect(outcome.source).toBe('En hund är inte en katt.')
  })

  it('refuses a fix that adds a finding, and makes the rest', () => {
    const adds = replacing('dum', { bil: 'erhåller', ej: 'inte' })
    expect(fix([adds, heavyWord], 'En bil, ej en båt.', 'text').source).toBe('En bil, inte en båt.')
  })

  it('makes a fix that uncovers a finding, of a rule that gives way', () => {
    const first = replacing('forst', { bil: 'buss' })
    const hidden: AnyRule = {
      ...replacing('dold', { buss: '' }, { yieldsTo: ['forst'] }),
      block: { match: ({ start, end }, { report }) => report({ at: { start, end }, message: 'Ett fordon.' }) },
    }
    expect(fix([first, hidden], 'En bil här.', 'text').source).toBe('En buss här.')
    // Elsewhere in the block, a fix that gives the same rule something to find is still refused.
    const elsewhere = replacing('annan', { båt: 'buss' })
    expect(fix([first, hidden, elsewhere], 'En bil och en båt.', 'text').source).toBe('En buss och en båt.')
  })

  it('refuses a fix that changes what the markup makes of the text', () => {
    const structure = replacing('struktur', { punkt: 'en\n\ntill', grind: 'x\n# y', bra: 'fin' })
    expect(fix([structure], 'Ordet punkt och grind är bra.\n').source).toBe('Ordet punkt och grind är fin.\n')
    const starts = replacing('rubrik', { '1': '1', ett: '# ett', två: '- två', fyra: '4.' })
    for (const source of ['ett ord här.\n', 'två ord här.\n', 'fyra ord här.\n'])
      expect(fix([starts], source).source).toBe(source)
  })

  it('escapes what it writes, so that a reader meets the text as it is', () => {
    const stars = replacing('stjarna', { ett: '*x*', två: '<b>y</b>', tre: '&amp;' })
    const text = 'Ordet ett och två och tre.'
    const expected = 'Ordet *x* och <b>y</b> och &amp;.'
    const read = (source: string, format: 'markdown' | 'html') =>
      readDocument(source, { format }).blocks.map((block) => block.text)
    expect(read(fix([stars], text).source, 'markdown')).toEqual([expected])
    expect(read(fix([stars], `<p>${text}</p>`, 'html').source, 'html')).toEqual([expected])
  })

  it('does not touch numbers, negations, names, quotations or code, however safe a rule calls it', () => {
    const wild = replacing('vild', {
      '250': '260',
      '1250': '1\u00a0250',
      tre: '3',
      inte: 'alltid',
      aldrig: 'inte',
      Anna: 'Hanna',
      ej: 'inte',
      skall: 'ska',
    })
    for (const kept of [
      'Vi är 250 här.',
      'Ta tre till.',
      'Hon är inte här.',
      'Hon är aldrig här.',
      'I går kom Anna hit.',
    ])
      expect(fix([wild], kept, 'text').source).toBe(kept)
    expect(fix([wild], 'Det kostar 1250 kronor och skall ej ökas.', 'text').source).toBe(
      'Det kostar 1\u00a0250 kronor och ska inte ökas.',
    )
    const readsAll = replacing('laser-allt', { ej: 'inte' }, { readsQuotes: true, zones: ['paragraph', 'quote'] })
    for (const kept of ['Hon sa ”jag ska ej dit” i går.\n', '> Vi ska ej dit.\n', 'Skriv `ej` här.\n'])
      expect(fix([readsAll], kept).source).toBe(kept)
  })

  it('comes to rest on texts of thousands of fixes, some of them bad', () => {
    const rules = [replacing('bra', { ej: 'inte' }), replacing('dum', { bil: 'erhåller' }), heavyWord]
    const source = Array.from(
      { length: 200 },
      (_, index) => `Rad ${index} har ej någon ${index % 20 === 0 ? 'bil' : 'båt'}.`,
    ).join('\n\n')
    const outcome = fix(rules, source, 'text')
    expect(outcome.source).toBe(source.replaceAll(' ej ', ' inte '))
  })

  const words = [
    'ej',
    'ej',
    'erhåller',
    'ett',
    '  ',
    'bil',
    '”ej',
    'ej”',
    '**ej**',
    '[ej](https://a.se)',
    '`ej`',
    '&amp;',
    '250',
    'Anna',
    '\n\n',
    '\n',
    '- ej',
    '\n> ej',
    '|',
    '# ej',
    '<!-- klarsprak-ignore tungt-ord: x -->',
    '<b>ej</b>',
    '<p>ej</p>',
    '<ul><li>ej',
    '</ul>',
    '<h1>ej</h1>',
    '<p lang="en">',
    '1.',
    '*',
    '_',
  ]
  const rules = [
    ...stubRules,
    replacing('kedja', { ett: 'två', två: '*x*' }),
    replacing('dum', { bil: 'erhåller', anna: 'hanna', '250': '25' }),
  ]
  const engine = createEngine({ rules })

  it.each(['markdown', 'html', 'text'] as const)(
    'changes nothing the second time, adds no finding and keeps the structure: %s',
    (format) => {
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...words), { maxLength: 25 }), (parts) => {
          const source = parts.join(' ')
          const request = { source, format, profile: 'webb' } as const
          const outcome = engine.fix(request)
          expect(engine.fix({ ...request, source: outcome.source }).source).toBe(outcome.source)
          const count = (text: string) => {
            const counts = new Map<string, number>()
            for (const { ruleId } of engine.lint({ ...request, source: text }).findings)
              counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
            return counts
          }
          const before = count(source)
          for (const [id, after] of count(outcome.source)) expect(after).toBeLessThanOrEqual(before.get(id) ?? 0)
          const structure = (text: string) =>
            readDocument(text, { format }).blocks.map(({ kind, level, marks }) => [
              kind,
              level,
              marks.filter(({ type }) => type !== 'quote').map(({ type, href }) => `${type} ${href}`),
            ])
          expect(structure(outcome.source)).toEqual(structure(source))
        }),
        { numRuns: 100 },
      )
    },
  )
})

it('applyEdits makes edits in any order', () => {
  expect(
    applyEdits('abcdef', [
      { start: 4, end: 5, text: 'X' },
      { start: 0, end: 1, text: '' },
      { start: 2, end: 2, text: '-' },
    ]),
  ).toBe('b-cdXf')
  expect(applyEdits('abc', [])).toBe('abc')
})
