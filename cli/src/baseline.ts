import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  type Baseline,
  BaselineError,
  type KnownFile,
  makeBaseline,
  readBaseline,
  writeBaseline,
} from '@klarsprak/engine'
import { describeFileError, UserError } from './errors.ts'
import { writeWhole } from './write.ts'

/** The file of known findings that `--baseline` names. */
export class BaselineFile {
  known: Baseline = { version: 1, files: {} }
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  /** @throws UserError where the file is missing or is no baseline */
  read(): void {
    let text: string
    try {
      text = readFileSync(this.#path, 'utf8')
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
      throw new UserError(
        missing
          ? `Baslinjen ${this.#path} finns inte. Skapa den med --update-baseline.`
          : describeFileError(error, this.#path),
      )
    }
    try {
      this.known = readBaseline(text)
    } catch (error) {
      if (error instanceof BaselineError) throw new UserError(`${this.#path}: ${error.message}`)
      throw error
    }
  }

  /** Writes the findings of this run; files that were not part of it keep what they had. */
  write(results: readonly KnownFile[]): void {
    try {
      this.read()
    } catch {
      this.known = { version: 1, files: {} }
    }
    const fresh = makeBaseline(results).files
    const linted = new Set(results.map((result) => result.path))
    const others = Object.entries(this.known.files).filter(([path]) => !linted.has(path))
    const files = Object.fromEntries(
      [...others, ...Object.entries(fresh)].sort(([one], [other]) => (one < other ? -1 : 1)),
    )
    try {
      writeWhole(resolve(this.#path), writeBaseline({ version: 1, files }))
    } catch (error) {
      throw new UserError(describeFileError(error, this.#path))
    }
  }
}
