import { text } from '../generated/tables/forkortningar.ts'
import { lazy, parts, type Row, readTable } from './table.ts'

/** A row of `tables/forkortningar.tsv`. */
export type Abbreviation = Row<'forkortning' | 'varianter' | 'utskriven' | 'typ' | 'kand' | 'slut' | 'inskjut'>

/** All abbreviations with their variants, by the form as written. */
export const abbreviations = lazy(() => {
  const byForm = new Map<string, Abbreviation>()
  const rows = readTable<keyof Abbreviation>(text)
  for (const row of rows) byForm.set(row.forkortning, row)
  for (const row of rows) for (const variant of parts(row.varianter)) if (!byForm.has(variant)) byForm.set(variant, row)
  return byForm
})
