import { readFileSync } from 'node:fs'
import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rules } from '../src/index.ts'
import { readTable } from '../src/table.ts'

// Every row of a table of words to replace has an example of its own: the rule finds it, once, and its first
// replacement gives the text in `blir`. An empty `blir` says that the sentence must be rephrased by a person.

const root = new URL('..', import.meta.url)
/** Rule, table, and the options with which every row counts. */
const tables = [
  ['byrakratord', 'ersattningar', { styrkaMax: 3 }],
  ['omstandlig-fras', 'fraser', { styrkaMax: 3 }],
  ['tung-preposition', 'prepositioner', { styrkaMax: 3, kringAv: false }],
  ['dar-har-adverb', 'adverb', { strikt: true }],
  ['sammansatt-partikelverb', 'partikelverb', { styrkaMax: 3 }],
  ['svengelska', 'svengelska', { styrkaMax: 3 }],
] as const
const read = (id: string, table: string) =>
  readTable<'uttryck' | 'exempel' | 'blir'>(readFileSync(new URL(`${id}/${table}.tsv`, root), 'utf8'))

describe.each(tables)('%s/%s.tsv', (id, table, options) => {
  const rule = rules.find(({ meta }) => meta.id === id)!
  const rows = read(id, table)
  // One document with a paragraph a row: the table is compiled once.
  const source = rows.map(({ exempel }) => exempel).join('\n\n')
  const { findings } = lintWith([rule], source, { format: 'markdown', profile: 'webb', options: { [id]: options } })

  it.each(rows.map((row, index) => [row.uttryck, row, 2 * index + 1] as const))('%s', (_, { exempel, blir }, line) => {
    expect(exempel).not.toBe('')
    const found = findings.filter(({ range }) => range.start.line === line)
    expect(found).toHaveLength(1)
    const edits = found[0]!.suggestions.find((suggestion) => suggestion.edits.length > 0)?.edits ?? []
    const start = source.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0)
    const after = [...edits]
      .sort((one, other) => other.start - one.start)
      .reduce((text, edit) => text.slice(0, edit.start - start) + edit.text + text.slice(edit.end - start), exempel)
    expect(after).toBe(blir === '' ? exempel : blir)
  })
})

describe('the tables of words to replace', () => {
  const rows = tables.flatMap(([id, table]) => read(id, table))

  it('have a thousand words and more, each in one table', () => {
    expect(rows.length).toBeGreaterThan(1000)
    expect(new Set(rows.map(({ uttryck }) => uttryck)).size).toBe(rows.length)
  })
})
