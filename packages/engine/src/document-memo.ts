import type { Block, Document } from '@klarsprak/documents'
import type { BlockStats } from './metrics.ts'
import type { BlockFinding, BlockFindings } from './program.ts'

/** What a rule can read of a block's summary, a bit each. */
export const reading = {
  kind: 1,
  level: 2,
  text: 4,
  lang: 8,
  marks: 16,
  list: 32,
  table: 64,
  quoted: 128,
  looksLikeHeading: 256,
  missing: 512,
  embeds: 1024,
  wordCount: 2048,
  sentenceCount: 4096,
  stats: 8192,
  foreign: 16384,
  facts: 32768,
} as const

/** What the document rules were shown. */
export interface Shown {
  readonly document: Document
  readonly stats: readonly BlockStats[]
  readonly found: readonly BlockFindings[]
  /** Most of the text is in another language than Swedish. */
  readonly foreign: boolean
}

/** What a rule found, and what it read of each block (bits of `reading`) to find it. */
interface Outcome {
  readonly reads: Uint16Array
  readonly findings: DocumentFindings
}

/** Findings with the number of the block they stand in. */
export type DocumentFindings = readonly (readonly [number, BlockFinding])[]

interface Changed {
  readonly index: number
  /** What is not as it was, bits of `reading`. Facts are each rule's own and are compared apart. */
  readonly fields: number
}

/**
 * What the document rules found last time. A rule's outcome hangs on nothing but what it reads of the summary: where
 * all that is as it was, so is the outcome, and the rule need not run again.
 */
export class DocumentMemo {
  readonly #shown: Shown
  #last: DocumentMemo | undefined
  readonly #outcomes = new Map<number, Outcome>()
  /** Undefined where more has changed than single blocks: no outcome is as it was. */
  readonly #changed: readonly Changed[] | undefined

  /** @param last of the same program */
  constructor(shown: Shown, last?: DocumentMemo) {
    this.#shown = shown
    this.#changed = last && changesBetween(last.#shown, shown)
    this.#last = last
  }

  /** What the rule at this place finds, where that is known without running it. */
  known(place: number): DocumentFindings | undefined {
    const changed = this.#changed
    const outcome = changed && this.#outcomeBefore(place)
    if (!outcome || !changed.every((change) => this.#isKept(place, outcome, change))) return undefined
    this.#outcomes.set(place, outcome)
    return outcome.findings
  }

  #isKept(place: number, { reads, findings }: Outcome, { index, fields }: Changed): boolean {
    const read = reads[index]!
    if ((read & fields) !== 0) return false
    // Where a finding stands in text that has changed, what is quoted and what may be mended there may have changed too.
    if ((fields & (reading.text | reading.marks)) !== 0 && findings.some(([block]) => block === index)) return false
    if ((read & reading.facts) === 0) return true
    return isEqual(this.#last!.#shown.found[index]!.facts.of(place), this.#shown.found[index]!.facts.of(place))
  }

  /** Where to note what a rule reads of each block. */
  newReads(): Uint16Array {
    return new Uint16Array(this.#shown.document.blocks.length)
  }

  /**
   * Keeps what the rule at this place found, and gives it back. Findings that are as they were are those that it gave
   * last time: what has been worked out for them need not be worked out again.
   */
  keep(place: number, reads: Uint16Array, reports: DocumentFindings): DocumentFindings {
    const findings = this.#asBefore(reports, this.#outcomeBefore(place)?.findings ?? [])
    this.#outcomes.set(place, { reads, findings })
    return findings
  }

  #asBefore(reports: DocumentFindings, before: DocumentFindings): DocumentFindings {
    if (reports.length === 0 || before.length === 0) return reports
    const known = new Map<number, BlockFinding[]>()
    for (const [index, finding] of before) {
      const list = known.get(index)
      if (list) list.push(finding)
      else known.set(index, [finding])
    }
    const old = this.#last!.#shown.stats
    return reports.map((report) => {
      const [index, finding] = report
      const at = placeBefore(old, this.#shown.stats, index)
      const same = at === undefined ? undefined : known.get(at)?.find((one) => isEqual(one, finding))
      return same ? [index, same] : report
    })
  }

  #outcomeBefore(place: number): Outcome | undefined {
    const last = this.#last
    return last ? last.#outcomes.get(place) : undefined
  }

  /** All rules have been asked about: what came before is let go of. */
  close(): void {
    this.#last = undefined
  }
}

/**
 * Where a block stood in the version before, counted from the start or from the end; undefined where no block like it
 * did. Blocks that are alike in all that their findings hang on share their statistics.
 */
export function placeBefore(
  before: readonly BlockStats[],
  stats: readonly BlockStats[],
  index: number,
): number | undefined {
  if (before[index] === stats[index]) return index
  const fromEnd = index + before.length - stats.length
  return before[fromEnd] === stats[index] ? fromEnd : undefined
}

/** The blocks that differ; undefined where the documents do in more than single blocks. */
function changesBetween(before: Shown, now: Shown): Changed[] | undefined {
  const [old, document] = [before.document, now.document]
  const isAlike =
    before.foreign === now.foreign &&
    old.blocks.length === document.blocks.length &&
    old.format === document.format &&
    old.fragment === document.fragment &&
    old.title === document.title &&
    old.lang === document.lang &&
    isEqual(old.frontMatter, document.frontMatter)
  if (!isAlike) return undefined
  const changed: Changed[] = []
  for (let index = 0; index < document.blocks.length; index++) {
    const fields =
      blockChanges(old.blocks[index]!, document.blocks[index]!) | statsChanges(before.stats[index]!, now.stats[index]!)
    if (fields !== 0 || before.found[index] !== now.found[index]) changed.push({ index, fields })
  }
  return changed
}

function blockChanges(old: Block, block: Block): number {
  if (old === block) return 0
  return (
    (old.kind === block.kind ? 0 : reading.kind) |
    (old.level === block.level ? 0 : reading.level) |
    (old.text === block.text ? 0 : reading.text) |
    (old.lang === block.lang ? 0 : reading.lang) |
    (isEqual(old.marks, block.marks) ? 0 : reading.marks) |
    (isEqual(old.list, block.list) ? 0 : reading.list) |
    (isEqual(old.table, block.table) ? 0 : reading.table) |
    (old.quoted === block.quoted ? 0 : reading.quoted) |
    (old.looksLikeHeading === block.looksLikeHeading ? 0 : reading.looksLikeHeading) |
    (old.missing === block.missing ? 0 : reading.missing) |
    (old.embeds === block.embeds ? 0 : reading.embeds)
  )
}

function statsChanges(old: BlockStats, stats: BlockStats): number {
  if (old === stats) return 0
  return (
    reading.stats |
    (old.wordCount === stats.wordCount ? 0 : reading.wordCount) |
    (old.sentenceCount === stats.sentenceCount ? 0 : reading.sentenceCount) |
    (old.foreign === stats.foreign ? 0 : reading.foreign)
  )
}

/** Plain values with the same content. Objects of other kinds are equal only to themselves. */
function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return Number.isNaN(one) && Number.isNaN(other)
  if (Array.isArray(one))
    return (
      Array.isArray(other) && one.length === other.length && one.every((value, index) => isEqual(value, other[index]))
    )
  if (Object.getPrototypeOf(one) !== Object.prototype || Object.getPrototypeOf(other) !== Object.prototype) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) => Object.hasOwn(other, key) && isEqual(one[key as keyof typeof one], other[key as keyof typeof other]),
    )
  )
}
