import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse } from '../src/index.ts'

const rows = readFileSync(new URL('data/languages.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t') as [string, string])

describe('language', () => {
  it.each(rows)('%s: %s', (language, text) => {
    expect(analyse(text).language).toBe(language)
  })

  it.each(['', '12 345', '§ 7', 'Säffle', 'Anna Berg'])('cannot be told of %j', (text) => {
    expect(analyse(text).language).toBe('und')
  })

  it('does not depend on what was read before', () => {
    const text = 'Kontakt: Anna Berg, Timo Virtanen och Jens Nørgaard'
    const before = analyse(text).language
    for (const [, other] of rows) analyse(other).language.length
    expect(analyse(text).language).toBe(before)
  })

  it('is Swedish for each of our official sentences', () => {
    for (const line of readFileSync(new URL('data/official-whole.txt', import.meta.url), 'utf8')
      .trim()
      .split('\n')) {
      expect(analyse(line).language, line).toBe('sv')
    }
  })
})
