// Lints files in several threads: bundled to a file of its own, which is loaded where there is much to lint.
import { join } from 'node:path'
import { Piscina } from 'piscina'
import type { FileOutcome, Look } from './lint-file.ts'
import type { LintOptions } from './options.ts'

/** What a thread is asked for. */
export interface ThreadTask {
  readonly path: string
  /** The JSON line of its result, where that is known. */
  readonly line?: string
  readonly options: LintOptions
  readonly look: Look
}

/** What a thread answers: an error that stops the run is no file's own. */
export type ThreadAnswer = FileOutcome | { readonly stop: { readonly name: string; readonly message: string } }

/** Threads that lint files, each with a linter of its own. */
export interface Threads {
  readonly count: number
  /** @throws what stops the run */
  lint(path: string): Promise<FileOutcome>
  /** As `FileLinter` does it. */
  showAgain(path: string, line: string): Promise<FileOutcome>
  close(): Promise<void>
}

/** Starts so many threads. */
export function startThreads(count: number, options: LintOptions, look: Look): Threads {
  const pool = new Piscina<ThreadTask, ThreadAnswer>({
    filename: join(import.meta.dirname, 'lint-thread.js'),
    minThreads: count,
    maxThreads: count,
  })
  const run = async (path: string, line?: string) => {
    const answer = await pool
      .run({ path, options, look, ...(line !== undefined && { line }) })
      .catch((error) => ({ path, fault: faultOfThread(path, error) }))
    if (!('stop' in answer)) return answer
    throw Object.assign(new Error(answer.stop.message), { name: answer.stop.name })
  }
  return {
    count,
    lint: run,
    showAgain: run,
    close: () => pool.destroy(),
  }
}

/** A thread that ends in the middle of a file, such as for want of memory, is replaced; the file is left out. */
function faultOfThread(path: string, error: unknown): string {
  const noMemory = (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return noMemory
    ? `${path}: Minnet tog slut. Dela upp texten, eller granska filen för sig.`
    : `${path}: Granskningen gick sönder på den här filen. Det är ett fel i programmet.`
}
