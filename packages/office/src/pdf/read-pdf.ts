import { DocumentError, type Paragraph } from '@klarsprak/documents'
import { swedish } from '../language.ts'
import { guessParagraphs } from './guess.ts'
import { linesOf } from './lines.ts'
import { damagedPdf, openPdf } from './open-pdf.ts'
import { PageReader, type PageText } from './page-text.ts'
import type { PdfDocument } from './pdfjs.ts'
import { withoutRunningLines } from './running-lines.ts'
import { readTagged, type TaggedPage, taggedShare } from './tagged.ts'

/** The most pages that are read. */
const mostPages = 5000
/** The most characters that are read: some three million words. */
const longestText = 20 * 1024 * 1024
/** Pages with fewer characters than this are taken for pictures, where most pages are. */
const emptyPage = 3
/** The share of the text that a structure tree must know of to be gone by. */
const enoughTagged = 0.7

/** What was read from a PDF. Plain data, so that it can be handed from one thread to another. */
export interface PdfText {
  paragraphs: Paragraph[]
  /** BCP 47, where the file says it and it is Swedish. */
  lang?: string
  /** What the reader should know of how the file was read, in Swedish. */
  notices: string[]
}

/**
 * Reads a PDF as paragraphs: by its structure tree where it has one, else by what its lines look like.
 *
 * @throws DocumentError
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  const document = await openPdf(bytes)
  try {
    return await readOpen(document)
  } catch (error) {
    if (error instanceof DocumentError) throw error
    throw damagedPdf()
  } finally {
    await document.destroy()
  }
}

async function readOpen(document: PdfDocument): Promise<PdfText> {
  const { numPages } = document
  if (numPages === 0) throw new DocumentError('no-text', 'Filen har inga sidor.')
  if (numPages > mostPages)
    throw new DocumentError('too-large', `Filen har ${numPages} sidor, och gränsen är ${mostPages}. Dela upp den.`)
  const reader = new PageReader(document)
  const pages = await readPages(document, reader)
  const empty = pages.filter(({ pieces }) => lengthOf(pieces) < emptyPage).map(({ page }) => page)
  if (empty.length === numPages)
    throw new DocumentError(
      'no-text',
      'Filen har ingen text, bara bilder. Den är troligen inskannad. Granska dokumentet som den är gjord av, eller läs in texten med ett program för texttolkning (OCR) först.',
    )
  const notices: string[] = []
  if (empty.length > 0) notices.push(emptyPages(empty))
  const said = swedish(await reader.language())
  const lang = said === undefined ? {} : { lang: said }
  const tagged = pages.filter((page): page is TaggedPage => 'tree' in page)
  if (tagged.length > 0 && taggedShare(tagged) >= enoughTagged && tagged.length >= numPages - empty.length)
    return { paragraphs: readTagged(tagged).all, ...lang, notices }
  notices.unshift(
    'Strukturen är gissad: pdf-filen saknar taggar, så rubriker, listor och tabeller är tolkade efter hur de ser ut. Granska hellre dokumentet som den är gjord av.',
  )
  const lines = pages.map((page) => linesOf({ ...page, pieces: page.pieces.filter(({ artifact }) => !artifact) }))
  return { paragraphs: guessParagraphs(withoutRunningLines(lines)).all, ...lang, notices }
}

async function readPages(document: PdfDocument, reader: PageReader): Promise<(PageText | TaggedPage)[]> {
  const pages: (PageText | TaggedPage)[] = []
  let length = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const text = await reader.read(page)
    const tree = await page.getStructTree()
    pages.push(tree ? { ...text, tree } : text)
    page.cleanup()
    length += lengthOf(text.pieces)
    if (length > longestText)
      throw new DocumentError('too-large', 'Filen har för mycket text för att granskas. Dela upp den.')
  }
  return pages
}

function lengthOf(pieces: readonly { text: string }[]): number {
  return pieces.reduce((sum, { text }) => sum + text.trim().length, 0)
}

function emptyPages(pages: readonly number[]): string {
  const shown = pages.slice(0, 5).join(', ')
  const more = pages.length > 5 ? ' med flera' : ''
  const named = pages.length === 1 ? `Sidan ${shown}` : `Sidorna ${shown}${more}`
  return `${named} har ingen text och är inte granskad${pages.length === 1 ? '' : 'e'}. Kanske är ${pages.length === 1 ? 'den inskannad' : 'de inskannade'}.`
}
