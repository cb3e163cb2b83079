import type { ParserToken } from './input.ts'

const QUOTE = /^["'”“„’‘»«]$/u
const OPENING = /^[([]$/u
const CLOSING = /^[)\]]$/u

/**
 * Attaches the punctuation of a sentence once its words have heads, as UD_Swedish-Talbanken does: quotation marks to the
 * head of what they enclose, parentheses to what that depends on, a comma between conjuncts to the second, and other
 * marks to the higher of the phrases they part.
 *
 * @param tokens the sentence
 * @param head index of each token's head, −1 for the root; those of punctuation are written
 * @param relation UD relation of each word
 * @param isWord whether a token has a head already
 */
export function attachPunctuation(
  tokens: readonly ParserToken[],
  head: Int32Array,
  relation: (token: number) => string,
  isWord: (token: number) => boolean,
): void {
  const count = tokens.length
  const nextWord = new Int32Array(count)
  for (let i = count - 1, next = -1; i >= 0; i--) {
    nextWord[i] = next
    if (isWord(i)) next = i
  }
  const partner = partnersOf(tokens)
  let previousWord = -1
  for (let i = 0; i < count; i++) {
    if (isWord(i)) {
      previousWord = i
      continue
    }
    const enclosed =
      partner[i]! < 0 ? -1 : headOfRange(head, isWord, Math.min(i, partner[i]!), Math.max(i, partner[i]!))
    if (enclosed >= 0) head[i] = QUOTE.test(tokens[i]!.form) || head[enclosed]! < 0 ? enclosed : head[enclosed]!
    else head[i] = headBetween(tokens[i]!.form, i, previousWord, nextWord[i]!, head, relation)
  }
}

/** The head of a mark that parts phrases: `left` and `right` are the words beside it, −1 at the sentence's ends. */
function headBetween(
  form: string,
  at: number,
  left: number,
  right: number,
  head: Int32Array,
  relation: (token: number) => string,
): number {
  const leftTop = climb(left, head, (parent) => parent < at)
  const rightTop = climb(right, head, (parent) => parent > at)
  if (rightTop < 0) return leftTop
  if (leftTop < 0) return rightTop
  const overRight = head[rightTop]!
  const overLeft = head[leftTop]!
  if (overRight >= 0 && overRight < at)
    return form === ',' && relation(rightTop).startsWith('conj') ? rightTop : overRight
  if (overLeft > at) {
    // The mark that closes what is put in after a subject belongs to the subject.
    const closes = left !== leftTop && relation(leftTop).startsWith('nsubj') && !CLOSING.test(form)
    return closes ? leftTop : overLeft
  }
  return leftTop
}

/** No true sentence is deeper; endless ones stay quick. */
const MOST_STEPS = 100

/** The highest word reached from here without crossing the mark. */
function climb(from: number, head: Int32Array, stays: (parent: number) => boolean): number {
  let word = from
  if (word < 0) return word
  for (let steps = 0; steps < MOST_STEPS && head[word]! >= 0 && stays(head[word]!); steps++) word = head[word]!
  return word
}

/** For each quotation mark or parenthesis its other half; −1 for other tokens and where there is none. */
function partnersOf(tokens: readonly ParserToken[]): Int32Array {
  const partner = new Int32Array(tokens.length).fill(-1)
  let quote = -1
  let parenthesis = -1
  for (let i = 0; i < tokens.length; i++) {
    const { form, upos } = tokens[i]!
    if (upos !== 'PUNCT') continue
    if (QUOTE.test(form)) quote = pair(partner, quote, i)
    else if (OPENING.test(form)) parenthesis = i
    else if (CLOSING.test(form) && parenthesis >= 0) parenthesis = pair(partner, parenthesis, i)
  }
  return partner
}

function pair(partner: Int32Array, first: number, second: number): number {
  if (first < 0) return second
  partner[first] = second
  partner[second] = first
  return -1
}

/** The first word between two marks whose head stands outside them. */
function headOfRange(head: Int32Array, isWord: (token: number) => boolean, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    if (isWord(i) && (head[i]! < from || head[i]! > to)) return i
  }
  return -1
}
