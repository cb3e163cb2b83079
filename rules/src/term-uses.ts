import type { BlockSummary, Glossary, GlossaryEntry, Suggestion, TableMatch, TextBlock } from '@klarsprak/engine'
import { analyseNounForm } from 'retext-swedish'
import { isExplained, namesReader } from './explained-term.ts'
import type { Term } from './terms.ts'

/** A place where a term stands. */
export interface Use {
  readonly term: string
  readonly start: number
  readonly end: number
  readonly explained: boolean
  /** What the table or the glossary says it means. */
  readonly explanation: string
  readonly suggestion: Suggestion
}

/** A use of a term and the block that it stands in. */
export interface TermPlace {
  readonly block: BlockSummary
  readonly use: Use
}

/** The uses in a block of the table's terms and of those that the house's own glossary explains; none as `undefined`. */
export function findTermUses(block: TextBlock, glossary: Glossary, matches: readonly TableMatch[]): Use[] | undefined {
  if (matches.length === 0 && glossary.entries.length === 0) return undefined
  const uses = matches.map((match) => useOf(block, match))
  for (const entry of glossary.entries)
    if (entry.explanation !== '' && entry.sayInstead === '') uses.push(...usesOfEntry(block, entry))
  return uses.length > 0 ? uses : undefined
}

/** Where each term stands, in the order in which the terms appear. */
export function placesByTerm(blocks: readonly BlockSummary<readonly Use[]>[]): Map<string, TermPlace[]> {
  const all = new Map<string, TermPlace[]>()
  for (const block of blocks) {
    const { facts } = block
    if (facts === undefined) continue
    for (const use of facts) {
      const places = all.get(use.term)
      if (places) places.push({ block, use })
      else all.set(use.term, [{ block, use }])
    }
  }
  return all
}

/** A hit of the table. */
function useOf(block: TextBlock, { entry, start, end }: TableMatch): Use {
  const { term, explanation, fits } = entry as Term
  return use(block, { start, end }, term, explanation, fits)
}

function use(
  block: TextBlock,
  at: { start: number; end: number },
  term: string,
  explanation: string,
  fits: boolean,
): Use {
  const edit = { start: at.end, end: at.end, text: ` (${explanation})` }
  return {
    term,
    ...at,
    explanation,
    explained: isExplained(block, at.start, at.end) || namesReader(block, at.start) || block.inQuote(at.start, at.end),
    suggestion:
      fits && !isPlural(block.text, at, term) && canTakeBrackets(block.text, at.start, at.end)
        ? { title: `Lägg till förklaringen ”(${explanation})”`, safety: 'suggestion', edits: [edit] }
        : { title: `Förklara ordet: ${explanation}`, safety: 'suggestion', edits: [] },
  }
}

/** Before a noun that looks the same in the plural: `eventuella remissvar`, `två yttranden`. */
const severalBefore =
  /(?:(?<!\p{L})(?:två|tre|fyra|fem|sex|flera|många|alla|några|inga|våra|dina|sina|era|andra)|(?<!(?:den|det|din|sin|vår|er) )(?<!\p{L})\p{Ll}{4,}[ae]) $/u

/** True for `detaljplaner`, `enskilda avlopp`: an explanation that tells what one is would not agree. */
function isPlural(text: string, { start, end }: { start: number; end: number }, term: string): boolean {
  const form = text.slice(start, end).toLowerCase()
  const [first, last] = [form.split(' ')[0]!, form.split(' ').at(-1)!]
  if (first !== last && first !== term.split(' ')[0] && /[ae]$/.test(first)) return true
  const numbers = analyseNounForm(last).filter(({ source }) => source !== 'guess')
  if (first !== last || numbers.length === 0) return false
  if (numbers.every(({ number }) => number === 'Plur')) return true
  return (
    numbers.some(({ number }) => number === 'Plur') && severalBefore.test(text.slice(Math.max(0, start - 30), start))
  )
}

/** What may follow the brackets: the end of a clause. Elsewhere they would part what belongs together. */
const closes = /^(?:$|[.,!?;:]|\s*$| (?:innan|när|då|eftersom|så) )/

/** False where the explanation would part a phrase, stand in other brackets or follow words in capitals. */
function canTakeBrackets(text: string, start: number, end: number): boolean {
  if (!closes.test(text.slice(end, end + 12)) || !/\p{Ll}/u.test(text.slice(start, end))) return false
  return text.lastIndexOf('(', start) <= text.lastIndexOf(')', start)
}

/** Where the forms of an entry of the house's own glossary stand in a block. */
function usesOfEntry(block: TextBlock, { term, forms, explanation }: GlossaryEntry): Use[] {
  const uses: Use[] = []
  const lower = block.text.toLowerCase()
  for (const form of new Set([term, ...forms])) {
    // Abbreviations of initials are for `oforklarad-forkortning`.
    if (/^\p{Lu}{2,6}\d?$/u.test(form)) continue
    const needle = form.toLowerCase()
    for (let start = lower.indexOf(needle); start >= 0; start = lower.indexOf(needle, start + 1)) {
      const end = start + needle.length
      if (/[\p{L}\p{N}]/u.test(`${lower[start - 1] ?? ' '}${lower[end] ?? ' '}`)) continue
      uses.push(use(block, { start, end }, term, explanation, true))
    }
  }
  return uses.sort((a, b) => a.start - b.start)
}
