import type { Line } from './lines.ts'

/** So many lines at the top and at the bottom of a page may be its header and footer. */
const mostRunning = 3
/** The share of the pages that must have the same line. */
const share = 0.4
/** How far apart two lines may stand, in points, to be at the same place. */
const sameHeight = 3

const pageNumber = /^(?:-|–)? ?(?:sida|sid\.?|s\.)? ?\d{1,4}(?: ?(?:\(\d{1,4}\)|\/ ?\d{1,4}|av \d{1,4}))? ?(?:-|–)?$/iu

/**
 * Leaves out what is repeated from page to page: headers, footers and page numbers.
 *
 * @param pages the lines of each page
 */
export function withoutRunningLines(pages: readonly (readonly Line[])[]): Line[][] {
  const edges = pages.map(edgesOf)
  const counts = new Map<string, number>()
  for (const lines of edges)
    for (const key of new Set(lines.flatMap(keysOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const enough = Math.max(2, Math.ceil(pages.length * share))
  return pages.map((lines, page) => {
    const running = new Set(
      edges[page]!.filter((line) => pageNumber.test(line.text) || isRepeated(line, counts, enough)),
    )
    return lines.filter((line) => !running.has(line))
  })
}

function isRepeated(line: Line, counts: ReadonlyMap<string, number>, enough: number): boolean {
  return keysOf(line).some((key) => counts.get(key)! >= enough)
}

function edgesOf(lines: readonly Line[]): Line[] {
  const byHeight = [...lines].sort((a, b) => b.y - a.y)
  const isAtEdge = ({ y, height }: Line) => y > 0.85 * height || y < 0.15 * height
  return [...new Set([...byHeight.slice(0, mostRunning), ...byHeight.slice(-mostRunning)])].filter(isAtEdge)
}

/** What a line is known by on other pages: its words without numbers, and its place to either side of a rounding. */
function keysOf({ text, y }: Line): string[] {
  const words = text.replace(/\d+/g, '#')
  return [Math.floor(y / sameHeight), Math.ceil(y / sameHeight)].map((place) => `${place} ${words}`)
}
