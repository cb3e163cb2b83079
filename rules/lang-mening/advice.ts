import type { Suggestion, TextBlock } from '@klarsprak/engine'
import type { Sentence } from 'retext-swedish'
import { looseParts, type SplitPlace, splitPlaces } from './split.ts'

/** Where the sentence can be split, else how it may be shortened. */
export function advice(sentence: Sentence, block: TextBlock): Suggestion[] {
  const { text } = block
  const suggestions: Suggestion[] = splitPlaces(sentence)
    .slice(0, 2)
    .map((place) => {
      const { comma, word, next, first } = place
      const start = comma?.start ?? word.previous!.end
      const isMarked = block.marks.some((mark) => mark.start < next.end && mark.end > start)
      return {
        title: `Sätt punkt före ”${opening(place, text)} …”`,
        safety: 'suggestion',
        edits: first === undefined || isMarked ? [] : [{ start, end: next.end, text: `. ${first}` }],
      }
    })
  if (suggestions.length > 0) return suggestions
  const commas = sentence.words.filter((word) => word.form === ',').length
  const [loose] = looseParts(sentence)
  const title =
    commas >= 4
      ? 'Gör en punktlista av uppräkningen, eller dela meningen i flera'
      : loose
        ? `Gör en egen mening av det som börjar med ”${opening(loose, text)} …”`
        : 'Dela meningen i två eller flera, med en tanke i varje'
  return [{ title, safety: 'suggestion', edits: [] }]
}

/** The first words of the second part. */
function opening({ word, next }: SplitPlace, text: string): string {
  return text.slice(word.start, (next.next ?? next).end)
}
