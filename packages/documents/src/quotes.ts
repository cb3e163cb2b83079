import type { Mark } from './types.ts'

/** Quotation marks, and by which they are closed. Swedish opens and closes with the same. */
const CLOSERS: Record<string, string> = {
  '”': '”',
  '"': '"',
  '“': '”“',
  '„': '”“',
  '»': '»«',
  '«': '»',
  '’': '’',
  '‘': '’',
  "'": "'",
}

const QUOTATION_MARK = /[”"“„»«’‘']/g
const OPENS_AFTER = /[\s([{/–—\-”"“„»«’‘']/
const WORD = /[\p{L}\p{N}]/u

/** True where a quotation mark at this place can begin a quotation: `(”`, but not `15"` or `Lars’`. */
function canOpen(text: string, at: number): boolean {
  const next = text[at + 1]
  return (at === 0 || OPENS_AFTER.test(text[at - 1]!)) && next !== undefined && !/\s/.test(next)
}

/** True where a quotation mark at this place can end one. An apostrophe inside a word never does. */
function canClose(text: string, at: number): boolean {
  const next = text[at + 1]
  return at > 0 && !/\s/.test(text[at - 1]!) && (next === undefined || !WORD.test(next))
}

/**
 * The quotations in a text, quotation marks included. Only those that begin and end in it; a quotation
 * inside another is left to the outer one.
 *
 * @param text the text of one block
 * @returns marks in order, offsets into the text
 */
export function quoteMarks(text: string): Mark[] {
  const marks: Mark[] = []
  QUOTATION_MARK.lastIndex = 0
  let open = -1
  for (let hit = QUOTATION_MARK.exec(text); hit; hit = QUOTATION_MARK.exec(text)) {
    const at = hit.index
    if (open !== -1 && CLOSERS[text[open]!]!.includes(hit[0]) && canClose(text, at)) {
      if (at > open + 1) marks.push({ type: 'quote', start: open, end: at + 1 })
      open = -1
    } else if (canOpen(text, at) && (open === -1 || text[open] === hit[0] || isSingle(text[open]!))) {
      open = at
    }
  }
  return marks
}

/** Single marks may be apostrophes, so a double one may begin after them. */
function isSingle(mark: string): boolean {
  return mark === '’' || mark === '‘' || mark === "'"
}
