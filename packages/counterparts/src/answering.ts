import { type Running, start, until } from './processes.ts'

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test asks.
export type Answer = any

/** A Node program that answers questions from its parent. */
export interface Answering {
  /** Asks for something by name. Rejects with what the program throws: its name, message and what else it holds. */
  ask(what: string, ...args: unknown[]): Promise<Answer>
  /** What it has written so far, both streams. */
  output(): string
  stop(): Promise<void>
}

/**
 * Starts a Node program that says `ready` to its parent, and then answers each `{ id, what, args }` with
 * `{ id, answer }` or `{ id, fault }`. Resolves when it is ready.
 *
 * @param args Node's options, the program and what it is told
 */
export async function startAnswering(args: readonly string[], cwd: string, env: object = {}): Promise<Answering> {
  const running: Running = start(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '', ...env },
  })
  const { child } = running
  const waiting = new Map<number, { resolve(value: Answer): void; reject(error: Error): void }>()
  let ready = false
  let ended = false
  child.on('message', (message: Answer) => {
    if (message === 'ready') {
      ready = true
      return
    }
    const { id, fault, answer } = message
    if (fault) waiting.get(id)?.reject(Object.assign(new Error(fault.message), fault))
    else waiting.get(id)?.resolve(answer)
    waiting.delete(id)
  })
  child.once('exit', (code) => {
    ended = true
    for (const { reject } of waiting.values()) reject(new Error(`the program ended with ${code}: ${running.output()}`))
  })
  await until('the program starts', () => ready || ended, 80_000).catch(() => {})
  if (!ready) {
    await running.stop()
    throw new Error(`the program did not start, status ${child.exitCode}: ${running.output()}`)
  }
  let last = 0
  return {
    ask: (what, ...questions) =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, { resolve, reject })
        child.send({ id, what, args: questions })
      }),
    output: running.output,
    stop: running.stop,
  }
}
