import type { FastifyInstance } from 'fastify'
import type { AppParts } from '../app.ts'
import { answers } from '../openapi.ts'

/** For the one who runs the service. */
export function serviceRoutes(app: FastifyInstance, { backend, metrics, openapi }: AppParts): void {
  app.get(
    '/healthz',
    {
      schema: {
        operationId: 'health',
        tags: ['Drift'],
        summary: 'Fråga om tjänsten kan ta emot texter',
        response: {
          ...answers('Problem', ''),
          200: { description: 'Den kan ta emot texter.', content: { 'text/plain': { schema: { type: 'string' } } } },
          503: {
            description: 'Den kan inte ta emot texter just nu.',
            content: { 'text/plain': { schema: { type: 'string' } } },
          },
        },
      },
    },
    (_request, reply) =>
      backend.ready > 0
        ? reply.type('text/plain; charset=utf-8').send('ok\n')
        : reply.code(503).header('retry-after', '1').type('text/plain; charset=utf-8').send('startar\n'),
  )
  app.get(
    '/metrics',
    {
      config: { token: 'header' },
      schema: {
        operationId: 'metrics',
        tags: ['Drift'],
        summary: 'Hämta antal och tider för Prometheus',
        security: [{ token: [] }],
        response: {
          ...answers('Problem', ''),
          200: { description: 'Antal och tider.', content: { 'text/plain': { schema: { type: 'string' } } } },
        },
      },
    },
    async (_request, reply) => reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  )
  app.get(
    '/openapi.json',
    {
      schema: {
        operationId: 'openapi',
        tags: ['Drift'],
        summary: 'Hämta den här beskrivningen',
        response: {
          ...answers('Problem', ''),
          200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } },
        },
      },
    },
    (_request, reply) => reply.type('application/json; charset=utf-8').send(openapi),
  )
}
