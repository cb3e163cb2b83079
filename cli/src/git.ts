import { spawnSync } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import { UserError } from './errors.ts'

/** Lines that a change touches, counted from 1, both ends included. */
export interface LineRange {
  start: number
  end: number
}

/**
 * The lines of a file that differ from a Git revision; all of them for a file that Git does not know.
 *
 * @param ref the revision, `HEAD` unless said otherwise
 * @returns `'all'` for a new file
 * @throws UserError where Git is missing, the folder is no checkout, or the revision is unknown
 */
export function changedLines(path: string, ref: string): LineRange[] | 'all' {
  const folder = dirname(resolve(path))
  if (/^-/.test(ref)) throw new UserError(`${ref} är ingen giltig Git-revision.`)
  const known = git(['ls-files', '--error-unmatch', '--', resolve(path)], folder)
  if (known.status !== 0) {
    if (git(['rev-parse', '--git-dir'], folder).status !== 0)
      throw new UserError('--changed behöver en mapp som versionshanteras med Git, och det gör inte den här.')
    return 'all'
  }
  const there = git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], folder)
  if (there.status !== 0) {
    if (ref === 'HEAD') return 'all'
    throw new UserError(`Git känner inte till revisionen ${ref}.`)
  }
  const diff = git(['diff', '--no-color', '--no-ext-diff', '--unified=0', ref, '--', resolve(path)], folder)
  if (diff.status !== 0) throw new UserError(`Git kunde inte jämföra ${path} med ${ref}.`)
  const ranges: LineRange[] = []
  for (const [, start, count] of diff.stdout.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)) {
    const first = Number(start)
    const length = count === undefined ? 1 : Number(count)
    if (length > 0) ranges.push({ start: first, end: first + length - 1 })
  }
  return ranges
}

function git(args: string[], cwd: string) {
  const run = spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (run.error) throw new UserError('--changed behöver Git, och det finns inte på datorn.')
  return run
}
