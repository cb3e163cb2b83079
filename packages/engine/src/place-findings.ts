import type { Block, BlockPlace, Document } from '@klarsprak/documents'
import { escapeText } from './escape.ts'
import type { LineIndex } from './line-index.ts'
import type { BlockFinding } from './program.ts'
import type { Finding, SourceSuggestion } from './result.ts'
import type { Related, Suggestion } from './types.ts'

/** Carries findings from blocks to the source of a document. */
export class FindingPlacer {
  readonly #document: Document
  readonly #lines: LineIndex
  readonly #ruleUrl: (id: string) => string

  constructor(document: Document, lines: LineIndex, ruleUrl: (id: string) => string) {
    this.#document = document
    this.#lines = lines
    this.#ruleUrl = ruleUrl
  }

  /**
   * @param block the block that the finding stands in; undefined in a document without blocks
   * @param heading the nearest heading above the block, or the block itself
   */
  place(finding: BlockFinding, block: Block | undefined, fingerprint: string, heading: string | null): Finding {
    const { meta, start, end } = finding
    const range = block ? sourceRange(block, start, end) : { start: 0, end: 0 }
    const placed = {
      ruleId: meta.id,
      severity: finding.severity,
      checklist: [...meta.checklist],
      message: finding.message,
      why: finding.why,
      url: this.#ruleUrl(meta.id),
      fingerprint,
      text: block ? this.#textOf(block, start, end) : '',
      range: this.#lines.range(range.start, range.end),
      suggestions: block && finding.suggestions.length > 0 ? this.#suggestions(finding.suggestions, block) : [],
      related: finding.related.length === 0 ? [] : finding.related.flatMap((related) => this.#related(related, block)),
    }
    const at = block && this.#document.places?.[block.index]
    if (!at) return placed
    const text = textAround(block.text, start, end)
    return { ...placed, place: { paragraph: at.paragraph, heading, ...pageOf(at), text } }
  }

  #suggestions(suggestions: readonly Suggestion[], block: Block): SourceSuggestion[] {
    return suggestions.map((suggestion) => this.#suggestion(suggestion, block))
  }

  /** The words that are marked, or the markup of a block without words. */
  #textOf({ text, source }: Block, start: number, end: number): string {
    return text === '' ? this.#document.source.slice(source.start, source.end) : text.slice(start, end)
  }

  /** A suggestion without its edits where markup stands inside a range that it would replace. */
  #suggestion({ title, safety, edits }: Suggestion, block: Block): SourceSuggestion {
    const { format } = this.#document
    if (edits.length === 0) return { title, safety: format === 'office' ? 'suggestion' : safety, edits: [] }
    if (!edits.every(({ start, end }) => block.map.isContiguous(start, end)))
      return { title, safety: 'suggestion', edits: [] }
    const placed = edits.map((edit) => {
      const text = escapeText(edit.text, format, block)
      if (edit.start < edit.end) return { ...block.map.range(edit.start, edit.end), text }
      // An insertion keeps to the word before it: `**IVO**` grows inside the asterisks.
      const at = edit.start > 0 ? block.map.end(edit.start) : block.map.start(0)
      return { start: at, end: at, text }
    })
    // Nothing but a person writes in a file without a text source.
    return { title, safety: format === 'office' ? 'suggestion' : safety, edits: placed }
  }

  #related({ block: index, at, message }: Related, home: Block | undefined): Finding['related'] {
    const block = index === undefined ? home : this.#document.blocks[index]
    if (!block) return []
    const range = sourceRange(block, at.start, at.end)
    return [{ message, range: this.#lines.range(range.start, range.end) }]
  }
}

const longestPlace = 200

function pageOf({ page }: BlockPlace): { page?: number } {
  return page === undefined ? {} : { page }
}

/** A short text as it is; the part of a long one that begins and ends with whole words. */
function textAround(text: string, start: number, end: number): string {
  if (text.length <= longestPlace) return text
  const spare = Math.max(0, longestPlace - (end - start))
  let from = Math.max(0, Math.min(start - (spare >> 1), text.length - longestPlace))
  let to = Math.min(text.length, Math.max(from + longestPlace, end))
  while (from > 0 && from < start && text[from - 1] !== ' ') from++
  while (to < text.length && to > end && text[to] !== ' ') to--
  return text.slice(from, to)
}

/** A block without text, as an image that lacks alternative text, is marked whole. */
function sourceRange(block: Block, start: number, end: number): { start: number; end: number } {
  return block.text === '' ? block.source : block.map.range(start, end)
}
