import { closest, distance } from 'fastest-levenshtein'
import { DocumentError } from './document-error.ts'
import { guessEncoding } from './guess-encoding.ts'

/** A file's text and how it was stored. */
export interface DecodedText {
  /** Without a byte order mark. */
  text: string
  /** As WHATWG names it: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252` … */
  encoding: string
  byteOrderMark: boolean
}

/** Encodings that Swedish texts have been stored in and that can be asked for, as WHATWG names them. */
const NAMES = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'iso-8859-15', 'macintosh']
/** Letters that a misspelt name may differ in. */
const MAX_MISSPELT = 4

/** What Windows-1252 has in the place of the C1 controls. */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** The longest string that V8 can hold. */
const MAX_LENGTH = 0x1fffffe8

/** How many bytes are looked at to tell text from a picture or a program. */
const SAMPLE = 65_536
/** Share of control characters that no text has. */
const MAX_CONTROL = 0.02

/** What pictures begin with. */
const PICTURES = ['\x89PNG', '\xff\xd8\xff', 'GIF8']

const PLAIN_TEXT = 'oformaterad text (.txt, UTF-8)'

/** Documents with text in them that is not read: what they begin with, what to call them, and the way out. */
const DOCUMENTS: readonly (readonly [start: string, name: string, advice: string])[] = [
  ['%PDF-', 'ett PDF-dokument', `Spara originalet som ${PLAIN_TEXT}, eller kopiera texten till en sådan fil.`],
  ['\xd0\xcf\x11\xe0', 'ett äldre Word-dokument', `Spara det som ${PLAIN_TEXT} i Word.`],
  ['{\\rtf', 'ett RTF-dokument', `Öppna det i ett ordbehandlingsprogram och spara det som ${PLAIN_TEXT}.`],
]

const ZIP = 'PK\x03\x04'

/**
 * Decodes a file: UTF-8, UTF-16 with a byte order mark, or the encoding asked for.
 *
 * @param options.encoding a name that WHATWG knows; a byte order mark weighs more
 * @throws DocumentError `binary` where the file holds no text, `encoding` where it is not valid in its encoding (names
 * the likely one), `unknown-encoding` where the name asked for means nothing, `too-large`
 */
export function decode(bytes: Uint8Array, options: { encoding?: string } = {}): DecodedText {
  if (bytes.length > MAX_LENGTH) throw new DocumentError('too-large', 'Filen är för stor för att läsas.')
  const asked = options.encoding === undefined ? undefined : encodingNamed(options.encoding)
  const marked = markOf(bytes)
  const encoding = marked?.encoding ?? asked ?? 'utf-8'
  const content = marked ? bytes.subarray(marked.length) : bytes
  if (!marked && !asked?.startsWith('utf-16')) refuseBinary(content)
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(content)
  } catch {
    throw encoding === 'utf-8' ? notUtf8(content) : notValid(encoding)
  }
  if (text.slice(0, SAMPLE).includes('\0')) throw binary()
  // Several releases of Node decode Windows-1252 as Latin-1 (nodejs/node#56542).
  if (encoding === 'windows-1252') text = text.replace(/[\u0080-\u009F]/g, (c1) => C1[c1.charCodeAt(0) - 0x80]!)
  return { text, encoding, byteOrderMark: marked !== undefined }
}

function markOf(bytes: Uint8Array): { encoding: string; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return undefined
}

function encodingNamed(name: string): string {
  const plain = name.trim().toLowerCase()
  try {
    return new TextDecoder(plain).encoding
  } catch {
    const nearest = closest(plain, NAMES)
    const isNear = distance(plain, nearest) <= MAX_MISSPELT
    const hint = isNear ? `Menade du ${nearest}?` : `Välj till exempel ${NAMES.join(', ')}.`
    throw new DocumentError('unknown-encoding', `Teckenkodningen ”${name}” finns inte. ${hint}`)
  }
}

/** Throws where the bytes are not text in UTF-8 or in an encoding of one byte a character. */
function refuseBinary(bytes: Uint8Array): void {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  if (PICTURES.some((picture) => start.startsWith(picture))) throw binary('en bild')
  const document = DOCUMENTS.find(([signature]) => start.startsWith(signature))
  if (document) throw unreadable(document[1], document[2])
  if (start.startsWith(ZIP)) throw zip(bytes)
  const length = Math.min(bytes.length, SAMPLE)
  let even = 0
  let odd = 0
  let control = 0
  for (let index = 0; index < length; index++) {
    const byte = bytes[index]!
    if (byte === 0) {
      if (index % 2 === 0) even++
      else odd++
    } else if (byte < 0x20 && !isInText(byte)) control++
  }
  // Latin text in UTF-16 has a zero in nearly every other place, and only there.
  if (odd > length / 4 && even < odd / 8) throw encoded('utf-16le')
  if (even > length / 4 && odd < even / 8) throw encoded('utf-16be')
  if (even + odd > 0 || control > length * MAX_CONTROL) throw binary()
}

/** Control characters that texts have: white space, and what terminals leave behind. */
function isInText(byte: number): boolean {
  return (byte >= 0x08 && byte <= 0x0d) || byte === 0x1b
}

function binary(what = 'till exempel en bild eller ett program'): DocumentError {
  return new DocumentError('binary', `Filen innehåller ingen ren text, utan är ${what}.`)
}

function unreadable(name: string, advice: string): DocumentError {
  return new DocumentError('binary', `Filen är ${name}, och sådana kan programmet inte läsa. ${advice}`)
}

/** What an archive is shows in the names of its files, which stand together at its end. */
function zip(bytes: Uint8Array): DocumentError {
  const names = new TextDecoder('latin1').decode(bytes.subarray(-SAMPLE))
  if (names.includes('word/')) return unreadable('ett Word-dokument', `Spara det som ${PLAIN_TEXT} i Word.`)
  return unreadable('ett zip-arkiv eller ett kontorsdokument', `Öppna det och spara texten som ${PLAIN_TEXT}.`)
}

function notValid(encoding: string): DocumentError {
  const message = `Filen är inte giltig ${encoding}. Kontrollera vilken teckenkodning den har.`
  return new DocumentError('encoding', message)
}

function notUtf8(bytes: Uint8Array): DocumentError {
  const guess = guessEncoding(bytes)
  if (guess !== undefined) return encoded(guess)
  const line = lineOfFirstFault(bytes)
  return new DocumentError('encoding', `Filen är inte giltig UTF-8. Det första trasiga tecknet står på rad ${line}.`)
}

function encoded(encoding: string): DocumentError {
  const message = `Filen är inte i UTF-8. Troligen är den i ${encoding}: lägg till --encoding ${encoding}, eller spara om filen som UTF-8.`
  return new DocumentError('encoding', message)
}

/** The line, from 1, of the first byte that is not valid UTF-8. */
function lineOfFirstFault(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes)
  return text.slice(0, text.indexOf('\ufffd')).split(/\r\n|\n|\r/).length
}
