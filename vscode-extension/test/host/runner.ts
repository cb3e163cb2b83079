import { appendFileSync } from 'node:fs'

/** Where results are written, set when the suite is bundled. */
declare const resultsFile: string

type Body = (note: (name: string, value: unknown) => unknown) => Promise<void>

/** A test that takes longer fails, and the next one is run, in milliseconds. */
const longest = 75_000

const tests: [string, Body][] = []

/** A test that runs in the editor's extension host, in the order of the file. */
export function test(name: string, body: Body): void {
  tests.push([name, body])
}

/** Runs all tests; what each came to is appended to the results file. */
export async function runTests(): Promise<void> {
  let failed = 0
  for (const [name, body] of tests) {
    const notes: Record<string, unknown> = {}
    let error: string | null = null
    try {
      const late = new Promise<never>((_, reject) => {
        setTimeout(() => reject(new Error(`took over ${longest} ms`)), longest)
      })
      await Promise.race([body((key, value) => (notes[key] = value)), late])
    } catch (fault) {
      failed++
      error = fault instanceof Error ? `${fault.message}\n${fault.stack}` : String(fault)
    }
    appendFileSync(resultsFile, `${JSON.stringify({ name, error, notes })}\n`)
  }
  if (failed > 0) throw new Error(`${failed} failed`)
}

/** Asks until the answer is neither undefined, null nor false. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  timeout = 20_000,
): Promise<T> {
  const end = Date.now() + timeout
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== null && answer !== false) return answer
    if (Date.now() > end) throw new Error(`${what} did not happen in ${timeout} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
