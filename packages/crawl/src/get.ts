/** What a server answered, read whole. */
export interface Answer {
  /** After redirects. */
  url: URL
  status: number
  /** Lower case, without parameters; empty where the server says nothing. */
  type: string
  /** What the server says the text is encoded in. */
  charset: string | undefined
  body: Uint8Array
}

/** Why a page could not be had, in Swedish. */
export class GetError extends Error {
  override readonly name = 'GetError'
}

export interface GetOptions {
  userAgent: string
  /** Of an answer, after decompression. */
  maxBytes: number
  /** Milliseconds for a page, redirects and body included. */
  timeout: number
  signal?: AbortSignal | undefined
  /** Whether a redirect to this address may be followed. */
  mayFollow(url: URL): boolean
  /** The types that are read; the body of others is left alone. Empty for all. */
  types: readonly string[]
}

const mostRedirects = 5

/**
 * Asks for an address by HTTP, following redirects that may be followed.
 *
 * @throws {GetError} where there is no answer in time, or one that is too large, or a redirect that leads elsewhere
 */
export async function get(start: URL, options: GetOptions): Promise<Answer> {
  const timeout = AbortSignal.timeout(options.timeout)
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout
  let url = start
  try {
    for (let count = 0; count <= mostRedirects; count++) {
      const response = await fetch(url, {
        redirect: 'manual',
        signal,
        headers: { 'user-agent': options.userAgent, accept: 'text/html,application/xhtml+xml,application/xml;q=0.5' },
      })
      const location = response.headers.get('location')
      if (response.status >= 300 && response.status < 400 && location !== null) {
        await response.body?.cancel()
        const next = parse(location, url)
        if (!next || !options.mayFollow(next))
          throw new GetError(`Sidan skickar vidare till ${next?.href ?? location}, som inte hör till webbplatsen.`)
        url = next
        continue
      }
      const [type = '', ...parameters] = (response.headers.get('content-type') ?? '').toLowerCase().split(';')
      const charset = parameters.map((part) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/.exec(part)?.[1]).find(Boolean)
      const wanted = response.ok && (options.types.length === 0 || options.types.includes(type.trim()))
      const body = wanted ? await readBody(response, options.maxBytes) : await leave(response)
      return { url, status: response.status, type: type.trim(), charset, body }
    }
  } catch (error) {
    if (error instanceof GetError) throw error
    if (options.signal?.aborted) throw error
    if (timeout.aborted)
      throw new GetError(`Servern svarade inte inom ${Math.round(options.timeout / 1000)}\u00a0sekunder.`)
    throw new GetError(`Servern går inte att nå${reasonOf(error)}.`)
  }
  throw new GetError(`Sidan skickar vidare fler än ${mostRedirects}\u00a0gånger.`)
}

function parse(location: string, base: URL): URL | undefined {
  try {
    return new URL(location, base)
  } catch {
    return undefined
  }
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > maxBytes) {
      // Leaving the loop cancels the body, so that the rest is never sent.
      const megabytes = maxBytes / 1024 / 1024
      throw new GetError(
        `Sidan är större än ${megabytes >= 1 ? Math.round(megabytes) : megabytes.toFixed(1).replace('.', ',')}\u00a0megabyte.`,
      )
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function leave(response: Response): Promise<Uint8Array> {
  await response.body?.cancel()
  return new Uint8Array()
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'adressen finns inte',
  ECONNREFUSED: 'ingen svarar på adressen',
  ECONNRESET: 'servern bröt förbindelsen',
  UND_ERR_SOCKET: 'servern bröt förbindelsen',
  EAI_AGAIN: 'namnet går inte att slå upp just nu',
  CERT_HAS_EXPIRED: 'certifikatet har gått ut',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certifikatet är inte utfärdat av någon betrodd',
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined
  const reason = cause?.code === undefined ? undefined : reasons[cause.code]
  return reason === undefined ? '' : `: ${reason}`
}
