// What a thread runs: bundled to a file of its own, beside the program that it loads.
import type { FileLinter } from './lint-file.ts'
import { loadProgram } from './load-program.ts'
import type { ThreadAnswer, ThreadTask } from './threads.ts'

let linter: FileLinter | undefined
const said: string[] = []

/** Lints one file, or shows a known result of it. The options are the same for all files of a run. */
export default async function lintFile({ path, line, options, look }: ThreadTask): Promise<ThreadAnswer> {
  try {
    linter ??= await loadProgram(import.meta.dirname).openFileLinter(options, look, (message) => said.push(message))
    const outcome = line === undefined ? await linter.lint(path) : linter.showAgain(path, line)
    return said.length === 0 ? outcome : { ...outcome, said: [...said.splice(0), ...(outcome.said ?? [])] }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { stop: { name: error.name, message: error.message } }
  }
}
