import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Writes a file whole or not at all: beside it first, then renamed over it. Keeps the mode of a file that was there
 * and follows a link to the file it names.
 *
 * @param newMode the mode of a file that was not there
 * @throws the file system's error; nothing is left behind
 */
export function writeWhole(path: string, content: string | Uint8Array, newMode = 0o644): void {
  const target = targetOf(path)
  const beside = join(dirname(target), `.${basename(target)}.${Math.random().toString(36).slice(2)}.tmp`)
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  try {
    const file = openSync(beside, 'wx', newMode)
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    const mode = modeOf(target)
    if (mode !== undefined) chmodSync(beside, mode)
    renameSync(beside, target)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

function targetOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function modeOf(path: string): number | undefined {
  try {
    return statSync(path).mode & 0o7777
  } catch {
    return undefined
  }
}
