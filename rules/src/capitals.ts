import type { TextBlock } from '@klarsprak/engine'
import { before, wordAt } from './places.ts'

/**
 * True where a capital at this place is neither the first of its sentence nor next to another capitalised word before
 * it, which it may make a name with: `du kan ringa |Kommunen`, but not `Region |Örebro`.
 */
export function isCapitalInside(block: TextBlock, start: number): boolean {
  const earlier = before(block.text, start, 40)
  if (!/[\p{Ll}\d,][ \u00a0]$/u.test(earlier)) return false
  const word = wordAt(block, start)
  if (word === undefined || word.start !== start || word.previous === undefined) return false
  const { previous } = word
  return !/^\p{Lu}\p{Ll}/u.test(previous.form) || previous.previous === undefined
}

/** True where a capitalised word follows, as in a name of two words. */
export function isBeforeCapital(text: string, end: number): boolean {
  return /^[ \u00a0]\p{Lu}/u.test(text.slice(end, end + 2))
}
