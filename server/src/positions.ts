import type { Position, Range } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'

/** How the client counts characters within a line. */
export type PositionEncoding = 'utf-16' | 'utf-8'

/**
 * Offset of a position, in UTF-16 code units from the start of the text. Positions outside a line or the text give the
 * nearest place in it.
 */
export function offsetAt(document: TextDocument, position: Position, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return document.offsetAt(position)
  const start = document.offsetAt({ line: position.line, character: 0 })
  const line = lineText(document, position.line)
  let bytes = 0
  let at = 0
  while (at < line.length && bytes < position.character) {
    const code = line.codePointAt(at)!
    bytes += byteLength(code)
    at += code > 0xffff ? 2 : 1
  }
  return start + at
}

/** Position of an offset in UTF-16 code units. */
function positionAt(document: TextDocument, offset: number, encoding: PositionEncoding): Position {
  const position = document.positionAt(offset)
  if (encoding === 'utf-16') return position
  const before = lineText(document, position.line).slice(0, position.character)
  return { line: position.line, character: Buffer.byteLength(before) }
}

/** Range of two offsets in UTF-16 code units. */
export function rangeAt(document: TextDocument, start: number, end: number, encoding: PositionEncoding): Range {
  return { start: positionAt(document, start, encoding), end: positionAt(document, end, encoding) }
}

function lineText(document: TextDocument, line: number): string {
  return document
    .getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
    .replace(/[\r\n]+$/u, '')
}

function byteLength(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
