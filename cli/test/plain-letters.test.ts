import { describe, expect, it } from 'vitest'
import { plainLetters } from '../../scripts/plain-letters.mjs'

/** What the patterns in a program find in a text, as it is and with the classes of letters written out. */
function both(program: string, text: string): [unknown, unknown] {
  const run = (source: string) => new Function('text', `return ${source}`)(text)
  return [run(program), run(plainLetters(program))]
}

const text = 'Åsa bor i Örebro, Éva i Łódź och ß 12 – “ÅÄÖ” SVT:s [x] Ωμέγα Жанна Nguyễn'

describe('a program with the classes of letters written out', () => {
  it.each([
    String.raw`text.match(/\p{Lu}\p{Ll}+/gu)`,
    String.raw`text.match(/(?<![\p{L}\d])\p{Lu}{2,}[^/\p{L}]/gu)`,
    String.raw`[text.match(/[,/\p{L}]+/gu), text.split(/[^\p{L}]+/u).length]`,
    String.raw`text.match(new RegExp('[(\\p{L}]+(?!\\p{Ll})', 'gu'))`,
    'text.match(new RegExp(String.raw`\\p{L}+[\\p{Lu}]?`, "gu"))',
  ])('finds the same: %s', (program) => {
    const [before, after] = both(program, text)
    expect(before).not.toBeNull()
    expect(after).toEqual(before)
  })

  it('has none of them left', () => {
    expect(plainLetters(String.raw`a=/^[^\p{L}]\p{Lu}/u.test(b)`)).not.toContain('\\p{')
  })

  it('is refused where a class stands in no pattern', () => {
    expect(() => plainLetters(String.raw`a = \p{L}`)).toThrow('no pattern')
  })
})
