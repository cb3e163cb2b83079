// `npm test`: installs, builds and runs all tests; the last line counts them.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bootstrap } from './bootstrap.mjs'

const line = (message = '') => message.split('\n')[0].slice(0, 300)
const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

bootstrap()
const output = file('.cache/vitest.json')
mkdirSync(file('.cache'), { recursive: true })
rmSync(output, { force: true })
const run = spawnSync(
  process.execPath,
  [
    file('node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${output}`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', cwd: file('.') },
)
let result
try {
  result = JSON.parse(readFileSync(output, 'utf8'))
} catch {
  console.error('test: the test runner wrote no result')
  process.exit(run.status || 1)
}
// A file that cannot be loaded counts as a failed test of its own.
const broken = result.testResults.filter(
  (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
).length
const failed = result.numFailedTests + broken
// Named once more where a reader of the last lines sees it.
for (const { name, status, message, assertionResults } of result.testResults) {
  if (status === 'failed' && assertionResults.length === 0)
    console.log(`FAIL  ${relative(file('.'), name)}: ${line(message)}`)
  for (const { fullName, status, failureMessages } of assertionResults)
    if (status === 'failed') console.log(`FAIL  ${relative(file('.'), name)}: ${fullName}: ${line(failureMessages[0])}`)
}
console.log(
  `${result.numPassedTests} passed, ${failed} failed, ${result.numPendingTests + result.numTodoTests} skipped`,
)
process.exit(failed > 0 || result.numPassedTests === 0 ? 1 : (run.status ?? 1))
