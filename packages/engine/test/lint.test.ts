import { describe, expect, it } from 'vitest'
import { defineRule } from '../src/define-rule.ts'
import { detailOf } from '../src/detail.ts'
import { createEngine } from '../src/engine.ts'
import type { LintRequest } from '../src/request.ts'
import { summarise, toLintResult } from '../src/summary.ts'
import { lintWith } from '../src/testing.ts'
import type { AnyRule, TextBlock } from '../src/types.ts'
import { memoryFiles } from './memory-files.ts'
import { doubleSpace, heavyWord, longSentence, stubRules } from './stub-rules.ts'

const engine = createEngine({ rules: stubRules, ruleUrl: (id) => `https://exempel.se/${id}` })

function found(source: string, request: Partial<LintRequest> = {}): string[] {
  const { findings } = engine.lint({ format: 'markdown', profile: 'webb', source, ...request })
  return findings.map(({ ruleId, text }) => (text === '' ? ruleId : `${ruleId}:${text}`))
}

describe('lint', () => {
  it('gives findings with exact places, suggestions and all that a surface shows', () => {
    const source = '# Avgift\n\nDu **erhåller** inget &amp; ska ej betala.\n'
    const result = engine.lint({ source, filename: 'webb/avgift.md', profile: 'webb' })
    expect(result.path).toBe('webb/avgift.md')
    const [first, second] = result.findings
    expect(first).toEqual({
      ruleId: 'tungt-ord',
      severity: 'warning',
      checklist: [8],
      message: 'Ordet ”erhåller” är tungt.',
      why: 'Därför.',
      url: 'https://exempel.se/tungt-ord',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      text: 'erhåller',
      range: { start: { line: 3, column: 6, offset: 15 }, end: { line: 3, column: 14, offset: 23 } },
      suggestions: [{ title: 'Byt till ”får”', safety: 'suggestion', edits: [{ start: 15, end: 23, text: 'får' }] }],
      related: [],
    })
    const { start, end } = second!.range
    expect(source.slice(start.offset, end.offset)).toBe('ej')
    expect(Object.keys(JSON.parse(JSON.stringify(result)))).toEqual(['path', 'profile', 'findings', 'metrics'])
  })

  it('counts a byte order mark as nothing and a carriage return as a line end', () => {
    const result = engine.lint({ source: '# A\r\n\r\nDu ska ej gå.\r\n', format: 'markdown' })
    expect(result.findings[0]!.range.start).toEqual({ line: 3, column: 8, offset: 14 })
  })

  it('leaves quotations, code and other languages alone, unless a rule reads them', () => {
    expect(found('# A\n\nHan sa ”jag ska ej dit”, men ej.')).toEqual(['tungt-ord:ej'])
    expect(found('# A\n\n> Vi ska ej dit.\n')).toEqual([])
    expect(found('# A\n\nSkriv `ej` här.\n')).toEqual([])
    expect(found('# A\n\n”Två  mellanslag” står här.\n')).toEqual(['dubbelt-mellanslag:  '])
    expect(found('<h1>A</h1><p>Han <span lang="de">ej ej</span> gick.</p>', { format: 'html' })).toEqual([])
    expect(found('<h1>A</h1><p lang="en">We are ej here.</p>', { format: 'html' })).toEqual([])
  })

  it('names the language of a text that is not Swedish, and says nothing of its words', () => {
    const source =
      'The council has decided that the fee for the school bus will be raised from January next year. You can apply for a reduction if your household has a low income, and you will get an answer within three weeks.'
    const result = engine.lint({ source, format: 'text', profile: 'webb' })
    expect(result.language).toBe('en')
    expect(result.findings).toEqual([])
    expect(result.metrics.words).toBe(0)
  })

  it('reads only the zones of a rule', () => {
    expect(found('# A\n\n| ej | ej |\n| --- | --- |\n| ej | ej |\n')).toEqual([])
    expect(found('# Du ska ej gå\n')).toEqual(['tungt-ord:ej'])
  })

  it('marks the place of a document without blocks', () => {
    expect(engine.lint({ source: '', format: 'text' }).findings).toEqual([])
    const rule = defineRule({
      meta: { ...doubleSpace.meta, id: 'tom-text', extent: 'document' },
      document: {
        check: ({ blocks }, { report }) => {
          if (blocks.length === 0) report(0, { at: { start: 0, end: 0 }, message: 'Texten är tom.' })
        },
      },
    })
    const [finding] = createEngine({ rules: [rule] }).lint({ source: '\n\n', format: 'text' }).findings
    expect(finding!.range).toEqual({ start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } })
  })

  it('marks the whole of a block without text', () => {
    const rule: AnyRule = {
      meta: { ...doubleSpace.meta, id: 'alt-text', zones: ['altText'] },
      block: {
        block: ({ missing }, { report }) =>
          missing && report({ at: { start: 0, end: 0 }, message: 'Bilden saknar text.' }),
      },
    }
    const source = '# A\n\nHär är en bild: ![](a.png)\n'
    const [finding] = lintWith([rule], source, { format: 'markdown' }).findings
    const { start, end } = finding!.range
    expect(source.slice(start.offset, end.offset)).toBe('![](a.png)')
  })

  it('takes the longest match of a table, and the rows that share it', () => {
    const matches: string[] = []
    const rule: AnyRule = {
      meta: { ...heavyWord.meta, id: 'tabell' },
      table: [
        { patterns: ['vid behov'] },
        { patterns: ['behov'] },
        { patterns: ['vid * av'] },
        { patterns: ['vid BEHOV av'] },
        { patterns: ['bl.a.', 'och/eller'] },
      ],
      block: { match: ({ text, entry, pattern }) => void matches.push(`${entry.patterns[pattern]}=${text}`) },
    }
    createEngine({ rules: [rule] }).lint({
      source: 'Vid behov av stöd, vid tanke av, vid behov, behov, Bl.a. och/eller detta.',
      format: 'text',
    })
    expect(matches).toEqual([
      'vid * av=Vid behov av',
      'vid BEHOV av=Vid behov av',
      'vid * av=vid tanke av',
      'vid behov=vid behov',
      'behov=behov',
      'bl.a.=Bl.a.',
      'och/eller=och/eller',
    ])
  })

  it('matches every form of a lemma', () => {
    const texts: string[] = []
    const rule: AnyRule = {
      meta: { ...heavyWord.meta, id: 'tabell' },
      table: [{ patterns: ['=erhålla ett beslut'] }],
      block: { match: ({ text }) => void texts.push(text) },
    }
    const source = 'Du erhåller ett beslut. Du erhöll ett beslut. Du kan erhålla ett brev.'
    createEngine({ rules: [rule] }).lint({ source, format: 'text' })
    expect(texts).toEqual(['erhåller ett beslut', 'erhöll ett beslut'])
  })

  it('gives document rules the facts they collected', () => {
    expect(found('# A\n\nSe IVO. Fråga IVO.\n\nRing IVO.')).toEqual(['utan-forklaring:IVO'])
    expect(found('# A\n\nInspektionen för vård och omsorg (IVO) svarar. Ring IVO.')).toEqual([])
  })

  it('says nothing about the whole of a text when it is given a passage of one', () => {
    const source = 'Du ska ej gå. Vi nämner KLF.\n'
    const rule = defineRule({
      meta: { ...doubleSpace.meta, id: 'hela-texten', extent: 'document' },
      document: { check: (_, { report }) => report(0, { at: { start: 0, end: 0 }, message: 'Rubrik saknas.' }) },
    })
    const linter = createEngine({ rules: [...stubRules, rule] })
    const request = { source, format: 'text', filename: 'protokoll.txt' } as const
    const whole = linter.lint(request)
    expect(whole.findings.map(({ ruleId }) => ruleId)).toContain('hela-texten')
    expect(whole.profile).toBe('protokoll')
    const passage = linter.lint({ ...request, passage: true })
    expect(passage.findings.map(({ ruleId }) => ruleId)).toEqual(['tungt-ord'])
    expect(passage.profile).toBe('webb')
  })

  it('settles what document rules and block rules say of the same words', () => {
    const match: NonNullable<AnyRule['block']>['match'] = (at, { report }) => report({ at, message: 'Kort.' })
    const heavier = { ...heavyWord, table: [{ patterns: ['ivo'] }], block: { match } }
    const yielding = { ...heavier, meta: { ...heavier.meta, yieldsTo: ['utan-forklaring'] } }
    const ids = (rules: readonly AnyRule[]) =>
      lintWith(rules, '# A\n\nRing IVO.', { format: 'markdown' }).findings.map(({ ruleId }) => ruleId)
    expect(ids([heavier, stubRules[3]!])).toEqual(['tungt-ord'])
    expect(ids([yielding, stubRules[3]!])).toEqual(['utan-forklaring'])
  })

  it('drops edits that markup stands in the way of, and keeps the advice', () => {
    const [finding] = engine.lint({ source: '# A\n\nDu er**håller** det.', format: 'markdown' }).findings
    expect(finding!.text).toBe('erhåller')
    expect(finding!.suggestions).toEqual([{ title: 'Byt till ”får”', safety: 'suggestion', edits: [] }])
  })

  it('writes edits as the format needs them', () => {
    const rule = (text: string): AnyRule => ({
      meta: { ...heavyWord.meta, id: 'byt' },
      table: [{ patterns: ['ersätt'] }],
      block: {
        match: ({ start, end }, { report }) =>
          report({
            at: { start, end },
            message: 'Byt.',
            suggestions: [{ title: 'Byt', safety: 'suggestion', edits: [{ start, end, text }] }],
          }),
      },
    })
    const edit = (text: string, source: string, format: LintRequest['format']) =>
      lintWith([rule(text)], source, { format }).findings[0]!.suggestions[0]!.edits[0]!.text
    expect(edit('A & <B>', '<p>Ordet ersätt här.</p>', 'html')).toBe('A &amp; &lt;B&gt;')
    expect(edit('*a* _b_ a_b [c] &amp; &', 'Ordet ersätt här.', 'markdown')).toBe(
      '\\*a\\* \\_b\\_ a_b \\[c\\] &amp;amp; &',
    )
    expect(edit('5\u00a0% & *', 'Ordet ersätt här.', 'text')).toBe('5\u00a0% & *')
  })

  it('puts an insertion next to the word before it', () => {
    const { findings } = engine.lint({ source: '# A\n\nRing **IVO** nu.', format: 'markdown' })
    expect(findings[0]!.suggestions[0]!.edits).toEqual([
      { start: 15, end: 15, text: ' (Inspektionen för vård och omsorg)' },
    ])
  })
})

it('places what else a finding points to, in its own block or another', () => {
  const rule = defineRule<Record<never, never>, { start: number; end: number }>({
    meta: { ...heavyWord.meta, id: 'igen', extent: 'word' },
    document: {
      collect: ({ words }) => ({ start: words[0]!.start, end: words[0]!.end }),
      check({ blocks }, { report }) {
        const [first, second] = blocks
        report(second!.index, {
          at: second!.facts!,
          message: 'Igen.',
          related: [
            { block: first!.index, at: first!.facts!, message: 'Först här.' },
            { at: { start: 4, end: 7 }, message: 'Och här.' },
          ],
        })
      },
    },
  })
  const [finding] = lintWith([rule], 'Ett ord\n\nTvå ord.\n').findings
  expect(finding!.related.map(({ message, range }) => [message, range.start.offset, range.end.offset])).toEqual([
    ['Först här.', 0, 3],
    ['Och här.', 13, 16],
  ])
})

describe('settings', () => {
  it('let the request say more than front matter, that more than files, those more than a guess', () => {
    const rules = stubRules
    const files = memoryFiles({ '/hem/klarsprak.config.json': '{"overrides": [{"files": "*.md", "profile": "brev"}]}' })
    const withFiles = createEngine({ rules, fileSystem: files })
    const press = 'Pressmeddelande\n\nKommunen bygger.'
    const profile = (request: LintRequest) => detailOf(withFiles.lint(request)).profile
    expect(profile({ source: press, filename: 'a.txt' })).toEqual({ value: 'press', origin: 'gissat ur texten' })
    expect(profile({ source: press, filename: 'a.md' })).toEqual({
      value: 'brev',
      origin: 'klarsprak.config.json, rad 1',
    })
    const front = `---\ntexttyp: Lättläst\n---\n${press}`
    expect(profile({ source: front, filename: 'a.md' })).toEqual({ value: 'lattlast', origin: 'dokumentets metadata' })
    expect(profile({ source: front, filename: 'a.md', profile: 'rapport', origin: 'kommandoraden' })).toEqual({
      value: 'rapport',
      origin: 'kommandoraden',
    })
    expect(profile({ source: 'Hej.', filename: 'a.txt' })).toEqual({ value: 'webb', origin: 'grundvärde' })
  })

  it('let profiles turn rules on and off and change them', () => {
    const source = '# A\n\nDetta är en mening som har precis tio ord allt.'
    expect(found(source, { profile: 'webb' })).toEqual(['lang-sats:Detta är en mening som har precis tio ord allt.'])
    expect(found(source, { profile: 'press' })).toEqual([])
    expect(found(source, { profile: 'protokoll' })).toEqual([])
    expect(found(source, { profile: 'strikt' })).toContain('frivillig:A')
  })

  it('let a rule with two levels choose, unless the settings set one', () => {
    const source = '# A\n\nDetta är en mening som har precis tio ord allt.'
    const severity = (request: Partial<LintRequest>) =>
      engine.lint({ source, format: 'markdown', profile: 'webb', ...request }).findings[0]!.severity
    expect(severity({})).toBe('suggestion')
    expect(severity({ rules: { 'lang-sats': { maxOrd: 4 } } })).toBe('warning')
    expect(severity({ rules: { 'lang-sats': 'error' } })).toBe('error')
    expect(severity({ profile: 'lattlast' })).toBe('suggestion')
  })

  it('can be narrowed to some rules, which are then on', () => {
    const source = '# A\n\nDu ska  ej gå.'
    expect(found(source, { only: ['byrakratiskt-ord'] })).toEqual(['tungt-ord:ej'])
    expect(found(source, { only: ['frivillig'] })).toEqual(['frivillig:A', 'frivillig:Du ska  ej gå.'])
    expect(() => found(source, { only: ['tungtord'] })).toThrow(
      'begäran: Regeln ”tungtord” finns inte. Menade du ”tungt-ord”?',
    )
  })

  it('reach the rules as options, profile, glossary and format', () => {
    const seen: unknown[] = []
    const rule: AnyRule = {
      meta: { ...longSentence.meta, id: 'spion' },
      block: {
        block: (_: TextBlock, { options, profile, glossary, format }) =>
          void seen.push([options, profile, glossary.find('LSS')?.explanation, format]),
      },
    }
    const files = memoryFiles({
      '/hem/klarsprak.config.json': '{"terms": "ord.tsv"}',
      '/hem/ord.tsv': 'LSS\t\tstöd\t\n',
    })
    createEngine({ rules: [rule], fileSystem: files }).lint({ source: 'Hej.', filename: 'a.txt', profile: 'press' })
    expect(seen).toEqual([[{ maxOrd: 12 }, 'press', 'stöd', 'text']])
  })

  it('that nobody can follow are findings where they stand in the text', () => {
    const front = '---\ntexttyp: prss\n---\n# A\n'
    const { findings } = engine.lint({ source: front, format: 'markdown' })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      ruleId: 'ogiltiga-metadata',
      severity: 'warning',
      range: { start: { line: 2 } },
    })
    expect(findings[0]!.message).toContain('Menade du ”press”?')
    expect(found('---\n"a: b\n---\n# A\n')).toEqual([expect.stringContaining('ogiltiga-metadata')])
  })
})

describe('a rule that throws', () => {
  const broken: AnyRule = {
    meta: { ...heavyWord.meta, id: 'trasig' },
    block: {
      block(block: TextBlock, { report }) {
        report({ at: { start: 0, end: 1 }, message: 'Före felet.' })
        if (block.text.includes('fel')) throw new Error('sönder')
      },
    },
  }

  it('is skipped for that block and told of once; the rest goes on', () => {
    const errors: string[] = []
    const engine = createEngine({
      rules: [broken, heavyWord],
      onRuleError: (id, error) => void errors.push(`${id}: ${error}`),
    })
    const { findings } = engine.lint({ source: 'Bra rad.\n\nEtt fel, ej rätt.\n\nEtt fel till.', format: 'text' })
    expect(findings.map(({ ruleId, text }) => `${ruleId}:${text}`)).toEqual(['trasig:B', 'tungt-ord:ej'])
    expect(errors).toEqual(['trasig: Error: sönder'])
  })

  it('fails a test that uses it', () => {
    expect(() => lintWith([broken], 'Ett fel.')).toThrow('sönder')
    expect(() => lintWith([broken], 'Ett fel.')).toThrow('sönder')
  })

  it.each([
    ['a range outside the block', { start: 3, end: 99 }, []],
    ['a range that is none', { start: Number.NaN, end: 3 }, []],
    [
      'edits that overlap',
      { start: 0, end: 3 },
      [
        { start: 0, end: 3, text: '' },
        { start: 2, end: 4, text: '' },
      ],
    ],
    ['edits outside the block', { start: 0, end: 3 }, [{ start: 0, end: 300, text: '' }]],
  ])('is what reports %s', (_, at, edits) => {
    const errors: unknown[] = []
    const rule: AnyRule = {
      meta: { ...heavyWord.meta, id: 'fel-plats' },
      block: {
        block: (_block, { report }) =>
          report({ at, message: 'X.', suggestions: [{ title: 'T', safety: 'safe', edits }] }),
      },
    }
    const engine = createEngine({ rules: [rule], onRuleError: (_id, error) => void errors.push(error) })
    expect(engine.lint({ source: 'Tolv tecken.', format: 'text' }).findings).toEqual([])
    expect(errors).toEqual([expect.any(RangeError)])
  })

  it('may be a document rule', () => {
    const errors: string[] = []
    const rule: AnyRule = {
      meta: { ...heavyWord.meta, id: 'hela' },
      document: {
        check(_document, { report }) {
          report(0, { at: { start: 0, end: 1 }, message: 'Före felet.' })
          throw new Error('sönder')
        },
      },
    }
    const engine = createEngine({ rules: [rule, heavyWord], onRuleError: (id) => void errors.push(id) })
    expect(engine.lint({ source: 'Det är ej så.', format: 'text' }).findings.map(({ ruleId }) => ruleId)).toEqual([
      'tungt-ord',
    ])
    expect(errors).toEqual(['hela'])
  })
})

describe('rules that must be loaded', () => {
  function loadable() {
    let loads = 0
    let ready = false
    const rule: AnyRule = {
      meta: { ...heavyWord.meta, id: 'tung', enabled: false },
      load: async () => {
        loads++
        ready = true
      },
      block: {
        block(_block, { report }) {
          if (!ready) throw new Error('not loaded')
          report({ at: { start: 0, end: 1 }, message: 'Laddad.' })
        },
      },
    }
    return { rule, loads: () => loads }
  }

  it('are loaded where they are on, once', async () => {
    const { rule, loads } = loadable()
    const engine = createEngine({ rules: [rule] })
    await engine.prepare()
    expect([loads(), engine.isReady()]).toEqual([0, true])
    const request = { rules: { tung: 'warning' } } as const
    expect(engine.isReady(request)).toBe(false)
    await engine.prepare(request)
    await engine.prepare(request)
    expect([loads(), engine.isReady(request)]).toEqual([1, true])
    expect(engine.lint({ ...request, source: 'A.' }).findings).toHaveLength(1)
  })
})

it('sums up a run', () => {
  const files = ['# A\n\nDu ska ej gå. Du erhåller.', 'Utan rubrik  här.'].map((source) =>
    engine.lint({ source, format: 'markdown', profile: 'webb' }),
  )
  expect(summarise(files)).toEqual({ files: 2, errors: 2, warnings: 2, suggestions: 0, fixable: 2 })
  expect(toLintResult(files).version).toBe(1)
})

it('times the rules when asked', () => {
  const times = new Map<string, number>()
  const timed = createEngine({
    rules: stubRules,
    onRuleTime: (id, time) => void times.set(id, (times.get(id) ?? 0) + time),
  })
  timed.lint({ source: '# A\n\nDu ska ej gå.', format: 'markdown' })
  expect([...times.keys()].sort()).toEqual([
    'dubbelt-mellanslag',
    'lang-sats',
    'tungt-ord',
    'utan-forklaring',
    'utan-rubrik',
  ])
})
