import type { PdfDocument, PdfPage } from './pdfjs.ts'

/** Characters in one font that a page draws in one go. Points, counted from the lower left of the page. */
export interface Piece {
  text: string
  x: number
  /** The line that the characters stand on. */
  y: number
  width: number
  size: number
  bold: boolean
  italic: boolean
  font: string
  href?: string
  /** The id that the structure tree knows it by. */
  content?: string
  /** Marked as no part of the text: a page header, a watermark. */
  artifact: boolean
}

/** What stands on a page, in the order that it is drawn. */
export interface PageText {
  /** Counts from 1. */
  page: number
  height: number
  pieces: Piece[]
}

interface Link {
  rect: readonly number[]
  href: string
}

/** What a font looks like, by the name that it has in the file. */
interface Face {
  bold: boolean
  italic: boolean
}

/** Reads the pages of a PDF. Fonts are asked for once each: to know one is to read the whole page that has it. */
export class PageReader {
  readonly #document: PdfDocument
  readonly #faces = new Map<string, Face>()

  constructor(document: PdfDocument) {
    this.#document = document
  }

  /** @param page the page, whose number counts from 1 */
  async read(page: PdfPage): Promise<PageText> {
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const links = await linksOf(page)
    const pieces: Piece[] = []
    const marked: { id: string | undefined; artifact: boolean }[] = []
    await this.#learnFaces(page, new Set(items.flatMap((item) => ('fontName' in item ? [item.fontName] : []))))
    for (const item of items) {
      if (!('str' in item)) {
        if (item.type === 'endMarkedContent') marked.pop()
        else marked.push({ id: item.id, artifact: item.tag === 'Artifact' })
        continue
      }
      const [across = 0, slant = 0, c = 0, d = 0, x = 0, y = 0] = item.transform
      // Text that runs along the edge of the page is no part of what is read.
      if (item.str === '' || Math.abs(slant) > Math.abs(across)) continue
      const content = marked.findLast(({ id }) => id !== undefined)?.id
      const face = this.#faces.get(item.fontName) ?? { bold: false, italic: false }
      const place = { x, y, width: item.width }
      const href = links.find((link) => covers(link, place))?.href
      pieces.push({
        text: item.str,
        ...place,
        size: Math.hypot(c, d),
        ...face,
        font: item.fontName,
        ...(href !== undefined && { href }),
        ...(content !== undefined && { content }),
        artifact: marked.some(({ artifact }) => artifact),
      })
    }
    const [, bottom = 0, , top = 0] = page.view
    return { page: page.pageNumber, height: top - bottom, pieces }
  }

  /** The language that the file says it is in. */
  async language(): Promise<string | undefined> {
    const { info } = await this.#document.getMetadata()
    const said = (info as { Language?: unknown }).Language
    return typeof said === 'string' ? said : undefined
  }

  async #learnFaces(page: PdfPage, fonts: ReadonlySet<string>): Promise<void> {
    const unknown = [...fonts].filter((font) => !this.#faces.has(font))
    if (unknown.length === 0) return
    try {
      await page.getOperatorList()
    } catch {
      // A page that cannot be drawn has text all the same.
    }
    for (const font of unknown) {
      const known = page.commonObjs.has(font) ? (page.commonObjs.get(font) as { name?: string } | null) : null
      const name = known?.name ?? ''
      this.#faces.set(font, { bold: /bold|black|heavy|demi/i.test(name), italic: /italic|oblique/i.test(name) })
    }
  }
}

async function linksOf(page: PdfPage): Promise<Link[]> {
  const annotations = (await page.getAnnotations()) as { subtype?: string; url?: string; rect?: number[] }[]
  return annotations.flatMap(({ subtype, url, rect }) =>
    subtype === 'Link' && url !== undefined && rect ? [{ rect, href: url }] : [],
  )
}

/** True where most of a piece stands in the area that a link answers to. */
function covers({ rect }: Link, { x, y, width }: Pick<Piece, 'x' | 'y' | 'width'>): boolean {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect
  return y >= bottom - 1 && y <= top && Math.min(right, x + width) - Math.max(left, x) > 0.8 * width
}
