import type { GlossaryEntry } from '../types.ts'
import { ConfigError, type ConfigProblem } from './config-error.ts'

type Column = 'term' | 'forms' | 'explanation' | 'sayInstead'

/** The order of columns in a file without headings. */
const columnOrder: readonly Column[] = ['term', 'forms', 'explanation', 'sayInstead']

/** Headings by their letters alone, as people write them. */
const headings: Readonly<Record<string, Column | 'other'>> = {
  term: 'term',
  ord: 'term',
  uttryck: 'term',
  former: 'forms',
  form: 'forms',
  bojningar: 'forms',
  forklaring: 'explanation',
  kortforklaring: 'explanation',
  betydelse: 'explanation',
  saghellre: 'sayInstead',
  skrivhellre: 'sayInstead',
  hellre: 'sayInstead',
  ersattning: 'sayInstead',
  omrade: 'other',
  kommentar: 'other',
  kalla: 'other',
}

/**
 * Reads a glossary: a table with tabs (or semicolons) between the columns term, former, förklaring and säg hellre. The
 * first line may name the columns, in any order; forms stand with commas between. Lines that begin with `#` are
 * comments. A row needs a term and an explanation, or what to say instead: without either it would change nothing.
 *
 * @throws ConfigError with file and line of every faulty row
 */
export function readGlossary(text: string, file: string): GlossaryEntry[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const problems: ConfigProblem[] = []
  const entries: GlossaryEntry[] = []
  const lineOfTerm = new Map<string, number>()
  let columns: readonly (Column | 'other')[] | undefined
  const separator = lines.some((line) => line.includes('\t')) ? '\t' : ';'
  for (const [index, content] of lines.entries()) {
    const line = index + 1
    const tell = (reason: string): void => void problems.push({ file, line, column: 1, reason })
    if (content.trim() === '' || content.startsWith('#')) continue
    const cells = splitCells(content, separator)
    if (!columns) {
      columns = headingColumns(cells)
      if (columns && !columns.includes('term')) tell('Tabellen saknar kolumnen ”term”.')
      if (columns) continue
      columns = columnOrder
    }
    if (cells.length === 1) {
      tell('Raden har bara en kolumn. Skilj kolumnerna med tabb eller semikolon.')
      continue
    }
    if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== ''))
      tell(`Raden har ${cells.length} kolumner men tabellen har ${columns.length}.`)
    const row: Record<Column, string> = { term: '', forms: '', explanation: '', sayInstead: '' }
    for (const [column, name] of columns.entries()) if (name !== 'other') row[name] = cells[column] ?? ''
    if (row.term === '') tell('Raden saknar term.')
    else if (row.explanation === '' && row.sayInstead === '')
      tell('Raden har varken en förklaring eller något att säga i stället. Fyll i minst en av de kolumnerna.')
    const known = lineOfTerm.get(row.term.toLowerCase())
    if (known !== undefined) tell(`Termen ”${row.term}” står redan på rad ${known}.`)
    lineOfTerm.set(row.term.toLowerCase(), line)
    const forms = row.forms
      .split(/[,|]/)
      .map((form) => form.trim())
      .filter((form) => form !== '')
    entries.push({ term: row.term, forms, explanation: row.explanation, sayInstead: row.sayInstead })
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return entries
}

/** The cells of a row; one within quotation marks may hold separators, and `""` for a mark. */
function splitCells(row: string, separator: string): string[] {
  const cells: string[] = []
  const quoted = /^\s*"((?:[^"]|"")*)"\s*$/
  for (let at = 0; at <= row.length; ) {
    const first = endOfCell(row, separator, at)
    let end = first
    if (/^\s*"/.test(row.slice(at, first)))
      while (end < row.length && !quoted.test(row.slice(at, end))) end = endOfCell(row, separator, end + 1)
    // A mark that is never closed is a mark in the text.
    if (!quoted.test(row.slice(at, end))) end = first
    const cell = row.slice(at, end)
    cells.push(quoted.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell.trim())
    at = end + 1
  }
  return cells
}

function endOfCell(row: string, separator: string, from: number): number {
  const end = row.indexOf(separator, from)
  return end < 0 ? row.length : end
}

/** The columns that a first line names; undefined where it names none and so is a row. */
function headingColumns(cells: readonly string[]): (Column | 'other')[] | undefined {
  const names = cells.map((cell) => headings[lettersOf(cell)])
  // One known word may be a term of the house; two name columns.
  const known = names.filter((name) => name !== undefined && name !== 'other')
  if (known.length < 2 && !(known.length === 1 && cells.length === 1)) return undefined
  return names.map((name) => name ?? 'other')
}

function lettersOf(cell: string): string {
  return cell
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}
