import type { TextBlock } from '@klarsprak/engine'
import { nameTypes, type Upos, type Word, wordTier } from 'retext-swedish'
import { abbreviations } from '../src/abbreviations.ts'

/** Word classes that have a capital inside a Swedish heading only by mistake. */
const plainClasses: ReadonlySet<Upos> = new Set(['ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'PART', 'PRON', 'SCONJ', 'VERB'])

/** Kinds of names that outweigh a word that is spelt alike. */
const official: ReadonlySet<string> = new Set(['municipality', 'county', 'region', 'country', 'agency'])

/** Short words that are no abbreviations though they are written in capitals. */
const smallWords: ReadonlySet<string> = new Set(
  `att av de den det dig din dit du ej en er ett för hos hur här i in om och oss på ska så ta till upp ur ut vad var vem
   vi vid vår är år`.split(/\s+/),
)

/** True for words of which most have a capital that no name gives them: `Så Ansöker Du Om Bygglov`. */
export function isTitleCase(words: readonly Word[]): boolean {
  const later = words.filter(({ kind }) => kind === 'word').slice(1)
  if (later.length < 2) return false
  let capitals = 0
  let certain = 0
  for (const word of later) {
    if (!/^\p{Lu}\p{Ll}/u.test(word.form) && !/^\p{Lu}$/u.test(word.form)) continue
    if (word.previous?.kind === 'punctuation' || (isName(word.form) && !plainClasses.has(word.upos))) continue
    capitals++
    if (plainClasses.has(word.upos)) certain++
  }
  return certain > 0 && capitals >= 2 && capitals / later.length >= 0.6
}

/** The heading with a capital first and in names and abbreviations alone. */
export function inSentenceCase({ text, words }: TextBlock): string {
  let out = ''
  let at = 0
  let isFirst = true
  for (const { start, end, form, kind } of words) {
    out += text.slice(at, start)
    at = end
    const name = form.charAt(0).toLocaleUpperCase('sv') + form.slice(1).toLocaleLowerCase('sv')
    const keeps = kind !== 'word' || isAbbreviation(form) || (form === name && isName(name))
    if (keeps) out += form
    else out += isFirst || isName(name) ? name : form.toLocaleLowerCase('sv')
    isFirst = kind === 'word' ? false : isFirst || /^[.!?]$/.test(form)
  }
  return out + text.slice(at)
}

/** A name that is no everyday word as well: `Örebro`, but not `Björn` or `Vara`. */
function isName(form: string): boolean {
  const types = nameTypes(form)
  if (types.length === 0) return false
  if (types.some((type) => official.has(type))) return form !== 'Vara'
  return !isContentWord(form.toLocaleLowerCase('sv').replace(/s$/, ''))
}

function isAbbreviation(form: string): boolean {
  if (abbreviations().has(form)) return true
  const lower = form.toLocaleLowerCase('sv')
  return /^\p{Lu}{2,3}$/u.test(form) && !smallWords.has(lower) && !isContentWord(lower)
}

function isContentWord(lower: string): boolean {
  return (['NOUN', 'VERB', 'ADJ'] as const).some((upos) => wordTier(lower, upos) !== undefined)
}
