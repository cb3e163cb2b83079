import { resolve } from 'node:path'
import type { Document } from '@klarsprak/documents'
import {
  detailOf,
  type Engine,
  type FileResult,
  judge,
  type KnownFile,
  keepFindings,
  type LintRequest,
  onChangedLines,
  sinceBaseline,
} from '@klarsprak/engine'
import {
  type FileTally,
  jsonLine,
  publicFile,
  type ReportContext,
  type ReportStream,
  reportStreamOf,
  tallyFile,
} from '@klarsprak/report'
import { createTwoFilesPatch } from 'diff'
import { BaselineFile } from './baseline.ts'
import { encode } from './encode.ts'
import { describeFileError, faultOf, UserError } from './errors.ts'
import { changedLines } from './git.ts'
import { settingsRequest } from './linter.ts'
import type { LintOptions } from './options.ts'
import { type ReadText, readTextFile } from './read.ts'
import { isOfficeFile, readOfficeFile } from './read-office.ts'
import { sharedBytes } from './shared-bytes.ts'
import { writeWhole } from './write.ts'

/** What came of one file: plain, so that it can be sent between threads, and no larger than the report needs. */
export interface FileOutcome {
  readonly path: string
  /** What kept the file from being linted: nothing but this is then given. */
  readonly fault?: string
  /** What is to be said beside the report. */
  readonly said?: readonly string[]
  readonly tally?: FileTally
  /** The file's part of a report that is written file by file; a large one in UTF-8. */
  readonly part?: string | readonly Uint8Array[]
  /** The file's result, for a report that is written at the end. */
  readonly result?: FileResult
  /** The JSON line of all that was found, for the cache; undefined for what may not be kept. */
  readonly line?: string
  /** Why the text may not be published. */
  readonly stops?: readonly string[]
  /** Findings at a level that stops a publication, or of a rule that does, which have a safe fix. */
  readonly spared?: number
  /** Findings that the baseline knows. */
  readonly hidden?: number
  /** For a baseline. */
  readonly known?: KnownFile
  /** What `--fix-dry-run` shows, and the text that its findings stand in. */
  readonly patch?: string
  readonly source?: string
  /** How many places were mended. */
  readonly fixed?: number
}

/** How the report looks where it is shown. */
export type Look = Pick<ReportContext, 'color' | 'width'>

/** Lints files one by one, as the options of the command say. */
export class FileLinter {
  readonly #linter: Engine
  readonly #options: LintOptions
  readonly #look: Look
  /** What the options say of every text. */
  readonly request: Omit<LintRequest, 'filename' | 'source'>
  readonly #baseline: BaselineFile | undefined

  /**
   * @throws UserError where the baseline cannot be read
   */
  constructor(linter: Engine, options: LintOptions, look: Look) {
    const { main, baseline, updateBaseline } = options
    this.#linter = linter
    this.#options = options
    this.#look = look
    this.request = { ...settingsRequest(options), ...(main === undefined ? {} : { main }) }
    if (baseline === undefined || updateBaseline) return
    this.#baseline = new BaselineFile(baseline)
    this.#baseline.read()
  }

  /** @throws what stops the run: settings that cannot be used, a model that is missing */
  async lint(path: string): Promise<FileOutcome> {
    try {
      return await this.#lint(path)
    } catch (error) {
      return { path, fault: faultOf(error, path) }
    }
  }

  /**
   * What the report needs of a file whose result is known.
   *
   * @param line the JSON line of the result
   */
  showAgain(path: string, line: string): FileOutcome {
    return this.outcomeOf(JSON.parse(line), () => this.sourceOf(path))
  }

  /** The text of a file; undefined where it can no longer be read. */
  sourceOf(path: string): string | undefined {
    try {
      return isOfficeFile(path) ? readOfficeFile(path).document.source : readTextFile(path, this.#options.encoding).text
    } catch (error) {
      faultOf(error, path)
      return undefined
    }
  }

  /** @throws what stops the run, and what is wrong with the text */
  async lintText(request: LintRequest): Promise<FileResult> {
    const whole = { ...this.request, ...request }
    if (!this.#linter.isReady(whole)) await this.#linter.prepare(whole)
    return this.#linter.lint(whole)
  }

  /**
   * What the report needs of a result.
   *
   * @param source the text of the file
   * @param isFile false for standard input, which Git knows nothing of
   */
  outcomeOf(result: FileResult, source: () => string | undefined, isFile = true): FileOutcome {
    const { changed, gate, format, quiet, updateBaseline, fixDryRun } = this.#options
    let kept = result
    if (changed !== undefined && isFile) {
      const lines = changedLines(result.path, changed === true ? 'HEAD' : changed)
      if (lines !== 'all') kept = onChangedLines(kept, lines)
    }
    const before = kept.findings.length
    if (this.#baseline) kept = sinceBaseline(kept, this.#baseline.known)
    const hidden = before - kept.findings.length
    const { path } = kept
    const shown = quiet ? keepFindings(kept, ({ severity }) => severity !== 'suggestion') : kept
    const judgement = gate ? judge(kept) : undefined
    const stream = reportStreamOf(format)
    const context: ReportContext = { ...this.#look, quiet: quiet === true, sourceOf: source }
    const known = updateBaseline && {
      path,
      findings: kept.findings.map(({ ruleId, fingerprint }) => ({ ruleId, fingerprint })),
    }
    const dryRun = !stream && fixDryRun ? source() : undefined
    return {
      path,
      tally: tallyFile(kept, quiet),
      ...(stream ? { part: partOf(stream, shown, context) } : { result: publicFile(shown) }),
      ...(judgement && {
        stops: judgement.verdict.reasons.map((reason) => `${path}: ${reason}`),
        spared: judgement.spared.length,
      }),
      ...(hidden > 0 && { hidden }),
      ...(known && { known }),
      ...(dryRun !== undefined && { source: dryRun }),
    }
  }

  async #lint(path: string): Promise<FileOutcome> {
    if (isOfficeFile(path)) return this.#lintOffice(path)
    const read = readTextFile(path, this.#options.encoding)
    const request = { filename: path, path, source: read.text }
    if (this.#options.fix || this.#options.fixDryRun) return this.#fix(path, read, request)
    const result = await this.lintText(request)
    const outcome = this.outcomeOf(result, () => read.text)
    const notice = noticeOf(result)
    // A notice is said at every run.
    return notice === undefined ? { ...outcome, ...this.#forCache(result) } : { ...outcome, said: [notice] }
  }

  async #lintOffice(path: string): Promise<FileOutcome> {
    refuseToFix(path, this.#options)
    const { document, notices } = readOfficeFile(path)
    const result = await this.lintText({ filename: path, path, document })
    const outcome = this.outcomeOf(result, () => document.source)
    // A notice is said at every run.
    if (notices.length === 0) return { ...outcome, ...this.#forCache(result) }
    return { ...outcome, said: notices.map((notice) => `${path}: ${notice}`) }
  }

  #forCache(result: FileResult): Pick<FileOutcome, 'line'> {
    return this.#options.cache ? { line: jsonLine(result) } : {}
  }

  async #fix(path: string, read: ReadText, request: LintRequest): Promise<FileOutcome> {
    const { fixDryRun, format } = this.#options
    const whole = { ...this.request, ...request }
    if (!this.#linter.isReady(whole)) await this.#linter.prepare(whole)
    const { source, applied, result } = this.#linter.fix(whole)
    const outcome = this.outcomeOf(result, () => source)
    if (source === read.text) return outcome
    if (fixDryRun) {
      if (format !== 'pretty') return outcome
      return {
        ...outcome,
        patch: createTwoFilesPatch(path, path, read.text, source, 'nu', 'efter --fix', { context: 1 }),
      }
    }
    const bytes = encode(source, read.encoding, read.byteOrderMark)
    if (!bytes)
      throw new UserError(
        `${path} har kodningen ${read.encoding} och går inte att skriva tillbaka i den. Inget är ändrat.`,
      )
    try {
      writeWhole(resolve(path), bytes)
    } catch (error) {
      throw new UserError(describeFileError(error, path))
    }
    return { ...outcome, fixed: applied.length }
  }
}

/** Findings of one file from which its part of the report is never made as one string. */
const manyFindings = 1000

function partOf(stream: ReportStream, file: FileResult, context: ReportContext): FileOutcome['part'] {
  if (!stream.pieces || file.findings.length < manyFindings) return stream.part(file, context)
  return sharedBytes(stream.pieces(file, context))
}

/** What the writer should know of how the text was read. */
function noticeOf(result: FileResult): string | undefined {
  const line = unclosedFence(detailOf(result).document)
  return line === undefined
    ? undefined
    : `${result.path}: Kodblocket som börjar på rad ${line} avslutas aldrig. Det som står efter är kod och granskas inte.`
}

/** The line of a code fence in Markdown that nothing closes. */
function unclosedFence({ format, source, blocks }: Document): number | undefined {
  const last = blocks.at(-1)
  if (format !== 'markdown' || last?.kind !== 'code') return undefined
  const text = source.slice(last.source.start, last.source.end)
  const fence = /^(`{3,}|~{3,})/.exec(text)?.[1]
  if (fence === undefined) return undefined
  const closing = /(?:^|\n)[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(text.slice(fence.length).trimEnd())?.[1]
  if (closing?.startsWith(fence)) return undefined
  return source.slice(0, last.source.start).split('\n').length
}

/** @throws UserError for a file that can be read but not written, where it is to be mended */
export function refuseToFix(name: string, { fix, fixDryRun }: LintOptions): void {
  if (fix || fixDryRun)
    throw new UserError(`${name} går inte att rätta med --fix. Kör utan --fix och ändra i Word eller LibreOffice.`)
}
