import { type ChildProcess, fork } from 'node:child_process'
import type { FromWorker, Task, TaskAnswer, ToWorker, WorkerSettings } from './tasks/task.ts'

/** How a worker is started. */
export interface WorkerProgram {
  /** The absolute path of the program. */
  readonly file: string
  /** What Node is told beside it. */
  readonly execArgv: readonly string[]
  /** What its environment has beside the service's. */
  readonly env?: Readonly<Record<string, string>>
}

/** A worker that could not be started. The message is Swedish where the settings are at fault. */
class WorkerStartError extends Error {
  override name = 'WorkerStartError'
}

/**
 * A process that carries out one task at a time. It is a process and not a thread, so that whatever a text does to it
 * (endless work, all memory, a crash) ends with it and leaves the service and all other texts alone.
 */
export class WorkerProcess {
  /** The answer of `GET /v1/rules`. */
  readonly rules: string
  /** Resident memory after the last task, in bytes. */
  memory = 0
  readonly #child: ChildProcess
  #pending: { id: number; resolve: (answer: TaskAnswer) => void; reject: (error: Error) => void } | undefined
  #nextId = 0
  #ended = false

  /** @throws {WorkerStartError} */
  static start(program: WorkerProgram, settings: WorkerSettings, onExit: (worker: WorkerProcess) => void) {
    const child = fork(program.file, [], {
      execArgv: [...program.execArgv],
      env: { ...process.env, ...program.env },
      serialization: 'advanced',
      // What a worker might print could quote a text.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    return new Promise<WorkerProcess>((resolve, reject) => {
      const fail = (reason: string) => {
        child.kill('SIGKILL')
        reject(new WorkerStartError(reason))
      }
      child.once('error', ({ message }) => fail(message))
      child.once('exit', () => reject(new WorkerStartError('En arbetare avslutades innan den hade startat.')))
      child.once('message', (message: FromWorker) => {
        if (message.type === 'failed') fail(message.message)
        else if (message.type === 'ready') {
          child.removeAllListeners()
          resolve(new WorkerProcess(child, message.rules, onExit))
        }
      })
      tell(child, { type: 'start', settings })
    })
  }

  private constructor(child: ChildProcess, rules: string, onExit: (worker: WorkerProcess) => void) {
    this.#child = child
    this.rules = rules
    child.on('error', () => this.kill())
    child.on('exit', () => {
      this.#ended = true
      this.#settle()?.reject(new Error('the worker ended'))
      onExit(this)
    })
    child.on('message', (message: FromWorker) => {
      if (message.type !== 'answer' || message.id !== this.#pending?.id) return
      this.memory = message.memory
      this.#settle()?.resolve(message.answer)
    })
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** Rejects where the worker ends before it has answered. */
  run(task: Task): Promise<TaskAnswer> {
    if (this.#ended) return Promise.reject(new Error('the worker has ended'))
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      this.#pending = { id, resolve, reject }
      tell(this.#child, { type: 'task', id, task })
    })
  }

  /** Settings files have changed. */
  reload(): void {
    tell(this.#child, { type: 'reload' })
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }

  #settle() {
    const pending = this.#pending
    this.#pending = undefined
    return pending
  }
}

/** A worker that has gone away is known by its exit. */
function tell(child: ChildProcess, message: ToWorker): void {
  if (child.connected) child.send(message, () => {})
}
