import type { Suggestion, TextBlock } from '@klarsprak/engine'
import type { Sentence } from 'retext-swedish'
import { mainVerb } from '../src/clause-scan.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { isRowOfClauses } from './easy.ts'
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
  const [loose] = looseParts(sentence)
  const own = text.slice(sentence.start, sentence.end)
  const title =
    isRowOfClauses(sentence) || isRow(own)
      ? 'Gör en punktlista av uppräkningen, eller dela meningen i flera'
      : lacksMainClause(sentence)
        ? 'Huvudsatsen saknas: skriv till vad som gäller eller händer, och dela sedan meningen'
        : loose
          ? `Gör en egen mening av det som börjar med ”${opening(loose, text)} …”`
          : 'Dela meningen i två eller flera, med en tanke i varje'
  return [{ title, safety: 'suggestion', edits: [] }]
}

/** Words of a member of a row at most. */
const mostInMember = 9
const noMember =
  /^(?:som|där|när|men|vilket|vilka|eftersom|så|liksom|om|då|under|för att|både|efter|genom|enligt|inom|i|på|av|med|bland annat|det vill säga|dvs|till exempel|t\.\s?ex|inte|har|är|ska|skall|kan|får|måste|blir|kommer|går)(?!\p{L})/iu

/** The last member: `b eller c`, and what it belongs to after it. */
const lastMember = /^(?:\S+ ){1,8}(?:och|eller|samt) |^(?:och|eller|samt) |(?:^| )med (?:mera|flera)|m\.\s?[mf]\./u
const joinedMember = /^(?:och|eller|samt) /

/** Three members at least, of which the first stands at the end of what comes before it. */
const fewestMembers = 2

/** `a, b, c och d`: members that are easier to take in one below the other. */
function isRow(text: string): boolean {
  const members = text.replace(/ \([^()]*\)/g, '').split(/,\s/)
  let row = 0
  for (let at = 1; at < members.length; at++) {
    const member = members[at]!
    const isMember = !noMember.test(member)
    const isJoined = joinedMember.test(member)
    if (isMember && lastMember.test(member) && row + (isJoined ? 0 : 1) >= fewestMembers) return true
    row = isMember && !isJoined && member.split(' ').length <= mostInMember ? row + 1 : 0
    if (row > fewestMembers && at < members.length - 1) return true
  }
  return false
}

/** What a sentence of subordinate clauses alone begins with. */
const opener = /^(?:om|när|eftersom|därför|för)$/
const subjects = new Set(['jag', 'du', 'vi', 'ni', 'han', 'hon', 'hen', 'de', 'den', 'det', 'man'])

/** True for `När du … och när du …`, with no verb before its subject, as a main clause after them would have it. */
function lacksMainClause(sentence: Sentence): boolean {
  const [first] = sentence.words
  if (first === undefined || !opener.test(first.lower) || mainVerb(sentence) !== undefined) return false
  return !sentence.words.some(
    (word) =>
      word.lower === 'så' ||
      (isFiniteVerb(word) && (word.previous?.form === ',' || subjects.has(word.next?.lower ?? ''))),
  )
}

/** The first words of the second part. */
function opening({ word, next }: SplitPlace, text: string): string {
  return text.slice(word.start, (next.next ?? next).end)
}
