import type { Word } from 'retext-swedish'
import { text } from '../generated/tables/styrning.ts'
import { lazy, parts, readTable } from '../src/table.ts'

const table = lazy(
  () =>
    new Map(
      readTable<'huvudord' | 'preposition'>(text).map(({ huvudord, preposition }) => [huvudord, parts(preposition)]),
    ),
)

/** The shortest noun that is looked for as the last part of a compound. */
const shortest = 5

/** The prepositions that a noun takes, best first; undefined for a noun that the table lacks. */
export function prepositionsOf({ lemma }: Word): readonly string[] | undefined {
  const noun = lemma.toLowerCase()
  for (let at = 0; at === 0 || noun.length - at >= shortest; at++) {
    const found = table().get(noun.slice(at))
    if (found) return found
  }
  return undefined
}
