import type { BlockKind } from './types.ts'

/** Longer blocks are text, whatever they hold. */
const MAX_LENGTH = 300
/** Words that may stand beside the contact details: a name, a title, a unit. */
const MAX_OTHER_WORDS = 8

const HINT = /[@\d]|www\.|https?:/i
const DETAILS =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?:\/\/|www\.)\S+|(?:\+46|\b0)[\d\s()–-]{5,16}\d\b|\b\d{3} ?\d{2} (?=\p{Lu})|\b\p{Lu}[\p{L}]*(?:gatan|vägen|torget|gränd|plan|allén|stigen|backen|platsen|väg|gata)\s+\d+\s?[A-Za-z]?\b/gu
const LABEL =
  /\b(?:telefon|tel|tfn|mobil|växel|fax|e-?post|e-?mail|mejl|webb(?:plats)?|hemsida|adress|(?:besöks|post|faktura)adress|box \d+|kontakt(?:person)?|kontakta)\b[.:]?/giu
const SENTENCE = /[.!?]\s+\p{Lu}|\p{Ll}{2}[.!?]$/u

/**
 * True where a block holds contact details and little else: a phone number, an address, an e-mail
 * address, with a name and a title at most. A sentence that mentions a phone number is text.
 *
 * @param kind what the block is otherwise; only paragraphs and list items turn into contact details
 */
export function isContact(kind: BlockKind, text: string): boolean {
  if (kind !== 'paragraph' && kind !== 'listItem') return false
  if (text.length > MAX_LENGTH || !HINT.test(text)) return false
  let details = 0
  const rest = text.replace(DETAILS, () => {
    details++
    return ' '
  })
  if (details === 0 || SENTENCE.test(rest)) return false
  const words = rest.replace(LABEL, ' ').match(/[\p{L}\p{N}]+/gu)
  return (words?.length ?? 0) <= MAX_OTHER_WORDS
}
