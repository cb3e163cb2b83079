import type { Suggestion, TableEntry, TableMatch, TextBlock, TextEdit } from '@klarsprak/engine'
import { analyseVerbForm, inflectVerb, type VerbFormName, type Word } from 'retext-swedish'
import { type Conditions, readConditions } from './conditions.ts'
import { isOpener, isRelative } from './rewrite/clause-border.ts'
import { putVerb } from './rewrite/put-verb.ts'
import { parts } from './table.ts'
import { hasTense, isFiniteVerb } from './verbs.ts'
import { capitalise, likeCase, startsSentence } from './words.ts'

/**
 * A row of a table of words and what to say instead, with all its forms, as the generator writes it: term,
 * class, replacements, advice, strength, safe, conditions, patterns, and for each pattern what stands instead
 * by the form it has there (`Pres=får,Inf=få`). Only the patterns are read at once: most rows are never met.
 */
export class Replacement implements TableEntry {
  readonly patterns: readonly string[]
  readonly #line: string
  #read: string[] | undefined
  #conditions: Conditions | undefined
  readonly #instead: ReadonlyMap<string, readonly string[]>[] = []

  constructor(line: string) {
    this.#line = line
    // The last cell but one.
    const end = line.lastIndexOf('\t')
    this.patterns = line.slice(line.lastIndexOf('\t', end - 1) + 1, end).split(';')
  }

  get #cells(): string[] {
    this.#read ??= this.#line.split('\t')
    return this.#read
  }

  /** The dictionary form. */
  get term(): string {
    return this.#cells[0]!
  }

  /** `v`, `n`, `adj`, `adv`, `prep`, `konj`, `pron`, `fras`. */
  get wordClass(): string {
    return this.#cells[1]!
  }

  /** What can be put in its place, in dictionary form. */
  get base(): string[] {
    return parts(this.#cells[2]!)
  }

  /** What to write where no word can simply be put in; the empty string for none. */
  get advice(): string {
    return this.#cells[3]!
  }

  /** 1 always, 2 often, 3 only for strict texts. */
  get strength(): number {
    return Number(this.#cells[4])
  }

  /** The first replacement keeps meaning, word order and agreement. */
  get isSafe(): boolean {
    return this.#cells[5] === 'ja'
  }

  get conditions(): Conditions {
    this.#conditions ??= readConditions(this.#cells[6]!)
    return this.#conditions
  }

  /** What stands instead of a pattern, by the cell of the paradigm that it fills. */
  insteadOf(pattern: number): ReadonlyMap<string, readonly string[]> {
    this.#instead[pattern] ??= this.#readInstead(pattern)
    return this.#instead[pattern]
  }

  #readInstead(pattern: number): ReadonlyMap<string, readonly string[]> {
    const cells = this.#cells[8]!.split(';')[pattern]!
    return new Map(
      parts(cells, ',').map((cell) => {
        const at = cell.indexOf('=')
        return [cell.slice(0, at), parts(cell.slice(at + 1))]
      }),
    )
  }
}

/** Reads a table that the generator has put all forms into. */
export function readReplacements(text: string): Replacement[] {
  return text
    .split('\n')
    .slice(1)
    .map((line) => new Replacement(line))
}

/** True where the match is the word that the row means: its class and the row's conditions fit. */
export function isMeant(match: TableMatch, block: TextBlock): boolean {
  const entry = match.entry as Replacement
  return hasClass(match.words[0]!, entry.wordClass) && entry.conditions.holds(match, block)
}

function hasClass(word: Word, wordClass: string): boolean {
  const { upos } = word
  if (wordClass === 'v') return (upos === 'VERB' || upos === 'AUX') && !isFirstName(word)
  if (wordClass === 'n') return upos !== 'VERB'
  return wordClass !== 'adj' || (upos !== 'VERB' && upos !== 'NOUN')
}

/** A person’s name: `Inge Löfgren`. */
function isFirstName({ next, form }: Word): boolean {
  return next?.upos === 'PROPN' && /^\p{Lu}/u.test(form)
}

/** What to do about a match: at most three words to put in its place, then what to write otherwise. */
export function suggestions(match: TableMatch, block: TextBlock): Suggestion[] {
  const entry = match.entry as Replacement
  const found: Suggestion[] = []
  const rewordings: string[] = []
  if (entry.conditions.ownAdviceOnly(match, block)) {
    addAdvice(entry, rewordings, found)
    return found
  }
  const surplus = entry.base[0] === 'kunna' ? saysCan(match) : undefined
  if (surplus) return [{ title: `Stryk ”${match.text}”`, safety: 'suggestion', edits: [surplus] }]
  const adviceOnly = entry.conditions.adviceOnly(match, block)
  const only = onlyOne(match, block)
  const replacements = only ?? replacementsOf(match, block)
  for (let index = 0; index < replacements.length && index < mostReplacements; index++) {
    const replacement = replacements[index]!
    const edits = adviceOnly ? undefined : editsFor(match, replacement, entry)
    if (edits === undefined) rewordings.push(replacement)
    else found.push(exchange(match.text, replacement, entry.isSafe && found.length === 0, edits))
  }
  if (only !== undefined && found.length > 0) return found
  if (rewordings.length > 0 || found.length === 0 || entry.advice !== '') addAdvice(entry, rewordings, found)
  return found
}

const mostReplacements = 3

function exchange(text: string, replacement: string, isSafe: boolean, edits: readonly TextEdit[]): Suggestion {
  return { title: `Byt till ”${likeCase(text, replacement)}”`, safety: isSafe ? 'safe' : 'suggestion', edits }
}

/** What the row has for the form that stands there, each once, the best first. */
function replacementsOf(match: TableMatch, block: TextBlock): string[] {
  const entry = match.entry as Replacement
  const first = match.words[0]!
  const replacements: string[] = []
  if (!isParticiple(first)) {
    const cells = entry.insteadOf(match.pattern)
    addNew(replacements, fitting(cells, cellOf(first)))
    const bare = cells.get('bare')
    if (bare !== undefined && !hasAttribute(first) && !hasPredicate(match.words.at(-1)!)) addNew(replacements, bare)
  }
  const chosen = entry.conditions.chosen(match, block)
  const best = chosen && inItsForm(first, chosen)
  return best && replacements.length > 0 ? [...new Set([best, ...replacements])] : replacements
}

/** The only verb that has the sense meant, in the form that stands there; undefined where the row's words may stand. */
function onlyOne(match: TableMatch, block: TextBlock): string[] | undefined {
  const first = match.words[0]!
  const verb = isParticiple(first) ? undefined : (match.entry as Replacement).conditions.only(match, block)
  const form = verb && inItsForm(first, verb)
  return form ? [form] : undefined
}

function inItsForm(word: Word, verb: string): string | undefined {
  const cell = cellOf(word)
  if (cell === '') return undefined
  const voice = cell.endsWith('Pass') ? 'Pass' : 'Act'
  return inflectVerb(verb, { form: cell.replace('Pass', '') as VerbFormName, voice })
}

function addNew(list: string[], words: readonly string[]): void {
  for (let index = 0; index < words.length; index++) if (!list.includes(words[index]!)) list.push(words[index]!)
}

/** What to write where no word can simply be put in. */
function addAdvice({ advice, base }: Replacement, rewordings: string[], found: Suggestion[]): void {
  if (found.length + rewordings.length === 0 && advice === '') rewordings.push(...base.slice(0, 2))
  const isWord = advice.startsWith('”')
  const words = rewordings.map((word) => `”${word}”`)
  if (isWord) words.push(advice)
  if (words.length > 0) found.push({ title: `Skriv om med ${words.join(' eller ')}`, safety: 'suggestion', edits: [] })
  if (advice !== '' && !isWord) found.push({ title: capitalise(advice), safety: 'suggestion', edits: [] })
}

/** What stands in this cell, else in the only one that the word has; `bare` is for nouns that stand alone. */
function fitting(cells: ReadonlyMap<string, readonly string[]>, cell: string): readonly string[] {
  // A row with an s-form has it as the form of an active verb: `ges tillfälle att`.
  const exact = cells.get(cell) ?? cells.get(cell.replace('Pass', ''))
  if (exact) return exact
  for (const [name, words] of cells) if (name !== 'bare') return words
  return []
}

/** True for a participle in the form of a supine; the table has only forms of the verb to put in. */
function isParticiple(word: Word): boolean {
  return word.morph.VerbForm === 'Sup' && !hasTense(word)
}

/** True for a noun with an article, an adjective or a possessive before it, which a noun of another gender would change. */
function hasAttribute({ previous }: Word): boolean {
  if (previous === undefined) return false
  return /^(?:DET|ADJ|NUM)$/.test(previous.upos) || previous.morph.Poss === 'Yes'
}

/** How many words of a phrase with a preposition may stand between a noun and its verb. */
const longestTail = 6
const isOfPhrase = /^(?:ADP|NOUN|PROPN|ADJ|DET|PRON|NUM)$/

/** True for a noun that an adjective after the verb agrees with: `Nyttjandet av lokalen är begränsat`. */
function hasPredicate({ next }: Word): boolean {
  let verb = next
  if (next?.upos === 'ADP')
    for (let steps = 0; steps < longestTail && verb && isOfPhrase.test(verb.upos); steps++) verb = verb.next
  if (verb === undefined || !/^(?:är|var|blir|blev)$/.test(verb.lower)) return false
  let at = verb.next
  while (at !== undefined && (at.upos === 'ADV' || at.upos === 'PART')) at = at.next
  if (at?.lower === 'detsamma' || at?.lower === 'densamma') return true
  return at !== undefined && (at.upos === 'ADJ' || at.morph.VerbForm === 'Part') && at.morph.Number !== 'Plur'
}

/** The cell of the paradigm that a word fills, as the generator names them. */
function cellOf(word: Word): string {
  const { morph } = word
  if (isRequested(word)) return 'Imp'
  const voice = morph.Voice === 'Pass' ? 'Pass' : ''
  if (morph.Mood === 'Imp') return canCommand(word) && !isListed(word) ? 'Imp' : 'Inf'
  if (isRelativePresent(word)) return 'PresPass'
  if (morph.VerbForm === 'Inf' || isHung(word)) return `Inf${voice}`
  if (morph.VerbForm === 'Sup') return `Sup${voice}`
  if (morph.VerbForm === 'Fin') return `${morph.Tense === 'Past' ? 'Past' : 'Pres'}${voice}`
  return ''
}

/** True for an infinitive that looks like a present, as `ges` in `ska alltid ges tillfälle`. */
function isHung({ lower, previous, morph }: Word): boolean {
  if (!lower.endsWith('s') || morph.Tense === 'Past') return false
  let word = previous
  while (word !== undefined && (word.upos === 'ADV' || word.upos === 'PART') && word.lower !== 'att')
    word = word.previous
  if (word === undefined || !(word.lower === 'att' || modals.has(word.lower) || modalBack(word))) return false
  return analyseVerbForm(lower).some(({ form }) => form === 'Inf')
}

/** True for a present that looks like an infinitive: `ett hus som inte nyttjas kan …`. */
function isRelativePresent({ lower, previous, morph }: Word): boolean {
  if (!lower.endsWith('s') || morph.VerbForm !== 'Inf') return false
  let word = previous
  while (word !== undefined && (word.upos === 'ADV' || word.upos === 'PART')) word = word.previous
  return word !== undefined && isRelative(word) && analyseVerbForm(lower).some(({ form }) => form === 'Pres')
}

const modals = new Set(
  'ska skall skulle kan kunde kunna bör borde måste får fick vill ville behöver behövde behöva brukar brukade lär'.split(
    ' ',
  ),
)
/** Words of a subject at the most. */
const longestSubject = 8

/**
 * The modal that an infinitive hangs on: `Ofta behöver ett avtal upprättas`. The subject stands between, as it does in
 * no subordinate clause.
 */
function modalBack(last: Word): Word | undefined {
  let word: Word | undefined = last
  for (let steps = 0; word && steps < longestSubject && ofSubject.test(word.upos); steps++) word = word.previous
  if (word === undefined || word === last || !modals.has(word.lower) || !isFiniteVerb(word)) return undefined
  for (let before = word.previous; before !== undefined && before.upos !== 'PUNCT'; before = before.previous)
    // `Då kan du …`: right before the verb it opens no clause.
    if (isOpener(before) && (before.next !== word || isRelative(before))) return undefined
  return word
}

/** `kan du ha möjlighet att få`: ”kan” says it already. */
function saysCan(match: TableMatch): TextEdit | undefined {
  const [first] = match.words
  const next = match.words.at(-1)!.next
  if (next === undefined || first!.previous === undefined || first!.morph.VerbForm !== 'Inf') return undefined
  return /^kan|^kunde$/.test(modalBack(first!.previous)?.lower ?? '')
    ? { start: match.start, end: next.start, text: '' }
    : undefined
}

const ofSubject = /^(?:NOUN|PROPN|DET|ADJ|NUM|ADP|PRON|ADV|PART)$/

/** True for an imperative that looks like a past: `Vänligen inkom med ett intyg`, where no subject follows. */
function isRequested({ previous, next, morph, lower }: Word): boolean {
  if (previous?.lower !== 'vänligen' || morph.Voice === 'Pass' || morph.VerbForm === 'Inf') return false
  if (/[ar]$/.test(lower) || next?.upos === 'PRON' || next?.upos === 'PROPN') return false
  return startsSentence(previous) || previous.previous!.upos === 'CCONJ' || previous.previous!.form === ','
}

/** `Du ska: – iaktta reglerna`: an infinitive that looks like an imperative, in a list that goes on with a sentence. */
function isListed(word: Word): boolean {
  if (!startsSentence(word) || /^\p{Lu}/u.test(word.form)) return false
  return analyseVerbForm(word.lower).some(({ form }) => form === 'Inf')
}

/** True where an imperative can stand: first in the sentence or after a conjunction. */
function canCommand(word: Word): boolean {
  return startsSentence(word) || word.previous!.upos === 'CCONJ' || word.previous!.form === ','
}

/**
 * The edits that put a replacement in. Undefined where they would break the word order, or the verb’s own words are
 * parted.
 */
function editsFor(
  { words, start, end, text }: TableMatch,
  replacement: string,
  entry: Replacement,
): readonly TextEdit[] | undefined {
  const put = [{ start, end, text: likeCase(text, replacement) }]
  if (entry.wordClass !== 'v' || !replacement.includes(' ') || words.length > 1 || entry.patterns.length === 1)
    return put
  const edits = putVerb(words[0]!, replacement)
  const last = edits?.at(-1)
  return last !== undefined && lacksObject(words[0]!, last.end, replacement) ? undefined : edits
}

/** True where a verb with a preposition would stand without what belongs after it: `kommunicerar vi via …`. */
function lacksObject({ sentence }: Word, end: number, replacement: string): boolean {
  if (!/ (?:om|till|av|mot)$/.test(replacement)) return false
  const next = sentence.words.find(({ start }) => start >= end)
  return next === undefined || next.upos === 'PUNCT' || next.upos === 'ADP' || next.upos === 'CCONJ'
}
