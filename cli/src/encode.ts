/** The characters that Windows-1252 has in the place of the C1 controls. */
const windows1252 = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((character, index) => [character, 0x80 + index]),
)

/**
 * Text as bytes in the encoding that it was read in, byte order mark included where it had one.
 *
 * @returns undefined where the encoding lacks a character of the text
 */
export function encode(text: string, encoding: string, byteOrderMark: boolean): Uint8Array | undefined {
  const name = encoding.toLowerCase()
  if (name === 'utf-8' || name === 'utf8') return Buffer.from(byteOrderMark ? `\uFEFF${text}` : text, 'utf8')
  if (name === 'utf-16le') return Buffer.from(byteOrderMark ? `\uFEFF${text}` : text, 'utf16le')
  if (name === 'utf-16be') return Buffer.from(byteOrderMark ? `\uFEFF${text}` : text, 'utf16le').swap16()
  if (!/^(?:windows-1252|cp1252|iso-8859-1|latin1|latin-1)$/.test(name)) return undefined
  const bytes = Buffer.alloc(text.length)
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const byte = windows1252.get(text[index]!) ?? code
    if (byte > 0xff) return undefined
    bytes[index] = byte
  }
  return bytes
}
