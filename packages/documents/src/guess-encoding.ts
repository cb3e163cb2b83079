/** Where å, ä, ö, Å, Ä and Ö stand in encodings of one byte a character. */
const SWEDISH: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['windows-1252', [0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6]],
  ['macintosh', [0x8c, 0x8a, 0x9a, 0x81, 0x80, 0x85]],
]

/** Every å, ä and ö begins with this byte in UTF-8. */
const UTF8_LEAD = 0xc3
/** Share of the bytes above 127 that those make up where a text is UTF-8 with some broken character. */
const UTF8_SHARE = 0.3
const SAMPLE = 1_000_000
const CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i

/**
 * The encoding that bytes are likely to be in which are not valid UTF-8: what an HTML page says of itself,
 * else by where the Swedish letters stand.
 *
 * @returns as WHATWG names it; undefined where it is UTF-8 with a broken character
 */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const declared = CHARSET.exec(String.fromCharCode(...bytes.subarray(0, 2048)))?.[1]
  if (declared && !/^utf-?8$/i.test(declared)) {
    try {
      return new TextDecoder(declared).encoding
    } catch {
      // The page names an encoding that does not exist.
    }
  }
  const counts = new Uint32Array(256)
  for (const byte of bytes.subarray(0, SAMPLE)) counts[byte]!++
  const foreign = counts.subarray(0x80).reduce((total, count) => total + count, 0)
  if (counts[UTF8_LEAD]! > foreign * UTF8_SHARE) return undefined
  const [likely] = SWEDISH.map(([encoding, letters]) => ({
    encoding,
    count: letters.reduce((total, byte) => total + counts[byte]!, 0),
  })).sort((one, other) => other.count - one.count)
  return likely!.encoding
}
