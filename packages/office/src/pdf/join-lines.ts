import type { Paragraphs } from '../paragraphs.ts'
import type { Piece } from './page-text.ts'

/** What a hyphen at the end of a line leaves standing when the next line begins with it: ”för- och nackdelar”. */
const joinsHalfWords = /^(?:och|eller|samt|respektive|till|som|men)\b/u
const lineHyphen = /[\p{L}\d][-\u2010\u00AD]$/u

/**
 * Adds lines to a paragraph as running text: one space between them, and words that were cut made whole.
 *
 * @param lines the pieces of each line
 * @param plain the looks that are left out, since the whole is marked by what it is
 */
export function addLines(
  paragraphs: Paragraphs,
  lines: readonly (readonly Piece[])[],
  plain: { bold: boolean } = { bold: false },
): void {
  const runs = lines.map(runsOf).filter((line) => line.length > 0)
  for (const [index, line] of runs.entries()) {
    const next = runs[index + 1]?.[0]?.text
    const last = line.length - 1
    for (const [at, run] of line.entries()) {
      const start = paragraphs.length
      const text = at === last && next !== undefined ? lineEnd(run.text, next) : run.text
      paragraphs.add(text, { bold: run.bold && !plain.bold, italic: run.italic })
      if (run.href !== undefined) paragraphs.mark('link', start, run.href)
    }
  }
}

/** The end of a line as it stands before the next. */
function lineEnd(text: string, next: string): string {
  if (/\S[–/]$/u.test(text)) return text
  if (!lineHyphen.test(text)) return `${text} `
  if (joinsHalfWords.test(next)) return `${text} `
  const isCut = /^\p{Ll}/u.test(next) && !/(?:^|[\s(])(?:\p{L}|[\p{Lu}\d]+)[-\u2010]$/u.test(text)
  return isCut ? text.slice(0, -1) : text
}

interface Run {
  text: string
  bold: boolean
  italic: boolean
  href: string | undefined
}

/** The pieces of a line, with those put together that look the same; white space collapsed, none at the ends. */
function runsOf(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = []
  for (const { text, bold, italic, href } of pieces) {
    const said = text.replace(/\s+/g, (space) => (space.includes('\u00A0') ? '\u00A0' : ' '))
    const before = runs.at(-1)
    const isSpace = said.trim() === ''
    if (before && (isSpace || (before.bold === bold && before.italic === italic && before.href === href)))
      before.text += said
    else if (!isSpace) runs.push({ text: before ? said : said.trimStart(), bold, italic, href })
  }
  for (const [index, run] of runs.entries())
    if (index > 0 && runs[index - 1]!.text.endsWith(' ')) run.text = run.text.trimStart()
  const last = runs.at(-1)
  if (last) last.text = last.text.trimEnd()
  return runs.map((run) => ({ ...run, text: run.text.replace(/ {2,}/g, ' ') })).filter(({ text }) => text !== '')
}
