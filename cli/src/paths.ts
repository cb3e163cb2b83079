import { type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { isSupportedFile } from '@klarsprak/documents'
import ignore, { type Ignore } from 'ignore'
import picomatch from 'picomatch'
import { describeFileError } from './errors.ts'
import { isOfficeDraft } from './read-office.ts'

/** Folders that hold no texts of the user's own. */
const skipped = new Set(['node_modules', '.git', '.hg', '.svn'])

export interface Found {
  /** Paths as they are shown: relative to the working folder where they stand below it, `/` between the parts. */
  files: string[]
  /** What could not be found or read, one message each. */
  problems: string[]
}

/**
 * The files that paths, folders and globs stand for, each once, in the order given and by name within a folder.
 * Folders and globs leave out what `.gitignore` names; a file that is named itself is always taken.
 */
export function findFiles(patterns: readonly string[], cwd: string): Found {
  const files = new Map<string, string>()
  const problems: string[] = []
  const take = (path: string) => files.set(path, shownPath(path, cwd))
  for (const pattern of patterns) {
    const path = resolve(cwd, pattern)
    const stats = statOf(path)
    if (stats instanceof Error) {
      const before = files.size
      const scan = picomatch.scan(pattern.replaceAll('\\', '/'))
      if (!scan.isGlob) {
        problems.push(describeFileError(stats, pattern))
        continue
      }
      const isMatch = picomatch(scan.glob, { dot: false, windows: false })
      const base = resolve(cwd, scan.base)
      if (statOf(base) instanceof Error) {
        problems.push(`Ingen fil passar in på ${pattern}.`)
        continue
      }
      walk(base, problems, cwd, (file) => {
        if (isMatch(relative(base, file).split(sep).join('/'))) take(file)
      })
      if (files.size === before) problems.push(`Ingen fil passar in på ${pattern}.`)
    } else if (stats.isDirectory()) {
      const before = files.size + problems.length
      walk(path, problems, cwd, (file) => {
        if (isSupportedFile(file) || isOfficeDraft(file)) take(file)
      })
      if (files.size + problems.length === before)
        problems.push(`${pattern} innehåller ingen text att granska (.md, .html, .txt, .docx eller .odt).`)
    } else take(path)
  }
  return { files: [...files.values()], problems }
}

/** A path as it is shown and reported. */
function shownPath(path: string, cwd: string): string {
  const below = relative(cwd, path)
  const shown = below === '' || below.startsWith(`..${sep}`) || below === '..' || isAbsolute(below) ? path : below
  return sep === '/' ? shown : shown.split(sep).join('/')
}

function statOf(path: string): Stats | Error {
  try {
    return statSync(path)
  } catch (error) {
    return error as Error
  }
}

/** Calls `visit` for every file below the folder that Git would not leave out, by name. Links to folders are not followed. */
function walk(base: string, problems: string[], cwd: string, visit: (file: string) => void): void {
  const stack: { folder: string; rules: Rules[] }[] = [{ folder: base, rules: rulesAbove(base) }]
  while (stack.length > 0) {
    const { folder, rules } = stack.pop()!
    let entries: Dirent[]
    try {
      entries = readdirSync(folder, { withFileTypes: true })
    } catch (error) {
      problems.push(describeFileError(error, shownPath(folder, cwd) || '.'))
      continue
    }
    const own = readRules(folder)
    const inForce = own ? [...rules, own] : rules
    const folders: string[] = []
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name) && !isIgnored(path, true, inForce)) folders.push(path)
      } else if (!isIgnored(path, false, inForce) && (entry.isFile() || (entry.isSymbolicLink() && isFile(path))))
        visit(path)
    }
    for (const path of folders.reverse()) stack.push({ folder: path, rules: inForce })
  }
}

function isFile(path: string): boolean {
  const stats = statOf(path)
  return !(stats instanceof Error) && stats.isFile()
}

interface Rules {
  folder: string
  matcher: Ignore
}

function readRules(folder: string): Rules | undefined {
  try {
    return { folder, matcher: ignore().add(readFileSync(join(folder, '.gitignore'), 'utf8')) }
  } catch {
    return undefined
  }
}

/** The `.gitignore` files above a folder, up to the top of its checkout. */
function rulesAbove(folder: string): Rules[] {
  const above: Rules[] = []
  let at: string
  try {
    at = realpathSync(folder)
  } catch {
    return above
  }
  if (isTop(at)) return above
  while (dirname(at) !== at) {
    at = dirname(at)
    const rules = readRules(at)
    if (rules) above.unshift(rules)
    if (isTop(at)) return above
  }
  // Outside a checkout a `.gitignore` further up says nothing about this folder.
  return []
}

function isTop(folder: string): boolean {
  return !(statOf(join(folder, '.git')) instanceof Error)
}

function isIgnored(path: string, isFolder: boolean, rules: readonly Rules[]): boolean {
  let ignored = false
  for (const { folder, matcher } of rules) {
    const below = relative(folder, path).split(sep).join('/')
    if (below === '' || below.startsWith('..')) continue
    const result = matcher.test(isFolder ? `${below}/` : below)
    if (result.ignored) ignored = true
    else if (result.unignored) ignored = false
  }
  return ignored
}
