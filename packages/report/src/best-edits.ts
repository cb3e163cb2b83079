import type { BestEdit } from '@klarsprak/engine'
import { capitalised, whereOf } from './words.ts'

/** How much of a sentence is quoted. */
const longest = 160

/** A change that helps the reader: where, what it says, and what to do about it. */
export interface EditParts {
  /** Begins with a capital letter. */
  where: string
  /** The words, shortened. */
  words: string
  advice: string[]
}

/** The parts of a change. */
export function editParts({ range, text, reasons, findings }: BestEdit): EditParts {
  // A finding says what to do, a reason only what is hard.
  const advice = findings.slice(0, 3).map(({ message, suggestions }) => {
    const first = suggestions[0]
    return first ? `${message} Gör så här: ${first.title}`.replace(/(?<![.!?…])$/u, '.') : message
  })
  const first = findings[0]
  const where = first?.place ? capitalised(whereOf(first)) : `Rad ${range.start.line}`
  return { where, words: shorten(text), advice: findings.length === 0 ? reasons : advice }
}

/** A change as one paragraph. */
export function editText(edit: BestEdit): string {
  const { where, words, advice } = editParts(edit)
  return [`${where}: ”${words}”`, ...advice].join(' ')
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line
}
