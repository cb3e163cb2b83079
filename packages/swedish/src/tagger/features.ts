import { Shape } from './shape.ts'

/** Most features a word can have by itself. */
export const maxOwnFeatures = 64

const wordSalt = 0x3c6ef372
const suffixSalt = 0x1b873593
const prefixSalt = 0x52dce729
const shapeSalt = 0x7feb352d
const tailSalt = 0x2545f491
const lengthSalt = 0x68bc21eb
const contextWordSalt = 0x41c64e6d
const contextSuffixSalt = 0x5f356495
const lexiconSalt = 0x4cf5ad43
const lexiconSetSalt = 0x27d4eb2f
const contextLexiconSalt = 0x165667b1

/** What the lexicon says of a word: `Lexicon` after a look-up. */
export interface LexiconReading {
  readonly tags: Uint8Array
  readonly count: number
  readonly found: number
}

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
 * @param reading what the lexicon says of it
 */
export function ownFeatures(
  lower: string,
  shape: Shape,
  initial: boolean,
  reading: LexiconReading,
  out: Uint32Array,
): number {
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
  let set = lexiconSetSalt + reading.found
  for (let i = 0; i < reading.count && n < maxOwnFeatures - 2; i++) {
    const tag = reading.tags[i]!
    set = Math.imul(set ^ tag, 0x01000193)
    out[n++] = mix(lexiconSalt + reading.found * 256 + tag)
  }
  out[n++] = mix(set)
  out[n++] = mix(set + Math.imul(shapeKey + 1, 0x9e3779b1))
  return n
}

/** Views of a word that its neighbours take: the word itself, its last letters with its shape, what the lexicon says. */
const View = { word: 0, suffix: 1, lexicon: 2 } as const
export const viewCount = 3

/** A word as its neighbours see it. */
export function viewOf(view: number, lower: string, shape: Shape, initial: boolean, reading: LexiconReading): number {
  if (view === View.word) return wordHash(lower, contextWordSalt)
  if (view === View.lexicon) {
    let set = contextLexiconSalt + (reading.count === 0 ? keyOfShape(shape, initial) + 1 : 0)
    for (let i = 0; i < reading.count; i++) set = Math.imul(set ^ reading.tags[i]!, 0x01000193)
    return mix(set)
  }
  let h = contextSuffixSalt + keyOfShape(shape, initial)
  for (let k = 1; k <= 3 && k <= lower.length; k++) h = step(h, lower.charCodeAt(lower.length - k))
  return mix(h)
}

/** What stands before the first word of a sentence, and after the last. */
export const beforeSentence = 0x51ed270b
export const afterSentence = 0x6b43a9b5

/** What a word is to its neighbours; `silent` tags leave it to others to say. */
export const Kind = {
  other: 0,
  verb: 1,
  noun: 2,
  determiner: 3,
  silent: 4,
  auxiliary: 5,
  infinitiveMark: 6,
  conjunction: 7,
} as const

/** A word from which a feature looks: so many words away, or the nearest of a kind on one side. */
export type Place = number
export const Place = {
  verbBefore: -100,
  verbAfter: 100,
  determinerBefore: -101,
  nounAfter: 101,
  governor: -102,
} as const

/** All places, in the order in which the decoder keeps them. */
export const places: readonly Place[] = [
  -2,
  -1,
  0,
  1,
  2,
  Place.verbBefore,
  Place.verbAfter,
  Place.determinerBefore,
  Place.nounAfter,
  Place.governor,
]

export function placeIndex(place: Place): number {
  return places.indexOf(place)
}

/** Words that give a feature each, and the view taken. */
export const neighbours: readonly { place: Place; view: number }[] = [
  ...[-1, 1, -2, 2].flatMap((place) => [View.word, View.suffix, View.lexicon].map((view) => ({ place, view }))),
  ...[Place.verbBefore, Place.verbAfter].flatMap((place) => [View.word, View.lexicon].map((view) => ({ place, view }))),
  { place: Place.nounAfter, view: View.suffix },
  { place: Place.governor, view: View.word },
  { place: Place.nounAfter, view: View.lexicon },
]

/** The feature of one neighbour. */
export function neighbourFeature(index: number, view: number): number {
  return mix(view + Math.imul(index + 1, 0x9e3779b1))
}

/** Pairs of words that give a feature together; place 0 is the word itself. */
export const pairs: readonly { places: readonly [Place, Place]; views: readonly [number, number] }[] = [
  { places: [-1, 0], views: [View.word, View.word] },
  { places: [1, 0], views: [View.word, View.word] },
  { places: [-1, 1], views: [View.word, View.word] },
  { places: [-1, -2], views: [View.word, View.word] },
  { places: [1, 2], views: [View.word, View.word] },
  { places: [-1, 0], views: [View.lexicon, View.word] },
  { places: [1, 0], views: [View.lexicon, View.word] },
  { places: [-1, 1], views: [View.word, View.lexicon] },
  { places: [-1, 1], views: [View.lexicon, View.lexicon] },
  { places: [1, 2], views: [View.lexicon, View.lexicon] },
  { places: [-2, -1], views: [View.word, View.lexicon] },
  { places: [Place.verbAfter, 0], views: [View.lexicon, View.word] },
  { places: [Place.verbBefore, 0], views: [View.lexicon, View.word] },
  { places: [Place.verbBefore, Place.verbAfter], views: [View.lexicon, View.lexicon] },
  { places: [Place.determinerBefore, Place.nounAfter], views: [View.word, View.lexicon] },
  { places: [-1, Place.nounAfter], views: [View.word, View.lexicon] },
  { places: [Place.governor, -1], views: [View.word, View.lexicon] },
]

/** The feature of a pair. */
export function pairFeature(index: number, first: number, second: number): number {
  return mix(Math.imul(first, 0x2c1b3c6d) ^ Math.imul(second, 0x297a2d39) ^ (index + 101))
}

/** Where a place is for word `at` of a sentence; −1 or `length` where there is none. */
export function resolve(place: Place, at: number, length: number, nearest: Nearest): number {
  if (place === Place.verbBefore) return nearest.verbBefore[at]!
  if (place === Place.verbAfter) return nearest.verbAfter[at]!
  if (place === Place.determinerBefore) return nearest.determinerBefore[at]!
  if (place === Place.nounAfter) return nearest.nounAfter[at]!
  if (place === Place.governor) return nearest.governor[at]!
  return Math.max(-1, Math.min(length, at + place))
}

/** For each word of a sentence the nearest word of a kind; −1 before it and the sentence's length after it stand for none. */
export interface Nearest {
  verbBefore: Int32Array
  verbAfter: Int32Array
  /** Within the same noun phrase, as far as can be told: no farther than four words. */
  determinerBefore: Int32Array
  nounAfter: Int32Array
  /** An auxiliary or an `att` that still waits for its verb, or that may get another after `och`. */
  governor: Int32Array
}

export function createNearest(length: number): Nearest {
  return {
    verbBefore: new Int32Array(length),
    verbAfter: new Int32Array(length),
    determinerBefore: new Int32Array(length),
    nounAfter: new Int32Array(length),
    governor: new Int32Array(length),
  }
}

const phraseReach = 4

/** Fills in the nearest words, given each word's {@link Kind}. */
export function markNearest(kinds: ArrayLike<number>, length: number, nearest: Nearest): void {
  let verb = -1
  let determiner = -1
  let governor = -1
  let answered = -1
  for (let i = 0; i < length; i++) {
    const kind = kinds[i]!
    nearest.verbBefore[i] = verb
    nearest.determinerBefore[i] = i - determiner <= phraseReach ? determiner : -1
    nearest.governor[i] = governor
    if (kind === Kind.verb || kind === Kind.auxiliary) verb = i
    if (kind === Kind.determiner) determiner = i
    else if (kind === Kind.noun || kind === Kind.verb) determiner = -1
    if (kind === Kind.auxiliary || kind === Kind.infinitiveMark) governor = i
    else if (kind === Kind.verb && governor >= 0) {
      answered = governor
      governor = -1
    } else if (kind === Kind.conjunction && governor < 0) governor = answered
  }
  verb = length
  let noun = length
  for (let i = length - 1; i >= 0; i--) {
    const kind = kinds[i]!
    nearest.verbAfter[i] = verb
    nearest.nounAfter[i] = noun - i <= phraseReach ? noun : length
    if (kind === Kind.verb || kind === Kind.auxiliary) {
      verb = i
      noun = length
    } else if (kind === Kind.noun) noun = i
  }
}
