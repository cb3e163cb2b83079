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

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
}
