import { describe, expect, it } from 'vitest'
import type { Upos } from '../src/types.ts'
import { wordTier } from '../src/word-tier.ts'

describe('wordTier', () => {
  it.each<[string, Upos, number]>([
    ['skola', 'NOUN', 1],
    ['bil', 'NOUN', 1],
    ['budget', 'NOUN', 2],
    ['delgivning', 'NOUN', 4],
    ['stor', 'ADJ', 1],
    ['erforderlig', 'ADJ', 4],
    ['äta', 'VERB', 1],
    ['digitalisera', 'VERB', 2],
    ['erlägga', 'VERB', 3],
    ['och', 'CCONJ', 1],
    ['huruvida', 'SCONJ', 3],
    ['därvid', 'ADV', 3],
    ['snart', 'ADV', 1],
  ])('%s %s is of tier %d', (lemma, upos, tier) => {
    expect(wordTier(lemma, upos)).toBe(tier)
  })

  it('counts a compound by its rarest part', () => {
    expect(wordTier('skolbokhylla', 'NOUN')).toBe(1)
    expect(wordTier('skoldelgivning', 'NOUN')).toBe(4)
  })

  it('does not know what is in no table', () => {
    expect(wordTier('xyzzy', 'NOUN')).toBeUndefined()
    expect(wordTier('xyzzy', 'VERB')).toBeUndefined()
    expect(wordTier('1234', 'NUM')).toBeUndefined()
    expect(wordTier('Stockholm', 'PROPN')).toBeUndefined()
  })
})
