/** Where the line that begins at or before `from` ends: the offset of its line ending, or of the end of the source. */
export function lineEnd(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 0x0a || code === 0x0d) return at
  }
  return source.length
}

/** Where the next line begins, given where a line ends. LF, CRLF and a lone CR are all line endings. */
export function nextLine(source: string, end: number): number {
  if (end >= source.length) return source.length
  return source.charCodeAt(end) === 0x0d && source.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1
}

/** Offset of the first character from `start` on that is neither space nor tab, at most `end`. */
export function skipIndent(source: string, start: number, end: number): number {
  let at = start
  while (at < end && (source.charCodeAt(at) === 0x20 || source.charCodeAt(at) === 0x09)) at++
  return at
}

/** White space as HTML and Markdown have it. A no-break space is none. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c
}
