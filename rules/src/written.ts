import { Outlines, type TextBlock } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'

/** A word as an abbreviation is written: with the full stop after it, which may be a token of its own. */
export interface Written {
  readonly word: Word
  readonly start: number
  readonly end: number
  /** As it stands, full stop included. */
  readonly text: string
}

const outlines = new WeakMap<ReadonlyMap<string, unknown>, Outlines>()

/** What the forms of a table look like: most words are none of them. */
function outlinesOf(table: ReadonlyMap<string, unknown>): Outlines {
  let known = outlines.get(table)
  if (known === undefined) {
    known = new Outlines(table.keys())
    outlines.set(table, known)
  }
  return known
}

/** The longest abbreviation of a table, spaces and full stops counted: `fr. o. m.`. */
const longest = 10

/**
 * Finds what a table says of the abbreviations in a block, by their form in small letters: with the full stop after
 * them first, then without.
 */
export function writtenIn<T>(
  block: TextBlock,
  table: ReadonlyMap<string, T>,
): readonly { written: Written; entry: T; key: string }[] {
  const found: { written: Written; entry: T; key: string }[] = []
  const looks = outlinesOf(table)
  for (const word of block.words) {
    const { lower, start } = word
    if (word.kind !== 'word' || lower.length > longest) continue
    const hasStop = block.text.charCodeAt(word.end) === 0x2e && !lower.endsWith('.')
    if (!looks.has(lower) && (!hasStop || !looks.has(`${lower}.`))) continue
    let key = hasStop ? `${lower}.` : lower
    let entry = table.get(key)
    if (entry === undefined && hasStop) {
      key = lower
      entry = table.get(key)
    }
    if (entry === undefined) continue
    const end = hasStop ? word.end + 1 : word.end
    found.push({ written: { word, start, end, text: block.text.slice(start, end) }, entry, key })
  }
  return found
}
