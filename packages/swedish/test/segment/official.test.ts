import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { tokenise } from '../../src/index.ts'

const lines = (name: string) =>
  readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')

/** The text of each sentence. */
function sentences(text: string): string[] {
  const tokens = tokenise(text)
  return Array.from({ length: tokens.sentenceCount }, (_, i) =>
    text.slice(tokens.start[tokens.sentenceStart[i]!], tokens.end[tokens.sentenceStart[i + 1]! - 1]),
  )
}

describe('official sentences full of abbreviations', () => {
  it('keeps at least 95 of 100 whole', () => {
    const whole = lines('official-whole.txt')
    expect(whole).toHaveLength(100)
    const split = whole.filter((sentence) => sentences(sentence).length !== 1)
    expect(split.length, split.join('\n')).toBeLessThanOrEqual(5)
  })

  it('splits at least 48 of 50 pairs, once and in the right place', () => {
    const pairs = lines('official-pairs.tsv').map((line) => line.split('\t'))
    expect(pairs).toHaveLength(50)
    const wrong = pairs.filter((pair) => JSON.stringify(sentences(pair.join(' '))) !== JSON.stringify(pair))
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(2)
  })
})
