import type { TextBlock } from '@klarsprak/engine'
import { analyseNounForm, analyseVerbForm, nameTypes, type Upos, type Word, wordTier } from 'retext-swedish'
import { abbreviations } from '../src/abbreviations.ts'
import { capitalise } from '../src/words.ts'

/** Word classes that have a capital inside a Swedish heading only by mistake. */
const plainClasses: ReadonlySet<Upos> = new Set(['ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'PART', 'PRON', 'SCONJ', 'VERB'])

/** Kinds of names that outweigh a word that is spelt alike. */
const official: ReadonlySet<string> = new Set(['municipality', 'county', 'region', 'country', 'agency'])

/** Short words that are no abbreviations though they are written in capitals. */
const smallWords: ReadonlySet<string> = new Set(
  `alla allt att av bara bli ca de dem den det dig din dina dit ditt du där då efter ej eller en er era ert ett från få
   för ge gå ha han har hen hon hos hur här i in inte ja jag ju kan man med men mig min mina mitt mot ni nu nya ny när
   nej nog och om oss på redan ser sin sina sitt ska som så ta till tre två upp ur ut utan vad var vara vem vi vid vill
   vilka vår våra vårt än är år över`.split(/\s+/),
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

/** A piece of a heading with a capital first and in names and abbreviations alone. */
export interface Piece {
  readonly text: string
  /** A word that has lost its capital, with the capital. */
  readonly name?: string
}

/** The pieces of the heading, which together are its whole text. */
export function inSentenceCase({ text, words }: TextBlock): Piece[] {
  const out: Piece[] = []
  let at = 0
  let isFirst = true
  const isUpper = !/\p{Ll}/u.test(text)
  for (const { start, end, form, kind, next } of words) {
    out.push({ text: text.slice(at, start) })
    at = end
    const usual = isUpper ? usualForm(form, next) : undefined
    if (usual !== undefined) {
      out.push({ text: isFirst ? capitalise(usual) : usual })
      isFirst = false
      continue
    }
    const name = form.charAt(0).toLocaleUpperCase('sv') + form.slice(1).toLocaleLowerCase('sv')
    const keeps = kind !== 'word' || isAbbreviation(form) || (form === name && isName(name))
    if (keeps) out.push({ text: form })
    else if (isFirst || isName(name)) out.push({ text: name })
    else out.push({ text: form.toLocaleLowerCase('sv'), ...(form.length > 2 ? { name } : {}) })
    isFirst = kind === 'word' ? false : isFirst || /^[.!?]$/.test(form)
  }
  out.push({ text: text.slice(at) })
  return out
}

/** How a text writes a word that the heading has in capitals: `komvux`, and `Region` before the place that it is of. */
function usualForm(form: string, next: Word | undefined): string | undefined {
  const row = abbreviations().get(form)
  if (row !== undefined && row.typ === 'ord' && row.forkortning !== form) return row.forkortning
  if (form !== 'REGION' || next === undefined) return undefined
  const place = capitalise(next.form.toLocaleLowerCase('sv'))
  return isName(place) ? 'Region' : undefined
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
  return /^\p{Lu}{2,3}$/u.test(form) && !smallWords.has(lower) && !isContentWord(lower) && !isFormOfWord(lower)
}

/** `går`, `fick`, `hus`: a form of a common word. */
function isFormOfWord(lower: string): boolean {
  return (
    analyseVerbForm(lower).some(({ lemma }) => wordTier(lemma, 'VERB') !== undefined) ||
    analyseNounForm(lower).some(({ lemma }) => wordTier(lemma, 'NOUN') !== undefined)
  )
}

export function isContentWord(lower: string): boolean {
  if (analyseVerbForm(lower).length > 0) return true
  return (['NOUN', 'ADJ'] as const).some((upos) => wordTier(lower, upos) !== undefined)
}
