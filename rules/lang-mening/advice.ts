import type { Suggestion, TextBlock } from '@klarsprak/engine'
import type { Sentence } from 'retext-swedish'
import { mainVerb } from '../src/clause-scan.ts'
import { isOpener } from '../src/rewrite/clause-border.ts'
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
      // After a dash that closes an insertion the full stop would stand beside it.
      const isMarked =
        /^[–-]$/.test(word.previous!.form) || block.marks.some((mark) => mark.start < next.end && mark.end > start)
      return {
        title: `Sätt punkt före ”${opening(place, text)} …”`,
        safety: 'suggestion',
        edits: first === undefined || isMarked ? [] : [{ start, end: next.end, text: `. ${first}` }],
      }
    })
  if (suggestions.length > 0) return suggestions
  const [loose] = looseParts(sentence)
  const own = text.slice(sentence.start, sentence.end)
  const row = rowIn(own)
  const title = lacksMainClause(sentence)
    ? 'Huvudsatsen saknas: skriv till vad som gäller eller händer, och dela sedan meningen'
    : sentence.wordCount > mostWords
      ? 'Sätt punkt eller radbrytning där en mening eller en rubrik är slut'
      : isRowOfClauses(sentence) || (row && endsIn(row, sentence))
        ? 'Gör en punktlista av uppräkningen, eller dela meningen i flera'
        : loose
          ? `Gör en egen mening av det som börjar med ”${opening(loose, text)} …”`
          : 'Dela meningen i två eller flera, med en tanke i varje'
  return [{ title, safety: 'suggestion', edits: [] }]
}

/** With more words it is text that has lost its full stops and its line breaks. */
const mostWords = 100

/** Where a row begins and ends in the text of its sentence. */
interface Row {
  readonly start: number
  readonly end: number
}

/** So many words at most stand after a row that a list can be made of. */
const mostAfter = 14

/** True for a row that the sentence ends in, after its main verb: one in a condition would break the sentence as a list. */
function endsIn({ start, end }: Row, sentence: Sentence): boolean {
  const { words } = sentence
  const verb = mainVerb(sentence)
  if (verb !== undefined && verb.start - sentence.start > start) return false
  const after = words.filter((word) => word.upos !== 'PUNCT' && word.start - sentence.start >= end)
  if (after.length > mostAfter) return false
  // `… eller liknande behöver hjälp`: the clause that the row stands in goes on. `… som du kan låna` belongs to the last.
  let open = 0
  for (const word of after) {
    if (isOpener(word) || /^(?:var|vad|vem|om)$/.test(word.lower)) open++
    else if (isFiniteVerb(word) && --open < 0) return false
  }
  return true
}

/** Words of a member of a row at most. */
const mostInMember = 9
const noMember =
  /^(?:som|där|när|men|trots|utan|utöver|förutom|oavsett|vilket|vilka|eftersom|så|liksom|om|då|under|för att|både|efter|genom|enligt|inom|i|på|av|med|bland annat|det vill säga|dvs|till exempel|t\.\s?ex|inte|har|är|ska|skall|kan|får|måste|blir|kommer|går)(?!\p{L})/iu

/** The last member: `b eller c`, and what it belongs to after it. */
const lastMember = /^(?:\S+ ){1,8}(?:och|eller|samt) |^(?:och|eller|samt) |(?:^| )med (?:mera|flera)|m\.\s?[mf]\./u
const joinedMember = /^(?:och|eller|samt) /

/** Three members at least, of which the first stands at the end of what comes before it. */
const fewestMembers = 2

/** `det kan vara en bild`, `fastigheter delas`: a main clause of its own, with only a comma before it. */
const ownClause =
  /^(?:(?:vi|du|ni|man|jag|han|hon) \p{Ll}|(?:det|de|den) (?:är|var|kan|ska|skall|har|får|måste|blir|finns|gäller|bör|vill|går|kommer|reder|arbetar) )/u

/** `a, b, c och d`: members that are easier to take in one below the other. */
function rowIn(text: string): Row | undefined {
  const members = text.replace(/ \([^()]*\)/g, (found) => ' '.repeat(found.length)).split(/,\s/)
  let row = 0
  let offset = members[0]!.length
  let start = 0
  for (let at = 1; at < members.length; at++) {
    const member = members[at]!
    const isMember = !noMember.test(member) && !ownClause.test(member)
    const isJoined = joinedMember.test(member)
    const from = offset + 2
    offset = from + member.length
    if (row === 0) start = from
    const isLast = isMember && lastMember.test(member) && row + (isJoined ? 0 : 1) >= fewestMembers
    row = isMember && !isJoined && member.trim().split(/\s+/).length <= mostInMember ? row + 1 : 0
    if (!isLast && (row <= fewestMembers || at === members.length - 1)) continue
    // `… samt en ränna, en matta och pumpar`: the row goes on.
    let end = from + endOfLast(member)
    for (const next of afterRow.test(member) ? [] : members.slice(at + 1)) {
      if (noMember.test(next) || ownClause.test(next)) break
      end = offset + 2 + endOfLast(next)
      offset += 2 + next.length
    }
    return { start, end }
  }
  return undefined
}

/** Where the clause goes on after a member: `och andra aktörer kan vi erbjuda …`. */
const afterRow = / (?:kan|ska|skall|får|måste|bör|har|är|behöver|vill|så|blir) .*$/su

/** Where the last member begins: after the last `och`. */
function endOfLast(text: string): number {
  const member = text.replace(afterRow, '')
  return /^.*(?:^|\s)(?:och|eller|samt)(?=\s)/su.exec(member)?.[0].length ?? member.length
}

/** What a sentence of subordinate clauses alone begins with. */
const opener = /^(?:om|när|eftersom|därför|för)$/
const subjects = new Set(['jag', 'du', 'vi', 'ni', 'han', 'hon', 'hen', 'de', 'den', 'det', 'man'])

/** True for `När du … och när du …`, with no verb before its subject, as a main clause after them would have it. */
function lacksMainClause(sentence: Sentence): boolean {
  const [first] = sentence.words
  if (first === undefined || !opener.test(first.lower) || mainVerb(sentence) !== undefined) return false
  if (hasVerbToSpare(sentence)) return false
  // After the comma an imperative too is a main clause, also read as an infinitive: `Om du planerar …, kontakta oss`.
  return !sentence.words.some(
    (word) =>
      word.lower === 'så' ||
      (word.previous?.form === ',' && (isFiniteVerb(word) || word.upos === 'VERB')) ||
      (isFiniteVerb(word) && subjects.has(word.next?.lower ?? '')),
  )
}

/** True where there are more finite verbs than words that open a clause: `När vi ser att den måste lagas beställs ett rep`. */
function hasVerbToSpare({ words }: Sentence): boolean {
  let spare = 0
  for (const word of words) {
    if (isOpener(word) || /^(?:var|vad|vem|om|hur|som|vilk(?:en|et|a))$/.test(word.lower)) spare--
    else if (isFiniteVerb(word) && !/^(?:och|eller|samt)$/.test(word.previous?.lower ?? '')) spare++
  }
  return spare > 0
}

/** The first words of the second part. */
function opening({ word, next }: SplitPlace, text: string): string {
  return text.slice(word.start, (next.next ?? next).end)
}
