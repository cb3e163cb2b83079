import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('prints what the README says', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const code = /```js\n([\s\S]*?)```/.exec(readme)![1]!
  const output = /```text\n([\s\S]*?)```/.exec(readme)![1]!
  const printed = execFileSync(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', '--input-type=module', '--eval', code],
    { cwd: new URL('..', import.meta.url), encoding: 'utf8' },
  )
  expect(printed).toBe(output)
})
