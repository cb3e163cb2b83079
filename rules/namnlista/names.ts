import { text } from '../generated/tables/namn.ts'
import { lazy, readTable } from '../src/table.ts'

export interface Name {
  readonly text: string
  /** Also found with a letter wrong, not only without its dots and rings. */
  readonly fuzzy: boolean
}

interface NameList {
  readonly names: readonly Name[]
  readonly byPlain: ReadonlyMap<string, Name>
  /** What the names begin with in small letters, with and without dots and rings: a quick test of other words. */
  readonly initials: ReadonlySet<string>
  /** Names of more than one word. */
  readonly phrases: readonly Name[]
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
    list = {
      names,
      byPlain: new Map(names.map((name) => [plain(name.text), name])),
      initials: new Set(
        names.flatMap(({ text: name }) => [name.toLowerCase(), plain(name)]).map((form) => form.slice(0, 4)),
      ),
      phrases: all.filter(({ text: name }) => name.includes(' ')),
    }
    lists.set(own, list)
  }
  return list
}

/** Small letters without dots, rings and accents: `Örebro` and `orebro` are the same. */
export function plain(form: string): string {
  return form.toLowerCase().replace(/[åäá]/g, 'a').replace(/[öó]/g, 'o').replace(/[éè]/g, 'e').replace(/ü/g, 'u')
}

/** True where at most so many letters must be put in, left out or changed, the first excepted. */
export function isNear(one: string, other: string, most: number): boolean {
  if (most === 0 || Math.abs(one.length - other.length) > most || one === other) return false
  if (plain(one.charAt(0)) !== plain(other.charAt(0))) return false
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const changed = row[j - 1]! + (one[i - 1]!.toLowerCase() === other[j - 1]!.toLowerCase() ? 0 : 1)
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[other.length]! <= most
}
