import type { Origin } from '../paragraphs.ts'
import { elements, find, type XmlElement } from '../xml.ts'
import type { WordOrigin } from './body.ts'

/** A place between two characters where comments begin or end. */
interface Boundary {
  run: XmlElement
  /** What the run is cut at; undefined where the boundary is at its edge. */
  part?: XmlElement
  /** The part itself is cut. */
  isInText?: boolean
  starts: number[]
  ends: number[]
}

/** Writes the anchors of comments into the XML of a document, and changes nothing else in it. */
export class CommentAnchors {
  readonly #xml: string
  readonly #prefix: string
  readonly #boundaries = new Map<number, Boundary>()

  /** @param prefix of the names of elements and attributes, with its colon */
  constructor(xml: string, prefix: string) {
    this.#xml = xml
    this.#prefix = prefix
  }

  /**
   * Anchors a comment.
   *
   * @param first the piece that it begins in, and the offset there
   * @param last the piece that it ends in, and the offset there
   */
  add(id: number, first: [Origin<WordOrigin>, number], last: [Origin<WordOrigin>, number]): void {
    this.#boundary(...first, 'starts').starts.push(id)
    this.#boundary(...last, 'ends').ends.push(id)
  }

  /** The XML with all anchors. */
  write(): string {
    const inserts = [...this.#boundaries].map(([at, boundary]) => ({ at, text: this.#textOf(boundary) }))
    for (const part of new Set(
      [...this.#boundaries.values()].flatMap(({ part, isInText }) => (isInText ? [part!] : [])),
    ))
      if (part.attributes.space !== 'preserve') inserts.push({ at: part.innerStart - 1, text: preserve })
    inserts.sort((a, b) => a.at - b.at)
    let written = ''
    let from = 0
    for (const { at, text } of inserts) {
      written += this.#xml.slice(from, at) + text
      from = at
    }
    return written + this.#xml.slice(from)
  }

  #boundary(
    { start, end, from: { run, part } }: Origin<WordOrigin>,
    offset: number,
    side: 'starts' | 'ends',
  ): Boundary {
    if (!part) return this.#at(side === 'starts' ? run.start : run.end, { run })
    const inside = [...elements(run)].filter(({ name }) => name !== 'rPr')
    const cut = offset > start && offset < end ? this.#offsetIn(part, offset - start) : undefined
    if (cut !== undefined) return this.#at(cut, { run, part, isInText: true })
    // What cannot be cut is taken as a whole.
    const isBefore = side === 'starts' ? offset < end : offset <= start
    if (isBefore) return inside[0] === part ? this.#at(run.start, { run }) : this.#at(part.start, { run, part })
    return inside.at(-1) === part ? this.#at(run.end, { run }) : this.#at(part.end, { run, part })
  }

  #at(at: number, where: Pick<Boundary, 'run' | 'part' | 'isInText'>): Boundary {
    const boundary = this.#boundaries.get(at) ?? { ...where, starts: [], ends: [] }
    this.#boundaries.set(at, boundary)
    return boundary
  }

  /** Where a character of an element's text stands in the XML; undefined where that is more than text and references. */
  #offsetIn(part: XmlElement, offset: number): number | undefined {
    const raw = this.#xml.slice(part.innerStart, part.innerEnd)
    if (part.name !== 't' || raw.includes('<')) return undefined
    let at = 0
    for (let read = 0; read < offset; ) {
      if (raw[at] === '&') {
        const reference = raw.slice(at, raw.indexOf(';', at) + 1)
        read += lengthOf(reference)
        at += reference.length
      } else {
        at += raw.startsWith('\r\n', at) ? 2 : 1
        read++
      }
    }
    return part.innerStart + at
  }

  #textOf({ run, part, isInText, starts, ends }: Boundary): string {
    const p = this.#prefix
    const anchors = [
      ...ends.map((id) => `<${p}commentRangeEnd ${p}id="${id}"/><${p}r><${p}commentReference ${p}id="${id}"/></${p}r>`),
      ...starts.map((id) => `<${p}commentRangeStart ${p}id="${id}"/>`),
    ].join('')
    if (!part) return anchors
    const properties = find(run, 'rPr')
    const again = this.#xml.slice(run.start, run.innerStart) + (properties ? this.#slice(properties) : '')
    const runEnd = this.#xml.slice(run.innerEnd, run.end)
    if (!isInText) return runEnd + anchors + again
    const open = this.#xml.slice(part.start, part.innerStart)
    const opened = part.attributes.space === 'preserve' ? open : `${open.slice(0, -1)}${preserve}>`
    return this.#xml.slice(part.innerEnd, part.end) + runEnd + anchors + again + opened
  }

  #slice({ start, end }: XmlElement): string {
    return this.#xml.slice(start, end)
  }
}

const preserve = ' xml:space="preserve"'

/** How many code units a character reference stands for. */
function lengthOf(reference: string): number {
  const code = /^&#(x)?([0-9a-f]+);$/i.exec(reference)
  return code && Number.parseInt(code[2]!, code[1] ? 16 : 10) > 0xffff ? 2 : 1
}
