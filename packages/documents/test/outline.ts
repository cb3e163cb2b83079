import { expect } from 'vitest'
import { type Block, type Document, type Format, type ReadOptions, readDocument } from '../src/index.ts'

/** The blocks of a text as `kind: text`, a heading with its level: `heading 2: Om bygglov`. */
export function outline(format: Format, source: string, options: ReadOptions = {}): string[] {
  return outlineOf(readDocument(source, { format, ...options }))
}

function outlineOf(document: Document): string[] {
  return document.blocks.map((block) => `${block.kind}${block.level ? ` ${block.level}` : ''}: ${block.text}`)
}

/** The only block of a text that has one. */
export function onlyBlock(format: Format, source: string): Block {
  const { blocks } = readDocument(source, { format })
  expect(blocks).toHaveLength(1)
  return blocks[0]!
}

/** What stands in the source where `words` stand in the only block of a text. */
export function sourceOf(format: Format, source: string, words: string): string {
  const { text, map } = onlyBlock(format, source)
  const at = text.indexOf(words)
  expect(at, `”${words}” in ”${text}”`).toBeGreaterThanOrEqual(0)
  const { start, end } = map.range(at, at + words.length)
  return source.replace(/^\uFEFF/, '').slice(start, end)
}
