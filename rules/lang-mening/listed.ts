import type { Sentence, Word } from 'retext-swedish'

/**
 * Words that only enumerate: names in a row. A reader skims them, so they do not count.
 */
export function listedWords({ words }: Sentence): number {
  let listed = 0
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
