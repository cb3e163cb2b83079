import type { Task, TaskAnswer } from './tasks/task.ts'

/** What carries out the work that a request asks for. */
export interface Backend {
  /** The answer of `GET /v1/rules`. */
  readonly rules: string
  /** Workers that take texts now. */
  readonly ready: number
  readonly busy: number
  readonly waiting: number
  /**
   * @param signal aborted when the client has gone away: a task that still waits is dropped
   * @throws {Problem} where the task is refused, takes too long or loses its worker
   */
  run(task: Task, signal?: AbortSignal): Promise<TaskAnswer>
}
