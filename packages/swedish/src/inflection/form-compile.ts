import { formDataHeader } from './form-lexicon.ts'

/** A word for {@link compileForms}. */
export interface FormEntry {
  readonly lemma: string
  /**
   * The form of each cell, in an order that all words of the lexicon share; alternatives parted by `/`, the usual one
   * first; undefined where the word lacks it.
   */
  readonly forms: readonly (string | undefined)[]
  /** Short values without blanks. */
  readonly properties: readonly string[]
}

/**
 * Compiles words into the text that `FormLexicon` reads. Words that inflect alike share one row of endings. Pure and
 * deterministic.
 *
 * Layout, fields parted by tabs: header; the longest ending; number of paradigms; the paradigms (a cell a field, alternatives parted by `/`, `-`
 * for no form); then groups to the end: paradigm, properties parted by spaces, 1 where the words are homonyms of words
 * before them, stems parted by spaces.
 */
export function compileForms(entries: readonly FormEntry[]): string {
  const paradigms = new Map<string, number>()
  const groups = new Map<string, string[]>()
  const seen = new Set<string>()
  let longest = 0
  for (const { lemma, forms, properties } of entries) {
    const cells = forms.map((form) => form?.split('/') ?? [])
    const stem = commonStart(cells.flat())
    for (const form of cells.flat()) longest = Math.max(longest, form.length - stem.length)
    const record = cells.map((cell) =>
      cell.length === 0 ? '-' : cell.map((form) => form.slice(stem.length)).join('/'),
    )
    const row = record.join('\t')
    if (!paradigms.has(row)) paradigms.set(row, paradigms.size)
    const key = `${paradigms.get(row)}\t${properties.join(' ')}\t${seen.has(lemma) ? 1 : 0}`
    seen.add(lemma)
    const stems = groups.get(key)
    if (stems === undefined) groups.set(key, [stem])
    else stems.push(stem)
  }
  const lines = [formDataHeader, String(longest), String(paradigms.size), ...paradigms.keys()]
  for (const [key, stems] of groups) lines.push(`${key}\t${stems.join(' ')}`)
  return `${lines.join('\n')}\n`
}

/** Empty for words such as `bra`, `bättre`. */
function commonStart(forms: readonly string[]): string {
  let stem = forms[0]!
  for (const form of forms) {
    let length = 0
    while (length < stem.length && stem[length] === form[length]) length++
    stem = stem.slice(0, length)
  }
  return stem
}

/** Rows of a table by its header. @throws {Error} naming the line that has the wrong number of fields */
export function readTable(text: string, name: string, columns: readonly string[]): Record<string, string>[] {
  const lines = text.trimEnd().split('\n')
  if (lines[0] !== columns.join('\t')) throw new Error(`${name}: the columns must be ${columns.join(', ')}`)
  return lines.slice(1).map((line, i) => {
    const fields = line.split('\t')
    if (fields.length !== columns.length) throw new Error(`${name}, line ${i + 2}: ${fields.length} fields`)
    return Object.fromEntries(columns.map((column, c) => [column, fields[c]!]))
  })
}

/** `pl=städer pldef=städerna` as a map; `_` is none. @throws {Error} on an unknown key */
export function readForms(field: string, keys: readonly string[]): Map<string, string> {
  if (field === '_') return new Map()
  return new Map(
    field.split(' ').map((part) => {
      const [key, value] = part.split('=')
      if (key === undefined || value === undefined || !keys.includes(key)) throw new Error(`Unknown form: ${part}`)
      return [key, value]
    }),
  )
}
