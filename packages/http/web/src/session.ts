import type { ChecklistPoint, Profile, Severity } from 'retext-klarsprak'
import type { BackEnd, BackEndError, Format, Review } from './backends/back-end.ts'
import { type OpenedFile, openFile } from './files.ts'
import { carryFindings, type LiveFinding, liveFindings } from './finding.ts'
import { guessFormat } from './guess-format.ts'
import { ReviewLoop } from './review-loop.ts'
import { changeBetween } from './text-change.ts'

/** Which findings are listed and marked. */
export interface Filter {
  /** Levels that are left out. */
  hidden: ReadonlySet<Severity>
  point: ChecklistPoint | undefined
  ruleId: string | undefined
}

export type PanelName = 'start' | 'findings' | 'checklist' | 'figures'

/** All that the page shows. Replaced as a whole when something changes. */
export interface State {
  text: string
  /** As chosen; undefined: by the looks of the text. */
  chosenFormat: Format | undefined
  format: Format
  profile: Profile | undefined
  filename: string | undefined
  phase: 'empty' | 'waiting' | 'checking' | 'done' | 'failed'
  review: Review | undefined
  /** Of the latest review, at their places in the text as it is now. */
  findings: readonly LiveFinding[]
  /** Those that the filter lets through. */
  shown: readonly LiveFinding[]
  filter: Filter
  /** The finding that is open, by its place in the review. */
  open: number | undefined
  panel: PanelName
  error: BackEndError | undefined
  /** What the person should know of the latest thing done. */
  notice: { text: string; kind: 'good' | 'bad' } | undefined
}

const noFilter: Filter = { hidden: new Set(), point: undefined, ruleId: undefined }

/** What a person does with a text, and what comes of it. Knows no HTML. */
export class Session {
  readonly #listeners = new Set<() => void>()
  readonly #loop: ReviewLoop
  state: State = {
    text: '',
    chosenFormat: undefined,
    format: 'text',
    profile: undefined,
    filename: undefined,
    phase: 'empty',
    review: undefined,
    findings: [],
    shown: [],
    filter: noFilter,
    open: undefined,
    panel: 'start',
    error: undefined,
    notice: undefined,
  }
  readonly backEnd: BackEnd

  constructor(backEnd: BackEnd) {
    this.backEnd = backEnd
    this.#loop = new ReviewLoop(backEnd, {
      onStart: () => this.#set({ phase: 'checking' }),
      onReview: (review, { text }) => this.#take(review, text),
      onError: (error) => this.#set({ phase: 'failed', error }),
    })
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The text has been changed, by hand or by a suggestion. */
  setText(text: string): void {
    const before = this.state.text
    if (text === before) return
    const findings = carryFindings(this.state.findings, changeBetween(before, text))
    const format = this.state.chosenFormat ?? guessFormat(text)
    // Another text altogether has another name.
    const filename = text === '' ? undefined : this.state.filename
    this.#set({ text, format, filename, findings, notice: undefined })
    this.#check({ atOnce: before === '' })
  }

  setFormat(chosenFormat: Format | undefined): void {
    this.#set({ chosenFormat, format: chosenFormat ?? guessFormat(this.state.text) })
    this.#check({ atOnce: true })
  }

  setProfile(profile: Profile | undefined): void {
    this.#set({ profile })
    this.#check({ atOnce: true })
  }

  setFilter(change: Partial<Filter>): void {
    this.#set({ filter: { ...this.state.filter, ...change } })
  }

  showAll(): void {
    this.#set({ filter: noFilter })
  }

  setPanel(panel: PanelName): void {
    this.#set({ panel })
  }

  /** Opens a finding in its list, and lets it through the filter where that hides it. */
  open(index: number | undefined): void {
    const isHidden = index !== undefined && !this.state.shown.some((finding) => finding.index === index)
    this.#set({
      open: index,
      ...(index === undefined ? {} : { panel: 'findings' }),
      ...(isHidden ? { filter: noFilter } : {}),
    })
  }

  notify(text: string, kind: 'good' | 'bad' = 'good'): void {
    this.#set({ notice: { text, kind } })
  }

  dismissNotice(): void {
    this.#set({ notice: undefined })
  }

  useKey(key: string): void {
    this.backEnd.useKey?.(key)
    this.#check({ atOnce: true })
  }

  retry(): void {
    this.#check({ atOnce: true })
  }

  /** Reads a file; its text is undefined where it could not be read, and the notice says why. */
  async openFile(file: File): Promise<OpenedFile | undefined> {
    try {
      const opened = await openFile(file)
      this.#set({ chosenFormat: opened.format, format: opened.format, filename: opened.name })
      return opened
    } catch (error) {
      this.notify(error instanceof Error ? error.message : String(error), 'bad')
      return undefined
    }
  }

  #check(how: { atOnce: boolean }): void {
    const { text, format, profile, filename } = this.state
    if (text.trim() === '') {
      this.#loop.stop()
      this.#set({ phase: 'empty', review: undefined, findings: [], open: undefined, error: undefined, panel: 'start' })
      return
    }
    if (this.state.phase !== 'failed') this.#set({ phase: 'waiting' })
    this.#loop.ask({ text, format, ...(profile && { profile }), ...(filename && { filename }) }, how)
  }

  #take(review: Review, text: string): void {
    const open = this.#sameFinding(review)
    this.#set({ review, findings: liveFindings(review, text), open, phase: 'done', error: undefined })
  }

  /** The finding that is open, in a new review. */
  #sameFinding(review: Review): number | undefined {
    const { open } = this.state
    const known = this.state.findings.find(({ index }) => index === open)
    if (!known) return undefined
    const { fingerprint } = known.finding
    const same = review.findings.findIndex((finding) => finding.fingerprint === fingerprint)
    return same < 0 ? undefined : same
  }

  #set(change: Partial<State>): void {
    const next = { ...this.state, ...change }
    if (next.findings !== this.state.findings || next.filter !== this.state.filter)
      next.shown = next.findings.filter(({ finding }) => passes(finding, next.filter))
    this.state = next
    for (const listener of this.#listeners) listener()
  }
}

function passes(
  { severity, checklist, ruleId }: LiveFinding['finding'],
  { hidden, point, ruleId: only }: Filter,
): boolean {
  return (
    !hidden.has(severity) &&
    (point === undefined || checklist.includes(point)) &&
    (only === undefined || ruleId === only)
  )
}
