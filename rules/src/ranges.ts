import { monthWord, weekdays } from './dates.ts'
import { numerals } from './numerals.ts'

/** For patterns: a number as an end of a range, a clock time, a number with decimals or one in groups. */
export const rangeNumber = '\\d{1,3}(?:[ \\u00a0]\\d{3}){1,4}|\\d{1,4}(?:[.:,]\\d{1,2})?'

/** For patterns: a day of the week, written out or short. */
const dayWord = `(?:(?:${weekdays.join('|')})(?:ar|en)?|mån|tis|ons|tors?|fre|lör|sön)`

/** For patterns: a month, written out. */
export const monthOrDay = `(?:${monthWord}|${dayWord})`

/** For patterns: a number in letters, from two on. */
export const numeral = `(?:${[...numerals.slice(2), 'femton', 'tjugo', 'trettio', 'fyrtio', 'femtio'].join('|')})`

/** True for `9.30`, `09:00` and whole hours that a clock has. */
export function isClock(number: string): boolean {
  const [, hour, minute] = /^(\d{1,2})(?:[.:](\d\d))?$/.exec(number) ?? []
  return hour !== undefined && Number(hour) <= 24 && (minute === undefined || Number(minute) < 60)
}

/** True for a year of our time. */
export function isYear(number: string): boolean {
  return /^(?:1[5-9]|20|21)\d\d$/.test(number)
}
