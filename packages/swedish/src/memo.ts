/** Answers kept by a {@link memo}. */
const kept = 4096

/**
 * A pure function of a word that keeps its last answers: what one text says of a word, several rules ask about, and its
 * next paragraphs ask again. Answers are shared, so none may be changed.
 */
export function memo<T>(answer: (word: string) => T): (word: string) => T {
  let known = new Map<string, T>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined || known.has(word)) return before as T
    const made = answer(word)
    if (known.size >= kept) known = new Map()
    known.set(word, made)
    return made
  }
}
