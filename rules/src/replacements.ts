import type { Suggestion, TableEntry, TableMatch, TextBlock } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { type Conditions, readConditions } from './conditions.ts'
import { nounPhraseLength } from './phrases.ts'
import { parts } from './table.ts'
import { isFiniteVerb } from './verbs.ts'
import { capitalise, likeCase, startsSentence } from './words.ts'

/** A row of a table of words and what to say instead, with all its forms. */
export interface Replacement extends TableEntry {
  /** The dictionary form. */
  readonly term: string
  /** `v`, `n`, `adj`, `adv`, `prep`, `konj`, `pron`, `fras`. */
  readonly wordClass: string
  /** What can be put in its place, in dictionary form. */
  readonly base: readonly string[]
  /** What to write where no word can simply be put in; the empty string for none. */
  readonly advice: string
  /** 1 always, 2 often, 3 only for strict texts. */
  readonly strength: number
  /** The first replacement keeps meaning, word order and agreement. */
  readonly safe: boolean
  /** For each pattern what stands instead, by the form that the words have there. */
  readonly forms: readonly ReadonlyMap<string, readonly string[]>[]
  readonly conditions: () => Conditions
}

/**
 * Reads a table that the generator has put all forms into. Columns: term, class, replacements, advice, strength, safe,
 * conditions, and the forms: `erhåller:Pres=får;erhålla:Inf=få`.
 */
export function readReplacements(text: string): Replacement[] {
  return text
    .split('\n')
    .slice(1)
    .map((line) => {
      const [term, wordClass, base, advice, strength, safe, conditions, forms] = line.split('\t') as string[]
      const patterns: string[] = []
      const byPattern: Map<string, readonly string[]>[] = []
      for (const form of forms!.split(';')) {
        const [pattern, cells = ''] = form.split(':') as [string, string?]
        patterns.push(pattern)
        byPattern.push(new Map(parts(cells, ',').map((cell) => readCell(cell))))
      }
      let read: Conditions | undefined
      return {
        term: term!,
        wordClass: wordClass!,
        base: parts(base!),
        advice: advice!,
        strength: Number(strength),
        safe: safe === 'ja',
        patterns,
        forms: byPattern,
        conditions: () => (read ??= readConditions(conditions!)),
      }
    })
}

function readCell(cell: string): [string, readonly string[]] {
  const at = cell.indexOf('=')
  return [cell.slice(0, at), parts(cell.slice(at + 1))]
}

/** True where the match is the word that the row means: its class and the row's conditions fit. */
export function isMeant(match: TableMatch, block: TextBlock): boolean {
  const entry = match.entry as Replacement
  const [first] = match.words
  if (entry.wordClass === 'v' && first!.upos !== 'VERB' && first!.upos !== 'AUX') return false
  if (entry.wordClass === 'n' && first!.upos === 'VERB') return false
  if (entry.wordClass === 'adj' && (first!.upos === 'VERB' || first!.upos === 'NOUN')) return false
  return entry.conditions().holds(match, block)
}

/** What to do about a match: at most three words to put in its place, then what to write otherwise. */
export function suggestions(match: TableMatch, block: TextBlock): Suggestion[] {
  const entry = match.entry as Replacement
  const found: Suggestion[] = []
  const adviceOnly = entry.conditions().adviceOnly(match, block)
  const cells = entry.forms[match.pattern]!
  const replacements = cells.get(cellOf(match.words[0]!)) ?? cells.values().next().value ?? []
  const rewordings: string[] = []
  for (const replacement of replacements.slice(0, 3)) {
    if (adviceOnly || !keepsOrder(match, replacement, entry)) {
      rewordings.push(replacement)
      continue
    }
    const text = likeCase(match.text, replacement)
    found.push({
      title: `Byt till ”${text}”`,
      safety: entry.safe && found.length === 0 ? 'safe' : 'suggestion',
      edits: [{ start: match.start, end: match.end, text }],
    })
  }
  if (found.length + rewordings.length === 0 && entry.advice === '') rewordings.push(...entry.base.slice(0, 2))
  const words = [...rewordings.map((word) => `”${word}”`), ...(entry.advice.startsWith('”') ? [entry.advice] : [])]
  if (words.length > 0) found.push({ title: `Skriv om med ${words.join(' eller ')}`, safety: 'suggestion', edits: [] })
  if (entry.advice !== '' && !entry.advice.startsWith('”'))
    found.push({ title: capitalise(entry.advice), safety: 'suggestion', edits: [] })
  return found
}

/** The cell of the paradigm that a word fills, as the generator names them. */
function cellOf(word: Word): string {
  const { morph } = word
  const voice = morph.Voice === 'Pass' ? 'Pass' : ''
  if (morph.Mood === 'Imp') return canCommand(word) ? 'Imp' : 'Inf'
  if (morph.VerbForm === 'Inf') return `Inf${voice}`
  if (morph.VerbForm === 'Sup') return `Sup${voice}`
  if (morph.VerbForm === 'Fin') return `${morph.Tense === 'Past' ? 'Past' : 'Pres'}${voice}`
  return ''
}

/** True where an imperative can stand: first in the sentence or after a conjunction. */
function canCommand(word: Word): boolean {
  return startsSentence(word) || word.previous!.upos === 'CCONJ' || word.previous!.form === ','
}

/**
 * False where a verb of several words cannot stand for one word: after a finite verb the subject and `inte`
 * come before the particle (`Nu mottar vi inte …` → `Nu tar vi inte emot …`).
 */
function keepsOrder({ words }: TableMatch, replacement: string, { wordClass, forms }: Replacement): boolean {
  if (wordClass !== 'v' || !replacement.includes(' ') || words.length > 1 || forms.length === 1) return true
  const [verb] = words
  if (!isFiniteVerb(verb)) return true
  const { previous, next } = verb!
  if (next !== undefined && (next.upos === 'ADV' || next.upos === 'PART' || next.morph.Case === 'Nom')) return false
  if (previous === undefined) return false
  if (previous.lower === 'som' || (previous.upos === 'PRON' && previous.morph.Case === 'Nom')) return true
  const before = verb!.sentence.words.slice(0, verb!.index - verb!.sentence.words[0]!.index)
  return before.length > 0 && nounPhraseLength(before) === before.length && previous.upos === 'NOUN'
}
