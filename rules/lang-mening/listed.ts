import type { Sentence, Word } from 'retext-swedish'
import { allMatches } from '../src/matches.ts'
import { wordsBetween } from '../src/sentence-words.ts'

/** Where a law says so: `(8 kap. 10 §, 9 kap. 10 §)`. */
const citation = /\([^()]*(?:§|\d kap)[^()]*\)/gu

/** Which paragraphs: `enligt 20 kap. 19, 19 a eller 19 b § skollagen (2010:800)`. The name of the law is read. */
const paragraphs = /\d+ (?:kap\.?|kapitlet) (?:[\d–-]+(?: [a-z](?![\p{L}\d]))?(?:, | och | eller | samt )?)+ ?§§?/gu

/** Words of brackets that only cite a law, and of paragraphs counted up in the text. */
function citedWords(sentence: Sentence): number {
  const { text, start: offset } = sentence
  if (!/§|\d kap/u.test(text)) return 0
  const plain = text.replace(citation, (found) => ' '.repeat(found.length))
  let cited = 0
  for (const [pattern, own] of [[citation, text] as const, [paragraphs, plain] as const])
    for (const { 0: found, index } of allMatches(own, pattern))
      cited += wordsBetween(sentence, offset + index, offset + index + found.length)
  return cited
}

/**
 * Words that only enumerate or cite: names in a row, a law in brackets. A reader skims them, so they do not count.
 */
export function listedWords(sentence: Sentence): number {
  const { words } = sentence
  let listed = citedWords(sentence)
  for (let at = 0; at < words.length; ) {
    let names = 0
    let items = 0
    let end = at
    while (end < words.length) {
      const length = nameLength(words, end)
      if (length === 0) break
      names += length
      items++
      end += length
      if (words[end]?.form === ',' || (words[end]?.lower === 'och' && nameLength(words, end + 1) > 0)) end++
      else break
    }
    if (items >= 4) listed += names
    at = Math.max(end, at + 1)
  }
  return listed
}

/** How many words of a name stand at `at`. */
function nameLength(words: readonly Word[], at: number): number {
  let length = 0
  while (words[at + length]?.upos === 'PROPN') length++
  return length
}
