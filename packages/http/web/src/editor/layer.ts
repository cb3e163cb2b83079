import type { LiveFinding } from '../finding.ts'

/** A piece of a line with the same findings all through. */
interface Piece {
  start: number
  end: number
  /** Of the worst of the shortest findings on it. */
  severity: string
  /** Only findings of whole sentences and more stand on it. */
  isWide: boolean
  isOpen: boolean
}

/** Before all marks are looked over after a change, in milliseconds. */
const pause = 150

/** Findings that are longer than this are drawn so that the words within stand out. */
const longestWords = 60

const rank: Readonly<Record<string, number>> = { suggestion: 1, warning: 2, error: 3 }

interface Line {
  text: string
  /** What is marked, so that a line is drawn anew only where that has changed. */
  key: string
  element: HTMLElement
}

/**
 * The marks behind the text field: the same text line by line, drawn transparent, with grounds and underlines where
 * something was found. Only lines that change are drawn anew, so that typing stays quick in a long text.
 */
export class MarkLayer {
  readonly #root: HTMLElement
  #lines: Line[] = []
  #later: ReturnType<typeof setTimeout> | undefined

  constructor(root: HTMLElement) {
    this.#root = root
  }

  /**
   * Draws the text at once. Where it has changed, marks that only move with it are left as they are for a moment: they
   * stand at the same words, and whoever writes need not wait for them.
   *
   * @param findings at their places in the text
   * @param open the one that is open, by its place in the review
   */
  draw(text: string, findings: readonly LiveFinding[], open: number | undefined): void {
    clearTimeout(this.#later)
    const fresh = this.#write(text)
    if (fresh.size === 0 || fresh.size === this.#lines.length) this.#mark(findings, open)
    else {
      this.#mark(findings, open, fresh)
      this.#later = setTimeout(() => this.#mark(findings, open), pause)
    }
  }

  /** Writes the lines that have changed, and tells which. */
  #write(text: string): ReadonlySet<Line> {
    const texts = text.split('\n')
    const before = this.#lines
    const shorter = Math.min(before.length, texts.length)
    let head = 0
    while (head < shorter && before[head]!.text === texts[head]) head++
    let tail = 0
    while (tail < shorter - head && before[before.length - 1 - tail]!.text === texts[texts.length - 1 - tail]) tail++
    const after = before[before.length - tail]?.element ?? null
    for (const { element } of before.slice(head, before.length - tail)) element.remove()
    const fresh = texts.slice(head, texts.length - tail).map((line): Line => {
      const element = document.createElement('div')
      this.#root.insertBefore(element, after)
      // Unlike any key, so that it is drawn.
      return { text: line, key: '\n', element }
    })
    this.#lines = [...before.slice(0, head), ...fresh, ...before.slice(before.length - tail)]
    return new Set(fresh)
  }

  /** The box of the first mark of the open finding, in the coordinates of the window. */
  openMark(): DOMRect | undefined {
    return this.#root.querySelector('.open')?.getBoundingClientRect()
  }

  /** @param only the lines to mark; all where left out */
  #mark(findings: readonly LiveFinding[], open: number | undefined, only?: ReadonlySet<Line>): void {
    const sorted = [...findings].sort((a, b) => a.start - b.start)
    let next = 0
    let active: LiveFinding[] = []
    let start = 0
    for (const line of this.#lines) {
      const end = start + line.text.length
      if (active.length > 0) active = active.filter((finding) => finding.end > start)
      while (next < sorted.length && sorted[next]!.start < end) active.push(sorted[next++]!)
      if (only && !only.has(line)) {
        start = end + 1
        continue
      }
      const pieces = piecesOf(active, start, end, open)
      const key = pieces
        .map((piece) => `${piece.start - start}-${piece.end - start}${piece.severity}${piece.isWide}${piece.isOpen}`)
        .join()
      if (key !== line.key) {
        line.key = key
        drawLine(line, pieces, start)
      }
      start = end + 1
    }
  }
}

/** The marked pieces of a line, in order, none overlapping. */
function piecesOf(findings: readonly LiveFinding[], from: number, to: number, open: number | undefined): Piece[] {
  const here = findings.filter(({ start, end }) => start < to && end > from)
  if (here.length === 0) return []
  const borders = [...new Set(here.flatMap(({ start, end }) => [Math.max(start, from), Math.min(end, to)]))].sort(
    (a, b) => a - b,
  )
  const pieces: Piece[] = []
  for (const [index, start] of borders.entries()) {
    const end = borders[index + 1]
    if (end === undefined) break
    const on = here.filter((finding) => finding.start < end && finding.end > start)
    if (on.length === 0) continue
    const narrow = on.filter((finding) => finding.end - finding.start <= longestWords)
    const told = narrow.length > 0 ? narrow : on
    const worst = told.reduce((one, other) =>
      rank[other.finding.severity]! > rank[one.finding.severity]! ? other : one,
    )
    pieces.push({
      start,
      end,
      severity: worst.finding.severity,
      isWide: narrow.length === 0,
      isOpen: on.some(({ index: at }) => at === open),
    })
  }
  return pieces
}

function drawLine({ element, text }: Line, pieces: readonly Piece[], start: number): void {
  const nodes: Node[] = []
  let at = 0
  for (const piece of pieces) {
    const [from, to] = [piece.start - start, piece.end - start]
    if (from > at) nodes.push(document.createTextNode(text.slice(at, from)))
    const mark = document.createElement('span')
    mark.className = `mark ${piece.severity}${piece.isWide ? ' wide' : ''}${piece.isOpen ? ' open' : ''}`
    mark.textContent = text.slice(from, to)
    nodes.push(mark)
    at = to
  }
  // An empty line is as high as any other.
  nodes.push(text === '' ? document.createElement('br') : document.createTextNode(text.slice(at)))
  element.replaceChildren(...nodes)
}
