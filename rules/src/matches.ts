/**
 * All matches of a pattern in a text, as `matchAll` gives them. That copies the pattern every time it is called, which
 * costs more than the search where a text is a paragraph and mostly nothing is found.
 *
 * @param pattern global; its `lastIndex` is not kept
 */
export function allMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (match === null) return none
  const matches: RegExpExecArray[] = []
  while (match !== null) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex++
    match = pattern.exec(text)
  }
  return matches
}

/** Shared, so that a text without a match costs nothing. */
const none: RegExpExecArray[] = []
