import { CharacterClass, classOf } from './characters.ts'
import type { Sentence, Word } from './types.ts'

/** A word as the rule catalogue counts them; offsets into the analysed text. */
export interface CatalogueWord {
  readonly start: number
  readonly end: number
}

function counts(word: Word): boolean {
  if (word.kind === 'word' || word.kind === 'number') return true
  return false
}

/** Whether the catalogue takes the mark as part of the word around it: `och/eller` is one word. */
function joins(word: Word): boolean {
  return word.form === '/' || word.form === ':'
}

/**
 * The sentence's words as the rule catalogue counts them (*Gemensamma förutsättningar* 2): `och/eller` is
 * one, `1 250` is one, `t ex` is two; punctuation, symbols, URLs and e-mail addresses are none. LIX and all
 * length limits count these.
 */
export function catalogueWords(sentence: Sentence): CatalogueWord[] {
  const found: CatalogueWord[] = []
  visitWords(sentence, (start, end) => {
    found.push({ start, end })
  })
  return found
}

function visitWords(sentence: Sentence, visit: (start: number, end: number) => void): void {
  const { words } = sentence
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (!counts(word)) continue
    const start = word.start
    let end = word.end
    while (i + 2 < words.length) {
      const mark = words[i + 1]!
      const next = words[i + 2]!
      if (mark.start !== end || next.start !== mark.end || !joins(mark) || !counts(next)) break
      end = next.end
      i += 2
    }
    if (word.kind === 'word' && word.end === end && word.form.includes(' ')) visitParts(word, visit)
    else visit(start, end)
  }
}

/** A word with spaces inside (`t ex`) counts as the parts it is written in. */
function visitParts(word: Word, visit: (start: number, end: number) => void): void {
  let start = -1
  for (let i = 0; i <= word.form.length; i++) {
    const isGap = i === word.form.length || classOf(word.form.charCodeAt(i)) === CharacterClass.space
    if (!isGap && start < 0) start = i
    else if (isGap && start >= 0) {
      visit(word.start + start, word.start + i)
      start = -1
    }
  }
}

/** Number of the sentence's words as the catalogue counts them. */
export function countWords(sentence: Sentence): number {
  let count = 0
  visitWords(sentence, () => {
    count++
  })
  return count
}
