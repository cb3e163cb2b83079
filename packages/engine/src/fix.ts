import type { Document } from '@klarsprak/documents'
import { Spans } from './overlap.ts'
import { unusedSuppression } from './own-rules.ts'
import type { FileResult, Finding, SourceEdit } from './result.ts'

/** What a text became. */
export interface FixOutcome {
  /** The text with the fixes made. */
  readonly source: string
  /** The findings that were fixed, as they stood when their turn came. */
  readonly applied: readonly Finding[]
  /** What is left to say of the text. */
  readonly result: FileResult
}

/** How a text is read and linted while it is being fixed: always by the same settings. */
export interface FixHost {
  read(source: string): Document
  lint(document: Document): FileResult
  /** Its findings hang on more than their own block. */
  readsWholeDocument(ruleId: string): boolean
}

/** A text that has been linted. */
interface State {
  readonly document: Document
  readonly result: FileResult
}

/** A finding with the edits of its first safe suggestion. */
interface Fix {
  readonly finding: Finding
  readonly edits: readonly SourceEdit[]
}

interface Applied {
  readonly state: State
  readonly fixes: readonly Fix[]
}

const mostRounds = 10

/** Refused fixes after which the rest of a rule's are let be for the round. */
const mostRefusals = 20

/**
 * Makes all safe fixes until none is left. A fix is refused that adds a finding or changes the structure of the
 * document. Every round tries anew what the last one refused, so that fixing a fixed text changes nothing. Rules whose
 * fixes never come to rest are left out.
 */
export function fixText(document: Document, host: FixHost): FixOutcome {
  const start: State = { document, result: host.lint(document) }
  const restless = new Set<string>()
  for (;;) {
    let state = start
    const applied: Finding[] = []
    let last: readonly Fix[] = []
    for (let round = 0; round < mostRounds; round++) {
      const outcome = fixOnce(state, host, restless)
      state = outcome.state
      last = outcome.fixes
      if (last.length === 0) return { source: state.document.source, applied, result: state.result }
      applied.push(...last.map(({ finding }) => finding))
    }
    for (const { finding } of last) restless.add(finding.ruleId)
  }
}

/** One round: every safe fix that no other stands in the way of. */
function fixOnce(state: State, host: FixHost, leftOut: ReadonlySet<string>): Applied {
  const taken = new Spans<{ start: number; end: number }>()
  const fixes: Fix[] = []
  for (const finding of state.result.findings) {
    const edits = leftOut.has(finding.ruleId) ? undefined : safeEdits(finding)
    if (!edits) continue
    // One wider than the edit: two that touch are made in different rounds.
    const spans = edits.map(({ start, end }) => ({ start, end: end + 1 }))
    if (spans.some((span) => taken.hits(span))) continue
    for (const span of spans) taken.add(span)
    fixes.push({ finding, edits })
  }
  return new Round(host).apply(state, fixes)
}

function safeEdits({ suggestions }: Finding): readonly SourceEdit[] | undefined {
  return suggestions.find(({ safety, edits }) => safety === 'safe' && edits.length > 0)?.edits
}

/** Applies many fixes at once; where that does harm, halves them until those that do it are found. */
class Round {
  readonly #host: FixHost
  readonly #refusals = new Map<string, number>()

  constructor(host: FixHost) {
    this.#host = host
  }

  apply(state: State, all: readonly Fix[]): Applied {
    const fixes = all.filter(({ finding }) => (this.#refusals.get(finding.ruleId) ?? 0) < mostRefusals)
    if (fixes.length === 0) return { state, fixes }
    const next = this.#tryAll(state, fixes)
    if (next) return { state: next, fixes }
    if (fixes.length === 1) {
      const { ruleId } = fixes[0]!.finding
      this.#refusals.set(ruleId, (this.#refusals.get(ruleId) ?? 0) + 1)
      return { state, fixes: [] }
    }
    const middle = fixes.length >> 1
    const first = this.apply(state, fixes.slice(0, middle))
    const made = first.fixes.flatMap(({ edits }) => edits)
    const second = this.apply(
      first.state,
      fixes.slice(middle).map((fix) => moved(fix, made)),
    )
    return { state: second.state, fixes: [...first.fixes, ...second.fixes] }
  }

  /** The text with these fixes; undefined where they would do harm. */
  #tryAll(state: State, fixes: readonly Fix[]): State | undefined {
    const document = this.#host.read(
      applyEdits(
        state.document.source,
        fixes.flatMap(({ edits }) => edits),
      ),
    )
    const takesComments = fixes.some(({ finding }) => finding.ruleId === unusedSuppression.meta.id)
    if (structureOf(document, takesComments) !== structureOf(state.document, takesComments)) return undefined
    const result = this.#host.lint(document)
    const before = this.#count(state)
    for (const [key, count] of this.#count({ document, result })) if (count > (before.get(key) ?? 0)) return undefined
    return { document, result }
  }

  /** Findings by rule, and by block where the block is all that they hang on. */
  #count({ document, result }: State): Map<string, number> {
    const counts = new Map<string, number>()
    let block = 0
    for (const { ruleId, range } of result.findings) {
      while (block + 1 < document.blocks.length && document.blocks[block + 1]!.source.start <= range.start.offset)
        block++
      const key = this.#host.readsWholeDocument(ruleId) ? ruleId : `${ruleId}\u0000${block}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    return counts
  }
}

/** A fix for a text in which other edits have been made, none of them on the same words. */
function moved({ finding, edits }: Fix, made: readonly SourceEdit[]): Fix {
  return {
    finding,
    edits: edits.map(({ start, end, text }) => {
      let shift = 0
      for (const edit of made) if (edit.end <= start) shift += edit.text.length - (edit.end - edit.start)
      return { start: start + shift, end: end + shift, text }
    }),
  }
}

/** A text with edits made. They are in any order and do not overlap. */
export function applyEdits(source: string, edits: readonly SourceEdit[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end, text } of [...edits].sort((one, other) => one.start - other.start || one.end - other.end)) {
    parts.push(source.slice(at, start), text)
    at = end
  }
  parts.push(source.slice(at))
  return parts.join('')
}

/** All of a document that is not the words in it: what its markup makes of them. */
function structureOf(document: Document, withoutComments: boolean): string {
  const blocks = document.blocks.map(({ kind, level, lang, list, table, quoted, looksLikeHeading, missing, marks }) => [
    kind,
    level,
    lang,
    list && [list.id, list.index, list.depth, list.ordered],
    table && [table.id, table.row, table.column, table.header],
    quoted,
    looksLikeHeading,
    missing,
    // Quotation marks are words of the text, and no markup.
    marks
      .filter(({ type }) => type !== 'quote')
      .map(({ type, href, title, lang: language }) => [type, href, title, language]),
  ])
  const { frontMatter, lang, title, fragment, directives } = document
  const comments = withoutComments ? [] : directives.map(({ name, rules, reason }) => [name, rules, reason])
  return JSON.stringify([blocks, frontMatter.data, lang, title, fragment, comments])
}
