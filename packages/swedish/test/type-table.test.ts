import { describe, expect, it } from 'vitest'
import { tokenise } from '../src/index.ts'
import { currentTypes, KindCode, Shape, TypeTable } from '../src/type-table.ts'

describe('TypeTable', () => {
  it('gives equal forms one number, and forms of different kinds different ones', () => {
    const types = new TypeTable()
    const text = 'lov Lov lov'
    const first = types.intern(text, 0, 3, KindCode.word)
    expect(types.intern(text, 8, 11, KindCode.word)).toBe(first)
    expect(types.intern(text, 4, 7, KindCode.word)).not.toBe(first)
    expect(types.intern(text, 0, 3, KindCode.symbol)).not.toBe(first)
    expect(types.form(first)).toBe('lov')
    expect(types.count).toBe(3)
  })

  it('keeps forms that UTF-8 cannot', () => {
    const types = new TypeTable()
    const form = `halvor\uD83Doch\uDC69slut`
    expect(types.form(types.intern(form, 0, form.length, KindCode.word))).toBe(form)
  })

  it.each([
    ['kommun', Shape.lower],
    ['Kommun', Shape.capitalised],
    ['S', Shape.capitalised],
    ['SFS', Shape.upper],
    ['EU:s', Shape.mixed],
    ['50-årsfest', Shape.lower],
    ['12', Shape.none],
  ])('knows how %s is written', (form, shape) => {
    const types = new TypeTable()
    expect(types.shape(types.intern(form, 0, form.length, KindCode.word))).toBe(shape)
  })

  it('grows without losing a type', () => {
    const types = new TypeTable()
    const forms = Array.from({ length: 20_000 }, (_, i) => `ord${i}`)
    const numbers = forms.map((form) => types.intern(form, 0, form.length, KindCode.word))
    expect(new Set(numbers).size).toBe(forms.length)
    expect(forms.map((form) => types.intern(form, 0, form.length, KindCode.word))).toEqual(numbers)
  })

  it('gives way to an empty table when it is full, and texts read before keep theirs', () => {
    const text = Array.from({ length: 140_000 }, (_, i) => `unikt${i}`).join(' ')
    const tokens = tokenise(text)
    expect(tokens.types.full).toBe(true)
    expect(currentTypes()).not.toBe(tokens.types)
    expect(tokens.form(139_999)).toBe('unikt139999')
    expect(currentTypes().count).toBeLessThan(1000)
  })
})
