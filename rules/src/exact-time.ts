import type { Sentence } from 'retext-swedish'

const months = new Set(
  'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
)
const days = new Set('måndag tisdag onsdag torsdag fredag lördag söndag'.split(' '))
/** What a figure before it makes a length of time, or a figure after it a point in time. */
const units = /^(?:vecka|veckor|månader|dagar|dag|timmar|arbetsdagar|v\.|kl\.?|klockan)$/

/** True where a sentence names a day, a month, a week, a time of day, a year, or how many days something takes. */
export function hasExactTime({ words }: Sentence): boolean {
  return words.some(({ lower, kind, previous, next }) => {
    if (months.has(lower) || days.has(lower.replace(/(?:en|s)$/, ''))) return true
    if (kind === 'number' && (/^(?:19|20)\d\d$/.test(lower) || /^\d{1,2}[.:]\d\d$/.test(lower))) return true
    return units.test(lower) && (previous?.upos === 'NUM' || next?.kind === 'number')
  })
}
