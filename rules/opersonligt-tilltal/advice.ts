import type { Suggestion, TableMatch, TextBlock } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { isFiniteVerb } from '../src/verbs.ts'
import { likeCase, startsSentence } from '../src/words.ts'
import { isCondition, isDuty } from './sense.ts'

/** Words that point at the person again and would have to change too. */
const backward = new Set([
  'sig',
  'sin',
  'sitt',
  'sina',
  'han',
  'hon',
  'hen',
  'hans',
  'hennes',
  'hens',
  'denne',
  'dennes',
  'själv',
])
const words = {
  du: { object: 'dig', own: '”din”, ”ditt” eller ”dina”' },
  ni: { object: 'er', own: '”er”, ”ert” eller ”era”' },
} as const

/**
 * `du`, or `ni` in a text that says so, in place of a subject that nothing else points at; otherwise what to write. Where the words stand again in the
 * block they are all changed at once, so that the address is not mixed.
 */
export function advice(
  match: TableMatch,
  isGenitive: boolean,
  role: string,
  block: TextBlock,
  address: 'du' | 'ni',
): Suggestion[] {
  const { object, own } = words[address]
  if (isGenitive) return [advise(`Vänd dig till läsaren: ${own}`)]
  const places = [match.words, ...repeats(match, block)]
  if (!places.every(canChange) || !(isDuty(match) || isCondition(match))) {
    const everywhere = places.length > 1 ? ' i hela stycket' : ''
    return [advise(`Vänd dig till läsaren${everywhere}: skriv ”${address}” eller ”${object}”`)]
  }
  return [...(role === '' ? [address] : [address, `${address} ${role}`])].map((replacement) => {
    const edits = places.map((place, index) => {
      const [start, end] = [place[0]!.start, place.at(-1)!.end]
      return { start, end, text: likeCase(block.text.slice(start, end), index === 0 ? replacement : address) }
    })
    const title = `Byt till ”${edits[0]!.text}”${edits.length > 1 ? ` på ${edits.length} ställen` : ''}`
    return { title, safety: 'suggestion', edits }
  })
}

function advise(title: string): Suggestion {
  return { title, safety: 'suggestion', edits: [] }
}

function canChange(words: readonly Word[]): boolean {
  return isSubject(words) && !words[0]!.sentence.words.some(({ lower }) => backward.has(lower))
}

/** Where the same words stand further on in the block. */
function repeats({ entry, words }: TableMatch, { words: all }: TextBlock): (readonly Word[])[] {
  const found: (readonly Word[])[] = []
  for (let at = all.indexOf(words.at(-1)!) + 1; at < all.length; at++) {
    const length = lengthAt(all, at, entry.patterns)
    if (length > 0) found.push(all.slice(at, at + length))
  }
  return found
}

/** The number of words of the first pattern that stands here; 0 where none does. */
function lengthAt(all: readonly Word[], at: number, patterns: readonly string[]): number {
  const { lower } = all[at]!
  for (const pattern of patterns) {
    if (!pattern.startsWith(lower)) continue
    const forms = pattern.split(' ')
    if (forms.every((form, index) => all[at + index]?.lower === form)) return forms.length
  }
  return 0
}

/** True where word order shows that the words are the subject of their clause. */
function isSubject(words: readonly Word[]): boolean {
  const first = words[0]!
  const { previous } = first
  const next = words.at(-1)!.next
  if (startsSentence(first)) return isFiniteVerb(next)
  if (previous!.upos === 'SCONJ') return true
  if (!isFiniteVerb(previous)) return false
  return startsSentence(previous!) || (previous!.previous!.upos === 'ADV' && startsSentence(previous!.previous!))
}
