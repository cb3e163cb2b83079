import type { Profile, Severity } from 'retext-klarsprak'
import type { Format } from './backends/back-end.ts'

export const severities = ['error', 'warning', 'suggestion'] as const satisfies readonly Severity[]

export const severityNames: Readonly<Record<Severity, string>> = {
  error: 'fel',
  warning: 'varning',
  suggestion: 'förslag',
}

export const severityPlurals: Readonly<Record<Severity, string>> = {
  error: 'fel',
  warning: 'varningar',
  suggestion: 'förslag',
}

export const profileNames: Readonly<Record<Profile, string>> = {
  webb: 'Webbtext',
  press: 'Pressmeddelande',
  brev: 'Brev',
  beslut: 'Beslut',
  rapport: 'Rapport',
  protokoll: 'Protokoll',
  lattlast: 'Lättläst',
  strikt: 'Strikt',
}

export const formatNames: Readonly<Record<Format, string>> = {
  text: 'Vanlig text',
  markdown: 'Markdown',
  html: 'HTML',
}

/** A number with its noun: `1 varning`, `3 varningar`. */
export function counted(count: number, one: string, many: string): string {
  return `${formatNumber(count)}\u00a0${count === 1 ? one : many}`
}

const whole = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0 })
const tenths = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1, minimumFractionDigits: 1 })

/** Swedish typesetting: decimal comma, thousands parted by a no-break space. */
export function formatNumber(value: number, decimals: 0 | 1 = 0): string {
  return (decimals === 0 ? whole : tenths).format(value)
}

/** `12 procent`, from a share 0–1. */
export function percent(share: number): string {
  return `${formatNumber(share * 100)}\u00a0%`
}

/** `a, b och c` */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} och ${parts.at(-1)}`
}

/** The beginning of a text on one line. */
export function shorten(text: string, longest: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line
}
