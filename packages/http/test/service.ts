import { fileURLToPath } from 'node:url'
import { defaults, type Service, type ServiceOptions, startService } from '../src/index.ts'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The worker as it runs from its source. */
const sourceWorker = { file: file('../src/worker.ts'), execArgv: ['--conditions=source', '--import', 'tsx'] }
/** A worker that does as its task says: see `stub-worker.mjs`. */
export const stubWorker = { file: file('stub-worker.mjs'), execArgv: [] }

/** A service on a free port, and what it has said to the one who runs it. */
export interface TestService extends Service {
  readonly log: readonly string[]
  readonly port: number
}

/** Starts a service for a test; the test closes it. */
export async function startTestService(
  options: Partial<ServiceOptions> = {},
  worker = sourceWorker,
): Promise<TestService> {
  const log: string[] = []
  const service = await startService(
    { ...defaults, port: 0, workers: 1, ...options },
    { worker, web: file('web'), openapi: file('../generated/openapi.json') },
    (line) => log.push(line),
  )
  const { address, reload, close } = service
  return {
    address,
    reload,
    close,
    get workers() {
      return service.workers
    },
    log,
    port: Number(new URL(address).port),
  }
}

/** Sends JSON. */
export function postJson(address: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** Sends a form, encoded as clients should. */
export function postForm(
  address: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(address, { method: 'POST', headers, body: new URLSearchParams(form) })
}

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test asks.
export type Json = any

/** The JSON of an answer. */
export async function jsonOf(response: Response): Promise<Json> {
  return await response.json()
}
