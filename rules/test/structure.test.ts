import { type AnyRule, createEngine } from '@klarsprak/engine'
import { lintWith } from '@klarsprak/engine/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stranger } from '../list-parallellism/stranger.ts'
import { rules } from '../src/index.ts'
import { namesContact, namesDate, namesOrganisation, namesPerson } from '../src/letterhead.ts'
import { isVague, plainAddress, plainLinkText } from '../src/links.ts'

// What the rules on structure and accessibility share, and what must hold for all of them.

const structural = rules.filter(({ meta }) => meta.group === 'struktur' || meta.group === 'tillganglighet')
const fixing = structural.filter(({ meta }) => meta.fix === 'safe')
const engine = createEngine({ rules: fixing })

describe('the letterhead', () => {
  it.each(['2026-05-04', '4 maj 2026', 'den 4 maj', 'maj 2026', '4/5 2026', '4.5.2026', 'Jan 12, 2017', '4 jan. 2026'])(
    'has a date in %s',
    (text) => {
      expect(namesDate(`Lidsele ${text}`)).toBe(true)
    },
  )
  it.each(['i dag', '4 majblommor', 'Dnr 2026-0504', '1 250 kronor', '9–15'])('has none in %s', (text) => {
    expect(namesDate(`Lidsele ${text}`)).toBe(false)
  })
  it.each(['0591-640 00', '+46 591 640 00', 'anna.ek@exempel.se', 'Ring växeln', 'Mina sidor', 'ring 112 14'])(
    'says how to reach somebody in %s',
    (text) => {
      expect(namesContact(text)).toBe(true)
    },
  )
  it.each(['Läs på exempel.se', 'klockan 10.00–12.00', '1 000 000 kronor', '2026-05-04'])(
    'says it not in %s',
    (text) => {
      expect(namesContact(text)).toBe(false)
    },
  )
  it.each([
    'Hällefors kommun',
    'Malmö stad',
    'Region Örebro län',
    'Bygg- och miljönämnden',
    'Socialförvaltningen',
    'Skatteverket',
    'Förvaltningsrätten',
    'Förskolan Solgläntan',
    'Ängsskolan',
  ])('names an organisation in %s', (text) => {
    expect(namesOrganisation(`Vi på ${text} skriver`, [])).toBe(true)
  })
  it.each(['Kommunen', 'Nämnden', 'området', 'Rätten att överklaga', 'e-tjänsten', 'förskolan'])(
    'names none in %s',
    (text) => {
      expect(namesOrganisation(`${text} är ny`, [])).toBe(false)
    },
  )
  it('names what the house calls itself', () => {
    expect(namesOrganisation('Välkommen till bergslagskraft', ['Bergslagskraft'])).toBe(true)
  })
  it('names a person', () => {
    expect(namesPerson('Anna-Lena af Ek, rektor')).toBe(true)
    expect(namesPerson('Kontakta oss')).toBe(false)
  })
})

describe('links', () => {
  it.each(['Läs mer »', 'KLICKA HÄR!', '  här. ', '→ Mer information', 'Ladda ner'])('say nothing with %j', (text) => {
    expect(isVague(text)).toBe(true)
  })
  it.each(['Läs mer om skolan', 'Hit går bussen', 'Hemsidan för föräldrar', ''])('say something with %j', (text) => {
    expect(isVague(text)).toBe(false)
  })
  it('are the same where only signs and addresses of the same page differ', () => {
    expect(plainLinkText(' Karta (pdf) → ')).toBe('karta pdf')
    expect(plainAddress('https://www.exempel.se/a/')).toBe(plainAddress('//exempel.se/a'))
    expect(plainAddress('/a?x=1')).not.toBe(plainAddress('/a?x=2'))
  })
})

describe('the stranger in a list', () => {
  it('is the first that is not as most are', () => {
    expect(stranger(['a', 'b', 'a', 'a'])).toEqual({ index: 1, other: 0 })
    expect(stranger(['b', 'a', 'a'])).toEqual({ index: 0, other: 1 })
  })
  it.each([[['a', 'a', 'a']], [['a', 'b', 'a', 'b']], [['a', undefined, 'b']], [['a', 'b']], [[]]])(
    'is not there in %j',
    (forms) => {
      expect(stranger(forms)).toBeUndefined()
    },
  )
})

const line = fc.constantFrom(
  '# Avgifter:',
  '## Så ansöker du.',
  '### Ved, kol m.m.',
  '##',
  '- pass,',
  '- körkort;',
  '- id-kort.',
  '- vatten och',
  '1. ombud,',
  'Ta med',
  'Du ska:',
  'Avgiften är 1 250 kr den 4 maj.',
  '[här](/x), [Taxa](t.pdf)',
  '![](x.png)',
  '| | |\n| --- | --- |\n| a | b |',
  '> Ett citat.',
  '*kursivt*',
  '',
  '<h2></h2>',
  '<ul><li>mat,</li><li>dryck.</li></ul>',
)
const page = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'))
/** All letters and digits, and the marks that make blocks. */
const words = (text: string) => text.replace(/[.,:;]/g, '')

describe('the safe corrections', () => {
  it('are there', () => {
    expect(fixing.map(({ meta }) => meta.id)).toEqual(['list-skiljetecken', 'rubrik-skiljetecken'])
  })
  it('take away punctuation alone, settle, and add no finding', () => {
    fc.assert(
      fc.property(page, (source) => {
        const before = engine.lint({ source, format: 'markdown' })
        const { source: fixed, result } = engine.fix({ source, format: 'markdown' })
        expect(words(fixed)).toBe(words(source))
        expect(engine.fix({ source: fixed, format: 'markdown' }).source).toBe(fixed)
        expect(result.findings.length).toBeLessThanOrEqual(before.findings.length)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the rules on structure', () => {
  const odd = [
    '',
    '\u0000',
    '.',
    '#',
    '- ',
    '[]()',
    '![]()',
    '<table><tr><td></td></tr></table>',
    '<dl><dt></dt></dl>',
    '<h1><h2>',
    `# ${'a'.repeat(10_000)}`,
    `- ${'a '.repeat(5000)}`,
    '!'.repeat(2000),
    '|||||\n|-|-|-|-|-|\n',
    '\u202e\ud800 ett',
  ]
  it.each(['markdown', 'html', 'text'] as const)('take any %s', (format) => {
    for (const profile of ['webb', 'press', 'brev', 'beslut', 'rapport', 'protokoll'] as const)
      for (const text of [...odd, odd.join('\n\n')])
        expect(() => lintWith(structural as readonly AnyRule[], text, { format, profile })).not.toThrow()
  })

  it('take time in step with the text', () => {
    const part =
      '# Avgifter\n\n- pass, [här](/x)\n- körkort\n- Du ska ha [Taxa](t.pdf)\n\nSe listan nedan. Ring 0591-640 00.\n\n'
    const time = (count: number) => {
      const source = Array.from({ length: count }, (_, index) => part.replace('Avgifter', `Avgifter ${index}`)).join('')
      const began = performance.now()
      lintWith(structural as readonly AnyRule[], source, { format: 'markdown' })
      return performance.now() - began
    }
    time(25)
    const [small, large] = [Math.min(time(50), time(50)), Math.min(time(400), time(400))]
    expect(large / Math.max(small, 5)).toBeLessThan(30)
  })
})
