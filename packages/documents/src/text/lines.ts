import { lineEnd, nextLine } from '../lines.ts'

/** One line of plain text. Offsets into the source. */
export interface Line {
  /** Where its text begins, indent not counted. */
  start: number
  /** Where its text ends, white space not counted. */
  end: number
  /** Where the next line begins. */
  next: number
  /** Columns of white space before the text. */
  indent: number
  text: string
}

/** True for white space within lines, a no-break space or a page break too. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x0c || code === 0x0b
}

/** The line that begins at `from`. */
export function readLine(source: string, from: number): Line {
  const close = lineEnd(source, from)
  let start = from
  let end = close
  let indent = 0
  for (; start < close && isBlank(source.charCodeAt(start)); start++)
    indent += source.charCodeAt(start) === 0x09 ? 4 : 1
  while (end > start && isBlank(source.charCodeAt(end - 1))) end--
  return { start, end, next: nextLine(source, close), indent, text: source.slice(start, end) }
}

/**
 * Where a piece of plain text ends that begins at `start`: after the blank lines that follow its first run
 * of lines. A page break ends it too.
 */
export function endOfPiece(source: string, start: number): number {
  let at = start
  let hasText = false
  let afterBlank = false
  while (at < source.length) {
    const line = readLine(source, at)
    const isEmpty = line.start === line.end
    if (hasText && !isEmpty && (afterBlank || source.charCodeAt(at) === 0x0c)) return at
    if (isEmpty) afterBlank = hasText
    else hasText = true
    at = line.next
  }
  return source.length
}
