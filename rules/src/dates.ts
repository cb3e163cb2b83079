/** The months, as Swedish writes them. */
export const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
] as const

export const weekdays = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'] as const

/** For patterns: any month. */
export const monthWord = months.join('|')

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** True for a day of the calendar; 29 February counts where no year is given, or in a leap year. */
export function isDate(day: number, month: number, year?: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > lengths[month - 1]!) return false
  if (month !== 2 || day !== 29 || year === undefined) return true
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** `4 maj 2026`, with no-break space between day and month. */
export function spellDate(day: number, month: number, year?: number): string {
  const date = `${day}\u00a0${months[month - 1]}`
  return year === undefined ? date : `${date} ${year}`
}
