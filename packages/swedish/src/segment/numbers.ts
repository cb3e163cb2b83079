import { CharacterClass, classOf, isAsciiDigit, isDash, isHyphen } from '../characters.ts'

function isDigitAt(text: string, at: number): boolean {
  return isAsciiDigit(text.charCodeAt(at))
}

/** Whether a space and exactly three digits stand at `at`. */
function isGroup(text: string, at: number): boolean {
  const gap = text.charCodeAt(at)
  if (gap !== 0x20 && gap !== 0xa0 && gap !== 0x202f && gap !== 0x2009) return false
  if (!isDigitAt(text, at + 1) || !isDigitAt(text, at + 2) || !isDigitAt(text, at + 3)) return false
  const after = classOf(text.charCodeAt(at + 4))
  return after !== CharacterClass.digit && after !== CharacterClass.letter
}

function isRangeMark(code: number): boolean {
  return isHyphen(code) || isDash(code)
}

/** The end of the groups of three digits that follow `end`. */
function groupsEnd(text: string, end: number): number {
  let at = end
  while (isGroup(text, at)) at += 4
  return at
}

/**
 * The end of a number with groups of three digits (`1 250,50`, `2 000–3 500`) that begins at `from` and
 * whose first group ends at `end`; `end` where it has no more groups. Telephone numbers, which have other
 * groups, are left as they are.
 */
export function groupedEnd(text: string, from: number, end: number): number {
  let first = end
  while (first > from && isDigitAt(text, first - 1)) first--
  if (first === end || end - first > 3 || text.charCodeAt(first) === 0x30) return end
  if (first > from && !endsRange(text, from, first - 1)) return end
  let at = groupsEnd(text, end)
  if (at === end) return end
  if (classOf(text.charCodeAt(at)) === CharacterClass.space && isDigitAt(text, at + 1)) return end
  if (text.charCodeAt(at) === 0x2c && isDigitAt(text, at + 1)) {
    at += 2
    while (isDigitAt(text, at)) at++
  }
  const mark = text.charCodeAt(at)
  if (mark === 0x3a && isHyphen(text.charCodeAt(at + 1))) return at + 2
  return isRangeMark(mark) && isDigitAt(text, at + 1) ? upperEnd(text, at + 1) : at
}

/** The end of the upper number of a range, which begins at `from`. */
function upperEnd(text: string, from: number): number {
  let at = from
  while (isDigitAt(text, at)) at++
  return at - from <= 3 && text.charCodeAt(from) !== 0x30 ? groupsEnd(text, at) : at
}

/** Whether `from`–`mark` is a sign, or the lower number of a range (`500–1 500`); a date is neither. */
function endsRange(text: string, from: number, mark: number): boolean {
  if (!isRangeMark(text.charCodeAt(mark))) return false
  return /^(?:[1-9]\d{0,2})?$/.test(text.slice(from, mark))
}
