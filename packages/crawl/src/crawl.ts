import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, GetError, type GetOptions, get } from './get.ts'
import { linksOf } from './links.ts'
import { type Robots, readRobots } from './robots.ts'
import { readSitemap } from './sitemap.ts'

export interface CrawlOptions {
  /** Sent to the server, and what robots.txt is read for. */
  userAgent: string
  /** Pages that are given at the most. */
  maxPages: number
  /** Steps from the first page at the most; 0 is that page alone. */
  maxDepth: number
  /** Milliseconds between two questions to the server; robots.txt may ask for more. */
  delay: number
  /** Milliseconds for a page. */
  timeout: number
  /** Of a page. */
  maxBytes: number
  /** Ends the crawl: what is found so far has been given. */
  signal?: AbortSignal
  /** The text of a page's bytes, for finding its links. Throws where they cannot be read. */
  decode(body: Uint8Array, charset: string | undefined): string
}

/** What a crawl gives, in order. */
export type CrawlEvent =
  | { type: 'page'; url: string; html: string; depth: number }
  /** A page that could not be read, or a limit that was met; the message is Swedish. */
  | { type: 'problem'; url: string; message: string }
  /** A page that does not exist. */
  | { type: 'dead'; url: string; message: string; from: string | undefined }
  /** At the end: pages that robots.txt asks to be left alone, where there were any. */
  | { type: 'disallowed'; url: string; count: number }

/** Why nothing could be crawled, in Swedish. */
export class CrawlError extends Error {
  override readonly name = 'CrawlError'
}

const html = ['text/html', 'application/xhtml+xml']
/** A server may ask for a longer wait than this; then the limit of pages is what it costs. */
const longestDelay = 10_000
/** Addresses that differ in their query only: calendars and filters go on for ever. */
const mostQueries = 20
const mostSitemaps = 50
/** A sitemap is larger than a page: the protocol allows 50 MB. */
const sitemapBytes = 50 * 1024 * 1024

/**
 * Walks a web site from a page, or through the pages that a sitemap lists: one question at a time, on the same host,
 * as its robots.txt allows. Nothing of a page is run.
 *
 * @throws {CrawlError} where the first address is none, or cannot be read
 */
export async function* crawl(start: string, options: CrawlOptions): AsyncGenerator<CrawlEvent, void> {
  yield* new Crawl(startAddress(start), options).run()
}

function startAddress(start: string): URL {
  let url: URL
  try {
    url = new URL(start)
  } catch {
    throw new CrawlError(`${start} är ingen webbadress. Skriv till exempel https://www.kommunen.se/.`)
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new CrawlError(`${start} går inte att läsa över webben. Adressen ska börja med https:// eller http://.`)
  url.hash = ''
  return url
}

interface Waiting {
  url: URL
  depth: number
  /** The page that links here; undefined for one that a sitemap lists. */
  from: string | undefined
}

class Crawl {
  readonly #start: URL
  readonly #options: CrawlOptions
  readonly #waiting: Waiting[] = []
  readonly #known = new Set<string>()
  readonly #queries = new Map<string, number>()
  readonly #disallowed = new Set<string>()
  #host: string
  #robots: Robots | undefined
  #delay: number
  #asked = 0

  constructor(start: URL, options: CrawlOptions) {
    this.#start = start
    this.#options = options
    this.#host = start.host
    this.#delay = options.delay
  }

  async *run(): AsyncGenerator<CrawlEvent, void> {
    await this.#readRobots(this.#start)
    const first = await this.#first()
    // A site that lives at another address has its own say there.
    if (first && first.url.host !== this.#start.host) await this.#readRobots(first.url)
    let pages = 0
    if (first) {
      this.#known.add(keyOf(first.url))
      pages++
      yield* this.#page(first, 0)
    }
    yield* this.#others(pages)
    if (this.#disallowed.size > 0) yield { type: 'disallowed', url: this.#start.href, count: this.#disallowed.size }
  }

  /** The pages that wait, and those that they lead to. */
  async *#others(pages: number): AsyncGenerator<CrawlEvent, void> {
    const { maxPages, signal } = this.#options
    while (this.#waiting.length > 0 && !signal?.aborted) {
      if (pages >= maxPages) {
        const count = this.#waiting.length
        yield {
          type: 'problem',
          url: this.#start.href,
          message: `Gränsen på ${maxPages}\u00a0sidor är nådd. ${count === 1 ? 'En känd sida är' : `${count}\u00a0kända sidor är`} inte granskade. Höj gränsen med --max-pages.`,
        }
        return
      }
      const { url, depth, from } = this.#waiting.shift()!
      try {
        const answer = await this.#ask(url, html)
        const key = keyOf(answer.url)
        // A redirect may lead to a page that has been read.
        if (key !== keyOf(url)) {
          if (this.#known.has(key)) continue
          this.#known.add(key)
        }
        if (answer.status >= 400) {
          const message = statusText(answer.status)
          if (isGone(answer.status)) yield { type: 'dead', url: url.href, message, from }
          else yield { type: 'problem', url: url.href, message }
          continue
        }
        if (!html.includes(answer.type)) continue
        pages++
        yield* this.#page(answer, depth)
      } catch (error) {
        if (signal?.aborted) return
        if (!(error instanceof GetError)) throw error
        yield { type: 'problem', url: url.href, message: error.message }
      }
    }
  }

  /** The first page; undefined where the address is a sitemap, whose pages then wait. */
  async #first(): Promise<Answer | undefined> {
    let answer: Answer
    try {
      answer = await this.#ask(this.#start, [], {
        maxBytes: Math.max(this.#options.maxBytes, sitemapBytes),
        first: true,
      })
    } catch (error) {
      if (error instanceof GetError) throw new CrawlError(`${this.#start.href}: ${error.message}`)
      throw error
    }
    if (answer.status >= 400) throw new CrawlError(`${this.#start.href}: ${statusText(answer.status)}`)
    this.#host = answer.url.host
    if (html.includes(answer.type)) {
      if (answer.body.length > this.#options.maxBytes)
        throw new CrawlError(`${this.#start.href}: Sidan är för stor att granska.`)
      return answer
    }
    const sitemap = readSitemap(answer.body, sitemapBytes)
    if (!sitemap) throw new CrawlError(`${this.#start.href} är varken en webbsida eller en webbplatskarta (sitemap).`)
    await this.#readSitemaps(sitemap)
    return undefined
  }

  async #readSitemaps(first: NonNullable<ReturnType<typeof readSitemap>>): Promise<void> {
    const waiting = [first]
    let read = 1
    for (let map = waiting.shift(); map !== undefined; map = waiting.shift()) {
      if (map.kind === 'pages') {
        for (const location of map.locations) this.#add(location, this.#options.maxDepth, undefined)
        continue
      }
      for (const location of map.locations) {
        const url = onHost(location, this.#host)
        if (!url || read >= mostSitemaps || this.#waiting.length >= this.#options.maxPages) continue
        read++
        try {
          const { body } = await this.#ask(url, [], { maxBytes: sitemapBytes })
          const inner = readSitemap(body, sitemapBytes)
          // A sitemap of sitemaps may not list others of its kind, so a loop ends here.
          if (inner?.kind === 'pages') waiting.push(inner)
        } catch (error) {
          if (!(error instanceof GetError)) throw error
        }
      }
    }
  }

  *#page({ url, body, charset }: Answer, depth: number): Generator<CrawlEvent, void> {
    let text: string
    try {
      text = this.#options.decode(body, charset)
    } catch (error) {
      const message = error instanceof Error ? error.message : 'Sidan går inte att läsa.'
      yield { type: 'problem', url: url.href, message }
      return
    }
    yield { type: 'page', url: url.href, html: text, depth }
    if (depth < this.#options.maxDepth) for (const link of linksOf(text, url)) this.#add(link.href, depth + 1, url.href)
  }

  #add(location: string, depth: number, from: string | undefined): void {
    const url = onHost(location, this.#host)
    if (!url || this.#known.has(keyOf(url))) return
    if (this.#robots?.allows(url) === false) {
      this.#disallowed.add(keyOf(url))
      return
    }
    if (url.search !== '') {
      const count = (this.#queries.get(url.pathname) ?? 0) + 1
      if (count > mostQueries) return
      this.#queries.set(url.pathname, count)
    }
    this.#known.add(keyOf(url))
    this.#waiting.push({ url, depth, from })
  }

  /** RFC 9309: no file allows all, and a server that cannot answer allows nothing. */
  async #readRobots(start: URL): Promise<void> {
    const url = new URL('/robots.txt', start)
    let answer: Answer
    try {
      answer = await this.#ask(url, [], { maxBytes: 512 * 1024, first: true })
    } catch (error) {
      if (error instanceof GetError) throw new CrawlError(`${url.href}: ${error.message}`)
      throw error
    }
    if (answer.status >= 500)
      throw new CrawlError(
        `${url.href}: ${statusText(answer.status)} Utan den går det inte att veta vad som får läsas.`,
      )
    if (answer.status >= 400) return
    this.#robots = readRobots(url, new TextDecoder().decode(answer.body), this.#options.userAgent)
    this.#delay = Math.max(this.#options.delay, Math.min(this.#robots.delay, longestDelay))
    if (!this.#robots.allows(start))
      throw new CrawlError(`${start.href}: Webbplatsens robots.txt ber program att låta sidan vara.`)
  }

  async #ask(
    url: URL,
    types: readonly string[],
    { maxBytes = this.#options.maxBytes, first = false }: { maxBytes?: number; first?: boolean } = {},
  ): Promise<Answer> {
    const { userAgent, timeout, signal } = this.#options
    const wait = this.#asked + this.#delay - Date.now()
    if (this.#asked > 0 && wait > 0) await sleep(wait, undefined, signal ? { signal } : {}).catch(() => {})
    this.#asked = Date.now()
    const mayFollow = (next: URL) =>
      (next.protocol === 'http:' || next.protocol === 'https:') &&
      // The address that was typed may lack the www that the site has, and only that.
      (next.host === this.#host || (first && bare(next.host) === bare(this.#host)))
    const request: GetOptions = { userAgent, maxBytes, timeout, signal, mayFollow, types }
    return await get(url, request)
  }
}

function bare(host: string): string {
  return host.replace(/^www\./, '')
}

function onHost(location: string, host: string): URL | undefined {
  try {
    const url = new URL(location)
    url.hash = ''
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.host === host ? url : undefined
  } catch {
    return undefined
  }
}

/** One page however it is asked for: by http or https, with a slash at the end or without. */
function keyOf({ host, pathname, search }: URL): string {
  return `${host}${pathname.replace(/(?<=.)\/+$/, '')}${search}`
}

function isGone(status: number): boolean {
  return status === 404 || status === 410
}

function statusText(status: number): string {
  if (isGone(status)) return `Sidan finns inte (${status}).`
  if (status === 401 || status === 403) return `Sidan är inte öppen för alla (${status}).`
  if (status === 429) return 'Servern ber om färre frågor (429). Höj pausen med --delay.'
  return `Servern svarade med fel ${status}.`
}
