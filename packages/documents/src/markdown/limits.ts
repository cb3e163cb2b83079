/**
 * Guards against text that is made to be slow. micromark's time grows faster than the text where
 * thousands of brackets or asterisks stand in one paragraph, or hundreds of quotes and lists inside each
 * other. No text that is meant to be read comes near the limits. Beyond them the characters are shown to
 * micromark as letters; the text of blocks is always copied from the source.
 */

/** Stands in for a character that has become ordinary. */
const LETTER = 'x'

/** Shorter paragraphs cannot hold enough to matter. */
const HARMLESS_LENGTH = 1000
const COUNTED = /[*_~]|[[\]]|<[!?]|[\\&`<@!]/g
const MAX_ATTENTION = 500
const MAX_BRACKETS = 1000
const MAX_DECLARATIONS = 100
const MAX_OTHERS = 20_000

/** Makes a filter for the text of one paragraph, which may come in parts. */
export function calmText(): (part: string) => string {
  let length = 0
  const counts = { attention: 0, brackets: 0, declarations: 0, others: 0 }
  const calm = (mark: string): string => {
    if (mark === '*' || mark === '_' || mark === '~') return ++counts.attention > MAX_ATTENTION ? LETTER : mark
    if (mark === '[' || mark === ']') return ++counts.brackets > MAX_BRACKETS ? LETTER : mark
    if (mark.length === 2) return ++counts.declarations > MAX_DECLARATIONS ? LETTER + mark[1] : mark
    return ++counts.others > MAX_OTHERS ? LETTER : mark
  }
  return (part) => {
    length += part.length
    return length < HARMLESS_LENGTH ? part : part.replace(COUNTED, calm)
  }
}

const MAX_DEPTH = 100
/** A line whose beginning is long enough to hold too many containers, or too deep an indent. */
const DEEP_LINE = /^[ \t>*+\-\d.)]{200,}[^\r\n]*/gm
const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y
const THEMATIC_BREAK = /^[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,})$/

/** Takes away the deepest quotes and lists of lines that have more than a hundred of them inside each other. */
export function calmContainers(text: string): string {
  return text.replace(DEEP_LINE, (line) => {
    if (THEMATIC_BREAK.test(line)) return line
    CONTAINER.lastIndex = 0
    let depth = 0
    let end = 0
    while (depth < MAX_DEPTH && CONTAINER.test(line)) {
      depth++
      end = CONTAINER.lastIndex
    }
    const next = line.slice(end).search(/[^ \t]/) + end
    const tooDeep = depth === MAX_DEPTH || next - end >= 2 * MAX_DEPTH
    return tooDeep && next >= end ? line.slice(0, next) + LETTER + line.slice(next + 1) : line
  })
}
