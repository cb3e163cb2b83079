import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A program that a test started, with all its children. */
export interface Running {
  readonly child: ChildProcess
  /** What it has written so far, both streams. */
  output(): string
  /** Ends the whole process group, by force after two seconds. Resolves when it has ended. */
  stop(): Promise<void>
}

const running = new Set<Running>()
process.once('exit', () => {
  for (const { child } of running) signal(child, 'SIGKILL')
})

/** Starts a program in a process group of its own; it is ended with the test run at the latest. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): Running {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options, detached: true })
  let output = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  child.stderr?.on('data', (chunk) => {
    output += chunk
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', (error) => {
      output += String(error)
      resolve()
    })
  })
  const self: Running = {
    child,
    output: () => output,
    async stop() {
      running.delete(self)
      signal(child, 'SIGTERM')
      await Promise.race([ended, sleep(2000)])
      signal(child, 'SIGKILL')
      if (child.pid) await ended
    },
  }
  running.add(self)
  return self
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (!child.pid) return
  try {
    process.kill(-child.pid, name)
  } catch {
    // The group has ended already.
  }
}

/** A port on 127.0.0.1 that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

/**
 * Asks again until the answer is neither undefined, null nor false, and gives it.
 *
 * @param what named in the error
 * @param timeout milliseconds; 20 seconds unless told
 */
export async function until<T>(
  what: string,
  ask: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  timeout = 20_000,
): Promise<T> {
  const end = Date.now() + timeout
  let fault: unknown
  do {
    try {
      const answer = await ask()
      if (answer !== undefined && answer !== null && answer !== false) return answer
    } catch (error) {
      fault = error
    }
    await sleep(50)
  } while (Date.now() < end)
  throw new Error(`${what} did not happen in ${timeout} ms`, { cause: fault })
}
