// Writes the OpenAPI document of the service from its routes. Same input, same bytes.
import { mkdirSync, writeFileSync } from 'node:fs'
import swagger from '@fastify/swagger'
import { createAccess } from '../src/access.ts'
import { createApp } from '../src/app.ts'
import { ServiceMetrics } from '../src/metrics.ts'
import { openapiInfo } from '../src/openapi.ts'
import { defaults } from '../src/options.ts'

const idle = { rules: '', ready: 0, busy: 0, waiting: 0 }
const app = await createApp(
  {
    options: defaults,
    access: createAccess(undefined, true),
    backend: { ...idle, run: () => Promise.reject(new Error('no worker')) },
    metrics: new ServiceMetrics(() => idle),
    web: new Map(),
    openapi: '',
  },
  async (scope) => {
    await scope.register(swagger, {
      // The plugin's types stop at 3.0's info object.
      openapi: openapiInfo as unknown as swagger.FastifyDynamicSwaggerOptions['openapi'],
      refResolver: { buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `def-${index}`) },
    })
  },
)
await app.ready()
const document = app.swagger()
await app.close()
const folder = new URL('../generated/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('openapi.json', folder), `${JSON.stringify(document, null, 2)}\n`)
