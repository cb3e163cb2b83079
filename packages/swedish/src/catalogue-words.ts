import { CharacterClass, classOf } from './characters.ts'
import type { Sentence, Word } from './types.ts'

/** A word as the rule catalogue counts them; offsets into the analysed text. */
export interface CatalogueWord {
  readonly start: number
  readonly end: number
}

function counts(word: Word): boolean {
  return word.kind === 'word' || word.kind === 'number'
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
export function catalogueWords({ words }: Sentence): CatalogueWord[] {
  const found: CatalogueWord[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (!counts(word)) continue
    const last = lastJoined(words, i)
    if (last === i && hasParts(word)) found.push(...partsOf(word))
    else found.push({ start: word.start, end: words[last]!.end })
    i = last
  }
  return found
}

/** Number of the sentence's words as the catalogue counts them. */
export function countWords({ words }: Sentence): number {
  let count = 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (!counts(word)) continue
    const last = lastJoined(words, i)
    count += last === i && word.kind === 'word' ? countParts(word.form) : 1
    i = last
  }
  return count
}

/** The forms of {@link catalogueWords} in lower case, appended to `forms`. */
export function catalogueForms({ words }: Sentence, forms: string[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (!counts(word)) continue
    const last = lastJoined(words, i)
    if (last === i && !hasParts(word)) forms.push(word.lower)
    else addForms(words, i, last, forms)
    i = last
  }
}

function addForms(words: readonly Word[], from: number, to: number, forms: string[]): void {
  if (to > from) {
    forms.push(joinedForm(words, from, to))
    return
  }
  const { form, start: offset } = words[from]!
  for (const { start, end } of partsOf(words[from]!)) forms.push(form.slice(start - offset, end - offset).toLowerCase())
}

/** Of the words that signs join to the one at `i`, the last. */
function lastJoined(words: readonly Word[], i: number): number {
  const next = words[i + 1]
  return next === undefined || next.kind === 'word' || !joins(next) ? i : endOfJoined(words, i)
}

function endOfJoined(words: readonly Word[], from: number): number {
  let i = from
  while (i + 2 < words.length) {
    const mark = words[i + 1]!
    const next = words[i + 2]!
    if (mark.start !== words[i]!.end || next.start !== mark.end || !joins(mark) || !counts(next)) break
    i += 2
  }
  return i
}

function joinedForm(words: readonly Word[], from: number, to: number): string {
  let form = ''
  for (let i = from; i <= to; i++) form += words[i]!.form
  return form.toLowerCase()
}

function hasParts(word: Word): boolean {
  return word.kind === 'word' && word.form.includes(' ')
}

/** Without branches that few words take: those would throw away compiled code when the first comes. */
function countParts(form: string): number {
  let parts = 0
  let wasGap = 1
  let hasSpace = 0
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i)
    const isGap = classOf(code) === CharacterClass.space ? 1 : 0
    parts += wasGap & (isGap ^ 1)
    hasSpace |= code === 0x20 ? 1 : 0
    wasGap = isGap
  }
  return hasSpace === 1 ? parts : 1
}

/** A word with spaces inside (`t ex`) counts as the parts it is written in. */
function partsOf({ form, start: offset }: Word): CatalogueWord[] {
  const parts: CatalogueWord[] = []
  let start = -1
  for (let i = 0; i <= form.length; i++) {
    const isGap = i === form.length || classOf(form.charCodeAt(i)) === CharacterClass.space
    if (!isGap && start < 0) start = i
    else if (isGap && start >= 0) {
      parts.push({ start: offset + start, end: offset + i })
      start = -1
    }
  }
  return parts
}
