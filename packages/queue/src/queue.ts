import { publicFile } from '@klarsprak/report'
import { type ConnectionOptions, type Job, Queue, UnrecoverableError, Worker } from 'bullmq'
import { createLinter, type Engine, type LintRequest } from 'retext-klarsprak'
import { nodeFileSystem } from 'retext-klarsprak/node'
import { type ReviewJob, type ReviewResult, readJob, requestOf, TextError } from './job.ts'

/** The queue's name where nobody says another. */
export const defaultQueue = 'klarsprak'

/** Characters of text whose results are kept between jobs. */
const keptText = 500_000

/** A queue of texts to review. */
export type ReviewQueue = Queue<ReviewJob, ReviewResult>
/** Reviews the texts of a queue, one at a time. Start one a core, each in a process of its own. */
export type ReviewWorker = Worker<ReviewJob, ReviewResult>

export interface WorkerOptions {
  /** The name of the queue. Default: `klarsprak`. */
  readonly queue?: string
  /** The house's settings: the path of a settings file. Default: none. */
  readonly config?: string
  /**
   * Milliseconds without a sign of life after which a worker counts as dead, and the job that it had goes to another.
   * Default: 30 000.
   */
  readonly lostAfter?: number
}

/**
 * A queue whose jobs are tried three times, with a growing pause between, and are kept for a day when they are done and a
 * week when they failed.
 *
 * @param connection what BullMQ takes, or the address of a Redis: `redis://localhost:6379`
 */
export function createQueue(connection: ConnectionOptions | string, name: string = defaultQueue): ReviewQueue {
  return new Queue(name, {
    connection: connectionOf(connection),
    defaultJobOptions: {
      attempts: 3,
      backoff: { type: 'exponential', delay: 1000 },
      removeOnComplete: { age: day },
      removeOnFail: { age: 7 * day },
    },
  })
}

/** In seconds. */
const day = 24 * 60 * 60

/**
 * Starts to review the texts of a queue. A text that cannot be read, and settings that cannot be used, fail their job at
 * once; everything else is tried again as the job says. A job whose worker dies is given to another, three times at the
 * most: a text that kills its workers must not kill them all.
 *
 * `close()` finishes the text in hand and stops.
 *
 * @param connection what BullMQ takes, or the address of a Redis: `redis://localhost:6379`
 */
export function createWorker(connection: ConnectionOptions | string, options: WorkerOptions = {}): ReviewWorker {
  const { queue = defaultQueue, config, lostAfter = 30_000 } = options
  const linter = createLinter({ keptText, fileSystem: nodeFileSystem() })
  const house = { config: config ?? {} }
  return new Worker(queue, (job) => review(linter, house, job), {
    connection: connectionOf(connection),
    concurrency: 1,
    lockDuration: lostAfter,
    stalledInterval: Math.ceil(lostAfter / 2),
    maxStalledCount: 3,
  })
}

function connectionOf(connection: ConnectionOptions | string): ConnectionOptions {
  // A worker waits for a Redis that is away; it does not give up.
  return typeof connection === 'string' ? { url: connection, maxRetriesPerRequest: null } : connection
}

async function review(
  linter: Engine,
  house: Pick<LintRequest, 'config'>,
  { data }: Job<ReviewJob, ReviewResult>,
): Promise<ReviewResult> {
  try {
    const job = readJob(data)
    const request = { ...requestOf(job), ...house }
    if (!linter.isReady(request)) await linter.prepare(request)
    const result = linter.lint(request)
    const { previous } = job
    const before = previous === undefined ? undefined : linter.lint({ ...request, source: previous })
    return { ...publicFile(result), verdict: linter.verdict(result, before) }
  } catch (error) {
    throw lasting(error) ? new UnrecoverableError(error.message) : error
  }
}

/** Errors that come of the text or the settings, and would come again. */
function lasting(error: unknown): error is Error {
  if (error instanceof TextError) return true
  return error instanceof Error && (error.name === 'DocumentError' || error.name === 'ConfigError')
}
