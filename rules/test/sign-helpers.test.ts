import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDate, spellDate } from '../src/dates.ts'
import { grouped, hasCheckDigit, numberValue } from '../src/numerals.ts'
import { groupPhone, splitPhone } from '../src/phone.ts'
import { isInBrackets, isReference, wordBefore } from '../src/places.ts'
import { isClock, isYear } from '../src/ranges.ts'
import { atNumbers, numbersIn, Trait, traitsOf } from '../src/traits.ts'

const noise = fc.string({
  unit: fc.constantFrom(...'abåAÖ 019.,:;!?-–—"”\'’/%§&()[]@\n\u00a0°²€'),
  maxLength: 40,
})

/** What each trait promises, said as a pattern. */
const meanings: [name: keyof typeof Trait, pattern: RegExp][] = [
  ['digit', /\d/],
  ['hyphen', /-/],
  ['dash', /[–—]/],
  ['straightQuote', /"/],
  ['curlyQuote', /”/],
  ['apostrophe', /['’]/],
  ['slash', /\//],
  ['percent', /%/],
  ['ampersand', /&/],
  ['section', /§/],
  ['dot', /\./],
  ['colon', /:/],
  ['exclamation', /!/],
  ['currency', /€/],
  ['sign', /[°²]/],
  ['at', /@/],
  ['upper', /[AÖ]/],
  ['oddSpace', /[ \u00a0][.,;:!?)\]]|[([][ \u00a0]/],
  ['gluedSign', /[abå][,;][abå]|[abå][.,;!?][AÖ]|[abå][([]/],
  ['capitalInside', /[abå\d.,;!?][ \u00a0][AÖ]/],
  ['capitals', /[AÖ]{2}/],
  ['spacedDash', /[ \u00a0][-–—]|[-–—][ \u00a0]|—/],
]

describe('what a text holds', () => {
  it.each(meanings)('%s is so exactly where the pattern is found', (name, pattern) => {
    fc.assert(
      fc.property(noise, (text) => {
        expect((traitsOf(text) & Trait[name]) !== 0).toBe(pattern.test(text))
      }),
      { numRuns: 200 },
    )
  })

  it('finds every run of figures, whatever text was asked about before', () => {
    fc.assert(
      fc.property(noise, noise, (text, other) => {
        traitsOf(other)
        expect(numbersIn(text)).toEqual([...text.matchAll(/(?<!\d)\d/g)].map(({ index }) => index))
        expect(atNumbers(text, /\d+/y).map(([found]) => found)).toEqual(text.match(/\d+/g) ?? [])
      }),
    )
  })
})

describe('dates and times', () => {
  it.each([
    [29, 2, 2024, true],
    [29, 2, 2023, false],
    [29, 2, 1900, false],
    [29, 2, undefined, true],
    [31, 4, 2026, false],
    [0, 1, 2026, false],
    [1, 13, 2026, false],
  ])('%s/%s %s', (day, month, year, is) => {
    expect(isDate(day, month, year)).toBe(is)
  })

  it('spells a date with a no-break space', () => {
    expect(spellDate(4, 5, 2026)).toBe('4\u00a0maj 2026')
    expect(spellDate(31, 12)).toBe('31\u00a0december')
  })

  it('knows clock times and years', () => {
    expect(['9', '09.30', '24', '23:59'].every(isClock)).toBe(true)
    expect(['25', '9.60', '9.3', '100'].some(isClock)).toBe(false)
    expect([isYear('2026'), isYear('1848'), isYear('3026'), isYear('1055')]).toEqual([true, true, false, false])
  })
})

describe('numbers', () => {
  it.each([
    ['12345', '12 345'],
    ['1250000', '1 250 000'],
    ['999', '999'],
  ])('%s in groups is %s', (digits, text) => {
    expect(grouped(digits, ' ')).toBe(text)
    expect(numberValue(text)).toBe(Number(digits))
  })

  it('checks the last digit as Luhn does', () => {
    expect(['2120001926', '1212121212', '50501055'].every(hasCheckDigit)).toBe(true)
    expect(['2120001927', '1212121213'].some(hasCheckDigit)).toBe(false)
  })

  it.each([
    ['059164100', '0591', '641 00'],
    ['0701234567', '070', '123 45 67'],
    ['0850829000', '08', '508 290 00'],
    ['0104567000', '010', '456 70 00'],
    ['031123456', '031', '12 34 56'],
  ])('%s is dialled %s-%s', (digits, area, rest) => {
    const parts = splitPhone(digits)!
    expect([parts.area, groupPhone(parts.rest).replace(/\u00a0/g, ' ')]).toEqual([area, rest])
  })

  it.each(['112', '0000000000', '070123', '05911', '0123456789012'])('%s is no telephone number', (digits) => {
    expect(splitPhone(digits)).toBeUndefined()
  })
})

describe('what stands around a place', () => {
  it.each([
    ['Dnr 2026', true],
    ['enligt SFS 2010', true],
    ['organisationsnummer 2120', true],
    ['lagen (2010', true],
    ['cirka 2010', false],
    ['barn 2010', false],
  ])('%s', (text, is) => {
    expect(isReference(text, text.search(/\d/))).toBe(is)
  })

  it('sees brackets and the word before', () => {
    expect(isInBrackets('alla (98 %) kom', 6, 10)).toBe(true)
    expect(isInBrackets('alla (98 %) och 12 %', 16, 20)).toBe(false)
    expect(wordBefore('Öppet kl. 9', 10)).toBe('kl')
  })
})
