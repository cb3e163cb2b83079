import { type Document, DocumentError } from '@klarsprak/documents'
import { readOpenText } from './libreoffice/read-open-text.ts'
import { PackageParts } from './package-parts.ts'
import { readWord } from './word/read-word.ts'

const oldWord =
  'Filen är i Words gamla format (.doc). Öppna den i Word eller LibreOffice, spara den som .docx och granska den filen.'
const protectedByPassword =
  'Filen är skyddad med lösenord. Öppna den och spara den utan lösenord, eller granska en kopia utan lösenord.'

/**
 * Reads a Word document or an OpenDocument text. What it is is told from its content, whatever its name.
 *
 * @throws DocumentError
 */
export function readOffice(bytes: Uint8Array): Document {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    // The names of an OLE container's streams are UTF-16.
    const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
      Buffer.from('EncryptedPackage', 'utf16le'),
    )
    throw isEncrypted ? new DocumentError('encrypted', protectedByPassword) : new DocumentError('old-format', oldWord)
  }
  if (bytes.length === 0) throw new DocumentError('damaged', 'Filen är tom.')
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw new DocumentError('other-format', 'Filen är en pdf, fast namnet säger något annat. Ge den ändelsen .pdf.')
  if (!startsWith(bytes, [0x50, 0x4b]))
    throw new DocumentError(
      'other-format',
      'Filen är varken ett Word-dokument eller ett OpenDocument-dokument. Spara den som .docx eller .odt och försök igen.',
    )
  const parts = new PackageParts(bytes)
  if (!parts.read('mimetype')?.startsWith('application/vnd.oasis.opendocument.text')) return readWord(parts)
  if (parts.read('META-INF/manifest.xml')?.includes('encryption-data'))
    throw new DocumentError('encrypted', protectedByPassword)
  return readOpenText(parts)
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
