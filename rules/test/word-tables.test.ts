import { readFileSync } from 'node:fs'
import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rules } from '../src/index.ts'
import { readTable } from '../src/table.ts'

// Every row of a word table has an example of its own: the rule finds it, once, and its first replacement gives
// the text in `blir`. An empty `blir` says that a person must rephrase the sentence.

const root = new URL('..', import.meta.url)
/** Rule, table, and the profile and options with which every row counts. */
const tables = [
  ['byrakratord', 'ersattningar', 'webb', { styrkaMax: 3 }],
  ['omstandlig-fras', 'fraser', 'webb', { styrkaMax: 3 }],
  ['tung-preposition', 'prepositioner', 'webb', { styrkaMax: 3, kringAv: false }],
  ['dar-har-adverb', 'adverb', 'webb', { strikt: true }],
  ['sammansatt-partikelverb', 'partikelverb', 'webb', { styrkaMax: 3 }],
  ['svengelska', 'svengelska', 'webb', { styrkaMax: 3 }],
  ['tautologi', 'tautologier', 'webb', {}],
  ['substantivsjuka', 'stodverb', 'webb', { tillatLamnaIn: false, striktOmSvaga: true }],
  ['opersonligt-tilltal', 'tilltal', 'strikt', {}],
] as const

interface WordRow {
  /** What the row is about: the word, or the noun with its support verbs. */
  readonly name: string
  readonly before: string
  readonly after: string
}

function rowsOf(id: string, table: string): WordRow[] {
  const text = readFileSync(new URL(`${id}/${table}.tsv`, root), 'utf8')
  return readTable(text).map((row) => ({
    name: row.uttryck ?? row.term ?? `${row.substantiv} ${row.stodverb}`,
    before: row.exempel ?? row._exempel ?? '',
    after: row.blir ?? row._blir ?? '',
  }))
}

describe.each(tables)('%s/%s.tsv', (id, table, profile, options) => {
  const rule = rules.find(({ meta }) => meta.id === id)!
  const rows = rowsOf(id, table)
  // One document with a paragraph a row: the table is compiled once.
  const source = rows.map(({ before }) => before).join('\n\n')
  const lint = (text: string) => lintWith([rule], text, { format: 'markdown', profile, options: { [id]: options } })
  // A word in another form is shown once in a document.
  const findings = id === 'svengelska' ? undefined : lint(source).findings

  it.each(rows.map((row, index) => [row.name, row, 2 * index + 1] as const))('%s', (_, { before, after }, line) => {
    expect(before).not.toBe('')
    const found = findings?.filter(({ range }) => range.start.line === line) ?? lint(before).findings
    expect(found).toHaveLength(1)
    const edits = found[0]!.suggestions.find((suggestion) => suggestion.edits.length > 0)?.edits ?? []
    const start = findings ? source.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0) : 0
    const result = [...edits]
      .sort((one, other) => other.start - one.start)
      .reduce((text, edit) => text.slice(0, edit.start - start) + edit.text + text.slice(edit.end - start), before)
    expect(result).toBe(after === '' ? before : after)
  })
})

describe('the tables of words to replace', () => {
  const names = tables.slice(0, 7).flatMap(([id, table]) => rowsOf(id, table).map(({ name }) => name))

  it('have a thousand words and more, each in one table', () => {
    expect(names.length).toBeGreaterThan(1000)
    expect(new Set(names).size).toBe(names.length)
  })
})
