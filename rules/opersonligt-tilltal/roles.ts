import type { TableEntry } from '@klarsprak/engine'
import { text } from '../generated/tables/tilltal.ts'
import { lazy, parts, readTable } from '../src/table.ts'

/** A word for the reader as someone else. */
export interface Role extends TableEntry {
  readonly term: string
  /** The first pattern that is a genitive. */
  readonly genitiveFrom: number
  /** Goes after `du`: `som äger fastigheten`. */
  readonly role: string
  readonly profiles: readonly string[]
}

export const roles = lazy((): Role[] =>
  readTable<'term' | 'former' | 'genitiv' | 'roll' | 'texttyper'>(text).map((row) => {
    const forms = [row.term, ...parts(row.former)]
    return {
      term: row.term,
      patterns: [...forms, ...parts(row.genitiv)],
      genitiveFrom: forms.length,
      role: row.roll,
      profiles: parts(row.texttyper, ' '),
    }
  }),
)
/** The words among them that stand alone. */
export const single = lazy(
  () => new Set(roles().flatMap(({ patterns }) => patterns.filter((form) => !form.includes(' ')))),
)
