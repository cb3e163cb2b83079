import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hashText } from '../src/hash.ts'
import { LineIndex } from '../src/line-index.ts'

it('counts lines and columns from 1 through every kind of line end', () => {
  const lines = new LineIndex('ett\ntvå\r\ntre\rfyra')
  expect(lines.position(0)).toEqual({ line: 1, column: 1, offset: 0 })
  expect(lines.position(4)).toEqual({ line: 2, column: 1, offset: 4 })
  expect(lines.position(9)).toEqual({ line: 3, column: 1, offset: 9 })
  expect(lines.position(14)).toEqual({ line: 4, column: 2, offset: 14 })
  expect(lines.position(99)).toEqual({ line: 4, column: 5, offset: 17 })
})

it('gives back the offset for every position', () => {
  const text = fc.array(fc.constantFrom('a', 'å', '😀', '\n', '\r', '\r\n'), { maxLength: 40 })
  fc.assert(
    fc.property(text, (parts) => {
      const source = parts.join('')
      const index = new LineIndex(source)
      for (let offset = 0; offset <= source.length; offset++) {
        const { line, column } = index.position(offset)
        const before = source.slice(0, offset)
        const insideBreak = source.charAt(offset - 1) === '\r' && source.charAt(offset) === '\n'
        if (insideBreak) continue
        const parts = before.split(/\r\n|\n|\r/)
        expect([line, column]).toEqual([parts.length, parts.at(-1)!.length + 1])
      }
    }),
  )
})

it('names different texts differently and the same text alike', () => {
  const names = new Map<string, string>()
  for (let number = 0; number < 50_000; number++) {
    const text = `Mening ${number} om avgiften.`
    expect(names.has(hashText(text))).toBe(false)
    names.set(hashText(text), text)
  }
  expect(hashText('Mening 1 om avgiften.')).toMatch(/^[0-9a-f]{16}$/)
  expect(hashText('')).toBe(hashText(''))
})
