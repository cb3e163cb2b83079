import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { createAccess } from './access.ts'
import { createApp } from './app.ts'
import { ServiceMetrics } from './metrics.ts'
import type { ServiceOptions } from './options.ts'
import { readWebFiles } from './routes/pages.ts'
import { TokenFile } from './token-file.ts'
import { WorkerPool } from './worker-pool.ts'
import type { WorkerProgram } from './worker-process.ts'

/** Where the service finds what it is made of. */
export interface ServiceFiles {
  readonly worker: WorkerProgram
  /** The folder of the built web page. */
  readonly web: string
  /** The OpenAPI document. */
  readonly openapi: string
}

/** A service that answers. */
export interface Service {
  /** `http://127.0.0.1:8081` */
  readonly address: string
  /** The process ids of the workers. */
  readonly workers: readonly number[]
  /** Settings files have changed. */
  reload(): void
  /** Takes no more requests, waits for those under way as long as they may take, and ends. */
  close(): Promise<void>
}

/** A service that cannot be started as it was asked to. The message is Swedish. */
export class ServiceError extends Error {
  override name = 'ServiceError'
}

/** Bytes of memory that one worker may keep between texts, and of its heap at the most. */
const workerMemory = 700 * 1024 * 1024

/** Bytes of waiting texts, as many as this many of the largest that are taken. */
const largestWaiting = 16

/**
 * Starts the service.
 *
 * @param log told what the one who runs the service must know; never anything of a text
 * @throws {ServiceError | TokenError | WorkerStartError} where it cannot be started as asked
 */
export async function startService(
  options: ServiceOptions,
  files: ServiceFiles,
  log: (line: string) => void,
): Promise<Service> {
  const loopback = isLoopback(options.host)
  if (!loopback && options.tokens === undefined)
    throw new ServiceError(
      `Adressen ${options.host} kan nås av andra än den här datorn. Ange --tokens FIL, så att bara den som har en token kan använda tjänsten.`,
    )
  const tokens = options.tokens === undefined ? undefined : new TokenFile(options.tokens)
  const { workers, timeLimit, maxQueue, maxBody, config, publicUrl } = options
  const metrics = new ServiceMetrics(() => pool)
  const pool = new WorkerPool({
    program: files.worker,
    settings: {
      ...(config === undefined ? {} : { config }),
      ...(publicUrl === undefined ? {} : { rulePages: `${publicUrl.replace(/\/+$/, '')}/regler/` }),
    },
    size: workers,
    maxQueue,
    maxQueued: largestWaiting * maxBody,
    timeLimit,
    maxMemory: workerMemory,
    onReplaced: (reason) => {
      metrics.replaced(reason)
      log(replacements[reason])
    },
    onStartFailed: (message) => log(`En arbetare kunde inte startas: ${message}`),
  })
  await pool.start()
  const app = await createApp({
    options,
    access: createAccess(tokens, loopback && !tokens),
    backend: pool,
    metrics,
    web: readWebFiles(files.web),
    openapi: readFileSync(files.openapi, 'utf8'),
  })
  let address: string
  try {
    address = await app.listen({ host: options.host, port: options.port })
  } catch (error) {
    pool.close()
    throw new ServiceError(describeListenError(error as NodeJS.ErrnoException, options))
  }
  return {
    address,
    get workers() {
      return pool.pids
    },
    reload: () => pool.reload(),
    close: async () => {
      const patience = setTimeout(() => app.server.closeAllConnections(), 2 * timeLimit)
      await app.close()
      clearTimeout(patience)
      pool.close()
    },
  }
}

const replacements = {
  time: 'En text tog för lång tid att granska. Arbetaren ersätts.',
  crash: 'En arbetare avslutades oväntat. Den ersätts.',
  memory: 'En arbetare använde för mycket minne. Den ersätts.',
}

/** Whether an address can be reached from this machine alone. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true
  return isIP(host) === 4 && host.startsWith('127.')
}

function describeListenError({ code, message }: NodeJS.ErrnoException, { host, port }: ServiceOptions): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Porten ${port} är upptagen. Välj en annan med --port.`
    case 'EACCES':
      return `Du får inte använda porten ${port}. Välj en över 1023 med --port.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `Datorn har ingen adress som heter ${host}.`
    default:
      return `Tjänsten kan inte lyssna på ${host}, port ${port}: ${message}`
  }
}
