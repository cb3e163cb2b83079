// Checks the budgets of speed, memory and size (packages/bench); `--update` writes this run's figures to the snapshot.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const node = (...args) =>
  spawnSync(process.execPath, args, { stdio: 'inherit', cwd: file('packages/bench') }).status ?? 1

const built = node(file('cli/scripts/build.mjs')) || node(file('server/scripts/build.mjs'))
const status =
  built === 0 ? node('--conditions=source', '--import', 'tsx', 'src/budgets.ts', ...process.argv.slice(2)) : built
process.exit(status)
