import type { Document } from '@klarsprak/documents'
import { detailOf } from './detail.ts'
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
  /** The first rule gives way to the second where both mark a place. */
  yields(ruleId: string, to: string): boolean
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
function fixOnce(state: State, host: FixHost, leftOut: ReadonlySet<string>): Round['outcome'] {
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
  const round = new Round(host, state)
  round.apply(fixes)
  return round.outcome
}

function safeEdits({ suggestions }: Finding): readonly SourceEdit[] | undefined {
  return suggestions.find(({ safety, edits }) => safety === 'safe' && edits.length > 0)?.edits
}

/** Applies many fixes at once; where that does harm, halves them until those that do it are found. */
class Round {
  readonly #host: FixHost
  /** The text that all edits of the round are offsets into. */
  readonly #source: string
  readonly #made: Fix[] = []
  readonly #refusals = new Map<string, number>()
  #state: State

  constructor(host: FixHost, state: State) {
    this.#host = host
    this.#source = state.document.source
    this.#state = state
  }

  get outcome(): { state: State; fixes: readonly Fix[] } {
    return { state: this.#state, fixes: this.#made }
  }

  apply(all: readonly Fix[]): void {
    const fixes = all.filter(({ finding }) => (this.#refusals.get(finding.ruleId) ?? 0) < mostRefusals)
    if (fixes.length === 0) return
    const next = this.#tryAll(fixes)
    if (next) {
      this.#state = next
      this.#made.push(...fixes)
    } else if (fixes.length === 1) {
      const { ruleId } = fixes[0]!.finding
      this.#refusals.set(ruleId, (this.#refusals.get(ruleId) ?? 0) + 1)
    } else {
      const middle = fixes.length >> 1
      this.apply(fixes.slice(0, middle))
      this.apply(fixes.slice(middle))
    }
  }

  /** The text with these fixes beside those made; undefined where they would do harm. */
  #tryAll(fixes: readonly Fix[]): State | undefined {
    const all = [...this.#made, ...fixes]
    const document = this.#host.read(
      applyEdits(
        this.#source,
        all.flatMap(({ edits }) => edits),
      ),
    )
    const takesComments = fixes.some(({ finding }) => finding.ruleId === unusedSuppression.meta.id)
    if (structureOf(document, takesComments) !== structureOf(this.#state.document, takesComments)) return undefined
    const result = this.#host.lint(document)
    const before = this.#count(this.#state.result, this.#made)
    const after = this.#count(result, all)
    for (const [key, count] of after) if (count > (before.get(key) ?? 0)) return undefined
    return { document, result }
  }

  /** Findings by rule, and by block where the block is all that they hang on; those that the fixes uncovered left out. */
  #count(result: FileResult, made: readonly Fix[]): Map<string, number> {
    const { places } = detailOf(result)
    const uncovered = this.#uncovered(made, result)
    const sums = new Map<string, number>()
    for (const [index, finding] of result.findings.entries()) {
      if (uncovered.has(finding)) continue
      const { ruleId } = finding
      const key = this.#host.readsWholeDocument(ruleId) ? ruleId : `${ruleId}\u0000${places[index]!.block}`
      sums.set(key, (sums.get(key) ?? 0) + 1)
    }
    return sums
  }

  /**
   * Findings that a fix did not add but uncovered: at its place, of a rule that gives way to the one that was fixed. `5%`
   * is first given its space; that the sign would better be a word was as true before.
   */
  #uncovered(fixes: readonly Fix[], result: FileResult): Set<Finding> {
    const uncovered = new Set<Finding>()
    for (const { start, end, ruleId } of written(fixes))
      for (const finding of result.findings)
        if (
          finding.range.start.offset <= end &&
          finding.range.end.offset >= start &&
          this.#host.yields(finding.ruleId, ruleId)
        )
          uncovered.add(finding)
    return uncovered
  }
}

/** Where fixes stand in the text that they give, with their rules. */
function written(fixes: readonly Fix[]): { start: number; end: number; ruleId: string }[] {
  const edits = fixes
    .flatMap(({ finding: { ruleId }, edits: own }) => own.map((edit) => ({ ...edit, ruleId })))
    .sort((one, other) => one.start - other.start || one.end - other.end)
  let shift = 0
  return edits.map(({ start, end, text, ruleId }) => {
    const at = start + shift
    shift += text.length - (end - start)
    return { start: at, end: at + text.length, ruleId }
  })
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
