// What a thread runs: bundled to a file of its own, beside the program that it loads.
import { loadProgram } from '@klarsprak/server/launching'
import type { FileLinter } from './lint-file.ts'
import type * as program from './main.ts'
import type { ThreadAnswer, ThreadTask } from './threads.ts'

let linter: FileLinter | undefined
const said: string[] = []

const open = (options: ThreadTask['options'], look: ThreadTask['look']) =>
  loadProgram<typeof program>(import.meta.dirname, 'program').exports.openFileLinter(options, look, (message) =>
    said.push(message),
  )

/** Lints one file, or shows a known result of it. The options are the same for all files of a run. */
export default async function lintFile({ path, line, options, look }: ThreadTask): Promise<ThreadAnswer> {
  try {
    linter ??= await open(options, look)
    const outcome = line === undefined ? await linter.lint(path) : linter.showAgain(path, line)
    return said.length === 0 ? outcome : { ...outcome, said: [...said.splice(0), ...(outcome.said ?? [])] }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { stop: { name: error.name, message: error.message } }
  }
}
