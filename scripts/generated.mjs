// Writes every generated file again and fails where that changes the work tree.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = (command, args) => {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (done.status !== 0) {
    console.error(done.stdout + done.stderr)
    process.exit(1)
  }
  return done.stdout
}
/** Every file that git knows or would add, with a hash of what it holds. */
const state = () =>
  new Map(
    run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
      .split('\0')
      .filter((path) => path !== '' && existsSync(`${root}/${path}`))
      .map((path) => [
        path,
        createHash('sha1')
          .update(readFileSync(`${root}/${path}`))
          .digest('hex'),
      ]),
  )

const before = state()
run(process.execPath, ['scripts/generate.mjs'])
const after = state()
const stale = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path))
for (const path of stale) console.error(`stale: ${path} (run npm run generate and commit)`)
process.exit(stale.length > 0 ? 1 : 0)
