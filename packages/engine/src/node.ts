import { readFileSync } from 'node:fs'
import type { FileSystem } from './config/file-system.ts'

export type { FileSystem } from './config/file-system.ts'

/** The files of this machine. Windows paths may have either slash. */
export function nodeFileSystem(cwd: string = process.cwd()): FileSystem {
  return { cwd: toPath(cwd), read: readText, toPath }
}

/** A path with `/` between names. */
export function toPath(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path
}

/** A byte order mark is kept, for the reader of the settings to pass over. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function readText(path: string): string | undefined {
  try {
    return utf8.decode(readFileSync(path))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
}
