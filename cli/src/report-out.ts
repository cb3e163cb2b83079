import { resolve } from 'node:path'
import { type FileResult, toLintResult } from '@klarsprak/engine'
import { type ReportContext, RunTally, reporterOf, reportStreamOf } from '@klarsprak/report'
import { describeFileError, UserError } from './errors.ts'
import type { FileOutcome } from './lint-file.ts'
import type { LintOptions } from './options.ts'
import { print, standardError } from './terminal.ts'
import { WholeFile } from './write.ts'

/** Where a report goes. */
interface Sink {
  write(text: string | Uint8Array): Promise<void> | void
  commit(): void
  abandon(): void
}

/** The report of a run, written while the files are done where the format allows it. */
export class ReportOut {
  readonly tally = new RunTally()
  /** What the report holds of the files; empty where it is written file by file. */
  readonly results: FileResult[] = []
  readonly #format: LintOptions['format']
  readonly #stream: ReturnType<typeof reportStreamOf>
  readonly #open: () => Sink
  #sink: Sink | undefined
  readonly #texts = new Map<string, string>()
  #isBegun = false

  /** @param onStandardError where standard output is taken by a mended text */
  constructor({ format, output }: Pick<LintOptions, 'format' | 'output'>, onStandardError: boolean) {
    this.#format = format
    this.#stream = reportStreamOf(format)
    const write = onStandardError ? (text: string | Uint8Array) => void standardError().write(text) : print
    this.#open = () => (output === undefined ? { write, commit: () => {}, abandon: () => {} } : toFile(output))
  }

  /**
   * Makes ready to write. Done by the first part where it is not called.
   *
   * @throws UserError where the file cannot be written
   */
  open(): Sink {
    this.#sink ??= this.#open()
    return this.#sink
  }

  async add({ tally, part, result }: FileOutcome): Promise<void> {
    if (tally) this.tally.add(tally)
    if (result) this.results.push(shared(result, this.#texts))
    if (part === undefined || !this.#stream) return
    const before = this.#isBegun ? this.#stream.between : this.#stream.head
    this.#isBegun = true
    if (typeof part === 'string') return await this.open().write(before + part)
    if (before !== '') await this.open().write(before)
    for (const bytes of part) await this.open().write(bytes)
  }

  /** Writes what is left, and puts a file in its place. */
  async finish(context: ReportContext): Promise<void> {
    const text = this.#stream
      ? `${this.#isBegun ? '' : this.#stream.head}${this.#stream.end(this.tally, context)}`
      : (await reporterOf(this.#format))(toLintResult(this.results), context)
    await this.open().write(text)
    this.open().commit()
  }

  /** Leaves a file that was to be written as it was. */
  abandon(): void {
    this.#sink?.abandon()
  }
}

function toFile(path: string): Sink {
  const inWords = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      const noFolder = (error as NodeJS.ErrnoException).code === 'ENOENT'
      if (noFolder) throw new UserError(`Resultatet är inte sparat: mappen för ${path} finns inte.`)
      throw new UserError(describeFileError(error, path))
    }
  }
  const file = inWords(() => new WholeFile(resolve(path)))
  return {
    write: (text) => inWords(() => file.write(text)),
    commit: () => inWords(() => file.commit()),
    abandon: () => file.abandon(),
  }
}

/** A result whose words that come again and again in a run are held once. */
function shared(result: FileResult, texts: Map<string, string>): FileResult {
  const once = (text: string): string => {
    const known = texts.get(text)
    if (known === undefined) texts.set(text, text)
    return known ?? text
  }
  for (const finding of result.findings) {
    finding.ruleId = once(finding.ruleId)
    finding.why = once(finding.why)
    finding.url = once(finding.url)
    finding.message = once(finding.message)
  }
  return result
}
