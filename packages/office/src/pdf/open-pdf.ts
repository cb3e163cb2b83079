import { DocumentError } from '@klarsprak/documents'
import { damaged } from '../damaged.ts'
import { getDocument, type PdfDocument } from './pdfjs.ts'

/** How far into a file its signature may stand. */
const signatureWithin = 1024

/** How far from the end of a file the mark of its end may stand. */
const endWithin = 2048

/** True where the content is a PDF, whatever the name. */
function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, signatureWithin)).includes('%PDF-')
}

/**
 * Opens a PDF. No script in it is run and no picture in it is unpacked. The caller destroys what comes.
 *
 * @throws DocumentError
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  if (bytes.length === 0) throw new DocumentError('damaged', 'Filen är tom.')
  if (!isPdf(bytes))
    throw new DocumentError('other-format', 'Filen är ingen pdf. Kontrollera att den har rätt filändelse.')
  // PDF.js mends what breaks off as far as it goes, and says nothing of the pages that are lost.
  if (!new TextDecoder('latin1').decode(bytes.subarray(-endWithin)).includes('%%EOF')) throw damagedPdf()
  try {
    return await getDocument({
      // Taken over by what reads it.
      data: Uint8Array.from(bytes),
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      maxImageSize: 1,
      verbosity: 0,
    }).promise
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new DocumentError(
        'encrypted',
        'Filen är skyddad med lösenord. Spara en kopia utan lösenord och granska den.',
      )
    if (error instanceof Error && /^(?:InvalidPDF|FormatError|MissingPDF|UnknownError|XRef)/.test(error.name))
      throw damagedPdf()
    throw error
  }
}

/** The error for a PDF that breaks off or does not hold together. */
export function damagedPdf(): DocumentError {
  return damaged('Filen är skadad eller avkortad. Hämta eller spara den på nytt och försök igen.')
}
