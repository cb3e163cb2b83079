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
  const file = new WholeFile(path, newMode)
  file.write(content)
  file.commit()
}

/**
 * A file that is written bit by bit and takes its place when it is whole; until then the file that was there stands as
 * it was. The methods throw the file system's error, and leave nothing behind then.
 */
export class WholeFile {
  readonly #target: string
  readonly #beside: string
  #file: number | undefined
  readonly #onExit = () => this.abandon()

  /** @param newMode the mode of a file that was not there */
  constructor(path: string, newMode = 0o644) {
    this.#target = targetOf(path)
    this.#beside = join(dirname(this.#target), `.${basename(this.#target)}.${Math.random().toString(36).slice(2)}.tmp`)
    this.#file = openSync(this.#beside, 'wx', newMode)
    process.once('exit', this.#onExit)
  }

  write(content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    this.#orAbandon(() => {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file!, bytes, at)
    })
  }

  /** Puts the file in its place. */
  commit(): void {
    this.#orAbandon(() => {
      fsyncSync(this.#file!)
      this.#close()
      const mode = modeOf(this.#target)
      if (mode !== undefined) chmodSync(this.#beside, mode)
      renameSync(this.#beside, this.#target)
    })
    process.off('exit', this.#onExit)
  }

  /** Leaves what was there as it was. */
  abandon(): void {
    this.#close()
    rmSync(this.#beside, { force: true })
    process.off('exit', this.#onExit)
  }

  #close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
  }

  #orAbandon(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.abandon()
      throw error
    }
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
