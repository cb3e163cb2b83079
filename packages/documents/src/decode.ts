import { distance } from 'fastest-levenshtein'
import { DocumentError } from './document-error.ts'

/** A file's text and how it was stored. */
export interface DecodedText {
  /** Without a byte order mark. */
  text: string
  /** As WHATWG names it: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252` … */
  encoding: string
  byteOrderMark: boolean
}

/** Encodings that Swedish texts have been stored in and that can be asked for, as WHATWG names them. */
const names = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'iso-8859-15', 'macintosh']

/** What Windows-1252 has in the place of the C1 controls. */
const c1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** How many bytes are looked at to tell text from a picture or a program. */
const sampled = 4096

/**
 * Decodes a file: UTF-8, UTF-16 with a byte order mark, or the encoding asked for.
 *
 * @param options.encoding a name that WHATWG knows; a byte order mark weighs more
 * @throws DocumentError `binary` where the file holds no text, `encoding` where it is not valid in its encoding (names
 * the likely one), `unknown-encoding` where the name asked for means nothing
 */
export function decode(bytes: Uint8Array, options: { encoding?: string } = {}): DecodedText {
  const asked = options.encoding === undefined ? undefined : encodingNamed(options.encoding)
  const marked = markOf(bytes)
  const encoding = marked?.encoding ?? asked ?? 'utf-8'
  const content = marked ? bytes.subarray(marked.length) : bytes
  if (!marked && asked === undefined) refuseBinary(content)
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(content)
  } catch {
    throw notValid(content, encoding)
  }
  if (encoding !== 'utf-8' && isBinaryText(text)) throw binary()
  // Several releases of Node decode Windows-1252 as Latin-1 (nodejs/node#56542).
  if (encoding === 'windows-1252')
    text = text.replace(/[\u0080-\u009F]/g, (character) => c1[character.charCodeAt(0) - 0x80]!)
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
    const [nearest] = names
      .map((known) => ({ known, far: distance(plain, known) }))
      .sort((one, other) => one.far - other.far)
    const hint =
      nearest && nearest.far <= 4 ? ` Menade du ${nearest.known}?` : ` Välj till exempel ${names.join(', ')}.`
    throw new DocumentError('unknown-encoding', `Teckenkodningen ”${name}” finns inte.${hint}`)
  }
}

function refuseBinary(bytes: Uint8Array): void {
  const length = Math.min(bytes.length, sampled)
  let even = 0
  let odd = 0
  let control = 0
  for (let index = 0; index < length; index++) {
    const byte = bytes[index]!
    if (byte === 0) {
      if (index % 2 === 0) even++
      else odd++
    } else if (byte < 0x20 && !isPrintable(byte)) control++
  }
  if (even + odd > 0) {
    // Latin text in UTF-16 has a zero in nearly every other place, and only there.
    if (odd > length / 4 && even < odd / 8) throw suggest('utf-16le')
    if (even > length / 4 && odd < even / 8) throw suggest('utf-16be')
    throw binary()
  }
  if (control > length / 50) throw binary()
}

function isPrintable(byte: number): boolean {
  return (byte >= 0x08 && byte <= 0x0d) || byte === 0x1b
}

function isBinaryText(text: string): boolean {
  return text.slice(0, sampled).includes('\u0000')
}

function binary(): DocumentError {
  return new DocumentError('binary', 'Filen innehåller ingen text, utan till exempel en bild eller ett program.')
}

function notValid(bytes: Uint8Array, encoding: string): DocumentError {
  if (encoding !== 'utf-8')
    return new DocumentError('encoding', `Filen är inte giltig ${encoding}. Kontrollera vilken teckenkodning den har.`)
  return suggest(likely(bytes))
}

function suggest(encoding: string): DocumentError {
  return new DocumentError(
    'encoding',
    `Filen är inte i UTF-8. Troligen är den i ${encoding}: lägg till --encoding ${encoding}, eller spara om filen som UTF-8.`,
  )
}

/** Å, ä, ö, Å, Ä, Ö as bytes, by encoding. */
const swedishLetters: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['windows-1252', [0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6]],
  ['macintosh', [0x8c, 0x8a, 0x9a, 0x81, 0x80, 0x85]],
]

function likely(bytes: Uint8Array): string {
  let best = 'windows-1252'
  let most = 0
  for (const [encoding, letters] of swedishLetters) {
    let count = 0
    for (const byte of bytes) if (byte >= 0x80 && letters.includes(byte)) count++
    if (count > most) {
      best = encoding
      most = count
    }
  }
  return best
}
