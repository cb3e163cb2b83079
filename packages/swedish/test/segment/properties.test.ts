import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenise } from '../../src/index.ts'

const PIECES = [
  ...'abåÄÖ09.,:;!?()[]”"\'’»«…–—-−/\\*_#@&%§°+=<>|~^`´• \n\t\r\u00A0\u00AD\u200B\u200D\u0301\u0000\u0007\uFEFF\u2028',
  '\r\n',
  '\n\n',
  't.ex.',
  'm m ',
  'kl. ',
  'A. ',
  'https://a.se/',
  'www.',
  'a@b.se',
  '1 250',
  '👩‍👧',
  '🇸🇪',
  '\uD83D',
  '\uDC69',
  '𝐀',
  'Kommunen ',
]

const noise = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''))
const texts = fc.oneof(
  noise,
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)

function check(text: string): void {
  const tokens = tokenise(text)
  let at = 0
  for (let i = 0; i < tokens.count; i++) {
    expect(tokens.start[i]).toBeGreaterThanOrEqual(at)
    expect(text.slice(at, tokens.start[i])).toMatch(/^\s*$/)
    expect(tokens.end[i]).toBeGreaterThan(tokens.start[i]!)
    expect(tokens.form(i)).toBe(text.slice(tokens.start[i], tokens.end[i]))
    at = tokens.end[i]!
  }
  expect(text.slice(at)).toMatch(/^\s*$/)
  expect(tokens.sentenceStart).toHaveLength(tokens.sentenceCount + 1)
  expect(tokens.sentenceStart[0]).toBe(0)
  expect(tokens.sentenceStart[tokens.sentenceCount]).toBe(tokens.count)
  for (let i = 0; i < tokens.sentenceCount; i++) {
    expect(tokens.sentenceStart[i + 1]).toBeGreaterThan(tokens.sentenceStart[i]!)
    const first = tokens.start[tokens.sentenceStart[i]!]!
    const last = tokens.end[tokens.sentenceStart[i + 1]! - 1]!
    expect(text.slice(first, last)).not.toMatch(/\n[^\S\n]*\n/)
  }
}

describe('any text', () => {
  it('has every character that is not white space in exactly one token, and sentences that nest', () => {
    fc.assert(fc.property(texts, check), { numRuns: 3000 })
  })

  it('is cut alike however often and after whatever text', () => {
    fc.assert(
      fc.property(texts, texts, (text, other) => {
        const before = tokenise(text)
        tokenise(other)
        const after = tokenise(text)
        expect(after.start).toEqual(before.start)
        expect(after.end).toEqual(before.end)
        expect(after.kind).toEqual(before.kind)
        expect(after.sentenceStart).toEqual(before.sentenceStart)
      }),
      { numRuns: 300 },
    )
  })
})
