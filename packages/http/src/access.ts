import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Where a token is looked for: in the header alone, or in the body's `apiKey` too. Nowhere where left out. */
    token?: 'header' | 'body'
  }
}

/** Who may use the service. */
export interface Access {
  /** Undefined where no token is needed. */
  readonly tokens: { find(sent: string): string | undefined } | undefined
  /** Whether only pages that this machine itself serves may be shown by it: it listens on loopback, without tokens. */
  readonly local: boolean
  /** The name of the client, to count its requests by. */
  clientOf(request: FastifyRequest): string
}

/** The clients of requests, by the tokens that they came with. */
const clients = new WeakMap<FastifyRequest, string>()

export function createAccess(tokens: Access['tokens'], local: boolean): Access {
  return { tokens, local, clientOf: (request) => clients.get(request) ?? '' }
}

/** Parameters that somebody might send a token in. Addresses end up in logs and histories. */
const tokenParameters = /[?&](?:(?:access|auth|bearer|id)[_-]?token|token|api[_-]?key|key|password|secret)=/i

/** Turns away what may not use the service, before its body is read where that can be known then. */
export function guard(app: FastifyInstance, access: Access): void {
  app.addHook('onRequest', async (request) => {
    if (tokenParameters.test(request.url))
      throw new Problem(
        'token-i-adressen',
        'Skicka token i sidhuvudet Authorization, aldrig i adressen. Byt ut den token du skickade: den kan ha sparats i loggar.',
      )
    if (access.local && !isLocalName(request.headers.host))
      throw new Problem('fel-varddator', 'Tjänsten svarar bara på adresser som localhost och 127.0.0.1.')
    const place = request.routeOptions.config.token
    if (!access.tokens || place === undefined) return
    const header = request.headers.authorization
    if (header !== undefined || place === 'header') admit(request, bearerOf(header))
  })
  app.addHook('preValidation', async (request) => {
    if (!access.tokens || request.routeOptions.config.token !== 'body' || clients.has(request)) return
    const { apiKey } = (request.body ?? {}) as { apiKey?: unknown }
    admit(request, typeof apiKey === 'string' ? apiKey : undefined)
  })

  function admit(request: FastifyRequest, token: string | undefined): void {
    const name = token === undefined ? undefined : access.tokens?.find(token)
    if (name === undefined)
      throw new Problem(
        'token-saknas',
        token === undefined ? 'Skicka din token i sidhuvudet: Authorization: Bearer …' : 'Det finns ingen sådan token.',
      )
    clients.set(request, name)
  }
}

function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer +(\S{1,500})$/i.exec(header ?? '')?.[1]
}

/** A page elsewhere can have its own name point at this machine; the name then shows in the request. */
function isLocalName(host: string | undefined): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host ?? '')
}
