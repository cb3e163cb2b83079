import { text } from '../generated/tables/facktermer.ts'
import { lazy, parts, readTable } from '../src/table.ts'

/** A row of `facktermer.tsv`. */
export interface Term {
  readonly term: string
  readonly explanation: string
  /** True where the explanation can stand in brackets after any form of the term. */
  readonly fits: boolean
  /** True where most readers know it, or see what it means: it is only told of where it is explained too late. */
  readonly known: boolean
  readonly patterns: readonly string[]
}

export const terms = lazy((): Term[] =>
  readTable<'term' | 'former' | 'inskjut' | 'forklaring' | 'kand'>(text).map((row) => ({
    term: row.term,
    explanation: row.forklaring,
    fits: row.inskjut === 'ja',
    known: row.kand === 'ja',
    patterns: withGenitives([row.term, ...parts(row.former)], row.inskjut === 'ja'),
  })),
)

/** The genitives of a noun: `detaljplanens bestämmelser` is where a reader meets the word too. */
function withGenitives(forms: readonly string[], isNoun: boolean): readonly string[] {
  return isNoun ? [...new Set(forms.flatMap((form) => (form.endsWith('s') ? [form] : [form, `${form}s`])))] : forms
}
