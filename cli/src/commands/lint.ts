import { existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import {
  type Engine,
  type FileResult,
  type KnownFile,
  keepFindings,
  type LintRequest,
  type Review,
  reviewOf,
} from '@klarsprak/engine'
import { counted, type EarlierResult, formatNumber, type ReportContext, shellName } from '@klarsprak/report'
import type { Command } from 'commander'
import { annotate, annotationOf } from '../annotate.ts'
import { BaselineFile } from '../baseline.ts'
import { cacheFor, type Looked, type ResultCache } from '../cache.ts'
import { readEarlier } from '../earlier.ts'
import { faultOf, UserError } from '../errors.ts'
import { FileLinter, type FileOutcome, refuseToFix } from '../lint-file.ts'
import { openLinter, settingsRequest } from '../linter.ts'
import { FAILED, FINDINGS, OK } from '../main.ts'
import type { LintOptions } from '../options.ts'
import { findFiles } from '../paths.ts'
import { readTextFile, readTextInput } from '../read.ts'
import { isOfficeFile, readOfficeFile } from '../read-office.ts'
import { ReportOut } from '../report-out.ts'
import { statusOf } from '../status.ts'
import { Progress, print, say, terminalWidth, wantsColor } from '../terminal.ts'
import type { Threads } from '../threads.ts'
import { Timing } from '../timing.ts'
import { version } from '../version.ts'

const inputName = 'standard in'

/** Text to lint, in bytes, from which threads gain more than it costs that each has a program of its own. */
const worthThreads = 3_000_000
/** Bytes of one file from which it is linted in a thread, so that an interrupt need not wait until it is done. */
const worthInterrupting = 160_000
/** Milliseconds that the files in hand get at an interrupt: enough to put a mended file in its place. */
const patience = 300
/** What a file is likely meant to hold, by how its name ends. */
const formatsByEnding: Readonly<Record<string, LintOptions['format']>> = {
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.sarif': 'sarif',
  '.xml': 'junit',
  '.md': 'markdown',
}
/** Paths that are repeated in a command to run next. */
const mostRepeated = 3
/** How many times faster a known result is shown than the text is linted. */
const showingIsFaster = 8

/**
 * `klarsprak lint`.
 *
 * @returns the exit status
 */
export async function lint(paths: readonly string[], options: LintOptions, command: Command): Promise<number> {
  if (options.stdinJsonl) {
    const { lintLines } = await import('./lint-lines.ts')
    return await lintLines(paths, options, command)
  }
  if (paths.length === 0 && process.stdin.isTTY) {
    say(command.helpInformation())
    return FAILED
  }
  // `--changed pm.md` reads as a revision; the file is what was meant.
  if (paths.length === 0 && typeof options.changed === 'string' && existsSync(options.changed))
    throw new UserError(
      `${options.changed} är en fil, ingen revision. Skriv: klarsprak lint ${options.changed} --changed`,
    )
  const annotation = annotationOf(paths, options)
  const status = await new Run(paths.length === 0 ? ['-'] : paths, options).run()
  if (annotation && status !== FAILED) await annotate(annotation, options)
  return status
}

/** One run over all files. */
class Run {
  readonly #paths: readonly string[]
  readonly #options: LintOptions
  readonly #timing: Timing | undefined
  readonly #linter: Engine
  readonly #files: FileLinter
  readonly #out: ReportOut
  readonly #look: Pick<ReportContext, 'color' | 'width'>
  readonly #earlier: readonly EarlierResult[]
  readonly #fromInput: boolean
  readonly #progress = new Progress()
  readonly #stops: string[] = []
  #spared = 0
  #hidden = 0
  readonly #fixed = new Map<string, number>()
  readonly #known: KnownFile[] = []
  readonly #said = new Set<string>()
  /** Texts that stand in no file, for the report. */
  readonly #texts = new Map<string, string>()
  #cache: ResultCache | undefined
  #threads: Threads | undefined
  #failed = false
  #interrupted = false
  /** The files in hand are let go. */
  #letGo = false
  /** How the text from standard input was asked for. */
  #inputRequest: LintRequest | undefined

  constructor(paths: readonly string[], options: LintOptions) {
    this.#paths = paths
    this.#options = options
    this.#fromInput = paths.includes('-')
    const fixesInput = this.#fromInput && options.fix === true
    this.#timing = options.timing ? new Timing() : undefined
    this.#linter = openLinter(this.#timing && ((id, time) => this.#timing?.add(id, time)))
    if (options.earlier.length > 0 && options.format !== 'html')
      throw new UserError('--earlier visas bara i --format html.')
    this.#earlier = options.earlier.map(readEarlier)
    if (options.updateBaseline && options.baseline === undefined)
      throw new UserError('--update-baseline behöver --baseline FIL, så att det är klart vilken fil som ska skrivas.')
    if (this.#fromInput && paths.length > 1)
      throw new UserError('Standard in (-) går inte att blanda med andra sökvägar.')
    this.#look = {
      color: wantsColor(options.color, options.output !== undefined || fixesInput),
      // Node takes milliseconds to open the terminal.
      ...(options.format === 'pretty' ? { width: terminalWidth() } : {}),
    }
    this.#files = new FileLinter(this.#linter, options, this.#look)
    this.#out = new ReportOut(options, fixesInput)
  }

  async run(): Promise<number> {
    try {
      const request = settingsRequest(this.#options)
      await this.#linter.prepare(request)
      // Settings that do not hold water are said before anything is linted.
      if (this.#options.config !== undefined || this.#options.only.length > 0 || this.#options.rule.length > 0)
        this.#linter.explain({ ...request, source: '' })
      if (this.#fromInput) await this.#lintInput()
      else await this.#lintFiles()
      const { baseline, updateBaseline, output } = this.#options
      if (baseline !== undefined && updateBaseline) this.#writeBaseline(baseline)
      if (this.#interrupted && output !== undefined) {
        this.#out.abandon()
        say(`klarsprak: ${output} är inte skriven.`)
      } else await this.#out.finish(this.#context())
    } catch (error) {
      this.#out.abandon()
      throw error
    } finally {
      await this.#threads?.close()
      this.#cache?.save()
    }
    this.#sayWhatWasDone()
    this.#timing?.report()
    return this.#status()
  }

  async #lintInput(): Promise<void> {
    const { stdinFilename, encoding, fix } = this.#options
    const path = stdinFilename ?? inputName
    if (stdinFilename !== undefined && isOfficeFile(stdinFilename)) {
      refuseToFix(stdinFilename, this.#options)
      const { document, notices } = readOfficeFile('-', stdinFilename)
      for (const notice of notices) say(`${stdinFilename}: ${notice}`)
      return this.#addInput({ filename: stdinFilename, path, document }, document.source)
    }
    const { text: source } = readTextInput(path, encoding)
    const request = stdinFilename === undefined ? { format: 'text' as const, path } : { filename: stdinFilename, path }
    if (!fix) return this.#addInput({ ...request, source }, source)
    const outcome = this.#linter.fix({ ...this.#files.request, ...request, source })
    this.#inputRequest = { ...request, source: outcome.source }
    await print(outcome.source)
    this.#texts.set(path, outcome.source)
    await this.#add(this.#files.outcomeOf(outcome.result, () => outcome.source, false))
  }

  async #addInput(request: LintRequest, text: string): Promise<void> {
    this.#inputRequest = request
    const result = await this.#named(request.path!, () => this.#files.lintText(request))
    this.#texts.set(result.path, text)
    await this.#add(this.#files.outcomeOf(result, () => text, false))
  }

  async #named<T>(path: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw new UserError(faultOf(error, path))
    }
  }

  async #lintFiles(): Promise<void> {
    const { files, problems } = findFiles(this.#paths, process.cwd())
    for (const problem of problems) this.#fail(problem)
    // Asked of all files, so that settings files that cannot be used are said before anything is linted.
    const wanted = files.filter((path) => this.#linter.ignoredBy(path) === undefined || this.#paths.includes(path))
    const onInterrupt = () => {
      // Who asks twice does not want to wait for the files in hand.
      if (this.#interrupted) process.exit(130)
      this.#interrupted = true
      setTimeout(() => {
        this.#letGo = true
        void this.#threads?.close()
      }, patience).unref()
    }
    process.on('SIGINT', onInterrupt)
    process.on('SIGTERM', onInterrupt)
    try {
      // After the signals are heeded, so that nothing is left beside the file.
      this.#out.open()
      const done = await this.#lintAll(await this.#lookUp(wanted))
      this.#progress.clear()
      if (this.#interrupted)
        this.#fail(
          `Avbrutet. ${formatNumber(done)} av ${counted(wanted.length, 'fil', 'filer')} är granskade, resten är orörda.`,
        )
    } finally {
      this.#progress.clear()
      process.off('SIGINT', onInterrupt)
      process.off('SIGTERM', onInterrupt)
    }
  }

  /** What the cache knows of the files. */
  async #lookUp(paths: readonly string[]): Promise<Looked[]> {
    const looked: Looked[] = []
    this.#cache = cacheFor(this.#options, this.#linter, this.#look)
    for (const path of paths) {
      looked.push(this.#cache?.look(path) ?? { path, key: undefined, entry: undefined })
      if (this.#cache && looked.length % 64 === 0) await breath()
      if (this.#interrupted) break
    }
    return looked
  }

  /** @returns how many files were done */
  async #lintAll(files: readonly Looked[]): Promise<number> {
    if (this.#interrupted) return 0
    const count = Math.min(this.#options.threads ?? availableParallelism(), files.length)
    if (this.#needsThreads(files, count)) this.#threads = loadThreads().startThreads(count, this.#options, this.#look)
    // Files are shown in their order, whichever thread is done first; so many wait for their turn at the most.
    const ahead = this.#threads ? this.#threads.count * 8 : 1
    const underWay: Promise<FileOutcome | { error: unknown }>[] = []
    let next = 0
    let done = 0
    for (;;) {
      while (!this.#interrupted && next < files.length && underWay.length < ahead)
        underWay.push(this.#outcome(files[next++]!).catch((error: unknown) => ({ error })))
      const outcome = await underWay.shift()
      if (!outcome || (this.#letGo && this.#threads)) return done
      if ('error' in outcome) throw outcome.error
      await this.#add(outcome, files[done])
      this.#progress.update(done++, files.length)
      // Lets Ctrl-C in between the files, so that none is left half written.
      await breath()
    }
  }

  #needsThreads(files: readonly Looked[], count: number): boolean {
    if (this.#timing) return false
    const worth = this.#options.threads === undefined ? worthThreads : 0
    let bytes = 0
    let left = 0
    for (const { path, entry } of files) {
      if (entry && this.#cache?.canShow(entry)) continue
      left++
      const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
      if (!entry && size >= worthInterrupting) return true
      bytes += entry ? size / showingIsFaster : size
      if (count > 1 && left > 1 && bytes >= worth) return true
    }
    return false
  }

  async #outcome({ path, entry }: Looked): Promise<FileOutcome> {
    const known = entry && this.#cache?.show(entry)
    if (known) return known
    const line = entry && this.#cache?.read(entry)
    const linter = this.#threads ?? this.#files
    if (line === undefined) return await linter.lint(path)
    const shown = await linter.showAgain(path, line)
    return this.#cache?.keepsWhatIsShown ? { ...shown, line } : shown
  }

  async #add(outcome: FileOutcome, looked?: Looked): Promise<void> {
    const { path, fault, said = [], stops = [], known, patch, source, fixed, spared = 0, hidden = 0 } = outcome
    for (const message of said) {
      if (this.#said.has(message)) continue
      this.#said.add(message)
      this.#say(message)
    }
    if (fault !== undefined) return this.#fail(fault)
    if (looked?.key !== undefined) this.#cache?.keep(outcome, looked.key)
    if (source !== undefined) this.#texts.set(path, source)
    if (known) this.#known.push(known)
    if (fixed !== undefined) this.#fixed.set(path, fixed)
    this.#stops.push(...stops)
    this.#spared += spared
    this.#hidden += hidden
    if (this.#options.output === undefined) this.#progress.clear()
    if (patch !== undefined) await print(patch)
    await this.#out.add(outcome)
  }

  #context(): ReportContext {
    return {
      ...this.#look,
      sourceOf: (path) => this.#sourceOf(path),
      reviewOf: (path) => this.#reviewOf(path),
      earlier: this.#earlier,
      date: new Date().toISOString().slice(0, 10),
      rules: this.#linter.rules,
      version,
      quiet: this.#options.quiet === true,
      fixCommand: this.#fixCommand,
    }
  }

  get #fixCommand(): string {
    if (this.#fromInput || this.#paths.length > mostRepeated) return '--fix'
    return `klarsprak lint ${this.#paths.map(shellName).join(' ')} --fix`
  }

  #lastRead: { path: string; text: string | undefined } | undefined

  /** The text of a file that is done. Texts are read again rather than held, so that a folder of any size fits. */
  #sourceOf(path: string): string | undefined {
    if (this.#texts.has(path)) return this.#texts.get(path)
    if (this.#lastRead?.path !== path) this.#lastRead = { path, text: this.#files.sourceOf(path) }
    return this.#lastRead.text
  }

  /**
   * A text with all that can be shown of it, linted once more: results are kept without their texts, so that a folder
   * of any size fits. Undefined where the file is no longer as it was.
   */
  #reviewOf(path: string): Review | undefined {
    const shown = this.#out.results.find((result) => result.path === path)
    if (!shown) return undefined
    try {
      const request = this.#inputRequest ?? {
        filename: path,
        path,
        ...(isOfficeFile(path)
          ? { document: readOfficeFile(path).document }
          : { source: readTextFile(path, this.#options.encoding).text }),
      }
      const again = this.#linter.lint({ ...this.#files.request, ...request })
      const kept = withSameFindings(again, shown)
      return kept && reviewOf(kept, this.#linter.verdict(kept))
    } catch (error) {
      faultOf(error, path)
      return undefined
    }
  }

  /** What the report does not say: what was mended, and whether the texts may be published. */
  #sayWhatWasDone(): void {
    for (const [path, count] of this.#fixed) say(`Rättade ${counted(count, 'ställe', 'ställen')} i ${path}.`)
    const { format, output } = this.#options
    const fitting = output === undefined ? undefined : formatsByEnding[extname(output).toLowerCase()]
    if (format === 'pretty' && fitting !== undefined)
      say(`${output} innehåller vanlig text. Lägg till --format ${fitting} om det var det du ville ha.`)
    if (this.#hidden > 0)
      say(
        `${counted(this.#hidden, 'träff finns', 'träffar finns')} i baslinjen ${this.#options.baseline} och visas inte.`,
      )
    if (!this.#options.gate || this.#failed) return
    if (this.#stops.length === 0) say('Inget stoppar publiceringen.')
    else say(`Publiceringen stoppas av detta:\n${this.#stops.map((stop) => `  ${stop}`).join('\n')}`)
    if (this.#spared > 0)
      say(`${counted(this.#spared, 'träff går', 'träffar går')} att rätta säkert med --fix och stoppar därför inte.`)
  }

  #writeBaseline(path: string): void {
    new BaselineFile(path).write(this.#known)
    const count = this.#known.reduce((sum, { findings }) => sum + findings.length, 0)
    const files = counted(this.#known.length, 'fil', 'filer')
    this.#say(`Skrev baslinjen ${path}: ${counted(count, 'träff', 'träffar')} i ${files}.`)
  }

  #status(): number {
    if (this.#failed) return FAILED
    if (this.#options.gate) return this.#stops.length > 0 ? FINDINGS : OK
    return statusOf(this.#out.tally.summary, this.#options)
  }

  /** What holds for many files, such as that Git does not know a revision, is said once. */
  #fail(message: string): void {
    this.#failed = true
    const line = `klarsprak: ${message}`
    if (!this.#said.has(line)) this.#say(line)
    this.#said.add(line)
  }

  #say(message: string): void {
    this.#progress.clear()
    say(message)
  }
}

/** The result with the findings of another of the same text; undefined where it lacks some of them. */
function withSameFindings(result: FileResult, { findings }: FileResult): FileResult | undefined {
  const known = new Set(findings.map(({ fingerprint }) => fingerprint))
  const kept = keepFindings(result, ({ fingerprint }) => known.has(fingerprint))
  return kept.findings.length === findings.length ? kept : undefined
}

function loadThreads(): typeof import('../threads.ts') {
  return createRequire(import.meta.url)('./threads.js')
}

function breath(): Promise<void> {
  return new Promise((done) => setImmediate(done))
}
