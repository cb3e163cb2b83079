import type { Engine, FileResult, LintRequest } from '@klarsprak/engine'
import { UserError } from './errors.ts'
import { settingsRequest } from './linter.ts'
import { findFiles } from './paths.ts'
import { readTextFile, readTextInput } from './read.ts'
import { isOfficeFile, readOfficeFile } from './read-office.ts'
import { say } from './terminal.ts'

/** What the commands that read whole texts share. */
export interface ReadingOptions {
  stdinFilename?: string
  encoding?: string
  main?: string
  profile?: string
  config?: string
}

/** What came of some texts: a result each, and whether any could not be read. */
export interface LintedTexts {
  results: FileResult[]
  failed: boolean
}

/** What standard input is called where nothing names it. */
const unnamed = 'standard in'

/**
 * Lints files, folders, globs or standard input. Those that cannot be read are said on standard error.
 *
 * @param command what the user ran, for the message when no text was named
 * @throws {UserError} where no text was named, or standard input cannot be read
 */
export function lintTexts(
  linter: Engine,
  paths: readonly string[],
  options: ReadingOptions & { only?: readonly string[] },
  command: string,
): LintedTexts {
  if (paths.length === 0 && process.stdin.isTTY)
    throw new UserError(`Ange en fil eller en mapp. Se klarsprak ${command} --help.`)
  if (paths.length === 0 || (paths.length === 1 && paths[0] === '-'))
    return { results: [linter.lint(requestFor('-', options))], failed: false }
  const { files, problems } = findFiles(paths, process.cwd())
  for (const problem of problems) say(`klarsprak: ${problem}`)
  const results: FileResult[] = []
  let failed = problems.length > 0
  for (const path of files) {
    try {
      results.push(linter.lint(requestFor(path, options)))
    } catch (error) {
      if (!(error instanceof Error) || (error.name !== 'UserError' && error.name !== 'DocumentError')) throw error
      failed = true
      say(`klarsprak: ${error.message}`)
    }
  }
  return { results, failed }
}

/**
 * Reads a text for the linter; `-` is standard input.
 *
 * @throws {UserError} where it cannot be read
 */
export function requestFor(path: string, options: ReadingOptions & { only?: readonly string[] }): LintRequest {
  const { stdinFilename, encoding, main, only } = options
  const name = path === '-' ? stdinFilename : path
  const request = {
    ...settingsRequest(options),
    ...(main === undefined ? {} : { main }),
    ...(only === undefined ? {} : { only }),
  }
  if (name !== undefined && isOfficeFile(name)) {
    const { document, notices } = readOfficeFile(path, name)
    for (const notice of notices) say(`${name}: ${notice}`)
    return { ...request, filename: name, path: name, document }
  }
  if (path !== '-') return { ...request, filename: path, path, source: readTextFile(path, encoding).text }
  const { text: source } = readTextInput(stdinFilename ?? unnamed, encoding)
  if (stdinFilename === undefined) return { ...request, format: 'text', path: unnamed, source }
  return { ...request, filename: stdinFilename, path: stdinFilename, source }
}
