import type { Line } from './lines.ts'

/** Share of the lines that must have cells for a run to be a table. */
const MIN_SHARE = 0.6
const CELL_BREAK = /\t[\t ]*| {3,}/g

/** True where most lines are divided by tabs, or three or more by wide gaps: a table, or a list of contents. */
export function isTable(lines: readonly Line[]): boolean {
  if (lines.length < 2) return false
  const byTab = lines.filter((line) => line.text.includes('\t')).length
  if (byTab >= 2 && byTab >= lines.length * MIN_SHARE) return true
  const byGap = lines.filter((line) => line.text.includes('   ')).length
  return byGap >= 3 && byGap >= lines.length * MIN_SHARE
}

/** Where the cells of a line stand in the source, without the dots that lead on to a page number. */
export function cellsOf(line: Line): { start: number; end: number }[] {
  const cells: { start: number; end: number }[] = []
  let from = 0
  for (const gap of line.text.matchAll(CELL_BREAK)) {
    cells.push({ start: line.start + from, end: line.start + from + withoutLeaders(line.text.slice(from, gap.index)) })
    from = gap.index + gap[0].length
  }
  cells.push({ start: line.start + from, end: line.end })
  return cells
}

/** Length of the cell without the dots at its end. */
function withoutLeaders(cell: string): number {
  let end = cell.length
  while (end > 0 && (cell[end - 1] === '.' || cell[end - 1] === '…' || cell[end - 1] === ' ')) end--
  const tail = cell.slice(end)
  return tail.includes('...') || tail.includes('…') ? end : cell.length
}
