import { describe, expect, it } from 'vitest'
import { ConfigError } from '../src/config/config-error.ts'
import { Configurations } from '../src/config/configurations.ts'
import { explainConfig } from '../src/config/explain.ts'
import { pathTest } from '../src/config/globs.ts'
import { readGlossary } from '../src/config/glossary-file.ts'
import { pathBelow, resolvePath } from '../src/config/paths.ts'
import { makeSettings } from '../src/settings.ts'
import { memoryFiles } from './memory-files.ts'
import { stubRules } from './stub-rules.ts'

const presets = {
  'klarsprak:hallefors': { rules: { 'tungt-ord': 'error' }, publish: { block: ['utan-rubrik'] } },
  'klarsprak:strikt': { extends: 'klarsprak:hallefors', profile: 'strikt' },
}

function configurations(files: Record<string, string | Error>, cwd = '/hem') {
  return new Configurations({ rules: stubRules, presets, fileSystem: memoryFiles(files, cwd) })
}

function rulesFor(files: Record<string, string | Error>, path: string) {
  const { layers, glossary, profile } = configurations(files).forFile(path)
  const metas = stubRules.map(({ meta }) => meta)
  return makeSettings(
    metas,
    profile?.value ?? 'webb',
    layers.map(({ rules }) => rules),
    glossary,
  ).rules
}

function failure(work: () => unknown): ConfigError {
  try {
    work()
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return error as ConfigError
  }
  throw new Error('nothing was thrown')
}

describe('settings files', () => {
  it('are found from the linted file upwards and merged, the nearest last', () => {
    const files = {
      '/klarsprak.config.json': '{"rules": {"tungt-ord": "error", "lang-sats": ["error", {"maxOrd": 20}]}}',
      '/hem/press/klarsprak.config.yaml': 'rules:\n  lang-sats: warning\n',
    }
    const rules = rulesFor(files, 'press/a.md')
    expect(rules.get('tungt-ord')!.severity).toBe('error')
    expect(rules.get('lang-sats')).toMatchObject({ severity: 'warning', options: { maxOrd: 20 } })
    expect(rulesFor(files, 'a.md').get('lang-sats')!.severity).toBe('error')
  })

  it('above a root do not hold', () => {
    const files = {
      '/klarsprak.config.json': '{"rules": {"tungt-ord": "off"}}',
      '/hem/klarsprak.config.json': '{"root": true}',
    }
    expect(rulesFor(files, 'a.md').get('tungt-ord')!.severity).toBe('warning')
  })

  it('build on presets and other files, and weigh more than those', () => {
    const files = {
      '/hem/klarsprak.config.json':
        '{"extends": ["klarsprak:strikt", "../delat.json"], "rules": {"dubbelt-mellanslag": "off"}}',
      '/delat.json': '{"rules": {"dubbelt-mellanslag": "warning", "utan-rubrik": "suggestion"}}',
    }
    const config = configurations(files).forFile('a.md')
    expect(config.profile).toEqual({ value: 'strikt', origin: 'klarsprak:strikt' })
    expect(config.publish.block).toEqual({ value: ['utan-rubrik'], origin: 'klarsprak:hallefors' })
    const rules = rulesFor(files, 'a.md')
    expect(rules.get('tungt-ord')!.severity).toBe('error')
    expect(rules.get('utan-rubrik')!.severity).toBe('suggestion')
    expect(rules.has('dubbelt-mellanslag')).toBe(false)
    expect(rules.get('frivillig')!.severity).toBe('warning')
  })

  it('have overrides by file, seen from their own folder, the last the weightiest', () => {
    const files = {
      '/hem/klarsprak.config.json': `{
        "profile": "webb",
        "overrides": [
          {"files": ["press/**"], "profile": "press"},
          {"files": "*.txt", "rules": {"tungt-ord": "off"}},
          {"files": "press/viktig.md", "rules": {"tungt-ord": "error"}}
        ]}`,
    }
    const found = configurations(files)
    expect(found.forFile('press/a.md').profile).toEqual({ value: 'press', origin: 'klarsprak.config.json, rad 4' })
    expect(found.forFile('/hem/press/djupt/a.md').profile!.value).toBe('press')
    expect(found.forFile('webb/a.md').profile).toEqual({ value: 'webb', origin: 'klarsprak.config.json, rad 2' })
    expect(rulesFor(files, 'webb/djupt/a.txt').has('tungt-ord')).toBe(false)
    expect(rulesFor(files, 'press/viktig.md').get('tungt-ord')!.severity).toBe('error')
  })

  it('may name paths as Windows does, on any machine', () => {
    const files = {
      '/hem/klarsprak.config.json': String.raw`{
        "extends": "delat\\grund.json",
        "terms": "ord\\lista.tsv",
        "ignore": ["arkiv\\gammalt\\**"],
        "overrides": [{ "files": "press\\**\\*.md", "profile": "press" }]
      }`,
      '/hem/delat/grund.json': '{"rules": {"tungt-ord": "off"}}',
      '/hem/ord/lista.tsv': 'term\tsäg hellre\nnyttovärde\tnytta\n',
    }
    const found = configurations(files)
    expect(found.forFile('press/maj/a.md').profile?.value).toBe('press')
    expect(found.forFile('brev/a.md').profile).toBeUndefined()
    expect(found.forFile('brev/a.md').glossary.entries[0]?.term).toBe('nyttovärde')
    expect(found.ignoredBy('arkiv/gammalt/a.md')).toBeDefined()
    expect(found.ignoredBy('arkiv/a.md')).toBeUndefined()
    expect(rulesFor(files, 'a.md').get('tungt-ord')).toBeUndefined()
    expect(pathTest([String.raw`bilder \[2024\]`])('bilder [2024]/a.md')).toBe(true)
  })

  it('let overrides of what they build on see paths from the folder that builds on it', () => {
    const files = {
      '/hem/klarsprak.config.json': '{"extends": "../delat/grund.json"}',
      '/delat/grund.json': '{"overrides": [{"files": "press/**", "profile": "press"}], "ignore": ["arkiv"]}',
    }
    const found = configurations(files)
    expect(found.forFile('press/a.md').profile!.value).toBe('press')
    expect(found.ignoredBy('arkiv/1999/a.md')).toBe('/delat/grund.json')
  })

  it('keep files from being linted', () => {
    const found = configurations({
      '/hem/klarsprak.config.json': '{"ignore": ["arkiv/**", "*.utkast.md", "!arkiv/2026/**"]}',
    })
    expect(found.ignoredBy('arkiv')).toBe('klarsprak.config.json')
    expect(found.ignoredBy('arkiv/1999/a.md')).toBe('klarsprak.config.json')
    expect(found.ignoredBy('djupt/ner/a.utkast.md')).toBe('klarsprak.config.json')
    expect(found.ignoredBy('arkiv/2026/a.md')).toBeUndefined()
    expect(found.ignoredBy('press/a.md')).toBeUndefined()
    expect(found.ignoredBy('/annanstans/arkiv/a.md')).toBeUndefined()
  })

  it('bring glossaries, the nearest first', () => {
    const { glossary, terms, files } = configurations({
      '/klarsprak.config.json': '{"terms": "ord.tsv"}',
      '/ord.tsv': 'term\tformer\tförklaring\nLSS\t\tgammal\nSoL\t\tsocialtjänstlagen\n',
      '/hem/klarsprak.config.json': '{\n"terms": ["lista/ord.tsv"]}',
      '/hem/lista/ord.tsv': 'LSS\tlss-insats, LSS-insatser\tstöd till vissa\tstöd\n',
    }).forFile('a.md')
    expect(glossary.find('lss-Insatser')).toEqual({
      term: 'LSS',
      forms: ['lss-insats', 'LSS-insatser'],
      explanation: 'stöd till vissa',
      sayInstead: 'stöd',
    })
    expect(glossary.find('sol')!.explanation).toBe('socialtjänstlagen')
    expect(glossary.find('plan')).toBeUndefined()
    expect(terms[0]).toEqual({ value: 'lista/ord.tsv', origin: 'klarsprak.config.json, rad 2' })
    expect(files).toEqual(['/hem/klarsprak.config.json', '/hem/lista/ord.tsv', '/klarsprak.config.json', '/ord.tsv'])
  })

  it('take earlier names of rules', () => {
    const files = { '/hem/klarsprak.config.json': '{"rules": {"byrakratiskt-ord": "error"}}' }
    expect(rulesFor(files, 'a.md').get('tungt-ord')!.severity).toBe('error')
  })

  it.each<[string, Record<string, string | Error>, string]>([
    [
      'a missing base',
      { '/hem/klarsprak.config.json': '{\n"extends": "saknas.json"}' },
      'klarsprak.config.json, rad 2: Filen ”saknas.json” finns inte.',
    ],
    [
      'a ring',
      {
        '/hem/klarsprak.config.json': '{"extends": "./b.json"}',
        '/hem/b.json': '{"extends": "klarsprak.config.json"}',
      },
      'b.json, rad 1: Filen ”klarsprak.config.json” bygger i sin tur på den här filen.',
    ],
    [
      'a missing glossary',
      { '/hem/klarsprak.config.json': '{\n\n"terms": "ord.tsv"}' },
      'klarsprak.config.json, rad 3: Ordlistan ”ord.tsv” finns inte.',
    ],
    [
      'a broken glossary',
      { '/hem/klarsprak.config.json': '{"terms": "ord.tsv"}', '/hem/ord.tsv': 'term\tförklaring\nLSS\ten lag\n\tx\n' },
      'ord.tsv, rad 3: Raden saknar term.',
    ],
    [
      'two files in a folder',
      { '/hem/klarsprak.config.json': '{}', '/hem/klarsprak.config.yml': '' },
      'klarsprak.config.json: I samma mapp finns också klarsprak.config.yml. Behåll bara en inställningsfil i varje mapp.',
    ],
    [
      'a file without rights',
      { '/hem/klarsprak.config.json': Object.assign(new Error('no'), { code: 'EACCES' }) },
      'klarsprak.config.json: Du saknar behörighet till filen.',
    ],
    [
      'a wrong key far up',
      { '/klarsprak.config.json': '{"profil": "press"}' },
      '/klarsprak.config.json, rad 1: Nyckeln ”profil” finns inte. Menade du ”profile”?',
    ],
  ])('tell of %s', (_, files, message) => {
    expect(failure(() => configurations(files).forFile('a.md')).message).toBe(message)
  })

  it('can be one named file, or none but what the caller holds', () => {
    const files = { '/hem/klarsprak.config.json': '{"profile": "press"}', '/hem/ci/strikt.json': '{"profile": "brev"}' }
    const found = configurations(files)
    expect(found.forConfigFile('ci/strikt.json', 'a.md').profile!.value).toBe('brev')
    expect(found.forConfig({ rules: { 'tungt-ord': 'off' } }, 'a.md').profile).toBeUndefined()
    expect(failure(() => found.forConfigFile('saknas.json', 'a.md')).message).toBe(
      'saknas.json: Inställningsfilen finns inte.',
    )
    // @ts-expect-error: callers without types exist.
    expect(failure(() => found.forConfig({ rules: { 'tungt-ord': 'of' } }, 'a.md'))).toMatchObject({ line: undefined })
    expect(failure(() => found.readRules({ 'tungt-or': 'off' }, '--rule'))).toMatchObject({
      file: '--rule',
      nearest: 'tungt-ord',
    })
  })

  it('are found for paths as people write them on the machine', () => {
    const files = { 'C:/texter/klarsprak.config.json': '{"overrides": [{"files": "press/**", "profile": "press"}]}' }
    const fileSystem = { ...memoryFiles(files, 'C:/texter'), toPath: (path: string) => path.replaceAll('\\', '/') }
    const found = new Configurations({ rules: stubRules, presets, fileSystem })
    expect(found.forFile('press\\a.md').profile!.value).toBe('press')
    expect(found.forFile('C:\\texter\\press\\a.md').profile!.value).toBe('press')
  })

  it('are read again after a change', () => {
    const files: Record<string, string> = { '/hem/klarsprak.config.json': '{"profile": "press"}' }
    const found = configurations(files)
    expect(found.forFile('a.md').profile!.value).toBe('press')
    files['/hem/klarsprak.config.json'] = '{"profile": "brev"}'
    expect(found.forFile('a.md').profile!.value).toBe('press')
    found.clear()
    expect(found.forFile('a.md').profile!.value).toBe('brev')
  })

  it('tell where every setting comes from', () => {
    const found = configurations({
      '/hem/klarsprak.config.json':
        '{\n"extends": "klarsprak:hallefors",\n"rules": {\n"lang-sats": ["error", {"maxOrd": 20}]},\n"publish": {"failOn": "warning"}}',
    })
    const metas = stubRules.map(({ meta }) => meta)
    const explained = explainConfig(
      metas,
      found.forFile('a.md'),
      { value: 'press', origin: 'kommandoraden' },
      found.readRules({ frivillig: { andel: 1 } }, 'kommandoraden'),
      'kommandoraden',
    )
    expect(explained.rules['tungt-ord']!.level).toEqual({ value: 'error', origin: 'klarsprak:hallefors' })
    expect(explained.rules['lang-sats']).toEqual({
      level: { value: 'error', origin: 'klarsprak.config.json, rad 4' },
      options: { maxOrd: { value: 20, origin: 'klarsprak.config.json, rad 4' } },
    })
    expect(explained.rules.frivillig!.level).toEqual({ value: 'off', origin: 'regelns grundvärde' })
    expect(explained.rules.frivillig!.options.andel).toEqual({ value: 1, origin: 'kommandoraden' })
    expect(explained.publish.failOn).toEqual({ value: 'warning', origin: 'klarsprak.config.json, rad 5' })
    const plain = explainConfig(
      metas,
      configurations({}).forFile('a.md'),
      { value: 'press', origin: '' },
      undefined,
      '',
    )
    expect(plain.rules['lang-sats']!.options.maxOrd).toEqual({ value: 12, origin: 'texttypen press' })
  })
})

describe('a glossary', () => {
  it('may name its columns in any order, or not at all', () => {
    const entry = {
      term: 'handläggare',
      forms: ['handläggaren'],
      explanation: 'den som sköter ärendet',
      sayInstead: '',
    }
    const row = 'handläggare\thandläggaren\tden som sköter ärendet'
    expect(readGlossary(`term\tformer\tförklaring\tsäg hellre\n${row}\t\n`, 'a.tsv')).toEqual([entry])
    expect(
      readGlossary(
        `Kort förklaring\tTERM\tområde\tFormer\nden som sköter ärendet\thandläggare\tallmänt\thandläggaren\n`,
        'a.tsv',
      ),
    ).toEqual([entry])
    expect(readGlossary(`\uFEFF${row}\r\n\r\n# kommentar\r\n`, 'a.tsv')).toEqual([entry])
    expect(readGlossary('Term;Säg hellre\n"huvudman";"den som ansvarar; ""ägaren"""\n', 'a.csv')).toEqual([
      { term: 'huvudman', forms: [], explanation: '', sayInstead: 'den som ansvarar; "ägaren"' },
    ])
  })

  it('takes a lone quotation mark as it is', () => {
    expect(readGlossary('term\tformer\tförklaring\n"LSS\tlss\ten lag\n', 'a.tsv')[0]).toMatchObject({
      term: '"LSS',
      forms: ['lss'],
    })
  })

  it('tells of every faulty row', () => {
    const error = failure(() => readGlossary('term\tförklaring\nA\ta\tb\nB\tx\n\tc\nb\ty\n', 'ord.tsv'))
    expect(error.problems.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'Raden har 3 kolumner men tabellen har 2.'],
      [4, 'Raden saknar term.'],
      [5, 'Termen ”b” står redan på rad 3.'],
    ])
    expect(failure(() => readGlossary('former\tförklaring\nx\ty\n', 'a.tsv')).reason).toBe(
      'Tabellen saknar kolumnen ”term”.',
    )
  })

  const oneColumn = 'Raden har bara en kolumn. Skilj kolumnerna med tabb eller semikolon.'
  const noUse = 'Raden har varken en förklaring eller något att säga i stället. Fyll i minst en av de kolumnerna.'
  it.each([
    ['term\tförklaring\nLSS    en lag\n', [2, oneColumn]],
    ['term    förklaring\nLSS    en lag\n', [1, oneColumn], [2, oneColumn]],
    ['term;förklaring\nLSS\n', [2, oneColumn]],
    ['LSS\n', [1, oneColumn]],
    ['term\tformer\tförklaring\tsäg hellre\nLSS\tlss\t\t\n', [2, noUse]],
  ])('tells of rows that would not be used: %j', (text, ...faults) => {
    const { problems, message } = failure(() => readGlossary(text, 'ordlista.tsv'))
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual(faults)
    expect(message).toContain(`ordlista.tsv, rad ${faults[0]![0]}: ${faults[0]![1]}`)
  })

  it('may have headings alone', () => {
    expect(readGlossary('term\tformer\tförklaring\tsäg hellre\n', 'ordlista.tsv')).toEqual([])
  })
})

it('path patterns mean folders and names anywhere', () => {
  const hits = (patterns: string[], path: string) => pathTest(patterns)(path)
  expect(hits(['press'], 'press/a.md')).toBe(true)
  expect(hits(['press/'], 'djupt/press/a.md')).toBe(true)
  expect(hits(['./press/*.md'], 'press/a.md')).toBe(true)
  expect(hits(['press/*.md'], 'press/djupt/a.md')).toBe(false)
  expect(hits(['**/[åä]rende-*.md'], 'x/ärende-1.md')).toBe(true)
  expect(hits([], 'a.md')).toBe(false)
})

it('paths are put together without touching a disk', () => {
  expect(resolvePath('/hem/a', '../b/./c.md')).toBe('/hem/b/c.md')
  expect(resolvePath('C:/texter', 'press/a.md')).toBe('C:/texter/press/a.md')
  expect(resolvePath('/hem', '/rot/../a')).toBe('/a')
  expect(resolvePath('/', '../../a')).toBe('/a')
  expect(pathBelow('/', '/a/b')).toBe('a/b')
  expect(pathBelow('/hem', '/hemma/a')).toBeUndefined()
})
