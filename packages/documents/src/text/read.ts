import { BlockWriter, type Place } from '../block-writer.ts'
import { isHeadingLike } from '../heading.ts'
import type { Block } from '../types.ts'

const PARAGRAPH = /[^\s][^\r\n]*(?:(?:\r\n|\n|\r)[ \t]*[^\s][^\r\n]*)*/g

export function readText(source: string): Block[] {
  const writer = new BlockWriter()
  for (const match of source.matchAll(PARAGRAPH)) {
    const start = match.index
    const end = start + match[0].length
    const heading = isHeadingLike(match[0])
    const place: Place = {
      kind: heading ? 'heading' : 'paragraph',
      level: heading ? (writer.blocks.length === 0 ? 1 : 2) : 0,
      lang: undefined,
      list: undefined,
      table: undefined,
      quoted: false,
    }
    writer.begin(place, start)
    let from = start
    for (const line of match[0].matchAll(/(?:\r\n|\n|\r)[ \t]*/g)) {
      writer.text.copy(source, from, start + line.index)
      from = start + line.index + line[0].length
      writer.text.put(' ', start + line.index, from)
    }
    writer.text.copy(source, from, end)
    writer.end(end)
  }
  return writer.blocks
}
