import type { FastifyInstance } from 'fastify'
import type { Answer } from '../app.ts'
import { parseForm } from '../languagetool/form.ts'
import { languages } from '../languagetool/languages.ts'
import { answers } from '../openapi.ts'
import { ref } from '../schemas.ts'
import type { CheckBody } from '../tasks/task.ts'
import { utf8Of } from '../utf8.ts'

/** LanguageTool's protocol, for every program that speaks it. */
export function routesV2(app: FastifyInstance, answer: Answer): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, parseForm(utf8Of(body as Buffer)))
  })
  app.get(
    '/v2/languages',
    {
      schema: {
        operationId: 'languages',
        tags: ['LanguageTool'],
        summary: 'Lista språken',
        response: {
          ...answers('Language', ''),
          200: {
            description: 'Språken.',
            content: { 'application/json': { schema: { type: 'array', items: ref('Language') } } },
          },
        },
      },
    },
    (_request, reply) => reply.type('application/json; charset=utf-8').send(JSON.stringify(languages)),
  )
  app.post<{ Body: CheckBody }>(
    '/v2/check',
    {
      config: { token: 'body' },
      schema: {
        operationId: 'check',
        tags: ['LanguageTool'],
        summary: 'Granska en text',
        description:
          'Regler som behöver hela dokumentet är tysta när texten bara är ett stycke. Okända regler och parametrar gör ingenting.',
        security: [{}, { token: [] }],
        body: { content: { 'application/x-www-form-urlencoded': { schema: ref('CheckRequest') } } },
        response: answers('CheckResult', 'Granskningen.'),
      },
    },
    (request, reply) => {
      const { body } = request
      return answer({ kind: 'check', body }, request, reply)
    },
  )
}
