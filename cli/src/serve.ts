import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { isSea } from 'node:sea'
import { fileURLToPath } from 'node:url'
import { configNames } from '@klarsprak/engine'
import { createToken, defaults, readTokens, type Service, type ServiceOptions, startService } from '@klarsprak/http'
import { describeFileError, UserError } from './errors.ts'
import { print, say } from './terminal.ts'
import { writeWhole } from './write.ts'

/** What `klarsprak serve` was asked to do. Times in seconds, sizes in kilobytes. */
export interface ServeOptions {
  host?: string
  port?: number
  tokens?: string
  newToken?: string
  origin: string[]
  config?: string
  publicUrl?: string
  workers?: number
  maxBody?: number
  timeLimit?: number
  rate?: number
  maxQueue?: number
}

/** Starts the HTTP service, and resolves when it has been told to stop. Or makes a token. */
export async function serve(options: ServeOptions): Promise<void> {
  if (options.newToken !== undefined) return await addToken(options.newToken, options.tokens)
  const service = await startService(serviceOptions(options), files(), say)
  await print(`Klarspråk svarar på ${service.address}\n`)
  await untilStopped(service)
}

function serviceOptions(options: ServeOptions): ServiceOptions {
  const { tokens, publicUrl, maxBody, timeLimit } = options
  const config = configFile(options.config)
  return {
    ...defaults,
    host: options.host ?? defaults.host,
    port: options.port ?? defaults.port,
    origins: options.origin,
    workers: options.workers ?? availableParallelism(),
    rate: options.rate ?? defaults.rate,
    maxQueue: options.maxQueue ?? defaults.maxQueue,
    ...(maxBody === undefined ? {} : { maxBody: maxBody * 1024 }),
    ...(timeLimit === undefined ? {} : { timeLimit: timeLimit * 1000 }),
    ...(tokens === undefined ? {} : { tokens: resolve(tokens) }),
    ...(config === undefined ? {} : { config }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
  }
}

/** The settings file that was named, or else the nearest from the working folder upwards. */
function configFile(named: string | undefined): string | undefined {
  if (named !== undefined) {
    if (!existsSync(named)) throw new UserError(`Hittar inte inställningsfilen ${named}.`)
    return resolve(named)
  }
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const found = configNames.map((name) => join(folder, name)).find((path) => existsSync(path))
    if (found !== undefined || folder === dirname(folder)) return found
  }
}

/** Beside the bundled program. */
function files() {
  const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))
  // A worker that needs more memory than this for a text ends, and is replaced.
  const limit = '--max-old-space-size=512'
  // The one-file program takes no arguments for Node.
  const options = isSea()
    ? { execArgv: [], env: { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${limit}` } }
    : { execArgv: [limit] }
  return { worker: { file: file('serve-worker.js'), ...options }, web: file('web'), openapi: file('openapi.json') }
}

/** The first signal lets what is under way be finished; the second ends at once. */
function untilStopped(service: Service): Promise<void> {
  return new Promise((done) => {
    let stopping = false
    const stop = () => {
      if (stopping) process.exit(1)
      stopping = true
      say('Tjänsten stängs …')
      void service.close().then(done)
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    process.on('SIGHUP', () => {
      service.reload()
      say('Inställningarna läses om.')
    })
  })
}

/** Adds a token to the file, and shows it this once. */
async function addToken(name: string, path: string | undefined): Promise<void> {
  if (path === undefined) throw new UserError('Ange filen som ska ha token också: --tokens FIL')
  const before = readIfThere(path)
  const { token, line } = createToken(name)
  const text = `${before === '' || before.endsWith('\n') ? before : `${before}\n`}${line}\n`
  // A name that is taken, or a file of another kind, is found before anything is written.
  readTokens(text, path)
  try {
    writeWhole(resolve(path), text, 0o600)
  } catch (error) {
    throw new UserError(describeFileError(error, path))
  }
  say(`Det här är token för ${name}. Spara den nu: i filen ${path} finns bara ett kontrollvärde.`)
  await print(`${token}\n`)
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw new UserError(describeFileError(error, path))
  }
}
