import { severityRank } from './severity.ts'
import type { RuleMeta, Severity } from './types.ts'

/** What must be known of a finding to settle it against others. Offsets are into one block's text. */
export interface Contender {
  readonly meta: RuleMeta
  /** The rule's place among the rules of the run. */
  readonly order: number
  readonly start: number
  readonly end: number
  readonly severity: Severity
  readonly message: string
}

/**
 * Leaves one finding where several say something about the same words. First every finding that overlaps one of a
 * rule it yields to goes, whatever their extents. Of the word and phrase findings that then still overlap, the one
 * stays that weighs more, is longer, or has the earlier rule; findings of sentences, blocks and documents stand beside.
 * The outcome does not hang on the order that the findings come in. Gives those that stay, by place.
 */
export function settleOverlaps<T extends Contender>(findings: readonly T[]): T[] {
  const sorted = withoutRepeats([...findings].sort(byPlace))
  if (sorted.length < 2 || areApart(sorted)) return sorted
  const standing = settleYields(sorted)
  const lost = new Set<T>()
  for (const cluster of clusters(standing.filter(isLocal))) {
    const kept = new Spans<T>()
    for (const finding of cluster.sort(byWeight)) {
      if (kept.hits(finding)) lost.add(finding)
      else kept.add(finding)
    }
  }
  return lost.size === 0 ? standing : standing.filter((finding) => !lost.has(finding))
}

function areApart(sorted: readonly Contender[]): boolean {
  for (let index = 1; index < sorted.length; index++) if (sorted[index]!.start < sorted[index - 1]!.end) return false
  return true
}

/** Groups of two or more that hang together by overlaps. */
function* clusters<T extends Contender>(sorted: readonly T[]): Generator<T[]> {
  let cluster: T[] = []
  let end = -1
  for (const finding of sorted) {
    if (finding.start >= end && cluster.length > 0) {
      if (cluster.length > 1) yield cluster
      cluster = []
    }
    cluster.push(finding)
    end = Math.max(end, finding.end)
  }
  if (cluster.length > 1) yield cluster
}

export function overlaps(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start < other.end && other.start < one.end
}

/** Findings by place, then by rule; of repeats the worst comes first, and so is the one that stays. */
function byPlace(one: Contender, other: Contender): number {
  return (
    one.start - other.start ||
    one.end - other.end ||
    one.order - other.order ||
    (one.message < other.message ? -1 : one.message > other.message ? 1 : 0) ||
    severityRank(other.severity) - severityRank(one.severity)
  )
}

function byWeight(one: Contender, other: Contender): number {
  return (
    severityRank(other.severity) - severityRank(one.severity) ||
    other.end - other.start - (one.end - one.start) ||
    one.order - other.order ||
    one.start - other.start
  )
}

function isLocal({ meta }: Contender): boolean {
  return meta.extent === 'word' || meta.extent === 'phrase'
}

/** Of findings where one rule says one thing of one place, the first. */
function withoutRepeats<T extends Contender>(sorted: T[]): T[] {
  return sorted.filter((finding, index) => {
    const before = sorted[index - 1]
    return !before || byPlace(before, finding) !== 0
  })
}

function settleYields<T extends Contender>(sorted: T[]): T[] {
  const present = new Map<string, RuleMeta>()
  let yields = false
  for (const { meta } of sorted) {
    present.set(meta.id, meta)
    yields ||= meta.yieldsTo !== undefined && meta.yieldsTo.length > 0
  }
  if (!yields) return sorted
  const standing = new Map<string, Spans<T>>()
  const lost = new Set<T>()
  for (const id of inYieldOrder(present)) {
    const winners = present.get(id)!.yieldsTo?.flatMap((other) => standing.get(other) ?? []) ?? []
    const spans = new Spans<T>()
    for (const finding of sorted) {
      if (finding.meta.id !== id) continue
      if (winners.some((winner) => winner.hits(finding))) lost.add(finding)
      else spans.add(finding)
    }
    standing.set(id, spans)
  }
  return sorted.filter((finding) => !lost.has(finding))
}

/** Rules that others yield to come before those that yield; a ring is cut at its alphabetically first member. */
function inYieldOrder(present: ReadonlyMap<string, RuleMeta>): string[] {
  const order: string[] = []
  const seen = new Set<string>()
  const visit = (id: string): void => {
    if (seen.has(id)) return
    seen.add(id)
    for (const other of [...(present.get(id)!.yieldsTo ?? [])].sort()) if (present.has(other)) visit(other)
    order.push(id)
  }
  for (const id of [...present.keys()].sort()) visit(id)
  return order
}

/** Ranges that can be asked whether one of them overlaps a given range. */
export class Spans<T extends { start: number; end: number }> {
  readonly #spans: T[] = []
  #longest = 0

  /** Keeps the ranges sorted by start. */
  add(span: T): void {
    this.#longest = Math.max(this.#longest, span.end - span.start)
    this.#spans.splice(this.#after(span.start), 0, span)
  }

  hits(span: T): boolean {
    for (let index = this.#after(span.end) - 1; index >= 0; index--) {
      const other = this.#spans[index]!
      if (other.start + this.#longest <= span.start) return false
      if (overlaps(other, span)) return true
    }
    return false
  }

  /** The place of the first range that starts after the offset. */
  #after(offset: number): number {
    let low = 0
    let high = this.#spans.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#spans[middle]!.start <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
