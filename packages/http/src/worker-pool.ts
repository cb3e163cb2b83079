import { setTimeout as sleep } from 'node:timers/promises'
import type { Backend } from './backend.ts'
import { Problem } from './problem.ts'
import type { Task, TaskAnswer, WorkerSettings } from './tasks/task.ts'
import { WorkerProcess, type WorkerProgram } from './worker-process.ts'

export interface PoolOptions {
  readonly program: WorkerProgram
  readonly settings: WorkerSettings
  readonly size: number
  readonly maxQueue: number
  /** Bytes of text that may wait, roughly. */
  readonly maxQueued: number
  /** Milliseconds that a text may be worked on, and that it may wait. */
  readonly timeLimit: number
  /** Bytes of memory above which a worker is replaced when it is done. */
  readonly maxMemory: number
  /** A worker was replaced. */
  onReplaced(reason: 'time' | 'crash' | 'memory'): void
  /** A worker could not be started again. It is tried again after a while. */
  onStartFailed(message: string): void
}

interface Waiting {
  readonly task: Task
  readonly size: number
  readonly resolve: (answer: TaskAnswer) => void
  readonly reject: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

const tooSlow = 'Texten tog för lång tid att granska, och granskningen avbröts. Dela upp texten.'
const lost = 'Granskningen avbröts. Försök igen.'
const busy = 'Många texter granskas just nu. Försök igen om en stund.'

/** Milliseconds before a worker that could not be started is tried again. */
const startPause = 1000

/**
 * Workers and the texts that wait for them. The queue is bounded in number, size and time: what does not fit is
 * refused at once. A worker that takes too long, ends or grows too large is replaced.
 */
export class WorkerPool implements Backend {
  readonly #options: PoolOptions
  readonly #idle: WorkerProcess[] = []
  readonly #working = new Set<WorkerProcess>()
  readonly #queue = new Set<Waiting>()
  #queued = 0
  #rules = ''
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
  }

  get rules(): string {
    return this.#rules
  }

  get ready(): number {
    return this.#idle.length + this.#working.size
  }

  /** The process ids of the workers. */
  get pids(): number[] {
    return [...this.#idle, ...this.#working].flatMap(({ pid }) => pid ?? [])
  }

  get busy(): number {
    return this.#working.size
  }

  get waiting(): number {
    return this.#queue.size
  }

  /** Starts all workers. @throws {WorkerStartError} where one cannot be started */
  async start(): Promise<void> {
    const { program, settings, size } = this.#options
    const started = await Promise.allSettled(
      Array.from({ length: size }, () => WorkerProcess.start(program, settings, (worker) => this.#onExit(worker))),
    )
    for (const result of started) if (result.status === 'fulfilled') this.#idle.push(result.value)
    const failed = started.find((result) => result.status === 'rejected')
    if (failed) {
      this.close()
      throw failed.reason
    }
    this.#rules = this.#idle[0]!.rules
  }

  /** Settings files have changed. */
  reload(): void {
    for (const worker of [...this.#idle, ...this.#working]) worker.reload()
  }

  /** Ends all workers. What is being worked on is lost. */
  close(): void {
    this.#closed = true
    for (const waiting of this.#queue) this.#take(waiting).reject(new Problem('upptagen', 'Tjänsten stängs.', 5))
    for (const worker of [...this.#idle.splice(0), ...this.#working]) worker.kill()
    this.#working.clear()
  }

  run(task: Task, signal?: AbortSignal): Promise<TaskAnswer> {
    const size = sizeOf(task)
    const { maxQueue, maxQueued, timeLimit } = this.#options
    const full = this.#queue.size >= maxQueue || (this.#queue.size > 0 && this.#queued + size > maxQueued)
    if (this.#closed || (full && this.#idle.length === 0))
      return Promise.reject(new Problem('upptagen', busy, this.#patience()))
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => this.#take(waiting).reject(new Problem('upptagen', busy, this.#patience())),
        timeLimit,
      )
      const waiting: Waiting = { task, size, resolve, reject, timer }
      this.#queue.add(waiting)
      this.#queued += size
      signal?.addEventListener('abort', () => {
        if (this.#queue.has(waiting)) this.#take(waiting).reject(new Problem('avbruten', lost))
      })
      this.#next()
    })
  }

  /** Hands the text that has waited longest to a worker that has nothing to do. */
  #next(): void {
    const [waiting] = this.#queue
    if (!waiting) return
    const worker = this.#idle.pop()
    if (!worker) return
    this.#working.add(worker)
    void this.#work(worker, this.#take(waiting))
  }

  async #work(worker: WorkerProcess, { task, resolve, reject }: Waiting): Promise<void> {
    let late = false
    const timer = setTimeout(() => {
      late = true
      worker.kill()
    }, this.#options.timeLimit)
    try {
      const answer = await worker.run(task)
      clearTimeout(timer)
      if (worker.memory > this.#options.maxMemory) {
        this.#working.delete(worker)
        worker.kill()
        void this.#replace('memory')
      } else if (this.#working.delete(worker)) this.#idle.push(worker)
      resolve(answer)
    } catch {
      clearTimeout(timer)
      this.#working.delete(worker)
      void this.#replace(late ? 'time' : 'crash')
      reject(late ? new Problem('for-svar-text', tooSlow) : new Problem('avbruten', lost, 1))
    }
    this.#next()
  }

  /** A worker that ends while it works is known by the task that it leaves. */
  #onExit(worker: WorkerProcess): void {
    const at = this.#idle.indexOf(worker)
    if (at < 0) return
    this.#idle.splice(at, 1)
    void this.#replace('crash')
  }

  async #replace(reason: 'time' | 'crash' | 'memory'): Promise<void> {
    const { program, settings, onReplaced, onStartFailed } = this.#options
    if (this.#closed) return
    onReplaced(reason)
    while (!this.#closed) {
      try {
        const worker = await WorkerProcess.start(program, settings, (ended) => this.#onExit(ended))
        if (this.#closed) return worker.kill()
        this.#idle.push(worker)
        return this.#next()
      } catch (error) {
        onStartFailed((error as Error).message)
        await sleep(startPause)
      }
    }
  }

  #take(waiting: Waiting): Waiting {
    if (this.#queue.delete(waiting)) this.#queued -= waiting.size
    clearTimeout(waiting.timer)
    return waiting
  }

  /** Seconds after which there may be room. */
  #patience(): number {
    return Math.max(1, Math.ceil(this.#queue.size / (20 * this.#options.size)))
  }
}

function sizeOf({ body }: Task): number {
  let size = 0
  for (const value of Object.values(body)) if (typeof value === 'string') size += value.length
  return size
}
