import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnnotated } from '../src/languagetool/annotated.ts'
import { parseForm } from '../src/languagetool/form.ts'

describe('form', () => {
  it('reads what LibreOffice 7.4 sends, which is not encoded', () => {
    const text = 'Kostnad & avgift 10 % + moms = 5 👩‍👩‍👧 avseende 2 %C3%A5r; &language=x'
    expect(parseForm(`text=${text}&language=sv-SE`)).toEqual({ text, language: 'sv-SE' })
    expect(parseForm(`text=${text}&language=sv-SE&username=a&apiKey=b`)).toEqual({
      text,
      language: 'sv-SE',
      apiKey: 'b',
    })
    expect(parseForm('text= &language=sv')).toEqual({ text: ' ', language: 'sv' })
    expect(parseForm('text=Å')).toEqual({ text: 'Å' })
  })

  it('reads what is encoded, and of two values the first', () => {
    expect(parseForm('text=a%20%26+b&language=sv&text=c&annat=1')).toEqual({ text: 'a & b', language: 'sv' })
    expect(parseForm('')).toEqual({})
  })

  it('gives back any text that was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(parseForm(String(new URLSearchParams({ text, language: 'sv' })))).toEqual({ text, language: 'sv' })
      }),
    )
  })

  it('gives back any text with a space that was not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (start) => {
        const text = `${start} x`
        expect(parseForm(`text=${text}&language=sv`)).toEqual({ text, language: 'sv' })
      }),
    )
  })
})

describe('annotated text', () => {
  it('carries places over markup', () => {
    const text = readAnnotated(
      '{"annotation":[{"text":"Vi "},{"markup":"<b>"},{"text":"erhåller"},{"markup":"</b>"},{"text":" svar."},{"markup":"<p>","interpretAs":"\\n\\n"},{"text":"Ej."}]}',
    )
    expect(text.text).toBe('Vi erhåller svar.\n\nEj.')
    expect(text.toOriginal(3, 11)).toEqual({ start: 6, end: 14 })
    expect(text.isWhole(3, 11)).toBe(true)
    expect(text.toOriginal(3, 16)).toEqual({ start: 6, end: 23 })
    expect(text.isWhole(3, 16)).toBe(false)
    expect(text.toOriginal(19, 22)).toEqual({ start: 27, end: 30 })
    expect(text.toOriginal(22, 22)).toEqual({ start: 30, end: 30 })
  })

  it.each([
    '',
    '[]',
    'null',
    '{"annotation":{}}',
    '{"annotation":[1]}',
    '{"annotation":[{}]}',
    '{"annotation":[{"text":"a","markup":"b"}]}',
  ])('turns %s away', (data) => {
    expect(() => readAnnotated(data)).toThrow(/annotation|data/)
  })

  it('keeps every place inside what the client holds', () => {
    const part = fc.oneof(
      fc.record({ text: fc.string() }),
      fc.record({ markup: fc.string() }),
      fc.record({ markup: fc.string(), interpretAs: fc.string() }),
    )
    fc.assert(
      fc.property(fc.array(part), fc.nat(), fc.nat(), (annotation, one, other) => {
        const read = readAnnotated(JSON.stringify({ annotation }))
        const whole = annotation.map((item) => ('text' in item ? item.text : item.markup)).join('')
        const start = Math.min(one % (read.text.length + 1), other % (read.text.length + 1))
        const end = Math.max(one % (read.text.length + 1), other % (read.text.length + 1))
        const place = read.toOriginal(start, end)
        expect(place.start).toBeGreaterThanOrEqual(0)
        expect(place.start).toBeLessThanOrEqual(place.end)
        expect(place.end).toBeLessThanOrEqual(whole.length)
        if (end > start && read.isWhole(start, end))
          expect(whole.slice(place.start, place.end)).toBe(read.text.slice(start, end))
      }),
    )
  })
})
