import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bin, publicPackages, root, run } from './workspace.mjs'

/**
 * Tries in a copy what `npm run bump` would do: every public package gets one and the same version, and a changelog.
 *
 * @param work a folder for the copy
 * @returns the version, or undefined where no change waits in `.changeset`
 */
export function proposeVersions(work) {
  const copy = join(work, 'versions')
  const packages = publicPackages()
  const manifests = run('git', ['ls-files', '*package.json'], { cwd: root }).trim().split('\n')
  for (const path of ['.changeset', 'pnpm-workspace.yaml', ...manifests]) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    cpSync(join(root, path), join(copy, path), { recursive: true })
  }
  run(bin('changeset'), ['version'], { cwd: copy })
  const after = packages.map(({ folder, manifest }) => ({
    name: manifest.name,
    before: manifest.version,
    version: JSON.parse(readFileSync(join(copy, folder, 'package.json'), 'utf8')).version,
    changelog: existsSync(join(copy, folder, 'CHANGELOG.md')),
  }))
  const versions = new Set(after.map(({ version }) => version))
  if (versions.size !== 1)
    throw new Error(`the packages would get ${versions.size} versions: ${[...versions].join(', ')}`)
  const [version] = versions
  if (after.every(({ before }) => before === version)) return undefined
  const without = after.filter(({ changelog }) => !changelog).map(({ name }) => name)
  if (without.length > 0) throw new Error(`no changelog for ${without.join(', ')}`)
  console.log(`The next version is ${version}.`)
  return version
}
