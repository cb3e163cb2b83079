import type { Mark } from '@klarsprak/documents'
import type { Word } from 'retext-swedish'
import type { Suggestion, TextBlock, TextEdit } from './types.ts'

const negations = new Map([
  ['inte', 'inte'],
  ['ej', 'inte'],
  ['icke', 'inte'],
  ['aldrig', 'aldrig'],
  ['utan', 'utan'],
  ['varken', 'varken'],
  ['ingen', 'ingen'],
  ['inget', 'ingen'],
  ['inga', 'ingen'],
  ['ingenting', 'ingenting'],
])

/**
 * A suggestion with what the program itself can check of it held to. Edits never touch the inside of quoted text, of
 * inline code or of text in another language. A safe edit keeps every number, negation and name; one that does not is
 * left to a person.
 */
export function guardSuggestion(suggestion: Suggestion, block: TextBlock): Suggestion {
  const { title, safety, edits } = suggestion
  if (edits.length === 0) return safety === 'suggestion' ? suggestion : { title, safety: 'suggestion', edits }
  const isMixed = block.quoted || block.marks.length > 0
  if (isMixed && edits.some((edit) => touchesForeignText(edit, block)))
    return { title, safety: 'suggestion', edits: [] }
  if (safety === 'safe' && !keepsFacts(edits, block)) return { title, safety: 'suggestion', edits }
  return suggestion
}

const untouchable: ReadonlySet<Mark['type']> = new Set(['quote', 'code', 'language'])

function touchesForeignText(edit: TextEdit, block: TextBlock): boolean {
  return block.quoted || block.marks.some((mark) => untouchable.has(mark.type) && reachesInside(edit, mark, block.text))
}

function reachesInside({ start, end }: TextEdit, mark: Mark, text: string): boolean {
  const isQuote = mark.type === 'quote'
  const from = isQuote && isQuotationMark(text, mark.start) ? mark.start + 1 : mark.start
  const to = isQuote && isQuotationMark(text, mark.end - 1) ? mark.end - 1 : mark.end
  return start === end ? from < start && start < to : start < to && from < end
}

function isQuotationMark(text: string, at: number): boolean {
  return '”"“„»«’‘\'›‹'.includes(text.charAt(at))
}

function keepsFacts(edits: readonly TextEdit[], block: TextBlock): boolean {
  const from = Math.min(...edits.map((edit) => edit.start))
  const to = Math.max(...edits.map((edit) => edit.end))
  // Whole words round the edits: an edit inside `1 250` concerns the whole number.
  const start = wordStart(block.text, from)
  const end = wordEnd(block.text, to)
  const before = block.text.slice(start, end)
  const after = applyToRange(block.text, edits, start, end)
  return (
    numbersOf(before) === numbersOf(after) &&
    negationsOf(before) === negationsOf(after) &&
    keepsNames(from, to, after, block)
  )
}

/** Longest stretch that is looked at beside an edit. */
const reach = 60

function wordStart(text: string, from: number): number {
  let at = from
  while (at > 0 && from - at < reach && !isBreak(text, at - 1)) at--
  return at
}

function wordEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && at - from < reach && !isBreak(text, at)) at++
  return at
}

/** White space, but not a space inside a number. */
function isBreak(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at)) && !(isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1)))
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1
}

function applyToRange(text: string, edits: readonly TextEdit[], start: number, end: number): string {
  let result = ''
  let at = start
  for (const edit of [...edits].sort((one, other) => one.start - other.start || one.end - other.end)) {
    result += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + text.slice(at, end)
}

/** The numbers of a text, with grouping spaces and the kind of dash left out of account. */
function numbersOf(text: string): string {
  const joined = text.replace(/(?<=\d)[\s\u00a0\u202f](?=\d)/g, '').replace(/[‐‑‒–—−]/g, '-')
  return (joined.match(/\d+(?:[.,:/-]+\d+)*/g) ?? []).join(' ')
}

function negationsOf(text: string): string {
  const words = text.toLowerCase().match(/[a-zåäö]+/g) ?? []
  return words.flatMap((word) => negations.get(word) ?? []).join(' ')
}

/** Every name in the range is still a word there, letter by letter: `EUs` may become `EU:s`. */
function keepsNames(from: number, to: number, after: string, block: TextBlock): boolean {
  let left: Set<string> | undefined
  const { words } = block
  for (let index = firstEndingAfter(words, from); index < words.length; index++) {
    const word = words[index]!
    if (word.start >= to) break
    if (word.upos !== 'PROPN') continue
    left ??= new Set([...after.split(/\s+/), ...after.split(/[^\p{L}\p{N}]+/u)].map(lettersOf))
    if (!left.has(lettersOf(word.form))) return false
  }
  return true
}

function firstEndingAfter(words: readonly Word[], offset: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
