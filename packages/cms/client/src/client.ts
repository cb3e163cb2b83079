import { type Exception, type Review, readReview } from './review.ts'

export interface ClientOptions {
  /** Where `klarsprak serve` answers: `http://127.0.0.1:8081`. */
  readonly address: string
  readonly token?: string
  /** Milliseconds to wait for the whole answer; 10 000 where left out. */
  readonly timeout?: number
}

/** A page as it is to be published. */
export interface Page {
  readonly text: string
  readonly format: 'markdown' | 'html' | 'text'
  /** A label that the service's settings may name; it opens no file. */
  readonly filename?: string
  readonly profile?: string
  /** The page as it is published now, in the same format. Only what it did not have can stop the new one. */
  readonly previous?: string
  readonly exceptions?: readonly Exception[]
}

export interface ServiceClient {
  /**
   * Has a page checked. Asks once: a page that waits for a service that is down is worse than one that knows.
   *
   * @throws {UnavailableError} where no answer came that can be used
   */
  review(page: Page): Promise<Review>
}

/** The page could not be checked. The message says why in Swedish, and never quotes the page or the token. */
export class UnavailableError extends Error {
  override name = 'UnavailableError'
}

/** More than any true answer. */
const mostBytes = 16 * 1024 * 1024

/** @throws {TypeError} where `address` is not a web address, or holds a user name, a password or a query */
export function createClient({ address, token, timeout = 10_000 }: ClientOptions): ServiceClient {
  const base = URL.canParse(address) ? new URL(address) : undefined
  if (!base || !/^https?:$/.test(base.protocol) || base.username || base.password || base.search || base.hash)
    throw new TypeError('Adressen till tjänsten ska se ut så här: http://127.0.0.1:8081')
  const target = `${base.href.replace(/\/+$/, '')}/v1/verdict`
  return {
    async review(page) {
      let status: number
      let body: string
      try {
        const response = await fetch(target, {
          method: 'POST',
          // A redirect could carry the page to somebody else.
          redirect: 'error',
          signal: AbortSignal.timeout(timeout),
          headers: {
            'content-type': 'application/json',
            accept: 'application/json',
            ...(token ? { authorization: `Bearer ${token}` } : {}),
          },
          body: JSON.stringify(page),
        })
        status = response.status
        body = await readBody(response)
      } catch (error) {
        throw error instanceof UnavailableError ? error : new UnavailableError(describe(error, timeout))
      }
      const answer = parse(body)
      if (status !== 200) throw new UnavailableError(describeStatus(status, answer))
      const review = readReview(answer)
      if (!review) throw garbage()
      return review
    },
  }
}

async function readBody(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let size = 0
  let text = ''
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > mostBytes) throw garbage()
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function garbage(): UnavailableError {
  return new UnavailableError('Svaret går inte att läsa. Kontrollera adressen till tjänsten.')
}

function describeStatus(status: number, answer: unknown): string {
  const { detail } = (answer ?? {}) as { detail?: unknown }
  return `Tjänsten svarade ${status}. ${typeof detail === 'string' ? detail : ''}`.trim()
}

function describe(error: unknown, timeout: number): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `Tjänsten svarade inte inom ${new Intl.NumberFormat('sv').format(timeout / 1000)}\u00a0s.`
  return 'Det går inte att nå tjänsten.'
}
