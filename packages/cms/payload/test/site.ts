import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { program, start, until } from '@klarsprak/counterparts'
import { build } from 'esbuild'

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test asks.
type Answer = any

/** A site in Payload, with the plug-in as it is bundled for Node. */
export interface Site {
  /** A call of the Local API, by its name. Rejects with what Payload throws. */
  local(name: string, request: object): Promise<Answer>
  /** A request to the REST API, which Payload's own web pages use. */
  rest(method: string, path: string, body?: object, token?: string): Promise<{ status: number; body: Answer }>
  /** Markdown as the editor keeps it. */
  richText(markdown: string): Promise<object>
  overrides(): Promise<object[]>
  /** What Payload has logged. */
  output(): string
  stop(): Promise<void>
}

/** Starts a site whose pages are checked by the service at an address. */
export async function startSite(service: string): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'klarsprak-payload-'))
  // Beside Payload's packages, so that it finds them.
  const bundle = join(dirname(program('payload')), '../../site/site.mjs')
  mkdirSync(dirname(bundle), { recursive: true })
  await build({
    entryPoints: [fileURLToPath(new URL('site.mjs', import.meta.url))],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['source'],
    external: ['payload', '@payloadcms/*'],
    logLevel: 'warning',
  })
  // Node 20 can stall in Lexical's usual entry, which waits at its top level for one of these.
  const running = start(process.execPath, ['--conditions=production', bundle, JSON.stringify({ folder, service })], {
    cwd: dirname(bundle),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '' },
  })
  const { child } = running
  const waiting = new Map<number, { resolve(value: Answer): void; reject(error: Error): void }>()
  let ready = false
  child.on('message', (message: Answer) => {
    if (message === 'ready') ready = true
    else {
      const one = waiting.get(message.id)
      if (message.fault) one?.reject(Object.assign(new Error(message.fault.message), message.fault))
      else one?.resolve(message.answer)
    }
  })
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error(`the site ended: ${running.output()}`))
  })
  let last = 0
  const ask = (what: string, ...args: unknown[]) =>
    new Promise<Answer>((resolve, reject) => {
      const id = ++last
      waiting.set(id, { resolve, reject })
      child.send({ id, what, args })
    })
  const stop = async () => {
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  await until('Payload starts', () => ready || child.exitCode !== null, 60_000).catch(() => {})
  if (!ready) {
    await stop()
    throw new Error(`Payload ended with ${child.exitCode}: ${running.output()}`)
  }
  return {
    local: (name, request) => ask('local', name, request),
    rest: (method, path, body, token) => ask('rest', method, path, body, token),
    richText: (markdown) => ask('richText', markdown),
    overrides: () => ask('overrides'),
    output: running.output,
    stop,
  }
}
