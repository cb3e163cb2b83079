import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  type Engine,
  type FileResult,
  keepFindings,
  type LintRequest,
  onChangedLines,
  type Review,
  reviewOf,
  sinceBaseline,
  summarise,
  toLintResult,
} from '@klarsprak/engine'
import { counted, type EarlierResult, jsonLine, type ReportContext, reporterOf } from '@klarsprak/report'
import type { Command } from 'commander'
import { createTwoFilesPatch } from 'diff'
import { BaselineFile } from '../baseline.ts'
import { cacheFor, type ResultCache } from '../cache.ts'
import { readEarlier } from '../earlier.ts'
import { encode } from '../encode.ts'
import { describeFileError, UserError } from '../errors.ts'
import { changedLines } from '../git.ts'
import { openLinter, settingsRequest } from '../linter.ts'
import { FAILED, FINDINGS, OK } from '../main.ts'
import type { LintOptions } from '../options.ts'
import { findFiles } from '../paths.ts'
import { type ReadText, readTextFile, readTextInput } from '../read.ts'
import { isOfficeFile, readOfficeFile } from '../read-office.ts'
import { Progress, print, say, terminalWidth, wantsColor } from '../terminal.ts'
import { Timing } from '../timing.ts'
import { version } from '../version.ts'
import { writeWhole } from '../write.ts'

const inputName = 'standard in'

/**
 * `klarsprak lint`.
 *
 * @returns the exit status
 */
export async function lint(paths: readonly string[], options: LintOptions, command: Command): Promise<number> {
  if (paths.length === 0 && process.stdin.isTTY) {
    say(command.helpInformation())
    return FAILED
  }
  // `--changed pm.md` reads as a revision; the file is what was meant.
  if (paths.length === 0 && typeof options.changed === 'string' && existsSync(options.changed))
    throw new UserError(
      `${options.changed} är en fil, ingen revision. Skriv: klarsprak lint ${options.changed} --changed`,
    )
  return await new Run(paths.length === 0 ? ['-'] : paths, options).run()
}

/** One run over all files. */
class Run {
  readonly #paths: readonly string[]
  readonly #options: LintOptions
  readonly #timing: Timing | undefined
  readonly #linter: Engine
  readonly #request: Omit<LintRequest, 'filename' | 'source'>
  readonly #baseline: BaselineFile | undefined
  readonly #results: FileResult[] = []
  readonly #sources = new Map<string, string>()
  #cache: ResultCache | undefined
  #failed = false
  #interrupted = false
  readonly #stops: string[] = []
  readonly #fixed = new Map<string, number>()
  readonly #progress = new Progress()
  readonly #earlier: readonly EarlierResult[]
  readonly #fromInput: boolean
  /** How the text from standard input was asked for. */
  #inputRequest: LintRequest | undefined
  #fixedInput = false

  constructor(paths: readonly string[], options: LintOptions) {
    this.#paths = paths
    this.#options = options
    this.#fromInput = paths.includes('-')
    this.#timing = options.timing ? new Timing() : undefined
    this.#linter = openLinter(this.#timing && ((id, time) => this.#timing?.add(id, time)))
    const { main } = options
    this.#request = { ...settingsRequest(options), ...(main === undefined ? {} : { main }) }
    if (options.earlier.length > 0 && options.format !== 'html')
      throw new UserError('--earlier visas bara i --format html.')
    this.#earlier = options.earlier.map(readEarlier)
    if (options.updateBaseline && options.baseline === undefined)
      throw new UserError('--update-baseline behöver --baseline FIL, så att det är klart vilken fil som ska skrivas.')
    this.#baseline = options.baseline === undefined ? undefined : new BaselineFile(options.baseline)
    if (this.#baseline && !options.updateBaseline) this.#baseline.read()
  }

  async run(): Promise<number> {
    await this.#linter.prepare(this.#request)
    // Settings that do not hold water are said before anything is linted.
    if (this.#options.config !== undefined || this.#options.only.length > 0 || this.#options.rule.length > 0)
      this.#linter.explain({ ...this.#request, source: '' })
    this.#cache = cacheFor(this.#options, this.#linter)
    if (this.#fromInput && this.#paths.length > 1)
      throw new UserError('Standard in (-) går inte att blanda med andra sökvägar.')
    if (this.#fromInput) await this.#lintInput()
    else await this.#lintFiles()
    this.#cache?.save()
    if (this.#baseline && this.#options.updateBaseline) this.#baseline.write(this.#results)
    await this.#report()
    this.#sayWhatWasDone()
    this.#timing?.report()
    return this.#status()
  }

  async #lintInput(): Promise<void> {
    const { stdinFilename, encoding, fix } = this.#options
    const path = stdinFilename ?? inputName
    if (stdinFilename !== undefined && isOfficeFile(stdinFilename)) return this.#lintOffice('-', stdinFilename)
    const read = readTextInput(path, encoding)
    const request = stdinFilename === undefined ? { format: 'text' as const, path } : { filename: stdinFilename, path }
    this.#inputRequest = { ...request, source: read.text }
    if (!fix) return this.#add(this.#lintText(path, read, request), read.text)
    const outcome = this.#linter.fix({ ...this.#request, ...request, source: read.text })
    this.#fixedInput = true
    this.#inputRequest = { ...request, source: outcome.source }
    await print(outcome.source)
    await this.#add(outcome.result, outcome.source)
  }

  async #lintFiles(): Promise<void> {
    const { files, problems } = findFiles(this.#paths, process.cwd())
    for (const problem of problems) this.#fail(problem)
    const wanted = files.filter((path) => this.#paths.includes(path) || this.#linter.ignoredBy(path) === undefined)
    const onInterrupt = () => {
      this.#interrupted = true
    }
    process.once('SIGINT', onInterrupt)
    for (const [index, path] of wanted.entries()) {
      if (this.#interrupted) break
      this.#progress.update(index, wanted.length)
      try {
        await this.#lintFile(path)
      } catch (error) {
        // A fault of the text or the file is its own; a fault of the settings stops the run.
        if (!(error instanceof Error) || !ownFaults.has(error.name)) throw error
        this.#progress.clear()
        this.#fail(error.message)
      }
      // Lets Ctrl-C in between the files, so that none is left half written.
      await new Promise((done) => setImmediate(done))
    }
    this.#progress.clear()
    process.off('SIGINT', onInterrupt)
    if (this.#interrupted) this.#fail('Avbrutet. De filer som var klara är granskade, resten är orörda.')
  }

  /** Results of office files are not kept between runs: the text alone does not say what it was read from. */
  async #lintOffice(path: string, name: string): Promise<void> {
    if (this.#options.fix || this.#options.fixDryRun)
      throw new UserError(`${name} går inte att rätta med --fix. Kör utan --fix och ändra i Word eller LibreOffice.`)
    const { document, notices } = readOfficeFile(path, name)
    if (notices.length > 0) this.#progress.clear()
    for (const notice of notices) say(`${name}: ${notice}`)
    const request = { filename: name, path: name, document }
    if (path === '-') this.#inputRequest = request
    await this.#add(this.#linter.lint({ ...this.#request, ...request }), document.source)
  }

  async #lintFile(path: string): Promise<void> {
    if (isOfficeFile(path)) return this.#lintOffice(path, path)
    const read = readTextFile(path, this.#options.encoding)
    const request = { filename: path, path }
    if (this.#options.fix || this.#options.fixDryRun) await this.#fixFile(path, read, request)
    else await this.#add(this.#lintText(path, read, request), read.text)
  }

  #lintText(path: string, read: ReadText, request: LintRequest): FileResult {
    const known = this.#cache?.find(path, read.text)
    if (known) return known
    const result = this.#named(path, () => this.#linter.lint({ ...this.#request, ...request, source: read.text }))
    this.#cache?.keep(path, read.text, result)
    return result
  }

  async #fixFile(path: string, read: ReadText, request: LintRequest): Promise<void> {
    const outcome = this.#named(path, () => this.#linter.fix({ ...this.#request, ...request, source: read.text }))
    const changed = outcome.source !== read.text
    if (changed && this.#options.fixDryRun) {
      if (this.#options.format === 'pretty')
        await print(createTwoFilesPatch(path, path, read.text, outcome.source, 'nu', 'efter --fix', { context: 1 }))
    } else if (changed) {
      const bytes = encode(outcome.source, read.encoding, read.byteOrderMark)
      if (!bytes)
        throw new UserError(
          `${path} har kodningen ${read.encoding} och går inte att skriva tillbaka i den. Inget är ändrat.`,
        )
      try {
        writeWhole(resolve(path), bytes)
      } catch (error) {
        throw new UserError(describeFileError(error, path))
      }
      this.#fixed.set(path, outcome.applied.length)
    }
    await this.#add(outcome.result, outcome.source)
  }

  /** Names the file in what is wrong with its text. */
  #named<T>(path: string, work: () => T): T {
    try {
      return work()
    } catch (error) {
      if (error instanceof Error && error.name === 'DocumentError') error.message = `${path}: ${error.message}`
      throw error
    }
  }

  async #add(result: FileResult, text: string): Promise<void> {
    const { changed, gate, format, output, updateBaseline } = this.#options
    let kept = result
    if (changed !== undefined && !this.#fromInput) {
      const lines = changedLines(result.path, changed === true ? 'HEAD' : changed)
      if (lines !== 'all') kept = onChangedLines(kept, lines)
    }
    if (this.#baseline && !updateBaseline) kept = sinceBaseline(kept, this.#baseline.known)
    if (gate) {
      const { publish, reasons } = this.#linter.verdict(kept)
      if (!publish) this.#stops.push(...reasons.map((reason) => `${kept.path}: ${reason}`))
    }
    if (format === 'jsonl' && output === undefined) await print(jsonLine(kept))
    // Only `pretty` and SARIF show the text; the others need not hold it.
    if (format === 'pretty' || format === 'sarif') this.#sources.set(kept.path, text)
    this.#results.push(kept)
  }

  async #report(): Promise<void> {
    const { format, output, color, quiet } = this.#options
    if (format === 'jsonl' && output === undefined) return
    const context: ReportContext = {
      sourceOf: (path) => this.#sources.get(path),
      reviewOf: (path) => this.#reviewOf(path),
      earlier: this.#earlier,
      date: new Date().toISOString().slice(0, 10),
      rules: this.#linter.rules,
      version,
      color: wantsColor(color, output !== undefined || this.#fixedInput),
      width: terminalWidth(),
      quiet: quiet === true,
    }
    const result = toLintResult(this.#results)
    const text = (await reporterOf(format))(result, context)
    if (output !== undefined) {
      try {
        writeWhole(resolve(output), text)
      } catch (error) {
        const noFolder = (error as NodeJS.ErrnoException).code === 'ENOENT'
        if (noFolder) throw new UserError(`Resultatet är inte sparat: mappen för ${output} finns inte.`)
        throw new UserError(describeFileError(error, output))
      }
    } else if (this.#fixedInput) process.stderr.write(text)
    else await print(text)
  }

  /**
   * A text with all that can be shown of it, linted once more: results are kept without their texts, so that a folder
   * of any size fits. Undefined where the file is no longer as it was.
   */
  #reviewOf(path: string): Review | undefined {
    const shown = this.#results.find((result) => result.path === path)
    if (!shown) return undefined
    try {
      const request = this.#inputRequest ?? {
        filename: path,
        path,
        ...(isOfficeFile(path)
          ? { document: readOfficeFile(path).document }
          : { source: readTextFile(path, this.#options.encoding).text }),
      }
      const known = new Set(shown.findings.map(({ fingerprint }) => fingerprint))
      const again = this.#linter.lint({ ...this.#request, ...request })
      const kept = keepFindings(again, ({ fingerprint }) => known.has(fingerprint))
      return kept.findings.length === shown.findings.length ? reviewOf(kept, this.#linter.verdict(kept)) : undefined
    } catch (error) {
      if (error instanceof Error && ownFaults.has(error.name)) return undefined
      throw error
    }
  }

  /** What the report does not say: what was mended, and whether the texts may be published. */
  #sayWhatWasDone(): void {
    for (const [path, count] of this.#fixed) say(`Rättade ${counted(count, 'ställe', 'ställen')} i ${path}.`)
    if (!this.#options.gate || this.#failed) return
    if (this.#stops.length === 0) say('Inget stoppar publiceringen.')
    else say(`Publiceringen stoppas av detta:\n${this.#stops.map((stop) => `  ${stop}`).join('\n')}`)
  }

  #status(): number {
    if (this.#failed) return FAILED
    const { failOn, gate, maxWarnings } = this.#options
    const { errors, warnings, suggestions } = summarise(this.#results)
    if (maxWarnings !== undefined && warnings > maxWarnings) return FINDINGS
    if (gate) return this.#stops.length > 0 ? FINDINGS : OK
    const counted = errors + (failOn === 'error' ? 0 : warnings) + (failOn === 'suggestion' ? suggestions : 0)
    return counted > 0 ? FINDINGS : OK
  }

  #fail(message: string): void {
    this.#failed = true
    say(`klarsprak: ${message}`)
  }
}

const ownFaults = new Set(['UserError', 'DocumentError'])
