import type { Finding, Severity, Summary } from '@klarsprak/engine'

/** What a level is called to the reader. */
export const severityNames: Record<Severity, string> = { error: 'fel', warning: 'varning', suggestion: 'förslag' }

/** Higher is worse. */
export const severityRank: Record<Severity, number> = { error: 3, warning: 2, suggestion: 1 }

/** A number with its noun: `1 varning`, `3 varningar`. */
export function counted(count: number, one: string, many: string): string {
  return `${formatNumber(count)}\u00a0${count === 1 ? one : many}`
}

/** Swedish typesetting: decimal comma, thousands parted by a no-break space. */
export function formatNumber(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/g, '\u00a0') : whole
  return `${value < 0 ? '\u2212' : ''}${grouped}${fraction ? `,${fraction}` : ''}`
}

/** `2 fel, 3 varningar och 5 förslag i 4 filer`. */
export function summaryLine(summary: Summary): string {
  const parts = [
    summary.errors > 0 && counted(summary.errors, 'fel', 'fel'),
    summary.warnings > 0 && counted(summary.warnings, 'varning', 'varningar'),
    summary.suggestions > 0 && counted(summary.suggestions, 'förslag', 'förslag'),
  ].filter((part) => part !== false)
  const files = counted(summary.files, 'fil', 'filer')
  if (parts.length === 0) return `Inget att anmärka på i ${files}.`
  const list = parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(', ')} och ${parts.at(-1)}`
  return `${list} i ${files}.`
}

/** Where a finding stands, in brief: `3:9`, or `stycke 4` in a document without lines of its own. */
export function whereOf({ place, range }: Finding): string {
  if (!place) return `${range.start.line}:${range.start.column}`
  return `stycke ${place.paragraph}${place.page === undefined ? '' : `, sida ${place.page}`}`
}

/** The same in full: `rad 3, tecken 9`, or `stycke 4 under ”Så ansöker du”`. */
export function placeInWords(finding: Finding, column: 'tecken' | 'kolumn' = 'tecken'): string {
  const { place, range } = finding
  if (!place) return `rad ${range.start.line}, ${column} ${range.start.column}`
  const isHeading = place.heading === null || place.heading === place.text
  return `${whereOf(finding)}${isHeading ? '' : ` under ”${place.heading}”`}`
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
