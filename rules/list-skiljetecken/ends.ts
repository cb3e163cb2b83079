import type { TextBlock } from '@klarsprak/engine'
import { hasMainVerb } from '../src/main-verb.ts'
import type { Span } from '../src/structure.ts'

/** How an item or the line before a list ends. */
export interface ItemEnd {
  /** The sign that it ends with; empty for a word. */
  readonly sign: string
  readonly at: Span
  /** The last word. */
  readonly last: Span
  /** A conjunction last, with the space and the comma before it. */
  readonly conjunction: Span | undefined
  readonly word: string | undefined
  readonly isSentence: boolean
  readonly sentences: number
  /** A sentence that lacks its end: `Du ska`. */
  readonly continues: boolean
  /** A verb with things in a row after it: `Du behöver`. */
  readonly takesThings: boolean
  /** Begins with an infinitive: `lämna in en ritning`. */
  readonly beginsWithVerb: boolean
}

const signs = /[.,;:!?]/
/** A link between the last two items. `eller` says something, so it may stay. */
const conjunction = /^(?:och|samt)$/

/** A verb that waits for another. */
const modal = /^(?:ska|skall|kan|måste|får|bör|vill|behöver)$/

/** How a list item ends. */
export function readEnd(block: TextBlock): ItemEnd | undefined {
  const { text, words, sentences } = block
  const last = words.at(-1)
  if (!last) return undefined
  const sign = last.kind === 'punctuation' && signs.test(last.form) ? last.form : ''
  const word = sign === '' ? last : last.previous
  // A closing bracket, an ellipsis or an abbreviation says nothing of which model the list follows.
  const isUntold = last.kind === 'punctuation' || last.form.endsWith('.') || /^(?:etc|osv|mm)$/.test(last.lower)
  if (!word || (sign === '' && isUntold)) return undefined
  const links = conjunction.test(word.lower) && word.previous !== undefined
  let from = word.start
  while (from > 0 && /[\s,]/.test(text[from - 1]!)) from--
  return {
    sign: sign === '' ? '' : sign[0]!,
    at: { start: last.start, end: last.end },
    last: { start: word.start, end: word.end },
    conjunction: links && (sign === '' || sign === ',') ? { start: from, end: word.end } : undefined,
    word: links ? word.form : undefined,
    isSentence: words.some(({ morph }) => morph.VerbForm === 'Fin'),
    sentences: sentences.length,
    continues: word.lower === 'att' || modal.test(word.lower),
    takesThings: word.lower === 'behöver' || word.lower === 'får',
    beginsWithVerb: words[0]!.morph.VerbForm === 'Inf',
  }
}

/** Longer paragraphs lead to no list. */
const longestIntro = 400

/** How a paragraph ends, where it may lead to a list. */
export function introEnd(block: TextBlock): ItemEnd | undefined {
  if (block.text.length > longestIntro || /[.!?]/.test(block.text.charAt(block.text.length - 1))) return undefined
  const end = readEnd(block)
  return end && { ...end, isSentence: hasMainVerb(block.words) }
}
