/** A row of a table, by column name. Missing cells are empty. */
export type Row<C extends string = string> = Readonly<Record<C, string>>

/**
 * Reads a table of tab-separated values whose first line names the columns.
 *
 * @throws Error that names the line, where a row has more cells than there are columns
 */
export function readTable<C extends string>(text: string): Row<C>[] {
  const lines = text.split('\n')
  const columns = lines[0]!.split('\t') as C[]
  const rows: Row<C>[] = []
  for (let index = 1; index < lines.length; index++) {
    if (lines[index] === '') continue
    const cells = lines[index]!.split('\t')
    if (cells.length > columns.length) throw new Error(`rad ${index + 1}: för många celler: ${lines[index]}`)
    const row = {} as Record<C, string>
    for (let column = 0; column < columns.length; column++) row[columns[column]!] = cells[column] ?? ''
    rows.push(row)
  }
  return rows
}

/** The parts of a cell that holds several: `get|gets`. Empty for an empty cell. */
export function parts(cell: string, separator = '|'): string[] {
  return cell === '' ? [] : cell.split(separator).map((part) => part.trim())
}

/** Works the value out when it is first asked for, so that a rule that never runs costs nothing at start. */
export function lazy<T>(make: () => T): () => T {
  let value: { readonly made: T } | undefined
  return () => {
    value ??= { made: make() }
    return value.made
  }
}
