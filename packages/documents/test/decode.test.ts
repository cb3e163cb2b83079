import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../src/decode.ts'
import { DocumentError } from '../src/document-error.ts'

const swedish = 'Räksmörgås på Åland – ”ja”, 5 %. 🎉'
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())

function fault(bytes: Uint8Array, encoding?: string): DocumentError {
  try {
    decode(bytes, encoding === undefined ? {} : { encoding })
  } catch (error) {
    if (error instanceof DocumentError) return error
    throw error
  }
  throw new Error('decoded')
}

describe('decode', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    expect(decode(Buffer.from(swedish))).toEqual({ text: swedish, encoding: 'utf-8', byteOrderMark: false })
    expect(decode(Buffer.from(`\uFEFF${swedish}`))).toEqual({ text: swedish, encoding: 'utf-8', byteOrderMark: true })
  })
  it('reads UTF-16 with a byte order mark', () => {
    expect(decode(Buffer.from(`\uFEFF${swedish}`, 'utf16le')).text).toBe(swedish)
    expect(decode(utf16be(`\uFEFF${swedish}`))).toMatchObject({ text: swedish, encoding: 'utf-16be' })
  })
  it('reads the encoding that is asked for', () => {
    const bytes = Uint8Array.from([0x53, 0x6b, 0xe5, 0x6e, 0x65, 0x20, 0x96, 0x20, 0x94])
    expect(decode(bytes, { encoding: 'ISO-8859-1' })).toEqual({
      text: 'Skåne – ”',
      encoding: 'windows-1252',
      byteOrderMark: false,
    })
  })
  it('keeps an empty file empty', () => {
    expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', byteOrderMark: false })
  })
  it('names the likely encoding of what is not UTF-8', () => {
    const text = 'Räksmörgås på Åland'
    expect(fault(Buffer.from(text, 'latin1'))).toMatchObject({ code: 'encoding' })
    expect(fault(Buffer.from(text, 'latin1')).message).toContain('--encoding windows-1252')
    expect(fault(Uint8Array.from([0x52, 0x8a, 0x6b, 0x73, 0x6d, 0x9a, 0x72])).message).toContain('--encoding macintosh')
    expect(fault(Buffer.from(text, 'utf16le')).message).toContain('--encoding utf-16le')
    expect(fault(utf16be(text)).message).toContain('--encoding utf-16be')
  })
  it('refuses what is no text', () => {
    expect(fault(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])).code).toBe('binary')
    expect(fault(Uint8Array.from(Array.from({ length: 100 }, (_, index) => (index * 7) % 31))).code).toBe('binary')
  })
  it.each([
    [
      'PK\x03\x04…word/document.xml…PK\x05\x06',
      'ett Word-dokument',
      'Spara det som oformaterad text (.txt, UTF-8) i Word.',
    ],
    ['\xd0\xcf\x11\xe0\xa1\xb1', 'ett äldre Word-dokument', 'Spara det som oformaterad text (.txt, UTF-8) i Word.'],
    [
      'PK\x03\x04 mimetype',
      'ett zip-arkiv eller ett kontorsdokument',
      'Öppna det och spara texten som oformaterad text (.txt, UTF-8).',
    ],
    [
      '%PDF-1.7',
      'ett PDF-dokument',
      'Spara originalet som oformaterad text (.txt, UTF-8), eller kopiera texten till en sådan fil.',
    ],
    [
      '{\\rtf1\\ansi Hej}',
      'ett RTF-dokument',
      'Öppna det i ett ordbehandlingsprogram och spara det som oformaterad text (.txt, UTF-8).',
    ],
  ])('gives a way out of a document that is not read: %j', (content, name, advice) => {
    const { code, message } = fault(Buffer.from(content, 'latin1'))
    expect(code).toBe('binary')
    expect(message).toBe(`Filen är ${name}, och sådana kan programmet inte läsa. ${advice}`)
  })
  it('names the nearest encoding to one that does not exist', () => {
    expect(fault(Buffer.from('a'), 'windows-1525')).toMatchObject({ code: 'unknown-encoding' })
    expect(fault(Buffer.from('a'), 'windows-1525').message).toContain('windows-1252')
  })
  it('gives text or a DocumentError for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.option(fc.string(), { nil: undefined }), (bytes, encoding) => {
        try {
          expect(decode(bytes, encoding === undefined ? {} : { encoding }).text.startsWith('\uFEFF\uFEFF')).toBe(false)
        } catch (error) {
          expect(error).toBeInstanceOf(DocumentError)
        }
      }),
    )
  })
  it('gives back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\u0000-\u001F]/.test(text) && !text.startsWith('\uFEFF'))
        expect(decode(Buffer.from(text)).text).toBe(text)
      }),
    )
  })
})
