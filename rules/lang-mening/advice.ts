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
    commas >= 4 || isRow(text.slice(sentence.start, sentence.end))
      ? 'Gör en punktlista av uppräkningen, eller dela meningen i flera'
      : loose
        ? `Gör en egen mening av det som börjar med ”${opening(loose, text)} …”`
        : 'Dela meningen i två eller flera, med en tanke i varje'
  return [{ title, safety: 'suggestion', edits: [] }]
}

/** Words of a member of a row at most. */
const mostInMember = 9
const noMember =
  /^(?:som|där|när|men|vilket|vilka|eftersom|så|och|eller|om|då|för att|både|efter|genom|enligt|inom|i|på|av|med|bland annat|det vill säga|till exempel)(?!\p{L})/iu

/** `a, b, c och d`: four members or more, which are easier to take in one below the other. */
function isRow(text: string): boolean {
  const members = text.split(', ')
  if (members.length < 3 || !/^(?:\S+ ){1,8}(?:och|eller|samt) /.test(members.at(-1)!)) return false
  return (
    members.slice(1, -1).every((member) => member.split(' ').length <= mostInMember && !noMember.test(member)) &&
    !noMember.test(members.at(-1)!)
  )
}

/** The first words of the second part. */
function opening({ word, next }: SplitPlace, text: string): string {
  return text.slice(word.start, (next.next ?? next).end)
}
