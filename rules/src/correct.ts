import type { Suggestion, TextBlock } from '@klarsprak/engine'
import type { Span } from './structure.ts'
import { likeCase } from './words.ts'

/**
 * Puts other words in a place, with the capital that stands there: `Tex` and `t.ex.` give `T.ex.`.
 *
 * @param safety `safe` where it says the same and fits whatever stands around
 */
export function correctTo(
  { text }: Pick<TextBlock, 'text'>,
  { start, end }: Span,
  right: string,
  safety: Suggestion['safety'] = 'safe',
): Suggestion {
  const put = likeCase(text.slice(start, end), right)
  return { title: `Skriv ”${put}”`, safety, edits: [{ start, end, text: put }] }
}

/** True in code, in an address and in what is glued to one, where letters are no words. */
export function isNoProse(block: TextBlock, { start, end }: Span): boolean {
  if (block.marks.length > 0 && block.markAt(start, 'code')) return true
  return isGlue(block.text[start - 1]) || (isGlue(block.text[end]) && block.text[end] !== '/')
}

function isGlue(sign: string | undefined): boolean {
  return sign !== undefined && '/@_\\#=&'.includes(sign)
}
