/** One replacement that turns a text into another. Offsets are UTF-16 code units, ends exclusive. */
export interface TextChange {
  start: number
  /** In the text before. */
  end: number
  text: string
}

/** The smallest replacement that turns one text into the other. */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let tail = 0
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) }
}

/**
 * Where a range stands after a change; undefined where the change touches it. What is written right before or after a
 * range touches it too: it may have become part of its last word.
 */
export function carry<R extends { start: number; end: number }>(range: R, change: TextChange): R | undefined {
  const shift = change.text.length - (change.end - change.start)
  if (range.end < change.start) return range
  if (range.start > change.end) return { ...range, start: range.start + shift, end: range.end + shift }
  return undefined
}

/** Several edits of a text as one replacement, so that one undo takes them back. */
export function mergeEdits(
  source: string,
  edits: readonly { start: number; end: number; text: string }[],
): TextChange | undefined {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  const first = sorted[0]
  if (!first) return undefined
  let text = ''
  let at = first.start
  for (const edit of sorted) {
    if (edit.start < at) return undefined
    text += source.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return { start: first.start, end: at, text }
}
