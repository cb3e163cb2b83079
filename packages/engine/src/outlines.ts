/** A set of words by length and a few of their letters: quicker to ask than a map, and mostly enough. */
export class Outlines {
  readonly #bits = new Int32Array(1 << 11)

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const outline = outlineOf(word)
      this.#bits[outline >>> 5]! |= 1 << (outline & 31)
    }
  }

  /** False only for a word that is not in the set. */
  has(word: string): boolean {
    const outline = outlineOf(word)
    return ((this.#bits[outline >>> 5]! >>> (outline & 31)) & 1) === 1
  }
}

/** A number below 65 536. */
function outlineOf(word: string): number {
  const { length } = word
  if (length === 0) return 0
  let outline = Math.imul(word.charCodeAt(0) + 31 * length, 0x9e3779b1)
  outline = Math.imul(outline ^ word.charCodeAt(length >> 1), 0x85ebca6b)
  outline = Math.imul(outline ^ word.charCodeAt(length - 1), 0xc2b2ae35)
  return outline >>> 16
}
