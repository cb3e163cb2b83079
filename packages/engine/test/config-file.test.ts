import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkShape } from '../src/config/check.ts'
import { ConfigError } from '../src/config/config-error.ts'
import { parseConfig } from '../src/config/parse.ts'
import { configShape } from '../src/config/shape.ts'
import { toValue } from '../src/config/tree.ts'
import { stubRules } from './stub-rules.ts'

const shape = configShape(
  stubRules.map(({ meta }) => meta),
  ['klarsprak:hallefors', 'klarsprak:strikt'],
)

function problems(text: string, file = 'klarsprak.config.json') {
  return checkShape(parseConfig(text, file), shape)
}

function syntaxError(text: string, file = 'klarsprak.config.json'): ConfigError {
  try {
    parseConfig(text, file)
  } catch (error) {
    return error as ConfigError
  }
  throw new Error('the file was read')
}

describe('a settings file', () => {
  it('may have comments, a byte order mark and a comma too many', () => {
    const text = '\uFEFF{\n  // texttyp\n  "profile": "press", /* så */ "rules": { "tungt-ord": "off", },\n}'
    expect(problems(text)).toEqual([])
    expect(toValue(parseConfig(text, 'a.json').tree)).toEqual({ profile: 'press', rules: { 'tungt-ord': 'off' } })
  })

  it('may be YAML', () => {
    const text = 'profile: press\nrules:\n  tungt-ord: off\n  lang-sats: [warning, { maxOrd: 20 }]\n'
    expect(problems(text, 'klarsprak.config.yaml')).toEqual([])
  })

  it.each([
    ['a wrong key', '{\n  "rulse": {}\n}', 2, 3, 'Nyckeln ”rulse” finns inte. Menade du ”rules”?', 'rules'],
    [
      'an unknown rule',
      '{"rules": {\n"tungt-rod": "off"}}',
      2,
      1,
      'Regeln ”tungt-rod” finns inte. Menade du ”tungt-ord”?',
      'tungt-ord',
    ],
    [
      'an unknown level',
      '{"rules": {"tungt-ord": "varning"}}',
      1,
      25,
      'Nivån för tungt-ord ska vara off (av), suggestion (förslag), warning (varning), error (fel), inte ”varning”. Menade du ”warning”?',
      'warning',
    ],
    [
      'an unknown option',
      '{"rules": {"lang-sats": ["error", {"maxord": 9}]}}',
      1,
      36,
      'Regeln ”lang-sats” har ingen inställning som heter ”maxord”. Menade du ”maxOrd”?',
      'maxOrd',
    ],
    [
      'an option out of range',
      '{"rules": {"lang-sats": ["error", {"maxOrd": 500}]}}',
      1,
      46,
      'maxOrd ska vara ett heltal mellan 2 och 60, men är 500.',
      undefined,
    ],
    [
      'an option of the wrong type',
      '{"rules": {"lang-sats": ["error", {"maxOrd": "20"}]}}',
      1,
      46,
      'maxOrd ska vara ett heltal mellan 2 och 60.',
      undefined,
    ],
    [
      'a broken number',
      '{"rules": {"lang-sats": ["error", {"maxOrd": 20.5}]}}',
      1,
      46,
      'maxOrd ska vara ett heltal mellan 2 och 60, men är 20.5.',
      undefined,
    ],
    [
      'an unknown kind of text',
      '{"profile": "prss"}',
      1,
      13,
      'profile kan inte vara ”prss”: texttyp med det namnet finns inte. Välj bland webb, press, brev, beslut, rapport, protokoll, lattlast, strikt. Menade du ”press”?',
      'press',
    ],
    [
      'an unknown preset',
      '{"extends": ["klarsprak:helefors"]}',
      1,
      14,
      'Värdet i extends ska vara en färdig uppsättning som finns eller sökvägen till en inställningsfil, men är ”klarsprak:helefors”. Menade du ”klarsprak:hallefors”?',
      'klarsprak:hallefors',
    ],
    ['a list that should be text', '{"ignore": "arkiv/**"}', 1, 12, 'ignore ska vara en lista inom [ ].', undefined],
    [
      'an exception without a reason',
      '{"exceptions": [{"fingerprint": "0123456789abcdef", "rule": "tungt-ord"}]}',
      1,
      17,
      'Här saknas nyckeln ”reason”.',
      undefined,
    ],
    [
      'a key that stands twice',
      '{"profile": "press",\n "profile": "brev"}',
      2,
      2,
      'Nyckeln ”profile” står två gånger.',
      undefined,
    ],
    ['a list instead of an object', '[]', 1, 1, 'Inställningarna ska stå inom { }.', undefined],
  ])('is told of %s by line and nearest name', (_, text, line, column, reason, nearest) => {
    expect(problems(text)).toEqual([
      { file: 'klarsprak.config.json', line, column, reason, ...(nearest === undefined ? {} : { nearest }) },
    ])
  })

  it('is told of all that is wrong, in text order', () => {
    const found = problems('{\n"profil": "press",\n"rules": {"tungtord": "of"},\n"publish": {"failOn": "fel"}\n}')
    expect(found.map(({ line, nearest }) => [line, nearest])).toEqual([
      [2, 'profile'],
      [3, 'tungt-ord'],
      [4, undefined],
    ])
  })

  it.each([
    ['{"a": }', 1, 'här saknas ett värde'],
    ['{\n"profile" "press"}', 2, 'här saknas ett kolon'],
    ['{\n"profile": press}', 2, 'här står ett ord eller tecken'],
    ['{"profile": "press"', 1, 'här saknas }'],
    ['{} {}', 1, 'det står mer text efter slutet'],
  ])('is told of broken JSON: %s', (text, line, words) => {
    const error = syntaxError(text)
    expect(error).toBeInstanceOf(ConfigError)
    expect(error.line).toBe(line)
    expect(error.message).toContain(words)
    expect(error.message).toContain(`klarsprak.config.json, rad ${line}: `)
  })

  it('is told of broken YAML', () => {
    const error = syntaxError('profile: press\nrules: [', 'klarsprak.config.yml')
    expect(error.file).toBe('klarsprak.config.yml')
    expect(error.line).toBe(2)
  })

  it.each(['[', '{"a":', '- ', '? ', '&a ', '!!x ', '[[{"a":', 'a:\n '])(
    'does not overflow on 100 000 times %s',
    (piece) => {
      for (const file of ['a.json', 'a.yaml'])
        expect(syntaxError(piece.repeat(100_000), file)).toBeInstanceOf(ConfigError)
    },
  )

  it('does not grow on aliases of aliases', () => {
    const rows = Array.from({ length: 30 }, (_, index) =>
      index === 0 ? 'a0: &a0 [x, x]' : `a${index}: &a${index} [*a${index - 1}, *a${index - 1}, *a${index - 1}]`,
    )
    expect(syntaxError(rows.join('\n'), 'a.yaml').message).toContain('för mycket')
  })

  it('is read or refused with a ConfigError, whatever it holds', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      'rules',
      'tungt-ord',
      '&a',
      '*a',
      '\n',
      ' ',
      '//',
      '/*',
      '1e9',
      '\\',
      '- ',
      '|',
      'å',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, yaml) => {
        try {
          problems(pieces.join(''), yaml ? 'a.yaml' : 'a.json')
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError)
        }
      }),
      { numRuns: 500 },
    )
  })
})
