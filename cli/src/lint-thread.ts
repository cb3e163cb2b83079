// What a thread runs: bundled to a file of its own, beside the program that it loads.
import type { FileLinter } from './lint-file.ts'
import { loadProgram } from './load-program.ts'
import type { ThreadAnswer, ThreadTask } from './threads.ts'

let linter: FileLinter | undefined
const said: string[] = []

/** Lints one file. The options are the same for all files of a run. */
export default async function lintFile({ path, options, look }: ThreadTask): Promise<ThreadAnswer> {
  try {
    linter ??= await loadProgram(import.meta.dirname).openFileLinter(options, look, (message) => said.push(message))
    const outcome = await linter.lint(path)
    return said.length === 0 ? outcome : { ...outcome, said: [...said.splice(0), ...(outcome.said ?? [])] }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { stop: { name: error.name, message: error.message } }
  }
}
