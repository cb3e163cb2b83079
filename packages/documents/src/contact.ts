import type { BlockKind } from './types.ts'

/** Longer blocks are text, whatever they hold. */
const MAX_LENGTH = 300
/** Words that may stand beside the contact details: a name, a title, a unit; and more for each further detail. */
const MAX_OTHER_WORDS = 8
const MORE_WORDS = 4

const HINT = /[@\d]/
/** E-mail addresses, phone numbers, post towns and street addresses. */
const DETAILS =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:\+46|(?<![\d.,:–-])0)[\d\s()–-]{5,16}\d\b|\b\d{3} ?\d{2} (?=\p{Lu})|\b\p{Lu}[\p{L}]*(?:gatan|vägen|torget|gränd|plan|allén|stigen|backen|platsen|väg|gata)\s+\d+(?:\s?[A-Z](?![\p{L}-]))?/gu
const URL = /(?:https?:\/\/|www\.)\S+/g
const LABEL =
  /\b(?:telefon|tel|tfn|mobil|växel|fax|e-?post|e-?mail|mejl|webb(?:plats)?|hemsida|adress|(?:besöks|post|gatu|faktura)adress|box \d+|kontakt(?:person)?|kontakta(?: oss)?|org\.? ?nr|bankgiro|plusgiro|bg|pg)\b[.:]?/giu
/** What only running text has: a full stop, or somebody who is spoken of or to. */
const SENTENCE = /[.!?]\s+\p{Lu}|\p{Ll}{2}[.!?]$/u
const PERSON = /(?<!\p{L})(?:du|dig|din|ditt|vi|oss|ni|er|jag|mig)(?!\p{L})/iu

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
  const rest = text
    .replace(URL, ' ')
    .replace(DETAILS, () => {
      details++
      return ' '
    })
    .replace(LABEL, ' ')
  if (details === 0 || SENTENCE.test(rest) || PERSON.test(rest)) return false
  const words = rest.match(/[\p{L}\p{N}]+/gu)
  return (words?.length ?? 0) <= MAX_OTHER_WORDS + MORE_WORDS * (details - 1)
}
