// Many clients at once, and what the service costs beside the engine alone: `load.ts [SECONDS] [CLIENTS]`.
// Processor time is compared, not the clock: it means the same whatever else the machine does.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createLinter } from 'retext-klarsprak'
import { makePage, pickLength, randomNumbers } from './load-texts.ts'

/** What a run of the load test gave. Times in milliseconds, memory in megabytes. */
export interface LoadResult {
  seconds: number
  clients: number
  answered: number
  words: number
  wordsPerSecond: number
  /** Answers by status. */
  statuses: Record<string, number>
  /** Requests that got no answer. */
  failed: number
  p50: number
  p99: number
  /** Of the service and its workers together. */
  memory: { middle: number; last: number }
  /** Processor seconds for a million words: the service with its workers, and the engine in one process. */
  service: number
  engine: number
  ratio: number
}

const program = fileURLToPath(new URL('../../../cli/dist/klarsprak.js', import.meta.url))
/** Clock ticks a second in /proc. */
const ticks = 100

/** Runs the built service under load. Linux only. */
export async function runLoad({ seconds, clients }: { seconds: number; clients: number }): Promise<LoadResult> {
  const server = spawn(process.execPath, [program, 'serve', '--port', '0', '--rate', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  try {
    const [line] = (await once(server.stdout!, 'data')) as [Buffer]
    const port = Number(/:(\d+)\s*$/.exec(String(line))?.[1])
    const processes = [server.pid!, ...childrenOf(server.pid!)]
    // What code costs when it is first run is not what a service costs.
    await load(port, { clients: 4, seconds: 10, words: warm * (processes.length - 1) })
    const began = cpuOf(processes)
    const result = await load(port, { clients, seconds, memory: () => memoryOf(processes) })
    const service = ((cpuOf(processes) - began) * 1e6) / result.words
    // Each process compiles its own code: the engine gets as many words as each worker got.
    const engine = engineCost(Math.min(result.words / (processes.length - 1), mostWords))
    return { ...result, service, engine, ratio: service / engine }
  } finally {
    process.kill(-server.pid!, 'SIGKILL')
  }
}

/** Words after which code is warm. */
const warm = 50_000

/** Words after which the engine's cost for each has settled. */
const mostWords = 300_000

interface Load {
  clients: number
  seconds: number
  /** Ends the run earlier. */
  words?: number
  memory?(): number
}

type Loaded = Omit<LoadResult, 'service' | 'engine' | 'ratio'>

async function load(
  port: number,
  { clients, seconds, words: enough = Number.POSITIVE_INFINITY, memory = () => 0 }: Load,
): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const statuses: Record<string, number> = {}
  const times: number[] = []
  const samples: number[] = []
  let failed = 0
  let words = 0
  let pages = 0
  const began = performance.now()
  const end = began + seconds * 1000
  const client = async (number: number) => {
    const random = randomNumbers(number)
    while (performance.now() < end && words < enough) {
      const text = makePage(pickLength(random), random, pages++)
      const sent = performance.now()
      try {
        const { status, body, retryAfter } = await post(port, agent, { text, format: 'html' })
        statuses[status] = (statuses[status] ?? 0) + 1
        if (status === 200) {
          times.push(performance.now() - sent)
          words += (JSON.parse(body) as { metrics: { words: number } }).metrics.words
        } else await sleep(retryAfter * 1000)
      } catch {
        failed++
      }
    }
  }
  const watch = setInterval(() => samples.push(memory()), 250)
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number + 1)))
  clearInterval(watch)
  agent.destroy()
  times.sort((a, b) => a - b)
  const elapsed = (performance.now() - began) / 1000
  const most = (from: number, to: number) =>
    Math.max(0, ...samples.slice(Math.floor(samples.length * from), Math.ceil(samples.length * to)))
  return {
    seconds,
    clients,
    answered: times.length,
    words,
    wordsPerSecond: Math.round(words / elapsed),
    statuses,
    failed,
    p50: Math.round(times[Math.floor(times.length * 0.5)] ?? 0),
    p99: Math.round(times[Math.floor(times.length * 0.99)] ?? 0),
    memory: { middle: most(0.33, 0.67), last: most(0.67, 1) },
  }
}

function post(
  port: number,
  agent: Agent,
  content: unknown,
): Promise<{ status: number; body: string; retryAfter: number }> {
  const body = Buffer.from(JSON.stringify(content))
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        agent,
        path: '/v1/lint',
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': body.length },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: String(Buffer.concat(chunks)),
            retryAfter: Number(response.headers['retry-after'] ?? 1),
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Processor seconds for a million words in this process, code warm. */
function engineCost(enough: number): number {
  const linter = createLinter()
  const random = randomNumbers(7)
  let pages = 1_000_000
  const lint = (limit: number) => {
    let words = 0
    let spent = 0
    while (words < limit) {
      const source = makePage(pickLength(random), random, pages++)
      const { user, system } = process.cpuUsage()
      const result = linter.lint({ source, format: 'html' })
      words += result.metrics.words
      const after = process.cpuUsage({ user, system })
      spent += after.user + after.system
    }
    return spent / words
  }
  lint(warm)
  return lint(enough)
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number)
}

/** Seconds of processor time. */
function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return sum + (Number(fields[11]) + Number(fields[12])) / ticks
  }, 0)
}

/** Megabytes of resident memory. */
function memoryOf(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]))
  return Math.round(kilobytes.reduce((sum, value) => sum + value, 0) / 1024)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [seconds = 30, clients = 200] = process.argv.slice(2).map(Number)
  console.log(JSON.stringify(await runLoad({ seconds, clients }), null, 2))
}
