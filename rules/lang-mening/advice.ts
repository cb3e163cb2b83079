import type { Suggestion } from '@klarsprak/engine'
import type { Sentence } from 'retext-swedish'
import { splitPlaces } from './split.ts'

/** Where the sentence can be split, else how it may be shortened. */
export function advice(sentence: Sentence, text: string): Suggestion[] {
  const places = splitPlaces(sentence)
  const suggestions: Suggestion[] = places.slice(0, 2).map(({ comma, word, next, drop }) => {
    const capital = text.slice(next.start, next.start + 1).toLocaleUpperCase('sv')
    const start = comma?.start ?? word.previous!.end
    return {
      title: `Sätt punkt före ”${text.slice(word.start, (next.next ?? next).end)} …”`,
      safety: 'suggestion',
      edits: drop ? [{ start, end: next.start + 1, text: `. ${capital}` }] : [],
    }
  })
  if (suggestions.length > 0) return suggestions
  const commas = sentence.words.filter((word) => word.form === ',').length
  const title =
    commas >= 4
      ? 'Gör en punktlista av uppräkningen, eller dela meningen i flera'
      : 'Dela meningen i två eller flera, med en tanke i varje'
  return [{ title, safety: 'suggestion', edits: [] }]
}
