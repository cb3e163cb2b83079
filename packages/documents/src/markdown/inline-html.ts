import type { BlockWriter, OpenMark, Place } from '../block-writer.ts'
import { parseDirectives } from '../directives.ts'
import { copyAttribute, findAttribute } from '../html/attributes.ts'
import { type Attributes, isDecorative, isHidden, marksOf, NOT_TEXT } from '../html/semantics.ts'
import { decodeAttribute } from '../references.ts'

/** Tags open at once within one paragraph. More than anyone writes; a limit on hostile text. */
const MAX_OPEN = 64

interface OpenTag {
  name: string
  marks: OpenMark[]
  hides: boolean
}

/** Follows the HTML tags within one block of Markdown. */
export class InlineHtml {
  readonly #source: string
  readonly #writer: BlockWriter
  readonly #open: OpenTag[] = []
  #hiding = 0

  constructor(source: string, writer: BlockWriter) {
    this.#source = source
    this.#writer = writer
  }

  /** True inside an element that is hidden or holds no text. */
  get hides(): boolean {
    return this.#hiding > 0
  }

  /** Takes one tag or comment, at these offsets of the source. */
  read(start: number, end: number, place: Place): void {
    const html = this.#source.slice(start, end)
    if (html.startsWith('<!--')) {
      this.#writer.directives.push(...parseDirectives(this.#source, start, end))
      return
    }
    const tag = /^<(\/?)([a-zA-Z][\w-]*)/.exec(html)
    if (!tag) return
    const name = tag[2]!.toLowerCase()
    if (tag[1]) this.#close(name)
    else this.#tag(name, html, start, end, place)
  }

  /** Ends the block: tags that are still open end with it. */
  end(): void {
    this.#open.length = 0
    this.#hiding = 0
  }

  #tag(name: string, html: string, start: number, end: number, place: Place): void {
    const attributes: Attributes = (attribute) => {
      const value = findAttribute(html, attribute)
      return value && decodeAttribute(html.slice(value.start, value.end))
    }
    if (name === 'br') {
      if (!this.hides) this.#writer.text.lineBreak(start, end)
    } else if (name === 'img') {
      if (!this.hides && !isDecorative(attributes)) this.#image(html, start, end, place)
    } else if (!html.endsWith('/>') && this.#open.length < MAX_OPEN) {
      const hides = NOT_TEXT.has(name) || isHidden(attributes)
      if (hides) this.#hiding++
      const marks = marksOf(name, attributes).map(({ type, ...details }) => this.#writer.openMark(type, details))
      this.#open.push({ name, marks, hides })
    }
  }

  #image(html: string, start: number, end: number, place: Place): void {
    const alt = findAttribute(html, 'alt')
    if (!alt) this.#writer.image(place, undefined, start, end)
    else if (alt.end > alt.start) {
      this.#writer.image(place, copyAttribute(this.#source, start + alt.start, start + alt.end), start, end)
    }
  }

  #close(name: string): void {
    const at = this.#open.findLastIndex((tag) => tag.name === name)
    if (at === -1) return
    for (const tag of this.#open.splice(at)) {
      for (const mark of tag.marks) this.#writer.closeMark(mark)
      if (tag.hides) this.#hiding--
    }
  }
}
