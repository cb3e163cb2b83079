import { hashText } from './hash.ts'
import type { BlockFinding } from './program.ts'

/**
 * Names findings so that they are known again when other sentences change or move. A finding is its rule, the
 * sentence it stands in and the words it marks; equal ones are numbered in text order. A finding about the document
 * is known by the heading it stands under instead of the sentence. Case, white space and the kind of dash or quotation
 * mark do not count, so that a fix of those in a sentence leaves its other findings as they were.
 */
export class Fingerprints {
  readonly #seen = new Map<string, number>()

  /** The fingerprint of the next finding in text order. */
  next(name: string): string {
    const count = (this.#seen.get(name) ?? 0) + 1
    this.#seen.set(name, count)
    return count === 1 ? name : `${name}-${count}`
  }
}

/**
 * @param place `hashOfPlace` of the sentence that the finding begins in; of the heading above it where it is about the document
 * @param before the text of the sentence up to the finding
 */
export function findingName(
  { meta }: Pick<BlockFinding, 'meta'>,
  place: string,
  words: string,
  before: string,
): string {
  if (meta.extent !== 'word' && meta.extent !== 'phrase') return hashText(`${meta.id}\u0000${place}\u0000`)
  // Where the marks that do not count are what is wrong, only the position tells one mended from one come in its stead.
  const position = /^\p{L}+$/u.test(words) ? '' : normalised(before).length
  return hashText(`${meta.id}\u0000${place}\u0000${normalised(words)}\u0000${position}`)
}

/** A hash of a sentence or heading in which case, white space and the kind of dash or quotation mark do not count. */
export function hashOfPlace(text: string): string {
  return hashText(normalised(text))
}

/** What {@link normalised} takes away or makes alike, spaces aside. */
const odd = /[\s\u00AD\u200B\u2060\-\u2010-\u2015\u2212"'\u00B4`\u2018-\u201F\u2032\u2033«»‹›]/

function normalised(text: string): string {
  const plain = text.normalize('NFC').toLowerCase().replaceAll(' ', '')
  if (!odd.test(plain)) return plain
  return plain
    .replace(/[\s\u00AD\u200B\u2060]+/g, '')
    .replace(/[-\u2010-\u2015\u2212]+/g, '-')
    .replace(/["'\u00B4`\u2018-\u201F\u2032\u2033«»‹›]+/g, '"')
}

/** The span of the sentence that holds the offset, or of the one before it; the whole block where it has none. */
export function sentenceAt(spans: Int32Array, offset: number, length: number): { start: number; end: number } {
  let low = 0
  let high = spans.length / 2 - 1
  if (high < 0) return { start: 0, end: length }
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (spans[middle * 2]! <= offset) low = middle
    else high = middle - 1
  }
  return { start: spans[low * 2]!, end: spans[low * 2 + 1]! }
}
