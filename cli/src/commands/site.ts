import { CrawlError, type CrawlEvent, crawl } from '@klarsprak/crawl'
import { decode } from '@klarsprak/documents'
import {
  type Engine,
  type FileResult,
  keepFindings,
  type Review,
  reviewOf,
  summarise,
  toLintResult,
} from '@klarsprak/engine'
import { counted, jsonLine, publicFile, type ReportContext, reporterOf } from '@klarsprak/report'
import { readEarlier } from '../earlier.ts'
import { describeFileError, UserError } from '../errors.ts'
import { openLinter, settingsRequest } from '../linter.ts'
import { FAILED, FINDINGS, OK } from '../main.ts'
import type { SiteOptions } from '../options.ts'
import { print, say, standardError, terminalWidth, wantsColor } from '../terminal.ts'
import { version } from '../version.ts'
import { writeWhole } from '../write.ts'

/** Characters of pages that are kept for showing them in the report. */
const mostKept = 20_000_000

/**
 * `klarsprak site`: lints the pages of a web site.
 *
 * @returns the exit status
 */
export async function site(address: string, options: SiteOptions): Promise<number> {
  return await new SiteRun(options).run(address)
}

class SiteRun {
  readonly #options: SiteOptions
  readonly #linter: Engine
  readonly #results: FileResult[] = []
  readonly #sources = new Map<string, string>()
  #kept = 0
  #failed = false

  constructor(options: SiteOptions) {
    this.#options = options
    this.#linter = openLinter()
  }

  async run(address: string): Promise<number> {
    const { maxPages, maxDepth, delay, earlier, format } = this.#options
    if (earlier.length > 0 && format !== 'html') throw new UserError('--earlier visas bara i --format html.')
    const before = earlier.map(readEarlier)
    await this.#linter.prepare(settingsRequest(this.#options))
    const stop = new AbortController()
    const onInterrupt = () => stop.abort()
    process.once('SIGINT', onInterrupt)
    try {
      const events = crawl(address, {
        userAgent: `Klarsprak/${version} (+https://github.com/klarsprak/klarsprak)`,
        maxPages,
        maxDepth,
        delay: delay * 1000,
        timeout: 30_000,
        maxBytes: 10 * 1024 * 1024,
        signal: stop.signal,
        decode: (body, charset) => decodePage(body, charset),
      })
      for await (const event of events) {
        if (event.type === 'problem') this.#fail(`${event.url}: ${event.message}`)
        else if (event.type === 'page') await this.#lint(event.url, event.html)
        else say(noticeOf(event))
        if (process.stderr.isTTY) standardError().write(`\r${this.#results.length} sidor granskade …`)
      }
    } catch (error) {
      if (error instanceof CrawlError) throw new UserError(error.message)
      throw error
    } finally {
      process.off('SIGINT', onInterrupt)
      if (process.stderr.isTTY) standardError().write(`\r${' '.repeat(40)}\r`)
    }
    if (stop.signal.aborted) this.#fail('Avbrutet. De sidor som var klara är granskade.')
    await this.#report({ earlier: before })
    return this.#status()
  }

  async #lint(url: string, html: string): Promise<void> {
    try {
      const kept = publicFile(this.#linter.lint(this.#request(url, html)))
      this.#results.push(kept)
      if (this.#kept + html.length <= mostKept) {
        this.#kept += html.length
        this.#sources.set(url, html)
      }
      if (this.#options.format === 'jsonl' && this.#options.output === undefined)
        await print(jsonLine(this.#shown(kept)))
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'DocumentError') throw error
      this.#fail(`${url}: ${error.message}`)
    }
  }

  #shown(result: FileResult): FileResult {
    return this.#options.quiet ? keepFindings(result, ({ severity }) => severity !== 'suggestion') : result
  }

  #request(url: string, source: string) {
    const { main } = this.#options
    return {
      ...settingsRequest(this.#options),
      ...(main === undefined ? {} : { main }),
      format: 'html' as const,
      path: url,
      source,
    }
  }

  #reviewOf(url: string): Review | undefined {
    const source = this.#sources.get(url)
    if (source === undefined) return undefined
    const result = this.#linter.lint(this.#request(url, source))
    return reviewOf(result, this.#linter.verdict(result))
  }

  async #report(more: Pick<ReportContext, 'earlier'>): Promise<void> {
    const { format, output, color, quiet } = this.#options
    if (format === 'jsonl' && output === undefined) return
    const text = (await reporterOf(format))(toLintResult(this.#results.map((result) => this.#shown(result))), {
      ...more,
      sourceOf: (url) => this.#sources.get(url),
      reviewOf: (url) => this.#reviewOf(url),
      date: new Date().toISOString().slice(0, 10),
      rules: this.#linter.rules,
      version,
      color: wantsColor(color, output !== undefined),
      width: terminalWidth(),
      quiet: quiet === true,
      fixCommand: null,
    })
    if (output === undefined) return await print(text)
    try {
      writeWhole(output, text)
    } catch (error) {
      throw new UserError(describeFileError(error, output))
    }
  }

  #status(): number {
    if (this.#failed) return FAILED
    const { errors, warnings, suggestions } = summarise(this.#results)
    const { failOn } = this.#options
    const counted = errors + (failOn === 'error' ? 0 : warnings) + (failOn === 'suggestion' ? suggestions : 0)
    return counted > 0 ? FINDINGS : OK
  }

  #fail(message: string): void {
    this.#failed = true
    say(`klarsprak: ${message}`)
  }
}

/** What does not keep the site from being linted. */
function noticeOf(event: Extract<CrawlEvent, { type: 'dead' | 'disallowed' }>): string {
  if (event.type === 'disallowed') {
    const pages = counted(event.count, 'sida', 'sidor')
    return `${pages} är inte granskade: webbplatsens robots.txt ber program att låta dem vara.`
  }
  const { url, message, from } = event
  return `${url}: ${message} ${from === undefined ? 'Den står i webbplatskartan.' : `Länken finns på ${from}.`}`
}

/** What the server says goes before what the page says of itself; a page of neither is UTF-8. */
function decodePage(body: Uint8Array, charset: string | undefined): string {
  const said =
    charset ??
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(
      Buffer.from(body.subarray(0, 1024)).toString('latin1'),
    )?.[1]
  return decode(body, said === undefined || /^utf-?8$/i.test(said) ? {} : { encoding: said }).text
}
