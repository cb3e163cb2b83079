import type { BlockKind, DocumentFormat } from '@klarsprak/documents'
import type { Upos, Word } from 'retext-swedish'
import { coveredBy } from './block-view.ts'
import type { DocumentFindings, DocumentMemo } from './document-memo.ts'
import { guardSuggestion } from './guard.ts'
import { type Matcher, matcherOf } from './matcher.ts'
import { type Contender, settleOverlaps } from './overlap.ts'
import type { Settings } from './settings.ts'
import { severityRank } from './severity.ts'
import type {
  AnyOptions,
  AnyRule,
  BlockContext,
  DocumentContext,
  DocumentSummary,
  Related,
  Report,
  RuleContext,
  RuleMeta,
  Severity,
  Suggestion,
  TableMatch,
  TextBlock,
} from './types.ts'

/** Stands in a context until the first block comes. */
const noBlock = undefined as unknown as TextBlock

/** What a rule said of a place in a block. Offsets are into the block's text. */
export interface BlockFinding extends Contender {
  readonly why: string
  readonly suggestions: readonly Suggestion[]
  readonly related: readonly Related[]
}

/** What the rules of a program make of a block. */
export interface BlockFindings {
  /** All findings of block rules, before overlaps are settled. */
  readonly all: readonly BlockFinding[]
  /** Those that stay. */
  readonly settled: readonly BlockFinding[]
  readonly facts: Facts
}

/**
 * What the document rules collected from a block. Most rules find nothing in most blocks, and blocks are kept: only
 * what there is takes room.
 */
class Facts {
  readonly #places: readonly number[]
  readonly #facts: readonly unknown[]

  /**
   * @param places of rules in the program, ascending
   * @param facts what each collected
   */
  constructor(places: readonly number[], facts: readonly unknown[]) {
    this.#places = places
    this.#facts = facts
  }

  /** What the rule at this place collected; undefined where that is nothing. */
  of(place: number): unknown {
    for (let index = 0; index < this.#places.length; index++)
      if (this.#places[index]! >= place) return this.#places[index] === place ? this.#facts[index] : undefined
    return undefined
  }
}

const noFacts = new Facts([], [])
const noFindings: readonly BlockFinding[] = []
const noMatches: readonly TableMatch[] = []
const noWords: readonly Word[] = []
const noSuggestions: readonly Suggestion[] = []
const noRelated: readonly Related[] = []

export interface ProgramHooks {
  /** A rule threw, and was skipped for the block or document in hand. */
  onRuleError?(ruleId: string, error: unknown): void
  /** Milliseconds that a rule's own code took, in parts. */
  onRuleTime?(ruleId: string, milliseconds: number): void
}

/** A rule with its settings, as it runs. */
interface ActiveRule {
  readonly rule: AnyRule
  readonly meta: RuleMeta
  /** Its place in the program. */
  readonly place: number
  readonly severity: Severity
  readonly severityIsSet: boolean
  readonly context: BlockContext<AnyOptions>
  /** Of `meta`, which has as many shapes as there are sets of optional fields. */
  readonly wholeBlock: boolean
  readonly readsQuotes: boolean
  readonly readsOtherLanguages: boolean
}

/** The block in hand: one for all rules of a program. */
interface Place {
  block: TextBlock
  format: DocumentFormat
}

/** What a rule is told with every call. */
class CallContext implements BlockContext<AnyOptions> {
  readonly options: AnyOptions
  readonly profile: RuleContext['profile']
  readonly glossary: RuleContext['glossary']
  readonly report: (report: Report) => void
  readonly #place: Place

  constructor(options: AnyOptions, settings: Settings, place: Place, report: (report: Report) => void) {
    this.options = options
    this.profile = settings.profile
    this.glossary = settings.glossary
    this.report = report
    this.#place = place
  }

  get block(): TextBlock {
    return this.#place.block
  }

  get format(): DocumentFormat {
    return this.#place.format
  }
}

interface Listener<A> {
  readonly active: ActiveRule
  readonly call: (argument: A, context: BlockContext<AnyOptions>) => void
}

/** Who listens to what in blocks of one kind. */
interface Walk {
  readonly block: readonly Listener<TextBlock>[]
  readonly sentence: readonly Listener<TextBlock['sentences'][number]>[]
  readonly word: ReadonlyMap<Upos, readonly Listener<Word>[]> | undefined
  /** By the rule's place. */
  readonly match: readonly (Listener<TableMatch> | undefined)[]
  readonly collect: readonly ActiveRule[]
  /** Rules that collect and have a table, by the rule's place. */
  readonly collectsMatches: readonly (ActiveRule | undefined)[]
  readonly readsTables: boolean
}

/** A block that a program is to run over. */
export interface BlockToRun {
  readonly block: TextBlock
  /** In another language than Swedish. */
  readonly foreign: boolean
}

/** A block as a program runs over it, and what it has got so far. */
class BlockRun {
  readonly block: TextBlock
  /** It alone, for those that listen to blocks. */
  readonly blocks: readonly TextBlock[]
  readonly walk: Walk
  readonly sink: BlockFinding[] = []
  /** Rules that threw. */
  failed: Set<ActiveRule> | undefined = undefined
  /** Those that someone listens to, by class. */
  readonly words = new Map<Upos, Word[]>()
  /** Hits of tables, by the place of the rule. */
  readonly matches = new Map<number, TableMatch[]>()
  /** Places of the rules that collected something, ascending, and what each did. */
  readonly places: number[] = []
  readonly facts: unknown[] = []

  constructor(block: TextBlock, walk: Walk) {
    this.block = block
    this.blocks = [block]
    this.walk = walk
  }

  keepWord(word: Word): void {
    const words = this.words.get(word.upos)
    if (words) words.push(word)
    else this.words.set(word.upos, [word])
  }

  keepMatch(place: number, match: TableMatch): void {
    const matches = this.matches.get(place)
    if (matches) matches.push(match)
    else this.matches.set(place, [match])
  }
}

const noWalk: Walk = {
  block: [],
  sentence: [],
  word: undefined,
  match: [],
  collect: [],
  collectsMatches: [],
  readsTables: false,
}
const noRun = new BlockRun(noBlock, noWalk)

/**
 * The rules that are on, compiled for one set of settings: who listens to what, and one matcher for all word tables.
 * Nothing is kept of blocks from one call to the next.
 */
export class Program {
  readonly settings: Settings
  readonly #rules: readonly ActiveRule[]
  readonly #hooks: ProgramHooks
  readonly #walks = new Map<string, Walk>()
  readonly #documentRules: readonly ActiveRule[]
  readonly #place: Place = { block: noBlock, format: 'text' }
  #matcher: Matcher | undefined
  #run = noRun

  constructor(rules: readonly AnyRule[], settings: Settings, hooks: ProgramHooks = {}) {
    this.settings = settings
    this.#hooks = hooks
    const active: ActiveRule[] = []
    for (const rule of rules) {
      const setting = settings.rules.get(rule.meta.id)
      if (!setting) continue
      const { severity, severityIsSet, options } = setting
      const place = active.length
      const report = (said: Report): void => this.#take(active[place]!, said)
      const context = new CallContext(options, settings, this.#place, report)
      const { meta } = rule
      active.push({
        rule,
        meta,
        place,
        severity,
        severityIsSet,
        context,
        wholeBlock: meta.extent === 'block' || meta.extent === 'document',
        readsQuotes: meta.readsQuotes === true,
        readsOtherLanguages: meta.readsOtherLanguages === true,
      })
    }
    this.#rules = active
    this.#documentRules = active.filter(({ rule }) => rule.document)
  }

  get hasDocumentRules(): boolean {
    return this.#documentRules.length > 0
  }

  /**
   * What the block rules find in each block, and what the document rules collect from it. One rule goes through all
   * blocks before the next, so that its code is at hand.
   */
  runBlocks(blocks: readonly BlockToRun[], format: DocumentFormat): BlockFindings[] {
    this.#place.format = format
    const runs = blocks.map(({ block, foreign }) => new BlockRun(block, this.#walkFor(block, foreign)))
    const groups = new Map<Walk, BlockRun[]>()
    for (const run of runs) {
      const group = groups.get(run.walk)
      if (group) group.push(run)
      else groups.set(run.walk, [run])
    }
    for (const [walk, group] of groups) {
      for (const listener of walk.block) for (const run of group) this.#callFor(listener, run, run.blocks)
      for (const listener of walk.sentence) for (const run of group) this.#callFor(listener, run, run.block.sentences)
      if (walk.word) this.#readWords(walk.word, group)
      if (walk.readsTables) this.#readTables(walk, group)
      for (const active of walk.collect) for (const run of group) this.#collect(active, run)
    }
    this.#enter(noRun)
    return runs.map((run) => this.#findingsOf(run))
  }

  #findingsOf({ sink, failed, places, facts: collected }: BlockRun): BlockFindings {
    const facts = places.length === 0 ? noFacts : new Facts(places.slice(), collected.slice())
    const all = failed ? sink.filter((finding) => !failed.has(this.#rules[finding.order]!)) : sink
    if (all.length === 0) return { all: noFindings, settled: noFindings, facts }
    return { all: all.slice(), settled: settleOverlaps(all).slice(), facts }
  }

  #enter(run: BlockRun): void {
    this.#run = run
    this.#place.block = run.block
  }

  /**
   * What the document rules find: findings by the number of the block they stand in. `summary` must give, for the rule
   * at `place`, that rule's own facts, and note in `reads` what the rule reads of each block.
   */
  runDocument(
    summary: (place: number, reads: Uint16Array) => DocumentSummary,
    site: (index: number) => FindingSite,
    memo: DocumentMemo,
  ): Map<number, BlockFinding[]> {
    const found = new Map<number, BlockFinding[]>()
    const add = ([index, finding]: DocumentFindings[number]): void => {
      const list = found.get(index)
      if (list) list.push(finding)
      else found.set(index, [finding])
    }
    for (const active of this.#documentRules) {
      const known = memo.known(active.place)
      if (known) {
        for (const finding of known) add(finding)
        continue
      }
      const reads = memo.newReads()
      const document = summary(active.place, reads)
      const { options, profile, glossary } = active.context
      const reports: [number, BlockFinding][] = []
      const context: DocumentContext<AnyOptions> = {
        options,
        profile,
        glossary,
        format: document.format,
        report: (index, report) => {
          const finding = this.#finding(active, report, site(index))
          if (finding) reports.push([index, finding])
        },
      }
      this.#run = new BlockRun(noBlock, noWalk)
      this.#guarded(active, () => active.rule.document!.check(document, context))
      if (this.#run.failed) continue
      for (const report of memo.keep(active.place, reads, reports)) add(report)
    }
    return found
  }

  /** Calls who listens to words. */
  #readWords(byClass: NonNullable<Walk['word']>, group: readonly BlockRun[]): void {
    for (const run of group)
      for (const { words } of run.block.sentences)
        for (const word of words) if (byClass.has(word.upos)) run.keepWord(word)
    for (const [upos, listeners] of byClass)
      for (const listener of listeners)
        for (const run of group) this.#callFor(listener, run, run.words.get(upos) ?? noWords)
  }

  /** Keeps the hits of tables, and calls who listens to them. */
  #readTables(walk: Walk, group: readonly BlockRun[]): void {
    const matcher = this.#tables()
    for (const run of group) {
      const sink = (place: number, match: TableMatch): void => {
        if (walk.match[place] ?? walk.collectsMatches[place]) run.keepMatch(place, match)
      }
      for (const sentence of run.block.sentences) matcher.run(sentence, run.block.analysis, sink)
    }
    for (let place = 0; place < walk.match.length; place++) {
      const listener = walk.match[place]
      if (listener) for (const run of group) this.#callFor(listener, run, run.matches.get(place) ?? noMatches)
    }
  }

  #collect(active: ActiveRule, run: BlockRun): void {
    if (run.failed?.has(active)) return
    this.#enter(run)
    const began = this.#hooks.onRuleTime ? performance.now() : 0
    try {
      const { block, matches } = run
      const collected = active.rule.document!.collect!(block, active.context, matches.get(active.place) ?? noMatches)
      if (collected !== undefined) {
        run.places.push(active.place)
        run.facts.push(fitted(collected))
      }
    } catch (error) {
      this.#fail(active, error)
    }
    this.#hooks.onRuleTime?.(active.meta.id, performance.now() - began)
  }

  /** Compiled when the first block with a table rule comes: a run without text needs none. */
  #tables(): Matcher {
    this.#matcher ??= matcherOf(this.#rules.map(({ rule }) => rule.table))
    return this.#matcher
  }

  #walkFor(block: TextBlock, foreign: boolean): Walk {
    const key = `${block.kind}${block.quoted ? 'q' : ''}${foreign ? 'f' : ''}`
    let walk = this.#walks.get(key)
    if (!walk) {
      walk = this.#compileWalk(block.kind, block.quoted, foreign)
      this.#walks.set(key, walk)
    }
    return walk
  }

  #compileWalk(kind: BlockKind, quoted: boolean, foreign: boolean): Walk {
    const inZone = this.#rules.filter(
      ({ meta }) => meta.zones.includes(kind) && (!foreign || meta.readsOtherLanguages === true),
    )
    // Facts are collected from quotations too: a term may be explained in one.
    const collect = inZone.filter(({ rule }) => rule.document?.collect)
    const listening = inZone.filter(({ meta }) => !quoted || meta.readsQuotes === true)
    const word = new Map<Upos, Listener<Word>[]>()
    for (const active of listening) {
      for (const [upos, call] of Object.entries(active.rule.block?.word ?? {})) {
        const listeners = word.get(upos as Upos)
        if (listeners) listeners.push({ active, call })
        else word.set(upos as Upos, [{ active, call }])
      }
    }
    const match = this.#rules.map((active) => {
      const call = listening.includes(active) ? active.rule.block?.match : undefined
      return call && { active, call }
    })
    return {
      block: listening.flatMap((active) => listener(active, active.rule.block?.block)),
      sentence: listening.flatMap((active) => listener(active, active.rule.block?.sentence)),
      word: word.size > 0 ? word : undefined,
      match,
      collect,
      collectsMatches: this.#rules.map((active) => (active.rule.document?.collect ? active : undefined)),
      readsTables: match.some(Boolean) || collect.some(({ rule }) => rule.table),
    }
  }

  #callFor<A>({ active, call }: Listener<A>, run: BlockRun, members: readonly A[]): void {
    if (members.length === 0 || run.failed?.has(active)) return
    this.#enter(run)
    const began = this.#hooks.onRuleTime ? performance.now() : 0
    try {
      for (let index = 0; index < members.length; index++) call(members[index]!, active.context)
    } catch (error) {
      this.#fail(active, error)
    }
    this.#hooks.onRuleTime?.(active.meta.id, performance.now() - began)
  }

  #guarded<T>(active: ActiveRule, work: () => T): T | undefined {
    if (this.#run.failed?.has(active)) return undefined
    const began = this.#hooks.onRuleTime ? performance.now() : 0
    try {
      return work()
    } catch (error) {
      this.#fail(active, error)
      return undefined
    } finally {
      this.#hooks.onRuleTime?.(active.meta.id, performance.now() - began)
    }
  }

  #fail(active: ActiveRule, error: unknown): void {
    this.#run.failed ??= new Set()
    this.#run.failed.add(active)
    this.#hooks.onRuleError?.(active.meta.id, error)
  }

  #take(active: ActiveRule, report: Report): void {
    // Whether the block is foreign is settled before the rule is called.
    const finding = this.#finding(active, report, { block: this.#place.block, foreign: false })
    if (finding) this.#run.sink.push(finding)
  }

  /** A finding of a report; undefined where it stands in text that the rule leaves alone. */
  #finding(active: ActiveRule, report: Report, { block, foreign }: FindingSite): BlockFinding | undefined {
    const { meta, severity, severityIsSet, place } = active
    const { start, end } = report.at
    checkRange(start, end, block.text.length)
    if (foreign && !active.readsOtherLanguages) return undefined
    if (!active.wholeBlock && isSetApart(active, block, start, end)) return undefined
    return {
      meta,
      order: place,
      start,
      end,
      severity: severityIsSet ? severity : quieter(report.severity ?? severity, severity),
      message: report.message,
      why: report.why ?? meta.why,
      suggestions: report.suggestions === undefined ? noSuggestions : checkedSuggestions(report.suggestions, block),
      related: report.related === undefined ? noRelated : report.related.map(withPlainRange),
    }
  }
}

/** A list with room for what it holds and no more: one that grew has room for seventeen, and facts are kept. */
function fitted(collected: unknown): unknown {
  return Array.isArray(collected) ? collected.slice() : collected
}

/** A rule may say less of a place than its own level, never more. */
function quieter(one: Severity, other: Severity): Severity {
  return severityRank(one) < severityRank(other) ? one : other
}

/** A block that a finding stands in. */
export interface FindingSite {
  readonly block: TextBlock
  readonly foreign: boolean
}

function listener<A>(active: ActiveRule, call: Listener<A>['call'] | undefined): Listener<A>[] {
  return call ? [{ active, call }] : []
}

/** Quoted words, words in another language and inline code, where the rule does not read them. */
function isSetApart(active: ActiveRule, block: TextBlock, start: number, end: number): boolean {
  if (block.marks.length > 0) return isMarkedApart(active, block, start, end)
  return block.quoted && !active.readsQuotes
}

function isMarkedApart(active: ActiveRule, block: TextBlock, start: number, end: number): boolean {
  if (!active.readsQuotes && block.inQuote(start, end)) return true
  if (coveredBy(block.marks, 'code', start, end)) return true
  if (active.readsOtherLanguages) return false
  const language = coveredBy(block.marks, 'language', start, end)
  return language !== undefined && !/^sv\b/i.test(language.lang ?? 'sv')
}

function checkedSuggestions(suggestions: readonly Suggestion[], block: TextBlock): Suggestion[] {
  return suggestions.map((suggestion) => checkedSuggestion(suggestion, block))
}

function checkedSuggestion(suggestion: Suggestion, block: TextBlock): Suggestion {
  const { edits } = suggestion
  if (edits.length > 0) checkEdits(edits, block.text.length)
  return guardSuggestion(suggestion, block)
}

function checkEdits(edits: Suggestion['edits'], length: number): void {
  const inOrder = edits.length < 2 ? edits : [...edits].sort((one, other) => one.start - other.start)
  let at = 0
  for (let index = 0; index < inOrder.length; index++) {
    const { start, end, text } = inOrder[index]!
    if (typeof text !== 'string') throw new TypeError('an edit has no text')
    checkRange(start, end, length)
    if (start < at) throw new RangeError(`edits overlap at ${start}`)
    at = end
  }
}

/** Findings are kept; a word passed as a range would keep its whole analysis. */
function withPlainRange({ block, at: { start, end }, message }: Related): Related {
  const plain: Related = { at: { start, end }, message }
  if (block !== undefined) plain.block = block
  return plain
}

function checkRange(start: number, end: number, length: number): void {
  if (Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length) return
  throw new RangeError(`${start}–${end} is no range of a text of ${length}`)
}
