import { isSpace, nextLine } from '../lines.ts'
import { decodeReference } from '../references.ts'
import { TextBuilder } from '../text-builder.ts'

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y

/**
 * Where the value of an attribute stands in an HTML start tag, quotation marks not counted. An attribute
 * without a value gives an empty range.
 *
 * @param tag the tag from `<` to `>`
 * @returns undefined where the tag does not have the attribute
 */
export function findAttribute(tag: string, name: string): { start: number; end: number } | undefined {
  let at = tag.search(/[\s/]/)
  while (at !== -1 && at < tag.length) {
    ATTRIBUTE.lastIndex = at
    const match = ATTRIBUTE.exec(tag)
    if (!match) {
      at++
      continue
    }
    at = ATTRIBUTE.lastIndex
    if (match[1]!.toLowerCase() !== name) continue
    const value = match[2] ?? match[3] ?? match[4]
    if (value === undefined) return { start: at, end: at }
    const end = match[4] === undefined ? at - 1 : at
    return { start: end - value.length, end }
  }
  return undefined
}

/** The text of an attribute value, with its place in the source. White space runs become single spaces. */
export function copyAttribute(source: string, start: number, end: number, origin = 0): TextBuilder {
  const builder = new TextBuilder(origin)
  copyHtml(builder, source, start, end, true)
  return builder
}

/**
 * Appends HTML character data: references decoded, each run of white space made one space.
 *
 * @param inAttribute whether it is the value of an attribute
 */
export function copyHtml(builder: TextBuilder, source: string, start: number, end: number, inAttribute = false): void {
  let from = start
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at)
    if (code === 0x26) {
      const { text, length } = decodeReference(source, at, inAttribute)
      if (length === 0) continue
      builder.copy(source, from, at)
      builder.putVisible(text, at, at + length)
      at += length - 1
      from = at + 1
    } else if (isSpace(code)) {
      let after = at + 1
      while (after < end && isSpace(source.charCodeAt(after))) after++
      builder.copy(source, from, at)
      builder.space(at, after)
      at = after - 1
      from = after
    } else if (code === 0) {
      builder.copy(source, from, at)
      from = at + 1
    }
  }
  builder.copy(source, from, end)
}

/** Appends HTML character data as it stands, references decoded. Every line ending becomes `\n`. */
export function copyCode(builder: TextBuilder, source: string, start: number, end: number): void {
  let from = start
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at)
    if (code === 0x26) {
      const { text, length } = decodeReference(source, at)
      if (length === 0) continue
      builder.copy(source, from, at)
      builder.putVisible(text, at, at + length)
      at += length - 1
      from = at + 1
    } else if (code === 0x0d) {
      builder.copy(source, from, at)
      from = nextLine(source, at)
      builder.put('\n', at, from)
      at = from - 1
    }
  }
  builder.copy(source, from, end)
}

/** Where the value stands in an attribute that stands from `start` to `end`, quotation marks not counted. */
export function attributeValue(source: string, start: number, end: number): { start: number; end: number } {
  const equals = source.slice(start, end).indexOf('=')
  if (equals === -1) return { start: end, end }
  let from = start + equals + 1
  while (from < end && isSpace(source.charCodeAt(from))) from++
  const isQuoted = source[from] === '"' || source[from] === "'"
  return isQuoted ? { start: from + 1, end: end - 1 } : { start: from, end }
}
