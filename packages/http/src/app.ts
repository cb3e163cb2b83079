import cors from '@fastify/cors'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type Access, guard } from './access.ts'
import type { Backend } from './backend.ts'
import type { ServiceMetrics } from './metrics.ts'
import type { ServiceOptions } from './options.ts'
import { Problem, problemOf, problemType } from './problem.ts'
import { RateLimiter } from './rate-limiter.ts'
import { servicePages, type WebFiles } from './routes/pages.ts'
import { serviceRoutes } from './routes/service.ts'
import { routesV1 } from './routes/v1.ts'
import { routesV2 } from './routes/v2.ts'
import * as schemas from './schemas.ts'
import type { Task, TaskAnswer } from './tasks/task.ts'

export interface AppParts {
  readonly options: Pick<ServiceOptions, 'origins' | 'maxBody' | 'receiveLimit' | 'rate'>
  readonly access: Access
  readonly backend: Backend
  readonly metrics: ServiceMetrics
  readonly web: WebFiles
  /** What `GET /openapi.json` answers. */
  readonly openapi: string
}

const mostConnections = 2048

/** Carries out a task for a request, and answers it. */
export type Answer = (task: Task, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/**
 * The service without a port: routes, checks and answers.
 *
 * @param extend called before the routes are made
 */
export async function createApp(
  parts: AppParts,
  extend?: (app: FastifyInstance) => Promise<void>,
): Promise<FastifyInstance> {
  const { options, access, backend, metrics } = parts
  const app = fastify({
    logger: false,
    bodyLimit: options.maxBody,
    requestTimeout: options.receiveLimit,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    http: {
      headersTimeout: options.receiveLimit,
      connectionsCheckingInterval: Math.min(1000, options.receiveLimit / 2),
      maxHeaderSize: 16 * 1024,
    },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: false } },
    frameworkErrors: (_error, _request, reply) => {
      sendProblem(reply as unknown as FastifyReply, new Problem('ogiltig-begaran', 'Adressen går inte att läsa.'))
    },
    clientErrorHandler: (error, socket) => {
      if (!socket.writable) return void socket.destroy()
      const late = (error as NodeJS.ErrnoException).code === 'ERR_HTTP_REQUEST_TIMEOUT'
      const { json, status } = late
        ? new Problem('for-lange', 'Begäran kom inte fram i tid. Försök igen.')
        : new Problem('ogiltig-begaran', 'Begäran är inte giltig HTTP.')
      const head = `HTTP/1.1 ${status} ${late ? 'Request Timeout' : 'Bad Request'}`
      socket.end(
        `${head}\r\nContent-Type: ${problemType}\r\nContent-Length: ${Buffer.byteLength(json)}\r\nConnection: close\r\n\r\n${json}`,
      )
    },
  })
  // More would only wait; whoever opens them should not take all that the process may open.
  app.server.maxConnections = mostConnections
  // Answers come ready from the workers; the few that are made here are small.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.removeAllContentTypeParsers()

  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    })
  })
  // Else the connection of an answer that is given while the service closes would be kept open.
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  })
  app.addHook('onResponse', async (request, reply) => {
    metrics.answered(request.routeOptions.url ?? 'annat', reply.statusCode, reply.elapsedTime)
  })
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, problemOf(error as never, options.maxBody)))
  app.setNotFoundHandler((request, reply) => sendProblem(reply, notFound(app, request, reply)))

  guard(app, access)
  if (options.origins.length > 0)
    await app.register(cors, {
      origin: [...options.origins],
      methods: ['GET', 'POST'],
      allowedHeaders: ['authorization', 'content-type'],
      exposedHeaders: ['retry-after'],
      maxAge: 600,
    })
  for (const schema of [
    ...schemas.answerSchemas,
    ...schemas.reviewSchemas,
    ...schemas.rulesSchemas,
    ...schemas.requestSchemas,
    ...schemas.languageToolSchemas,
    schemas.lintResult,
    schemas.checkRequest,
  ])
    app.addSchema(schema)

  const limiter = new RateLimiter(options.rate)
  const answer: Answer = async (task, request, reply) => {
    const wait = limiter.take(access.clientOf(request), performance.now())
    if (wait !== undefined) throw new Problem('for-manga-anrop', `Vänta ${wait}\u00a0s och försök igen.`, wait)
    const gone = new AbortController()
    const onClose = () => gone.abort()
    reply.raw.once('close', onClose)
    const result = await backend.run(task, gone.signal)
    reply.raw.off('close', onClose)
    return reply.type('application/json; charset=utf-8').send(jsonOf(result, metrics))
  }

  await extend?.(app)
  await app.register(async (scope) => routesV1(scope, answer, backend))
  await app.register(async (scope) => routesV2(scope, answer))
  await app.register(async (scope) => serviceRoutes(scope, parts))
  await app.register(async (scope) => servicePages(scope, parts))
  return app
}

function jsonOf(answer: TaskAnswer, metrics: ServiceMetrics): string {
  if (!answer.ok) throw new Problem(answer.kind, answer.detail)
  metrics.linted(answer.words, answer.ruleErrors)
  return answer.json
}

function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter))
  if (problem.kind === 'token-saknas') reply.header('www-authenticate', 'Bearer realm="klarsprak"')
  return reply.code(problem.status).type(problemType).send(problem.json)
}

const methods = ['GET', 'POST'] as const

function notFound(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): Problem {
  const path = request.url.split('?', 1)[0]!
  const allowed = methods.filter((method) => app.hasRoute({ method, url: path }))
  if (allowed.length === 0)
    return new Problem('finns-inte', 'Den adressen finns inte. Se /openapi.json för dem som finns.')
  reply.header('allow', allowed.join(', '))
  return new Problem('fel-metod', `Använd ${allowed.join(' eller ')} för den här adressen.`)
}
