import { DecodingMode, HtmlEntityDecoder } from 'entities/decode'

let decoded = ''
const decoder = new HtmlEntityDecoder((codePoint) => {
  decoded += String.fromCodePoint(codePoint)
})

/**
 * Decodes the HTML character reference at `at`, as browsers do: `&aring` without a semicolon too.
 *
 * @param at offset of the `&`
 * @param inAttribute the stricter rules of attribute values: `?a=1&copy=2` holds no reference
 * @returns the text that it stands for and the source length, 0 where it is no reference
 */
export function decodeReference(source: string, at: number, inAttribute = false): { text: string; length: number } {
  decoded = ''
  decoder.startEntity(inAttribute ? DecodingMode.Attribute : DecodingMode.Legacy)
  let length = decoder.write(source, at + 1)
  if (length < 0) length = decoder.end()
  return { text: decoded, length: decoded === '' ? 0 : length }
}

/** Decodes the character references of an attribute value. */
export function decodeAttribute(value: string): string {
  let text = ''
  let from = 0
  for (let at = value.indexOf('&'); at !== -1; at = value.indexOf('&', at + 1)) {
    const reference = decodeReference(value, at, true)
    if (reference.length === 0) continue
    text += value.slice(from, at) + reference.text
    from = at + reference.length
  }
  return text + value.slice(from)
}
