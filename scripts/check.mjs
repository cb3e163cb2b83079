// The checks beside the tests, each a name and a command. Runs them all, says which failed, and counts them.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (name) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url))

const checks = [
  ['format and lint', [bin('biome'), 'ci', '.']],
  ['types', [bin('tsc'), '--noEmit', '-p', 'tsconfig.json']],
  ['types of the web page', [bin('tsc'), '--noEmit', '-p', 'packages/http/web/tsconfig.json']],
  ['types of the panels', [bin('tsc'), '--noEmit', '-p', 'vscode-extension/webview/tsconfig.json']],
  ['types of the Sitevision apps', [bin('tsc'), '--noEmit', '-p', 'packages/cms/sitevision/tsconfig.json']],
  ['dead code', [bin('knip')]],
  ['import direction', [process.execPath, 'scripts/imports.mjs']],
  ['generated files unchanged', [process.execPath, 'scripts/generated.mjs']],
  ['own Swedish texts', [process.execPath, 'scripts/own-texts.mjs']],
  ['release, dry run', [process.execPath, 'scripts/release.mjs', '--dry-run']],
  ['budgets', [process.execPath, 'scripts/budgets.mjs']],
]

// Texts that are not ours to keep stand beside the project where there are any.
const corpus = fileURLToPath(new URL('../../shared', import.meta.url))
if (existsSync(`${corpus}/seeds`) && existsSync(`${corpus}/treebank`))
  checks.splice(-1, 0, [
    'unmarked corpus as counted',
    [process.execPath, '--conditions=source', '--import', 'tsx', 'fixtures/corpus.ts', corpus],
  ])
else console.log('!!    unmarked corpus: NOT RUN, there is no ../shared with seeds/ and treebank/')

const wanted = process.argv.slice(2)
let failed = 0
let passed = 0
for (const [name, [command, ...args]] of checks) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const began = performance.now()
  const run = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 900_000 })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (run.status === 0) {
    passed++
    console.log(`ok    ${name} (${seconds} s)`)
  } else {
    failed++
    console.log(`FAIL  ${name} (${seconds} s)\n${run.stdout ?? ''}${run.stderr ?? ''}${run.error ?? ''}`)
  }
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
