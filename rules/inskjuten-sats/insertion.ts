import type { Sentence, Word } from 'retext-swedish'
import { isCounted, wordsBetween } from '../src/sentence-words.ts'
import { isFiniteVerb } from '../src/verbs.ts'

/** A stretch set apart by commas, dashes or brackets between two parts of a clause. Offsets are into the analysed text. */
interface Insertion {
  readonly start: number
  readonly end: number
  readonly words: number
  /** The word before it, the subject or the auxiliary. */
  readonly before: Word
  /** The verb after it. */
  readonly after: Word
}

const openers = new Set([
  'som',
  'vilken',
  'vilket',
  'vilka',
  'om',
  'när',
  'eftersom',
  'efter',
  'med',
  'utan',
  'trots',
  'förutom',
  'dvs.',
  'det',
  'där',
  'i',
  'på',
  'för',
  'vid',
  'under',
  'enligt',
  'utöver',
  'liksom',
  'till',
  'såvida',
  'inklusive',
  'exklusive',
  'oavsett',
  'även',
  'genom',
  'såsom',
  'exempelvis',
  't.ex.',
  'bland',
  'då',
  'innan',
  'medan',
  'vars',
  'mot',
  'från',
  'inom',
  'och',
])

/**
 * The first insertion of at least so many words that stands between subject and finite verb (`Ansökan, som …, lämnas`)
 * or between an auxiliary and its verb (`Kommunen har, efter det att …, beslutat`).
 */
export function findInsertion(sentence: Sentence, fewest: number): Insertion | undefined {
  const { words } = sentence
  for (let at = 1; at < words.length - fewest; at++) {
    const { form } = words[at]!
    if (form.length > 1) continue
    const closing = closers.get(form)
    if (closing === undefined || !mayOpen(closing, words[at + 1]!) || !comesLater(words, at, closing)) continue
    const found = insertionAt(sentence, at, closing, fewest)
    if (found !== undefined) return found
  }
  return undefined
}

/** After a comma only some words begin an insertion, and in brackets a word may be explained: `(det totala värdet …)`. */
function mayOpen(closing: string, { lower }: Word): boolean {
  if (closing === ',') return openers.has(lower)
  return closing !== ')' || !explaining.has(lower)
}

const explaining = new Set(['det', 'den', 'de', 'en', 'ett', 'alltså', 'dvs.'])

function comesLater(words: readonly Word[], from: number, form: string): boolean {
  for (let at = from + 2; at < words.length - 1; at++) if (words[at]!.form === form) return true
  return false
}

/** The insertion that begins with the sign at `at`. */
function insertionAt(sentence: Sentence, at: number, closing: string, fewest: number): Insertion | undefined {
  const { words } = sentence
  const before = words[at - 1]!
  const isAuxiliary = isFiniteVerb(before) && (before.upos === 'AUX' || before.lemma === 'ha')
  if (!isAuxiliary && !isSubject(words, at)) return undefined
  const end = closingPlace(words, at, closing, isAuxiliary)
  if (end === undefined) return undefined
  if (isTaste(words, at, end) || isReference(words, at, end)) return undefined
  if (tellsWhich(words, at) || isListed(words, at, end) || saying.test(words[end + 1]!.lower)) return undefined
  const count = wordsBetween(sentence, words[at]!.end, words[end]!.start) - dateWords(words, at, end)
  if (count < fewest) return undefined
  const hasBrackets = closing === ')'
  return {
    start: hasBrackets ? words[at]!.start : words[at + 1]!.start,
    end: hasBrackets ? words[end]!.end : words[end - 1]!.end,
    words: count,
    before,
    after: words[end + 1]!,
  }
}

/** True for examples and what is counted in, which are read past: `t.ex. båtar, vagnar …`, `inklusive …`, `(bland annat …)`. */
function isTaste(words: readonly Word[], from: number, to: number): boolean {
  const [first, second] = [words[from + 1], words[from + 2]]
  if (/^(?:exempelvis|t\.ex\.|bl\.a\.|såsom|inklusive|exklusive|liksom)$/.test(first!.lower)) return true
  return to - from > 2 && /^(?:till exempel|bland annat|bland andra|det vill)$/.test(`${first!.lower} ${second!.lower}`)
}

/** True for a reference or an address in brackets: `(2 kap. 3 § miljöbalken)`, `(SFS 2010:900)`. */
function isReference(words: readonly Word[], from: number, to: number): boolean {
  return (
    words[from]!.form === '(' &&
    words.slice(from, to).some(({ form }) => /^(?:§+|kap\.|SFS|dnr|Dnr)$|@|^www\./.test(form))
  )
}

const saying = /^(?:säger|sade|sa|menar|skriver|hävdar|tycker|anser|berättar)$/
const month = /^(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)$/

/** How many words of dates are more than one for each: `den 1 mars 2024` reads as one. */
function dateWords(words: readonly Word[], from: number, to: number): number {
  let extra = 0
  for (let at = from + 1; at < to; at++) {
    if (!month.test(words[at]!.lower)) continue
    if (words[at - 1]!.kind === 'number') extra += words[at - 2]?.lower === 'den' ? 2 : 1
    if (words[at + 1]?.kind === 'number') extra++
  }
  return extra
}

/** True for `den vana, som …`: the clause tells which one is meant, and cannot be a sentence of its own. */
function tellsWhich(words: readonly Word[], at: number): boolean {
  const head = words[at - 1]!
  // `Elever, med lång väg till skolan …, kan`: not all of them.
  if (/^(?:med|utan|på|i)$/.test(words[at + 1]!.lower))
    return head.upos === 'NOUN' && head.morph.Definite === 'Ind' && head.morph.Number === 'Plur'
  if (!/^(?:som|där|vars)$/.test(words[at + 1]!.lower)) return false
  if (head.upos !== 'NOUN' || head.morph.Definite !== 'Ind') return false
  // `Undersökningar, som gjorts av …, visar`: which ones.
  if (head.morph.Number === 'Plur' && words[at - 2]?.upos !== 'DET') return true
  return words.slice(Math.max(0, at - 5), at).some(({ lower }) => /^(?:den|det|de)$/.test(lower))
}

/** True for items in a row: `med bygglov, den nya planen och de gamla husen, …`. */
function isListed(words: readonly Word[], from: number, to: number): boolean {
  const first = words[from + 1]!
  if (/^(?:som|om|när|eftersom|vilken|vilket|vilka|där|då|innan|medan|vars)$/.test(first.lower)) return false
  const inside = words.slice(from + 1, to)
  return (
    inside.every((word) => !isFiniteVerb(word)) &&
    inside.some(({ upos }) => upos === 'CCONJ') &&
    /^(?:DET|NOUN|ADJ|PROPN)$/.test(first.upos)
  )
}

const closers = new Map([
  [',', ','],
  ['–', '–'],
  ['(', ')'],
])

/** True where one to six words of a subject stand before the sign, with no verb and no opener among them. */
function isSubject(words: readonly Word[], at: number): boolean {
  let first = at
  while (first > 0 && !/^[,;:–(]$/.test(words[first - 1]!.form) && words[first - 1]!.upos !== 'CCONJ') first--
  if (first > 0 && words[first - 1]!.form !== ';' && !(words[first - 1]!.upos === 'CCONJ' && first === 1)) return false
  let count = 0
  for (let index = first; index < at; index++) {
    const { upos, lower } = words[index]!
    if (isFiniteVerb(words[index]) || upos === 'SCONJ' || upos === 'VERB' || upos === 'AUX' || lower === 'som')
      return false
    if (isCounted(words[index]!)) count++
  }
  const { upos } = words[first]!
  const head = words[at - 1]!.upos
  return (
    count > 0 &&
    count <= 6 &&
    upos !== 'ADP' &&
    upos !== 'ADV' &&
    (head === 'NOUN' || head === 'PROPN' || head === 'PRON')
  )
}

/** The sign that closes the insertion with the clause's verb right after it: the last such one before another finite clause. */
function closingPlace(words: readonly Word[], from: number, sign: string, isAuxiliary: boolean): number | undefined {
  for (let at = from + 2; at < words.length - 1; at++) {
    if (words[at]!.form !== sign) continue
    const after = words[at + 1]!
    if (isAuxiliary ? isNonfinite(after) || (after.upos === 'PART' && isNonfinite(words[at + 2])) : isFiniteVerb(after))
      return at
    if (sign !== ',') return undefined
  }
  return undefined
}

function isNonfinite(word: Word | undefined): boolean {
  if (word === undefined || (word.upos !== 'VERB' && word.upos !== 'AUX' && word.upos !== 'ADJ')) return false
  const { VerbForm } = word.morph
  return VerbForm === 'Inf' || VerbForm === 'Sup' || VerbForm === 'Part'
}
