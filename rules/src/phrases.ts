import type { Word } from 'retext-swedish'

const nominal = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON'])

/** How many words from the start make one plain noun phrase: `den sökta platsen`. 0 where none begins there. */
export function nounPhraseLength(words: readonly Word[]): number {
  let length = 0
  while (length < words.length && nominal.has(words[length]!.upos)) {
    const { upos, morph } = words[length]!
    length++
    const next = words[length]
    const isHead = upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON'
    if (isHead && morph.Case !== 'Gen' && !(upos === 'PROPN' && next?.upos === 'PROPN') && !morph.Poss) return length
  }
  return 0
}
