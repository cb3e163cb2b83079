import { readDocument } from '@klarsprak/documents'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detailOf } from '../src/detail.ts'
import { createEngine } from '../src/engine.ts'
import type { LintRequest } from '../src/request.ts'
import type { Finding } from '../src/result.ts'
import { stubRules } from './stub-rules.ts'

const engine = createEngine({ rules: stubRules })

function lint(source: string, request: Partial<LintRequest> = {}) {
  const result = engine.lint({ source, format: 'markdown', profile: 'webb', ...request })
  return result.findings.map(({ ruleId, range, message }) => ({ ruleId, line: range.start.line, message }))
}

const lines = (source: string, ruleId = 'tungt-ord', request: Partial<LintRequest> = {}) =>
  lint(source, request)
    .filter((finding) => finding.ruleId === ruleId)
    .map(({ line }) => line)

const faults = (source: string) =>
  lint(source)
    .filter(({ ruleId }) => ruleId.includes('undantag'))
    .map(({ ruleId, line, message }) => `${line} ${ruleId}: ${message}`)

function fixed(source: string, request: Partial<LintRequest> = {}): string {
  return engine.fix({ source, format: 'markdown', profile: 'webb', ...request }).source
}

describe('klarsprak-ignore', () => {
  it('covers the next block and no other', () => {
    const source = '# A\n\n<!-- klarsprak-ignore tungt-ord: citat ur lagen -->\n\nEj här, ej här.\n\nMen ej här.\n'
    expect(lines(source)).toEqual([7])
    expect(faults(source)).toEqual([])
    const { silenced } = detailOf(engine.lint({ source, format: 'markdown' }))
    expect(silenced.map(({ by, reason, finding }) => [by, reason, finding.range.start.line])).toEqual([
      ['comment', 'citat ur lagen', 5],
      ['comment', 'citat ur lagen', 5],
    ])
  })

  it('covers the block right below it', () => {
    expect(lines('# A\n\n<!-- klarsprak-ignore tungt-ord: citat -->\nEj här.\n\nEj här.\n')).toEqual([6])
  })

  it('covers only the rules it names, by whatever name', () => {
    const comment = '<!-- klarsprak-ignore byrakratiskt-ord, dubbelt-mellanslag: citat -->'
    expect(
      lint(`# A\n\n${comment}\n\nDet är ej  så, sa en av de nio som ville.\n`).map(({ ruleId }) => ruleId),
    ).toEqual(['lang-sats'])
  })

  it('covers a whole list or table that it stands before, and one item where it stands in the list', () => {
    expect(
      lines(
        '# A\n\n<!-- klarsprak-ignore tungt-ord: citat -->\n\n- ej ett\n- ej två\n  - ej tre\n- ej fyra\n\nEj fem.\n',
      ),
    ).toEqual([10])
    expect(lines('# A\n\n- ej ett\n- <!-- klarsprak-ignore tungt-ord: citat --> ej två\n- ej tre\n')).toEqual([3, 5])
  })

  it('covers the paragraph that it stands in', () => {
    expect(lines('# A\n\nEj <!-- klarsprak-ignore tungt-ord: citat --> här.\n\nEj där.\n')).toEqual([5])
  })

  it('covers what document rules say at the place', () => {
    expect(lines('<!-- klarsprak-ignore utan-rubrik: blankett -->\n\nHej du.\n', 'utan-rubrik')).toEqual([])
  })

  it('covers nothing at the end of a text, and is then not needed', () => {
    expect(faults('# A\n\nHej.\n\n<!-- klarsprak-ignore tungt-ord: citat -->\n')).toEqual([
      '5 onodigt-undantag: Undantaget från ”tungt-ord” tystar ingen träff.',
    ])
  })
})

describe('a stretch', () => {
  const stretch = (end = '<!-- klarsprak-ignore-end -->') =>
    `# A\n\nEj ett.\n\n<!-- klarsprak-ignore-start tungt-ord: lagtext -->\n\nEj två.\n\nEj tre.\n\n${end}\n\nEj fyra.\n`

  it('covers what stands in it', () => {
    expect(lines(stretch())).toEqual([3, 13])
    expect(lines(stretch('<!-- klarsprak-ignore-end tungt-ord -->'))).toEqual([3, 13])
    expect(faults(stretch())).toEqual([])
  })

  it('that never ends covers the rest, and is a fault', () => {
    expect(lines(stretch(''))).toEqual([3])
    expect(faults(stretch(''))).toEqual([
      '5 ogiltigt-undantag: Undantaget har en början men inget slut. Skriv <!-- klarsprak-ignore-end --> där det slutar.',
    ])
  })

  it('that never began is a fault', () => {
    expect(faults('# A\n\n<!-- klarsprak-ignore-end -->\n')).toEqual([
      '3 ogiltigt-undantag: Ett undantag slutar här utan att ha börjat.',
    ])
    expect(faults('# A\n\n<!-- klarsprak-ignore-end tungt-ord -->\n')).toEqual([
      '3 ogiltigt-undantag: Undantaget från ”tungt-ord” slutar här utan att ha börjat.',
    ])
  })

  it('that is not needed goes with its end', () => {
    const source =
      '# A\n\n<!-- klarsprak-ignore-start tungt-ord: lagtext -->\n\nHej.\n\n<!-- klarsprak-ignore-end -->\n\nDu.\n'
    expect(fixed(source)).toBe('# A\n\nHej.\n\nDu.\n')
  })

  it('that ends together with another keeps the end that the other needs', () => {
    const source =
      '# A\n\n<!-- klarsprak-ignore-start tungt-ord: a -->\n<!-- klarsprak-ignore-start dubbelt-mellanslag: b -->\n\nEj här.\n\n<!-- klarsprak-ignore-end tungt-ord, dubbelt-mellanslag -->\n'
    expect(fixed(source)).toBe(
      '# A\n\n<!-- klarsprak-ignore-start tungt-ord: a -->\n\nEj här.\n\n<!-- klarsprak-ignore-end tungt-ord -->\n',
    )
  })
})

describe('klarsprak-ignore-file', () => {
  it('covers the file wherever it stands', () => {
    const source = '# A\n\nEj ett.\n\n<!-- klarsprak-ignore-file tungt-ord: gammal text -->\n'
    expect(lines(source)).toEqual([])
    expect(faults(source)).toEqual([])
  })

  it('may silence the findings about suppressions', () => {
    const source =
      '# A\n\n<!-- klarsprak-ignore-file onodigt-undantag: mall -->\n<!-- klarsprak-ignore-file tungt-ord: mall -->\n\nHej.\n'
    expect(faults(source)).toEqual([])
  })
})

describe('a suppression that cannot be followed silences nothing and is reported', () => {
  it.each([
    [
      '<!-- klarsprak-ignore -->',
      'Undantaget säger inte vilken regel det gäller. Skriv så här: <!-- klarsprak-ignore lang-mening: citat ur lagen -->',
    ],
    [
      '<!-- klarsprak-ignore : citat -->',
      'Undantaget säger inte vilken regel det gäller. Skriv så här: <!-- klarsprak-ignore lang-mening: citat -->',
    ],
    [
      '<!-- klarsprak-ignore tungt-ord -->',
      'Undantaget saknar skäl. Skriv ett kolon och skälet sist: <!-- klarsprak-ignore tungt-ord: citat ur lagen -->',
    ],
    [
      '<!-- klarsprak-ignore tungt-ord: -->',
      'Undantaget saknar skäl. Skriv ett kolon och skälet sist: <!-- klarsprak-ignore tungt-ord: citat ur lagen -->',
    ],
    ['<!-- klarsprak-ignore tungtord: citat -->', 'Regeln ”tungtord” finns inte. Menade du ”tungt-ord”?'],
    [
      '<!-- klarsprak-ignor tungt-ord: citat -->',
      'Kommentaren ”klarsprak-ignor” betyder inget. Menade du ”klarsprak-ignore”?',
    ],
  ])('%s', (comment, message) => {
    const source = `# A\n\n${comment}\n\nEj här.\n`
    expect(faults(source)).toEqual([`3 ogiltigt-undantag: ${message}`])
    expect(lines(source)).toEqual([5])
  })

  it('names the right rule and offers it', () => {
    const source = '# A\n\n<!-- klarsprak-ignore tungtord, dubbelt-mellanslag: citat -->\n\nEj  här.\n'
    const { findings } = engine.lint({ source, format: 'markdown' })
    const [fault] = findings.filter(({ ruleId }) => ruleId === 'ogiltigt-undantag')
    const [edit] = fault!.suggestions[0]!.edits
    expect([source.slice(edit!.start, edit!.end), edit!.text]).toEqual(['tungtord', 'tungt-ord'])
    expect(findings.some(({ ruleId }) => ruleId === 'dubbelt-mellanslag')).toBe(false)
  })
})

describe('a suppression that is not needed', () => {
  it('is reported and taken away, and its line with it', () => {
    const source = '# A\n\n<!-- klarsprak-ignore tungt-ord: citat -->\n\nHej.\n'
    expect(faults(source)).toEqual(['3 onodigt-undantag: Undantaget från ”tungt-ord” tystar ingen träff.'])
    expect(fixed(source)).toBe('# A\n\nHej.\n')
  })

  it('keeps the line break that two blocks need between them', () => {
    const comment = '<!-- klarsprak-ignore tungt-ord: citat -->'
    expect(fixed(`# A\n\nEtt.\n${comment}\nTvå.\n`)).toBe('# A\n\nEtt.\n\nTvå.\n')
    expect(fixed(`# A\r\n\r\n${comment}\r\n\r\nHej.\r\n`)).toBe('# A\r\n\r\nHej.\r\n')
    expect(fixed(`# A\n\nHej ${comment}du.\n`)).toBe('# A\n\nHej du.\n')
  })

  it('stays where two lists would become one', () => {
    const source = '# A\n\n- ett\n\n<!-- klarsprak-ignore tungt-ord: citat -->\n\n- två\n'
    expect(fixed(source)).toBe(source)
  })

  it('loses only the rules that it does not need', () => {
    const source = '# A\n\n<!-- klarsprak-ignore lang-sats, tungt-ord, dubbelt-mellanslag: citat -->\n\nEj här.\n'
    expect(faults(source)).toEqual([
      '3 onodigt-undantag: Undantaget från ”lang-sats” och ”dubbelt-mellanslag” tystar ingen träff.',
    ])
    expect(fixed(source)).toBe('# A\n\n<!-- klarsprak-ignore tungt-ord: citat -->\n\nEj här.\n')
  })

  it('is not known where the rule did not run', () => {
    const source = '# A\n\n<!-- klarsprak-ignore tungt-ord: citat -->\n\nHej.\n'
    expect(lines(source, 'onodigt-undantag', { only: ['lang-sats', 'onodigt-undantag'] })).toEqual([])
    expect(lines(source, 'onodigt-undantag', { rules: { 'tungt-ord': 'off' } })).toEqual([])
    expect(lines(source, 'onodigt-undantag', { rules: { 'onodigt-undantag': 'off' } })).toEqual([])
  })
})

it('suppressions hide findings and do nothing else', () => {
  const piece = fc.constantFrom(
    'Ej så.',
    '# Ej så',
    '- ej ett\n- ej två',
    '> Ej  så.',
    'Två  ej.',
    '<!-- klarsprak-ignore tungt-ord: prov -->',
    '<!-- klarsprak-ignore tungt-ord, dubbelt-mellanslag: prov -->',
    '<!-- klarsprak-ignore-start tungt-ord: prov -->',
    '<!-- klarsprak-ignore-end -->',
    '<!-- klarsprak-ignore-end tungt-ord -->',
    '<!-- klarsprak-ignore-file dubbelt-mellanslag: prov -->',
    '<!-- klarsprak-ignore tungtord: prov -->',
    'Text <!-- klarsprak-ignore tungt-ord: prov --> ej mer.',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const document = readDocument(pieces.join('\n\n'), { format: 'markdown' })
      const request = { format: 'markdown', profile: 'webb' } as const
      const result = engine.lint({ ...request, document })
      const own = new Set(['onodigt-undantag', 'ogiltigt-undantag'])
      const shown = result.findings.filter(({ ruleId }) => !own.has(ruleId))
      const silenced = detailOf(result).silenced.map(({ finding }) => finding)
      const order = (findings: readonly Finding[]) => findings.map((one) => JSON.stringify(one)).sort()
      const free = engine.lint({ ...request, document: { ...document, directives: [] } })
      expect(order([...shown, ...silenced])).toEqual(order(free.findings))
    }),
  )
})

it('exceptions waive findings by fingerprint and rule', () => {
  const source = 'Rubrik\n\nDu ska ej gå. Han ska ej gå.'
  const [first, second] = engine.lint({ source, format: 'text' }).findings
  const exception = { fingerprint: first!.fingerprint, rule: 'byrakratiskt-ord', reason: 'namn' }
  const result = engine.lint({ source, format: 'text', exceptions: [exception] })
  expect(result.findings.map(({ fingerprint }) => fingerprint)).toEqual([second!.fingerprint])
  expect(detailOf(result).silenced.map(({ by, reason }) => [by, reason])).toEqual([['exception', 'namn']])
  const other = engine.lint({ source, format: 'text', exceptions: [{ ...exception, rule: 'lang-sats' }] })
  expect(other.findings).toHaveLength(2)
  const byConfig = engine.lint({
    source,
    format: 'text',
    config: { exceptions: [{ ...exception, rule: 'tungt-ord' }] },
  })
  expect(byConfig.findings).toHaveLength(1)
})

it('a comment without an end is told of in one line', () => {
  const source = '<p>Vi svarar.</p>\n<!-- klarsprak-ignore tungt-ord: citat\n<table><td>skall</td></table>\n'
  const found = lint(source, { format: 'html' }).filter(({ ruleId }) => ruleId.includes('undantag'))
  expect(found).toEqual([
    {
      ruleId: 'ogiltigt-undantag',
      line: 2,
      message: 'Kommentaren har inget slut, så resten av texten försvinner. Skriv --> efter skälet.',
    },
  ])
})

it.each([
  ['---\ntextyp: brev\n---\n\nHej!\n', 2, 'Nyckeln ”textyp” betyder inget. Menade du ”texttyp”?'],
  ['---\ntexttyp: brev\n\nHej!\n', 1, 'Dokumenthuvudet har inget slut. Skriv --- på en egen rad efter det.'],
])('front matter that is not what it seems is told of: %j', (source, line, message) => {
  expect(lint(source)).toContainEqual(expect.objectContaining({ line, message }))
})

it.each(['---\ntitle: Brev\nmålgrupp: alla\ntype: post\ntext: a\n---\n\nHej!\n', '---\nObs: vi har stängt.\n'])(
  'front matter of other programs, and a line that begins a text, are let be: %j',
  (source) => {
    expect(lint(source).filter(({ ruleId }) => ruleId === 'ogiltiga-metadata')).toEqual([])
  },
)
