import type { FastifyInstance } from 'fastify'
import type { Answer } from '../app.ts'
import type { Backend } from '../backend.ts'
import { answers } from '../openapi.ts'
import { ref } from '../schemas.ts'
import type { LintBody } from '../tasks/task.ts'
import { utf8Of } from '../utf8.ts'

/** The service's own API. */
export function routesV1(app: FastifyInstance, answer: Answer, backend: Backend): void {
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) =>
    parseJson(request, utf8Of(body as Buffer), done),
  )
  app.post<{ Body: LintBody }>(
    '/v1/lint',
    {
      config: { token: 'header' },
      schema: {
        operationId: 'lint',
        tags: ['Granska'],
        summary: 'Granska en text',
        description:
          'Ger samma träffar som kommandot klarsprak lint, och besked om texten får publiceras. Skicka den publicerade texten som previous, så räknas bara nya träffar i beskedet.',
        security: [{ token: [] }],
        body: ref('LintRequest'),
        response: answers('LintResult', 'Granskningen.'),
      },
    },
    (request, reply) => answer({ kind: 'lint', body: request.body }, request, reply),
  )
  app.post<{ Body: LintBody }>(
    '/v1/verdict',
    {
      config: { token: 'header' },
      schema: {
        operationId: 'verdict',
        tags: ['Granska'],
        summary: 'Fråga om en text får publiceras',
        description:
          'Som /v1/lint, och dessutom vilka träffar som stoppar publiceringen, vilka som är nya och texten i block.',
        security: [{ token: [] }],
        body: ref('LintRequest'),
        response: answers('VerdictResult', 'Beskedet.'),
      },
    },
    (request, reply) => answer({ kind: 'verdict', body: request.body }, request, reply),
  )
  app.post<{ Body: LintBody }>(
    '/v1/review',
    {
      config: { token: 'header' },
      schema: {
        operationId: 'review',
        tags: ['Granska'],
        summary: 'Granska en text utförligt',
        description:
          'Som /v1/verdict, och dessutom läsbarhet för varje avsnitt och mening, checklistan och de ändringar som hjälper läsaren mest.',
        security: [{ token: [] }],
        body: ref('LintRequest'),
        response: answers('Review', 'Granskningen.'),
      },
    },
    (request, reply) => answer({ kind: 'review', body: request.body }, request, reply),
  )
  app.get(
    '/v1/rules',
    {
      schema: {
        operationId: 'rules',
        tags: ['Regler'],
        summary: 'Lista reglerna och texttyperna',
        response: answers('Rules', 'Reglerna.'),
      },
    },
    (_request, reply) => reply.type('application/json; charset=utf-8').send(backend.rules),
  )
}
