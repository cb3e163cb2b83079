// Installs and builds what the other scripts need. Quiet when all goes well.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { pnpm } from './pnpm.mjs'

const file = (path) => new URL(`../${path}`, import.meta.url)

/** True where node_modules stands as the lockfile says. */
function isInstalled() {
  const installed = file('node_modules/.modules.yaml')
  const kept = file('node_modules/.pnpm/lock.yaml')
  if (!existsSync(installed) || !existsSync(kept)) return false
  return statSync(kept).mtimeMs >= statSync(file('pnpm-lock.yaml')).mtimeMs && readFileSync(kept).length > 0
}

/** Installs the dependencies where they are missing or old, then builds every package that has a build. */
export function bootstrap() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) fail(`Klarspråk behöver Node 20 eller nyare. Du har ${process.version}.`)
  if (!isInstalled()) {
    console.error('Installerar det som behövs …')
    run(['install', '--frozen-lockfile', '--reporter=silent'], 'Installationen gick inte att slutföra.')
  }
  run(['-r', '--workspace-concurrency=1', '--reporter=silent', 'run', 'build'], 'Bygget gick inte att slutföra.')
}

function run(args, message) {
  if (pnpm(args, { stdio: ['ignore', 'ignore', 'inherit'] }) === 0) return
  // Once more, aloud, so that the reason shows.
  if (pnpm(args.filter((arg) => !arg.startsWith('--reporter'))) !== 0) fail(message)
}

function fail(message) {
  console.error(message)
  process.exit(2)
}
