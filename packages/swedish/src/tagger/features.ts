import { Shape } from './shape.ts'

/** Most features a word can have by itself. */
export const maxOwnFeatures = 48

const wordSalt = 0x3c6ef372
const suffixSalt = 0x1b873593
const prefixSalt = 0x52dce729
const shapeSalt = 0x7feb352d
const tailSalt = 0x2545f491
const lengthSalt = 0x68bc21eb
const contextWordSalt = 0x41c64e6d
const contextSuffixSalt = 0x5f356495

/** Spreads the bits of a hash (the finaliser of MurmurHash3). Never 0, which marks an empty slot. */
export function mix(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  h = (h ^ (h >>> 16)) >>> 0
  return h === 0 ? 1 : h
}

/** One more letter into a running hash; all digits count as one. */
export function step(h: number, code: number): number {
  return Math.imul(h ^ (code >= 48 && code <= 57 ? 48 : code), 0x01000193)
}

/** Hash of a whole word; all digits count as one. */
export function wordHash(word: string, salt: number): number {
  let h = salt
  for (let i = 0; i < word.length; i++) h = step(h, word.charCodeAt(i))
  return mix(h)
}

/** True where what the capitals of a word say depends on its place. */
export function placeMatters(shape: Shape): boolean {
  return shape === Shape.capitalised || shape === Shape.capitals
}

/**
 * Marks the words of a sentence whose capitals say nothing: the first word, numbers and signs before it
 * aside, and every word of a sentence in capitals.
 *
 * @param shapes what `shapeOf` says of each word
 * @param out gets 1 or 0 for each word
 */
export function markInitial(shapes: ArrayLike<Shape>, first: number, end: number, out: Uint8Array): void {
  let capitals = 0
  let others = 0
  let opening = true
  for (let i = first; i < end; i++) {
    const shape = shapes[i]!
    const sign = shape >= Shape.digits && shape <= Shape.symbol && shape !== Shape.alphanumeric
    if (shape === Shape.capitals) capitals++
    else if (!sign && shape !== Shape.initial && shape !== Shape.alphanumeric) others++
    out[i] = opening && shape !== Shape.capitals ? 1 : 0
    if (!sign) opening = false
  }
  if (capitals >= 2 && others === 0) for (let i = first; i < end; i++) out[i] = 1
}

/** A word in capitals among others counts as one in lower case; a first word's capital is a shape of its own. */
function keyOfShape(shape: Shape, initial: boolean): number {
  if (!initial) return shape * 2
  return shape === Shape.capitals ? Shape.lower * 2 : shape === Shape.capitalised ? shape * 2 + 1 : shape * 2
}

/**
 * The features of a word by itself, as 32-bit hashes written to `out`; returns how many. The first is the
 * word itself.
 *
 * @param lower the word in lower case
 * @param shape what `shapeOf` says of its form
 * @param initial whether a capital says nothing here: first in a sentence, or among capitals
 */
export function ownFeatures(lower: string, shape: Shape, initial: boolean, out: Uint32Array): number {
  const length = lower.length
  const shapeKey = keyOfShape(shape, initial)
  let n = 0
  out[n++] = wordHash(lower, wordSalt)
  out[n++] = mix(shapeSalt + shapeKey)
  let h = suffixSalt
  const suffixes = Math.min(length, 7)
  for (let k = 1; k <= suffixes; k++) {
    h = step(h, lower.charCodeAt(length - k))
    out[n++] = mix(h)
    if (k <= 4) out[n++] = mix(h + Math.imul(shapeKey + 1, 0x9e3779b1))
  }
  h = prefixSalt
  const prefixes = Math.min(length, 4)
  for (let k = 1; k <= prefixes; k++) {
    h = step(h, lower.charCodeAt(k - 1))
    if (k >= 2) out[n++] = mix(h)
  }
  out[n++] = mix(lengthSalt + Math.min(length, 16) * 32 + shapeKey)
  const hyphen = lower.lastIndexOf('-')
  if (hyphen > 0 && hyphen < length - 1) {
    h = tailSalt
    for (let i = length - 1; i > hyphen; i--) h = step(h, lower.charCodeAt(i))
    out[n++] = mix(h)
  }
  return n
}

/** Two views of a word that its neighbours take: the word itself, and its last letters with its shape. */
export const View = { word: 0, suffix: 1 } as const
export const viewCount = 2

/** A word as its neighbours see it. */
export function viewOf(view: number, lower: string, shape: Shape, initial: boolean): number {
  if (view === View.word) return wordHash(lower, contextWordSalt)
  let h = contextSuffixSalt + keyOfShape(shape, initial)
  for (let k = 1; k <= 3 && k <= lower.length; k++) h = step(h, lower.charCodeAt(lower.length - k))
  return mix(h)
}

/** What stands before the first word of a sentence, and after the last. */
export const beforeSentence = 0x51ed270b
export const afterSentence = 0x6b43a9b5

/** Neighbours that give a feature each: where they stand, from the word, and the view taken. */
export const neighbours: readonly { offset: number; view: number }[] = [-1, 1, -2, 2].flatMap((offset) =>
  [View.word, View.suffix].map((view) => ({ offset, view })),
)

/** The feature of one neighbour. */
export function neighbourFeature(index: number, view: number): number {
  return mix(view + Math.imul(index + 1, 0x9e3779b1))
}

/** Pairs of words that give a feature together; offset 0 is the word itself. */
export const pairs: readonly { offsets: readonly [number, number]; views: readonly [number, number] }[] = [
  { offsets: [-1, 0], views: [View.word, View.word] },
  { offsets: [1, 0], views: [View.word, View.word] },
  { offsets: [-1, 1], views: [View.word, View.word] },
  { offsets: [-1, -2], views: [View.word, View.word] },
  { offsets: [1, 2], views: [View.word, View.word] },
  { offsets: [-1, 0], views: [View.suffix, View.word] },
  { offsets: [1, 0], views: [View.suffix, View.word] },
  { offsets: [-1, 1], views: [View.word, View.suffix] },
  { offsets: [-1, 1], views: [View.suffix, View.suffix] },
]

/** The feature of a pair. */
export function pairFeature(index: number, first: number, second: number): number {
  return mix(Math.imul(first, 0x2c1b3c6d) ^ Math.imul(second, 0x297a2d39) ^ (index + 101))
}
