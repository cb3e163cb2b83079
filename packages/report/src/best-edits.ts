import type { BestEdit } from '@klarsprak/engine'

/** How much of a sentence is quoted. */
const longest = 160

/** A change that helps the reader, as one paragraph: where, what it says, and what to do about it. */
export function editText({ range, text, reasons, findings }: BestEdit): string {
  const parts = [`Rad ${range.start.line}:`, `”${shorten(text)}”`]
  // A finding says what to do, a reason only what is hard.
  if (findings.length === 0) parts.push(...reasons)
  for (const { message, suggestions } of findings.slice(0, 3)) {
    parts.push(message)
    if (suggestions[0]) parts.push(`Gör så här: ${suggestions[0].title}`.replace(/(?<![.!?…])$/u, '.'))
  }
  return parts.join(' ')
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line
}
