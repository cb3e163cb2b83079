import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders, RequestListener } from 'node:http'
import type { Page, ServiceClient } from './client.ts'
import { decide, type Terms } from './decide.ts'

export interface WebhookOptions extends Pick<Terms, 'whenUnavailable'> {
  /** What the sender signs with: `whsec_` and at least 24 bytes in base64. */
  readonly secret: string
  readonly client: ServiceClient
  /** Milliseconds since 1970; the machine's clock where left out. */
  readonly now?: () => number
}

/** Seconds that the sender's clock may differ, and a message be on its way. */
const tolerance = 300
/** Messages that are remembered; more within the tolerance are turned away rather than forgotten. */
const mostMessages = 100_000
const mostBytes = 2 * 1024 * 1024
/** Letters that are replaced would be judged as if the writer had written them. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** Milliseconds that a sender may take for one message. */
const receiveLimit = 15_000

/**
 * Receives pages that a CMS sends by webhook, signed as in Standard Webhooks (`webhook-id`, `webhook-timestamp`,
 * `webhook-signature`: HMAC-SHA256 over `id.timestamp.body`), and answers whether they may be published:
 * `{ "publish": …, "message": … }`. A message is taken once: its id is remembered as long as its time would let it in,
 * and one that was signed before the receiver started, when it remembered nothing, is turned away.
 *
 * @throws {TypeError} for a secret of another kind
 */
export function createWebhook({ secret, client, whenUnavailable, now = Date.now }: WebhookOptions): RequestListener {
  const key = keyOf(secret)
  const started = Math.floor(now() / 1000)
  const seen = new Map<string, number>()

  /** What is wrong with a message; undefined for one that is to be taken. */
  function refusal(headers: IncomingHttpHeaders, body: Buffer): [status: number, message: string] | undefined {
    const { 'webhook-id': id, 'webhook-timestamp': stamp, 'webhook-signature': signatures } = headers
    if (typeof id !== 'string' || typeof stamp !== 'string' || typeof signatures !== 'string')
      return [401, 'Underskriften saknas.']
    if (!/^[\w.-]{1,200}$/.test(id) || !/^\d{1,12}$/.test(stamp)) return [401, 'Underskriften är fel.']
    const expected = createHmac('sha256', key).update(`${id}.${stamp}.`).update(body).digest()
    if (!signatures.split(' ').some((one) => isSignature(one, expected))) return [401, 'Underskriften är fel.']
    const time = Number(stamp)
    const second = Math.floor(now() / 1000)
    if (Math.abs(second - time) > tolerance || time <= started)
      return [401, 'Meddelandet är för gammalt, eller så går klockan fel.']
    for (const [old, until] of seen) {
      if (until >= second) break
      seen.delete(old)
    }
    if (seen.has(id)) return [409, 'Meddelandet har redan kommit fram.']
    if (seen.size >= mostMessages) return [503, 'För många meddelanden. Försök igen om en stund.']
    // From when it came, not when it was signed, so that the oldest stand first.
    seen.set(id, second + 2 * tolerance)
    return undefined
  }

  return async (request, response) => {
    const send = (status: number, body: object) => {
      if (response.headersSent || response.destroyed) return
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
      response.end(JSON.stringify(body))
    }
    if (request.method !== 'POST') return send(405, { message: 'Använd POST.' })
    const late = setTimeout(() => request.destroy(), receiveLimit)
    try {
      const chunks: Buffer[] = []
      let size = 0
      for await (const chunk of request as AsyncIterable<Buffer>) {
        size += chunk.byteLength
        if (size > mostBytes) {
          response.setHeader('connection', 'close')
          return send(413, { message: 'Texten är för stor.' })
        }
        chunks.push(chunk)
      }
      const body = Buffer.concat(chunks)
      const refused = refusal(request.headers, body)
      if (refused) return send(refused[0], { message: refused[1] })
      const page = readPage(body)
      if (!page) return send(400, { message: 'Skicka ett JSON-objekt i UTF-8 med text och format.' })
      const decision = await decide(client, page, { whenUnavailable })
      send(200, { publish: decision.publish, ...('message' in decision ? { message: decision.message } : {}) })
    } catch {
      // The sender has gone, or was too slow.
      send(500, { message: 'Meddelandet gick inte att ta emot.' })
    } finally {
      clearTimeout(late)
    }
  }
}

function keyOf(secret: string): Buffer {
  const encoded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret)?.[1]
  const key = Buffer.from(encoded ?? '', 'base64')
  if (key.length < 24) throw new TypeError('Hemligheten ska vara whsec_ och minst 24 slumpade byte i base64.')
  return key
}

function isSignature(sent: string, expected: Buffer): boolean {
  const bytes = Buffer.from(/^v1,(\S{1,100})$/.exec(sent)?.[1] ?? '', 'base64')
  return bytes.length === expected.length && timingSafeEqual(bytes, expected)
}

function readPage(body: Buffer): Page | undefined {
  let value: Page
  try {
    value = JSON.parse(utf8.decode(body))
  } catch {
    return undefined
  }
  const { text, format, filename, profile, previous, exceptions } = value ?? {}
  if (typeof text !== 'string' || !['markdown', 'html', 'text'].includes(format)) return undefined
  // Anything else in the message is not for the service, which holds these to its schema.
  return {
    text,
    format,
    ...(filename === undefined ? {} : { filename }),
    ...(profile === undefined ? {} : { profile }),
    ...(previous === undefined ? {} : { previous }),
    ...(exceptions === undefined ? {} : { exceptions }),
  }
}
