import type { ListPlace, Paragraph, ParagraphMark, TablePlace } from '@klarsprak/documents'

/** What a paragraph is, by its style and where it stands. */
export type ParagraphKind = Pick<Paragraph, 'kind' | 'level' | 'quoted' | 'list' | 'table'>

/** What a piece of text looks like. */
export interface Looks {
  bold?: boolean
  italic?: boolean
  struck?: boolean
}

const markOf = { bold: 'strong', italic: 'emphasis', struck: 'delete' } as const

/** Where a piece of a paragraph's text was read from: `T` is what the file knows it by. */
export interface Origin<T> {
  /** Offsets into the paragraph's text, end exclusive. */
  start: number
  end: number
  from: T
}

/** Collects the paragraphs of a file, numbered as they come. */
export class Paragraphs<T = never> {
  readonly all: Paragraph[] = []
  /** Where the text of each paragraph was read from, alongside `all`. */
  readonly origins: Origin<T>[][] = []
  #number = 0
  #text = ''
  #marks: ParagraphMark[] = []
  #origins: Origin<T>[] = []
  #images: { alt: string; from: T | undefined }[] = []

  /** Length of the text of the paragraph that is being read. */
  get length(): number {
    return this.#text.length
  }

  add(text: string, looks: Looks, from?: T): void {
    const start = this.#text.length
    this.#text += text
    if (from !== undefined && text !== '') this.#origins.push({ start, end: this.#text.length, from })
    for (const name of ['bold', 'italic', 'struck'] as const) if (looks[name]) this.mark(markOf[name], start)
  }

  /** Marks what was added from `start` on; a mark that ends there is made longer. */
  mark(type: ParagraphMark['type'], start: number, href?: string): void {
    const end = this.#text.length
    const before = this.#marks.findLast((mark) => mark.type === type)
    if (before?.end === start && before.href === href) before.end = end
    else if (start < end) this.#marks.push({ type, start, end, ...(href === undefined ? {} : { href }) })
  }

  /** @param alt the empty string where the image has none */
  image(alt: string, from?: T): void {
    this.#images.push({ alt, from })
  }

  /**
   * Ends a paragraph, with the images that stand in it. One without text or images only counts.
   *
   * @param page counts from 1
   */
  end(is: ParagraphKind, page?: number): void {
    this.#number++
    const place = { paragraph: this.#number, ...(page !== undefined && { page }) }
    const text = this.#text
    // A heading without text is a fault; one that holds an image is not.
    if (text.trim() !== '' || (is.kind === 'heading' && this.#images.length === 0)) {
      this.all.push({ ...is, text, marks: this.#marks, ...place })
      this.origins.push(this.#origins)
    }
    const { table, list } = is
    for (const { alt, from } of this.#images) {
      this.origins.push(from === undefined ? [] : [{ start: 0, end: alt.length, from }])
      this.all.push({
        kind: 'altText',
        level: 0,
        text: alt,
        marks: [],
        ...(table && { table }),
        ...(list && { list }),
        ...place,
      })
    }
    this.#text = ''
    this.#origins = []
    this.#marks = []
    this.#images = []
  }
}

/** Numbers the lists of a file. */
export class Lists {
  #count = 0
  #open: { id: number; name: string; next: number }[] = []

  /** @param name what the file knows the list by */
  place(name: string, depth: number, ordered: boolean): ListPlace {
    this.#open.length = Math.min(this.#open.length, depth + 1)
    while (this.#open.length <= depth) this.#open.push({ id: this.#count++, name, next: 0 })
    let list = this.#open[depth]!
    if (list.name !== name) {
      list = { id: this.#count++, name, next: 0 }
      this.#open[depth] = list
    }
    return { id: list.id, index: list.next++, depth, ordered }
  }

  /** A paragraph that belongs to no list stands between: what follows is a new one. */
  close(): void {
    this.#open = []
  }
}

/** Numbers the tables of a file. */
export class Tables {
  #count = 0

  next(): Pick<TablePlace, 'id'> {
    return { id: this.#count++ }
  }
}
