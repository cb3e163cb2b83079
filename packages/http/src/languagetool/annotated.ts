/** A text with markup, as clients of LanguageTool send it in `data`. */
export interface AnnotatedText {
  /** What is to be linted: the text, and what markup stands for. */
  readonly text: string
  /** The place in what the client holds (text and markup) of a range of the text. End exclusive. */
  toOriginal(start: number, end: number): { start: number; end: number }
  /** Whether a range of the text stands in the client's text without markup inside it: it can be replaced. */
  isWhole(start: number, end: number): boolean
}

/** `data` that is not what it should be. The message is Swedish. */
export class AnnotationError extends Error {
  override name = 'AnnotationError'
}

interface Part {
  /** Where it begins in the text that is linted, and in the client's. */
  readonly at: number
  readonly original: number
  readonly length: number
  readonly originalLength: number
  readonly markup: boolean
}

/** A text without markup. */
export function plainText(text: string): AnnotatedText {
  return { text, toOriginal: (start, end) => ({ start, end }), isWhole: () => true }
}

/**
 * Reads `{"annotation":[{"text":"A "},{"markup":"<p>","interpretAs":"\n\n"}]}`.
 *
 * @throws {AnnotationError}
 */
export function readAnnotated(data: string): AnnotatedText {
  const parts: Part[] = []
  let text = ''
  let original = 0
  for (const item of annotationOf(data)) {
    const { text: own, markup, interpretAs } = item
    if ((typeof own === 'string') === (typeof markup === 'string'))
      throw new AnnotationError('Varje del av annotation ska ha antingen text eller markup.')
    const source = own ?? markup ?? ''
    const shown = own ?? (typeof interpretAs === 'string' ? interpretAs : '')
    parts.push({
      at: text.length,
      original,
      length: shown.length,
      originalLength: source.length,
      markup: own === undefined,
    })
    text += shown
    original += source.length
  }
  return new Annotated(text, parts)
}

function annotationOf(data: string): { text?: string; markup?: string; interpretAs?: unknown }[] {
  let value: unknown
  try {
    value = JSON.parse(data)
  } catch {
    throw new AnnotationError('data är inte giltig JSON.')
  }
  const { annotation } = (typeof value === 'object' && value !== null ? value : {}) as { annotation?: unknown }
  if (!Array.isArray(annotation) || annotation.some((item) => typeof item !== 'object' || item === null))
    throw new AnnotationError('data ska vara ett objekt med en lista som heter annotation.')
  return annotation
}

class Annotated implements AnnotatedText {
  readonly text: string
  readonly #parts: readonly Part[]

  constructor(text: string, parts: readonly Part[]) {
    this.text = text
    this.#parts = parts
  }

  toOriginal(start: number, end: number): { start: number; end: number } {
    if (end <= start) {
      const at = this.#originalOf(start, false)
      return { start: at, end: at }
    }
    return { start: this.#originalOf(start, false), end: this.#originalOf(end - 1, true) }
  }

  isWhole(start: number, end: number): boolean {
    const first = this.#indexAt(start)
    const last = this.#indexAt(Math.max(start, end - 1))
    return first >= 0 && last >= 0 && this.#parts.slice(first, last + 1).every(({ markup }) => !markup)
  }

  /** @param after the place behind the character instead of before it */
  #originalOf(offset: number, after: boolean): number {
    const part = this.#parts[this.#indexAt(offset)]
    if (!part) return this.#parts.reduce((sum, { originalLength }) => sum + originalLength, 0)
    if (part.markup) return part.original + (after ? part.originalLength : 0)
    return part.original + (offset - part.at) + (after ? 1 : 0)
  }

  /** The number of the part that holds the character at an offset; −1 for none. */
  #indexAt(offset: number): number {
    let low = 0
    let high = this.#parts.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const part = this.#parts[middle]!
      if (offset < part.at) high = middle - 1
      else if (offset >= part.at + part.length) low = middle + 1
      else return middle
    }
    return -1
  }
}
