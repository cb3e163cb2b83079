import type { BlockSummary, DocumentSummary } from '@klarsprak/engine'
import { allMatches } from './matches.ts'
import { isForGuardians, readershipOf } from './readership.ts'
import { isHeading } from './structure.ts'
import type { TermPlace, Use } from './term-uses.ts'

type Range = { readonly start: number; readonly end: number }

/** From the end of the sentence before, or of what a colon leads in. */
function clauseBefore(text: string, start: number): string {
  let from = start
  while (from > 0 && !(/[.!?:;]/.test(text.charAt(from - 1)) && /\s/.test(text.charAt(from)))) from--
  return text.slice(from, start).trimStart()
}

function restOfSentence(text: string, end: number): string {
  const stop = text.slice(end).search(/[.!?](?:\s|$)/)
  return stop < 0 ? text.slice(end) : text.slice(end, end + stop)
}

const exampleBefore =
  /(?<!\p{L})(?:till exempel|exempelvis|t\.\s?ex\.?|bland annat|bl\.\s?a\.?|såsom|liksom|i form av|kostnad(?:er|en|erna)? för|utgift(?:er|en|erna)? för|eventuell(?:a|t)?|något slags?|någon form av) [^.:;!?]{0,60}$/iu
const rowOfSuch = /(?<!\p{L})\p{L}+, som (?:\p{L}+ ){0,2}$/u

/** True for what is named as an example of something: `kostnader för god man`, `till exempel hemtjänst eller försörjningsstöd`. */
export function isExample({ text }: BlockSummary, { start }: Range): boolean {
  const before = text.slice(Math.max(0, start - 100), start)
  return exampleBefore.test(before) || rowOfSuch.test(before)
}

/** True in a list of a web page and in the text of a link: what it means is said where it is dealt with. */
export function isOnlyNamed({ block: { kind, marks }, use }: TermPlace, profile: string): boolean {
  if (kind === 'listItem' && profile === 'webb') return true
  return marks.some(({ type, start, end }) => type === 'link' && start <= use.start && end >= use.end)
}

const opener =
  /(?:(?<!\p{L})(?:när|eftersom|medan|innan|där|vilket|vilka|som|att|om)) (?=[^,]*$)(?![^,]* (?:kan|ska|skall|måste|får|behöver|bör) (?:du|vi|ni|man|kommunen|nämnden) )[^,]{8,}$/iu
const toReader = /(?<!\p{L})(?:du|dig|din|ditt|dina|ni|er|ert|era)(?!\p{L})/iu

/** True in a clause that hangs on another, in a sentence that does not speak to the reader: `uppdrag att ta fram en detaljplan`. */
export function isSubordinate({ text }: BlockSummary, { start, end }: Range): boolean {
  const before = clauseBefore(text, start)
  return opener.test(before) && !toReader.test(before) && !toReader.test(restOfSentence(text, end))
}

/** Words of a paragraph that can say what its heading means. */
const fewestWords = 10
const leadsOn = /^(?:Här (?:kan|hittar|finns)|Läs |Mer |Se |Ladda )/
/** A number, a question or a word of kind beside the word that a heading deals with: `2. Startbesked`, `Vad är vite?`. */
const besides = /^(?:\d+[.)]?\s*|steg \d+:?\s*|vad (?:är|betyder|innebär) )?(?:(?:ett|en|om) )?$/u
const restOfTerm = /^\p{L}{0,3}\??$/u
/** What a paragraph says of its heading: `Det är ett godkännande …`, `Med vite menas …`. */
const says =
  /(?:^(?:Det|Den|Detta) (?:är|innebär|betyder|visar|ger) |(?<!\p{L})(?:innebär|betyder|menas|avses)(?!\p{L}))/u

/**
 * The heading below a place that deals with the term in a text of its own. One that has the term alone does so; one
 * that has other words too, as `Beräkning av …`, may only go on about it, and counts where its text says what it is.
 */
export function placeOfHeading(
  term: string,
  { block, use }: TermPlace,
  { blocks }: DocumentSummary,
): BlockSummary | undefined {
  return blocks.find((other, at) => {
    if (other.index <= block.index || !isHeading(other)) return false
    const heading = other.text.toLowerCase()
    const start = heading.indexOf(term)
    if (start < 0) return false
    const next = blocks[at + 1]
    if (next?.kind !== 'paragraph' || next.wordCount < fewestWords || leadsOn.test(next.text)) return false
    const isAlone = besides.test(heading.slice(0, start)) && restOfTerm.test(heading.slice(start + term.length))
    return isAlone || saysWhat(use, next.text)
  })
}

/** True where a text says what a term means, or uses the words of its explanation. */
export function saysWhat(use: Use, text: string): boolean {
  return says.test(text) || echoes(use, text)
}

/** What is said to those whom a term concerns: they have met it. */
const guardianTerms = new Set([
  'överförmyndare',
  'överförmyndarnämnd',
  'ställföreträdare',
  'huvudman',
  'god man',
  'förvaltare',
])
const applied = /(?<!\p{L})(?:ansök(?:er|a|t)|sök(?:er|a|t)|få(?:r|tt)?|har|beviljas|beviljats) (?:om )?(?:ett )?$/iu
const supportTerms = new Set(['försörjningsstöd'])
/** `ta del av allmänna handlingar`: who asks for them knows, or learns it there. */
const asked = /(?<!\p{L})(?:ta del av|begär(?:a|er)?(?: att få)?(?: ut| ta del av)?|begäran om|lämnar? ut) (?:en )?$/iu

/** True where whoever reads about the term is the one that it concerns. */
export function concernsReader(term: string, { block, use }: TermPlace, document: DocumentSummary): boolean {
  if (supportTerms.has(term)) return applied.test(block.text.slice(Math.max(0, use.start - 40), use.start))
  if (term === 'allmän handling') return asked.test(block.text.slice(Math.max(0, use.start - 40), use.start))
  return guardianTerms.has(term) && isForGuardians(document)
}

/** The sentence that a place stands in, with the one before and the one after. */
function aroundSentence(text: string, start: number, end: number): string {
  let from = start
  for (let stops = 0; from > 0; from--) if (isStop(text, from - 1) && ++stops > 1) break
  let to = end
  for (let stops = 0; to < text.length; to++) if (isStop(text, to) && ++stops > 1) break
  return text.slice(from, to)
}

export function isStop(text: string, at: number): boolean {
  return '.!?'.includes(text.charAt(at)) && text.charAt(at + 1) === ' '
}

/** Words of an explanation that tell nothing: they stand in any text of an authority. */
const common =
  /^(?:beslut|ärende|person|kommun|vilken|vilket|mellan|något?|någo|enligt|måst|elle|andr|anna|avgift|betal|mycket)/
/** Letters by which a word is known again in another form. */
const stemLength = 6

function stemOf(word: string): string {
  return word.slice(0, Math.min(stemLength, word.length - 1))
}

/** True where the sentences around, or the heading above, use the words of the explanation themselves. */
export function isEchoed({ block, use }: TermPlace, { blocks }: DocumentSummary): boolean {
  const above = blocks.filter((other) => other.index < block.index && isHeading(other)).at(-1)?.text ?? ''
  const around = aroundSentence(block.text, use.start, use.end)
  if (gates.has(use.term) && before.test(around) && begins.test(around)) return true
  return echoes(use, `${above} ${around}`)
}

/** A leave to go on, which a sentence explains by saying what may not be done before it. */
const gates = new Set(['startbesked', 'slutbesked', 'interimistiskt slutbesked'])
const before = /(?<!\p{L})(?:innan|förrän|utan)(?!\p{L})/iu
const begins = /(?<!\p{L})(?:(?:på)?börja|elda|använd|flytta|installera|ta(?:s|r)? (?:\p{L}+ )?i bruk)/iu

function echoes({ term, explanation }: Use, text: string): boolean {
  const own = term.split(' ').map(stemOf)
  const stems = new Set(
    allMatches(explanation.toLowerCase(), /\p{L}{5,}/gu)
      .map(([word]) => stemOf(word))
      .filter((stem) => !common.test(stem) && !own.includes(stem)),
  )
  if (stems.size === 0) return false
  const near = text.toLowerCase()
  const found = [...stems].filter((stem) => near.includes(stem)).length
  return found * 2 >= stems.size && found >= Math.min(2, stems.size)
}

/** Officers and authorities know the terms; a party before a court may not. */
export function isForThoseWhoKnow(document: DocumentSummary): boolean {
  const readership = readershipOf(document)
  return readership === 'officers' || readership === 'ombudsman'
}
