// Runs the pinned pnpm through npx, so that Node and npm are all a machine needs.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const { packageManager } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const root = new URL('..', import.meta.url)

/** Runs pnpm with these arguments in the workspace root; gives its exit status. */
export function pnpm(args, options = {}) {
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
  const run = spawnSync(npx, ['--yes', packageManager, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  })
  if (run.error) throw run.error
  return run.status ?? 1
}

if (process.argv[1] === new URL(import.meta.url).pathname) process.exit(pnpm(process.argv.slice(2)))
