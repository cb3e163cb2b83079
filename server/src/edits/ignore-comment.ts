import type { Block, Document } from '@klarsprak/documents'
import type { FindingPlace } from '@klarsprak/engine'

/** A comment to put in, and which part of it the writer fills in. Offsets are UTF-16 code units. */
export interface IgnoreComment {
  /** Where it goes in the source. */
  at: number
  text: string
  /** Of the reason within `text`, end exclusive. */
  reason: { start: number; end: number }
}

const reason = 'skäl'

/**
 * The comment that silences a rule where a finding stands: before its block, within it where a comment of its own would
 * part a list or a table, or for the whole file where the finding is about that. Undefined in plain text, which has no
 * comments.
 */
export function ignoreComment(document: Document, ruleId: string, place: FindingPlace): IgnoreComment | undefined {
  if (document.format === 'text') return undefined
  const block = place.extent === 'document' ? undefined : document.blocks[place.block]
  if (!block) return comment('klarsprak-ignore-file', ruleId, afterFrontMatter(document), '\n\n')
  if (block.kind === 'listItem' || block.kind === 'tableCell' || block.kind === 'quote' || block.quoted)
    return comment('klarsprak-ignore', ruleId, block.map.start(0), ' ')
  const at = lineStart(document.source, block)
  const indent = /^[ \t]*/u.exec(document.source.slice(at))![0]
  return comment('klarsprak-ignore', ruleId, at, '\n', indent)
}

function comment(name: string, ruleId: string, at: number, after: string, indent = ''): IgnoreComment {
  const before = `${indent}<!-- ${name} ${ruleId}: `
  return {
    at,
    text: `${before}${reason} -->${after}`,
    reason: { start: before.length, end: before.length + reason.length },
  }
}

/** Where the block's first line begins; where the block itself does, when something stands before it on the line. */
function lineStart(source: string, { source: { start } }: Block): number {
  let at = start
  while (at > 0 && /[ \t]/u.test(source[at - 1]!)) at--
  return at === 0 || source[at - 1] === '\n' || source[at - 1] === '\r' ? at : start
}

function afterFrontMatter({ source, frontMatter, format }: Document): number {
  if (format === 'html') return 0
  const end = frontMatter.range?.end ?? 0
  return end === 0 ? 0 : end + (/^(?:\r\n|\n|\r)/u.exec(source.slice(end))?.[0].length ?? 0)
}
