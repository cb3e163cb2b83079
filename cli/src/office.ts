import type { Document } from '@klarsprak/documents'
import { readOffice } from '@klarsprak/office'
import { readPdfFile } from './read-pdf.ts'

export { annotateWord } from '@klarsprak/office'

/** A file without a text source, as it was read. */
export interface OfficeText {
  document: Document
  /** What the reader should know of how it was read, in Swedish. */
  notices: readonly string[]
}

/**
 * Reads a Word document, an OpenDocument text or a PDF.
 *
 * @param name tells a PDF from the others
 * @throws DocumentError
 */
export function readOfficeText(bytes: Uint8Array, name: string): OfficeText {
  return /\.pdf$/i.test(name) ? readPdfFile(bytes) : { document: readOffice(bytes), notices: [] }
}
