import type { Word } from 'retext-swedish'

/** First letter upper case. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1)
}

/** First letter lower case, where the word is no name and no abbreviation: for a word that leaves the sentence's start. */
export function uncapitalised(word: Word): string {
  if (word.upos === 'PROPN' || /^.\p{Lu}/u.test(word.form) || word.morph.Abbr) return word.form
  return word.form.charAt(0).toLocaleLowerCase('sv') + word.form.slice(1)
}

/** A replacement with the capitals of what it replaces: `Erhåller` and `får` → `Får`, `EJ` and `inte` → `INTE`. */
export function likeCase(replaced: string, replacement: string): string {
  if (/^\p{Lu}{2}[\p{Lu}\s]*$/u.test(replaced)) return replacement.toLocaleUpperCase('sv')
  const first = replaced.charAt(0)
  return first !== first.toLocaleLowerCase('sv') ? capitalise(replacement) : replacement
}

/** True for the first word of its sentence, quotation marks and brackets aside. */
export function startsSentence(word: Word): boolean {
  for (let before = word.previous; before !== undefined; before = before.previous)
    if (before.upos !== 'PUNCT') return false
  return true
}

/** True where the first letter is a capital. */
export function hasCapital(form: string): boolean {
  const code = form.charCodeAt(0)
  if (code < 0x80) return code >= 65 && code <= 90
  if (code < 0x100) return code >= 0xc0 && code <= 0xde && code !== 0xd7
  return /^\p{Lu}/u.test(form)
}

/** True for a capital inside a sentence, as a name has: `Cykelförbundets` but not the first word of a quotation. */
export function looksLikeName(word: Word): boolean {
  return (
    hasCapital(word.form) &&
    /^\p{Lu}\p{Ll}/u.test(word.form) &&
    !startsSentence(word) &&
    word.previous!.upos !== 'PUNCT'
  )
}
