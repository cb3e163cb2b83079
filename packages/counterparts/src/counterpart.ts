import { test } from 'vitest'
import { type Counterpart, locate } from './programs.ts'

/**
 * A test that needs real programs. Where one of them is missing the test is skipped with a loud line, and in CI it
 * fails: a skipped test must not look green.
 *
 * @param needs the programs
 * @param timeout milliseconds; 90 seconds unless told
 */
export function counterpart(
  needs: readonly Counterpart[],
  name: string,
  body: () => Promise<void> | void,
  timeout = 90_000,
): void {
  const missing = needs.filter((need) => !locate(need))
  if (missing.length === 0) {
    test(name, body, timeout)
    return
  }
  const reason = `NOT RUN, ${missing.join(' and ')} not installed: ${name}`
  if (process.env.CI) {
    test(name, () => {
      throw new Error(reason)
    })
    return
  }
  console.warn(reason)
  test.skip(name, body)
}
