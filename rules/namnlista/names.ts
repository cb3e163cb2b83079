import { text } from '../generated/tables/namn.ts'
import { NumberSieve } from '../src/number-sieve.ts'
import { lazy, readTable } from '../src/table.ts'

export interface Name {
  readonly text: string
  /** Also found with a letter wrong, not only without its dots and rings. */
  readonly fuzzy: boolean
}

export interface NameList {
  /** Names that are also found with letters wrong, by the first letter of their plain form. */
  readonly fuzzy: ReadonlyMap<string, readonly Name[]>
  readonly byPlain: ReadonlyMap<string, Name>
  /** What the names begin with in small letters, with and without dots and rings: a quick test of other words. */
  readonly initials: NumberSieve
  /** Names of more than one word, as they are written and in small letters. */
  readonly phrases: readonly { readonly text: string; readonly lower: string }[]
  /** Finds any of them in small letters. */
  readonly anyPhrase: RegExp
}

const table = lazy(() =>
  readTable<'namn' | 'avstand'>(text).map(({ namn, avstand }): Name => ({ text: namn, fuzzy: avstand === 'ja' })),
)
const lists = new WeakMap<readonly string[], NameList>()

/** The names of the table and the house's own, which win. */
export function nameList(own: readonly string[]): NameList {
  let list = lists.get(own)
  if (list === undefined) {
    const all = [...table(), ...own.map((name): Name => ({ text: name, fuzzy: true }))]
    const names = all.filter(({ text: name }) => !name.includes(' '))
    const phrases = all
      .filter(({ text: name }) => name.includes(' '))
      .map(({ text: name }) => ({ text: name, lower: name.toLowerCase() }))
    list = {
      fuzzy: byInitial(names.filter(({ text: name, fuzzy }) => fuzzy && name.length >= shortestFuzzy)),
      byPlain: new Map(names.map((name) => [plain(name.text), name])),
      initials: new NumberSieve(names.flatMap(({ text: name }) => [name.toLowerCase(), plain(name)]).map(initialsOf)),
      phrases,
      anyPhrase: new RegExp(
        phrases.map(({ lower }) => lower.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '(?!)',
      ),
    }
    lists.set(own, list)
  }
  return list
}

/** The first four characters as a number, which is made faster than a string. */
export function initialsOf(form: string): number {
  let initials = 0
  for (let at = 0; at < 4 && at < form.length; at++) initials = (initials * 31 + form.charCodeAt(at)) | 0
  return initials
}

/** Fewest characters of a name that is found with a letter wrong. */
const shortestFuzzy = 6

function byInitial(names: readonly Name[]): Map<string, Name[]> {
  const groups = new Map<string, Name[]>()
  for (const name of names) {
    const initial = plain(name.text.charAt(0))
    const group = groups.get(initial)
    if (group) group.push(name)
    else groups.set(initial, [name])
  }
  return groups
}

/** Small letters without dots, rings and accents: `Örebro` and `orebro` are the same. */
export function plain(form: string): string {
  const lower = form.toLowerCase()
  if (!/[^a-z]/.test(lower)) return lower
  return lower.replace(/[åäá]/g, 'a').replace(/[öó]/g, 'o').replace(/[éè]/g, 'e').replace(/ü/g, 'u')
}

/**
 * True where at most so many letters must be put in, left out or changed. The words differ, and begin with the same
 * plain letter.
 */
export function isNear(one: string, other: string, most: number): boolean {
  if (most === 0 || Math.abs(one.length - other.length) > most || one === other) return false
  // What both begin and end with costs nothing.
  let start = 0
  while (start < one.length && start < other.length && sameLetter(one, start, other, start)) start++
  let tail = 0
  const shared = Math.min(one.length, other.length) - start
  while (tail < shared && sameLetter(one, one.length - 1 - tail, other, other.length - 1 - tail)) tail++
  if (Math.max(one.length, other.length) - start - tail <= most) return true
  return most > 1 && distance(one, other) <= most
}

function sameLetter(one: string, at: number, other: string, otherAt: number): boolean {
  const code = one.charCodeAt(at)
  const otherCode = other.charCodeAt(otherAt)
  if (code === otherCode) return true
  if (code < 128 && otherCode < 128) return (code | 32) === (otherCode | 32) && (code | 32) >= 97 && (code | 32) <= 122
  return one[at]!.toLowerCase() === other[otherAt]!.toLowerCase()
}

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const changed = row[j - 1]! + (one[i - 1]!.toLowerCase() === other[j - 1]!.toLowerCase() ? 0 : 1)
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[other.length]!
}
