import { scan } from './segment/scanner.ts'
import type { TypeTable } from './type-table.ts'

/**
 * The tokens (UD words) of a text, in arrays by token number. Offsets are UTF-16 code units into `text`.
 * Every character that is not white space stands in exactly one token, in order.
 */
export interface Tokens {
  readonly text: string
  /** The text is a heading: capitals say little about names. */
  readonly heading: boolean
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** `TOKEN_KINDS[kind[i]]` is the token's kind. */
  readonly kind: Uint8Array
  /** Number of the token's word type in `types`; equal forms have equal numbers. */
  readonly type: Int32Array
  readonly types: TypeTable
  readonly sentenceCount: number
  /** The first token of each sentence, and `count` last. */
  readonly sentenceStart: Int32Array
  /** As it stands in the text. */
  form(token: number): string
  /** As words are compared: see `Word.lower`. */
  lower(token: number): string
  /** White space, or nothing at all, stands before the token. */
  spaceBefore(token: number): boolean
}

export interface TokeniseOptions {
  /** The text is a heading: line breaks and colons do not end a sentence. */
  heading?: boolean
}

/**
 * Divides a text into sentences and UD words as UD_Swedish-Talbanken does: `och/eller` is three words,
 * `bl.a.`, `t ex` and `25:e` are one. Paragraphs are divided by empty lines; no sentence crosses one.
 * Time is linear in the length of the text; any string is accepted.
 */
export function tokenise(text: string, options: TokeniseOptions = {}): Tokens {
  const heading = options.heading ?? false
  const buffer = scan(text, heading)
  const { count, types, sentenceCount } = buffer
  // Copies: the buffer's arrays serve the next text too.
  const start = buffer.start.slice(0, count)
  const end = buffer.end.slice(0, count)
  const type = buffer.type.slice(0, count)
  const kind = new Uint8Array(count)
  for (let token = 0; token < count; token++) kind[token] = types.kind[type[token]!]!
  return {
    text,
    heading,
    count,
    start,
    end,
    kind,
    type,
    types,
    sentenceCount,
    sentenceStart: buffer.sentenceStart.slice(0, sentenceCount + 1),
    form: (token) => types.form(type[token]!),
    lower: (token) => types.lower(type[token]!),
    spaceBefore: (token) => token === 0 || start[token]! > end[token - 1]!,
  }
}
