import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const run = promisify(execFile)
const main = fileURLToPath(new URL('speed-main.ts', import.meta.url))

/**
 * A process of its own, so that the code is what users run and not the test runner's translation of it. The young
 * generation is large, since a collection that falls in the same task of every turn would count as that task's.
 */
const flags = ['--min-semi-space-size=64', '--max-semi-space-size=64', '--conditions=source', '--import', 'tsx']

describe('speed', () => {
  it('is not slower than parse-latin, as tokens and as nlcst', async () => {
    const { stdout } = await run(process.execPath, [...flags, main], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      timeout: 25_000,
    })
    const { tokens, tree, latin } = JSON.parse(stdout) as { tokens: number; tree: number; latin: number }
    expect(tokens).toBeLessThan(latin)
    expect(tree).toBeLessThan(latin)
  })
})
