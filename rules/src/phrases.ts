import { analyseNounForm, type Word } from 'retext-swedish'

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
    if (upos === 'NOUN' && !(next !== undefined && nominal.has(next.upos)) && isOwnForm(words[length - 1]!))
      return length
  }
  return 0
}

/** True for a noun that ends in -s itself, as `assistans`, and only looks like a genitive. */
function isOwnForm({ lower }: Word): boolean {
  return analyseNounForm(lower).some(({ case: grammatical }) => grammatical === 'Nom')
}
