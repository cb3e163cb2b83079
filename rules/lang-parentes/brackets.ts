import type { TextBlock } from '@klarsprak/engine'
import { isCounted } from '../src/sentence-words.ts'

/** A pair of brackets that stands in no other. Offsets are into the block's text, end exclusive. */
export interface Bracket {
  readonly start: number
  readonly end: number
  /** What stands inside. */
  readonly text: string
  readonly words: number
  /** True where another pair stands inside, with words of its own: not `KS(2024)`. */
  readonly hasNested: boolean
  /** True where it stands for itself, after a full stop and before a new sentence. */
  readonly isOwnSentence: boolean
  /** Number of the sentence it begins in. */
  readonly sentence: number
}

export function findBrackets(block: TextBlock): Bracket[] {
  const found: Bracket[] = []
  let depth = 0
  let start = 0
  let nested = 0
  let hasNested = false
  for (let at = 0; at < block.text.length; at++) {
    const sign = block.text.charAt(at)
    if (sign === '(') {
      depth++
      if (depth === 1) {
        start = at
        hasNested = false
      } else if (depth === 2) nested = at
    } else if (sign === ')' && depth > 0) {
      depth--
      if (depth === 1)
        hasNested ||=
          !block.inQuote(nested, at + 1) &&
          !isReference(block.text.slice(nested + 1, at)) &&
          /\p{L}{2}[^()]* /u.test(block.text.slice(nested, at))
      if (depth > 0) continue
      const end = at + 1
      const inside = block.words.filter((word) => word.start > start && word.end < end)
      const sentence = block.sentences.findIndex((one) => one.start <= start && start < one.end)
      found.push({
        start,
        end,
        text: block.text.slice(start + 1, at),
        words: inside.filter(isCounted).length,
        hasNested,
        isOwnSentence:
          /(?:^|[.!?]\s*)$/.test(block.text.slice(Math.max(0, start - 3), start)) ||
          /^\p{Lu}.*[.!?]$/su.test(block.text.slice(start + 1, at)),
        sentence,
      })
    }
  }
  return found
}

/** True for what only names, dates or refers: laws, numbers, abbreviations, addresses, file sizes, names of a source. */
export function isReference(text: string): boolean {
  if (/§|\bkap\.|\d{4}:\d+|\bDnr\b|\bdnr\b|https?:|www\.|@|\bs\. ?\d/i.test(text)) return true
  const words = text.trim().split(/\s+/)
  return words.length === 1 || !/\p{Ll}{2}/u.test(text)
}

/** True for an age, a price or another figure of a few words: `7–9 år`, `kostar 20 kronor`. */
export function isMeasure(text: string, words: number): boolean {
  return (
    words <= 3 &&
    /\d[ \u00a0]?(?:år|kronor|kr|öre|meter|m|km|m²|kg|procent|%|timmar|minuter|min|st|veckor|dagar)$/u.test(text.trim())
  )
}
