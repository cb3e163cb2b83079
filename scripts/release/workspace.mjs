// The packages of the workspace, and the folders and commands that a release uses.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path) => readFileSync(`${root}${path}`, 'utf8')

/** A program that npm has put in the workspace. */
export const bin = (name) => `${root}node_modules/.bin/${name}`

/** Every public package: its folder relative to the root, and its package.json. */
export function publicPackages() {
  const groups = ['packages/', 'packages/cms/', '']
  const folders = groups.flatMap((group) =>
    readdirSync(`${root}${group}`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${group}${name}`),
  )
  return folders.flatMap((folder) => {
    const manifest = readManifest(folder)
    return manifest && manifest.private !== true ? [{ folder, manifest }] : []
  })
}

function readManifest(folder) {
  try {
    return JSON.parse(read(`${folder}/package.json`))
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Name → version, of the packages from outside that the workspace pins. */
export function catalog() {
  const [, lines] = /^catalog:\n((?:[ #].*\n|\n)+)/m.exec(read('pnpm-workspace.yaml'))
  return new Map([...lines.matchAll(/^ {2}"?([^":\s#]+)"?: (\S+)$/gm)].map(([, name, version]) => [name, version]))
}

/**
 * Runs a program to its end and gives what it printed.
 *
 * @throws where it ends with another status than `status`, with all that it printed
 */
export function run(command, args, { status = 0, timeout = 170_000, ...options } = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, timeout, ...options })
  if (done.error || done.status !== status)
    throw new Error(
      `${[command, ...args].join(' ')}: status ${done.status}, ${status} expected\n${done.stdout}${done.stderr}${done.error ?? ''}`,
    )
  return done.stdout
}
