import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decode, isSupportedFile } from '@klarsprak/documents'
import type { Engine, FileResult } from '@klarsprak/engine'
import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver'

/** Progress that the user may be able to cancel. */
export type Progress = WorkDoneProgressReporter & { readonly token?: CancellationToken }

/** Folders that hold no texts of the user's own. */
const skipped = new Set(['node_modules'])

/** More files than this are not linted in one go. */
const mostFiles = 5000

/**
 * Lints all texts of some folders, as they stand on disk, in the order of their paths. Files that cannot be read are
 * left out. Undefined where it was cancelled.
 *
 * @throws ConfigError where the settings cannot be used
 */
export async function lintFolders(
  engine: Engine,
  folders: readonly string[],
  token: CancellationToken,
  progress: Progress,
): Promise<FileResult[] | undefined> {
  progress.begin('Granskar mappen', 0, undefined, true)
  try {
    const files = (await Promise.all(folders.map((folder) => textsIn(engine, folder)))).flat().slice(0, mostFiles)
    const results: FileResult[] = []
    for (const [index, path] of files.entries()) {
      if (token.isCancellationRequested || progress.token?.isCancellationRequested) return undefined
      progress.report(Math.round((100 * index) / files.length), `${index + 1} av ${files.length}`)
      const result = await lintFile(engine, path)
      if (result) results.push(result)
      // Lets edits and cancellations in between two files.
      await new Promise((resolve) => setImmediate(resolve))
    }
    return results
  } finally {
    progress.done()
  }
}

async function textsIn(engine: Engine, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const found: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.') || skipped.has(entry.name) || engine.ignoredBy(path) !== undefined) continue
    if (entry.isDirectory()) found.push(...(await textsIn(engine, path)))
    else if (entry.isFile() && isSupportedFile(entry.name)) found.push(path)
  }
  return found
}

async function lintFile(engine: Engine, path: string): Promise<FileResult | undefined> {
  try {
    return engine.lint({ source: decode(await readFile(path)).text, filename: path, path })
  } catch (error) {
    // Settings that cannot be used are told to the user; they concern more than this file.
    if (error instanceof Error && error.name === 'ConfigError') throw error
    return undefined
  }
}
