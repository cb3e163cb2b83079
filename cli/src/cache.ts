import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Engine, SettingsRequest, Summary } from '@klarsprak/engine'
import type { FileTally } from '@klarsprak/report'
import { settingsRequest } from './linter.ts'
import type { LintOptions } from './options.ts'
import { build } from './version.ts'
import { WholeFile } from './write.ts'

const cacheName = '.klarsprakcache'
/** The last bytes of the file: this and, in ten digits, how many bytes the table before it has. */
const mark = 'klarsprak-cache-2:'
const tailLength = mark.length + 10

/** What the table says of a kept result: its place in the file, what it holds for, and its counts. */
type Entry = readonly [
  path: string,
  key: string,
  offset: number,
  length: number,
  digest: string,
  words: number,
  errors: number,
  warnings: number,
  suggestions: number,
  fixable: number,
]

/** A file with what its result depends on, and the result of an earlier run where that still holds. */
export interface Looked {
  readonly path: string
  /** Undefined for a file that could not be read. */
  readonly key: string | undefined
  readonly entry: Entry | undefined
}

/**
 * Results of earlier runs, by path. One holds while the bytes of the file, the settings that hold for it, the options of
 * the run and the program (its rules, its model) are the same. The file is the results as JSON lines, a table of them and
 * a tail; a damaged file, or a damaged result in it, counts for nothing.
 */
export class ResultCache {
  readonly #path = resolve(cacheName)
  readonly #options: string
  readonly #request: SettingsRequest
  readonly #linter: Engine
  readonly #settings = new Map<string, string>()
  readonly #known: Map<string, Entry>
  #file: number | undefined
  #fresh: WholeFile | undefined
  readonly #entries: Entry[] = []
  #size = 0
  #isBroken = false

  constructor(options: LintOptions, linter: Engine) {
    const { main, encoding } = options
    this.#request = settingsRequest(options)
    this.#options = JSON.stringify([build, main, encoding, this.#request])
    this.#linter = linter
    try {
      this.#file = openSync(this.#path, 'r')
      this.#known = readTable(this.#file)
    } catch {
      this.#known = new Map()
    }
  }

  /** Looks a file up. */
  look(path: string): Looked {
    let bytes: Uint8Array
    try {
      bytes = readFileSync(path)
    } catch {
      return { path, key: undefined, entry: undefined }
    }
    const key = createHash('sha256')
      .update(JSON.stringify([this.#options, this.#settingsOf(path), path]))
      .update(bytes)
      .digest('base64url')
    const entry = this.#known.get(path)
    return { path, key, entry: entry?.[1] === key ? entry : undefined }
  }

  /** The JSON line of a kept result; undefined where it is damaged. */
  read([, , offset, length, digest]: Entry): string | undefined {
    const bytes = this.#bytes(offset, length)
    return bytes && digestOf(bytes) === digest ? bytes.toString() : undefined
  }

  /** Keeps the JSON line of a result. A folder that cannot be written to costs only the time. */
  keep(path: string, key: string, line: string, { words, summary }: Pick<FileTally, 'words' | 'summary'>): void {
    this.#known.delete(path)
    const bytes = Buffer.from(line)
    const { errors, warnings, suggestions, fixable } = summary
    this.#write(bytes, [
      path,
      key,
      this.#size,
      bytes.length,
      digestOf(bytes),
      words,
      errors,
      warnings,
      suggestions,
      fixable,
    ])
  }

  /** Puts the new file in place of the old, with what still may hold of that. */
  save(): void {
    if (this.#fresh && !this.#isBroken) {
      for (const entry of this.#known.values()) {
        const [path, key, , length, ...rest] = entry
        const bytes = this.#bytes(entry[2], length)
        if (bytes) this.#write(bytes, [path, key, this.#size, length, ...rest])
      }
      const table = Buffer.from(JSON.stringify(this.#entries))
      // Windows replaces no file that is open.
      this.#close()
      this.#tolerate(() => {
        this.#fresh!.write(table)
        this.#fresh!.write(`${mark}${String(table.length).padStart(10, '0')}`)
        this.#fresh!.commit()
      })
    }
    this.#close()
  }

  #write(bytes: Uint8Array, entry: Entry): void {
    this.#tolerate(() => {
      this.#fresh ??= new WholeFile(this.#path)
      this.#fresh.write(bytes)
    })
    this.#entries.push(entry)
    this.#size += bytes.length
  }

  #tolerate(work: () => void): void {
    if (this.#isBroken) return
    try {
      work()
    } catch {
      this.#isBroken = true
    }
  }

  #bytes(offset: number, length: number): Buffer | undefined {
    if (this.#file === undefined) return undefined
    const bytes = Buffer.allocUnsafe(length)
    try {
      return readSync(this.#file, bytes, 0, length, offset) === length ? bytes : undefined
    } catch {
      return undefined
    }
  }

  #close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
  }

  /** The names and contents of the settings files that hold for a file. */
  #settingsOf(path: string): string {
    return this.#linter
      .settingsFiles({ ...this.#request, filename: path })
      .map((file) => {
        const known = this.#settings.get(file) ?? `${file}:${digestOf(readFileSync(file))}`
        this.#settings.set(file, known)
        return known
      })
      .join('\n')
  }
}

/** What a kept result counts, as the tally of its file; without the rules. */
export function tallyOfEntry([path, , , , , words, errors, warnings, suggestions, fixable]: Entry): FileTally {
  const summary: Summary = { files: 1, errors, warnings, suggestions, fixable }
  return { path, words, summary, rules: [] }
}

/** A cache where it was asked for and results can be kept: not while fixing or judging a publication. */
export function cacheFor(options: LintOptions, linter: Engine): ResultCache | undefined {
  const { cache, fix, fixDryRun, gate, timing } = options
  return !cache || fix || fixDryRun || gate || timing ? undefined : new ResultCache(options, linter)
}

/** @throws anything, where the file is not one of ours */
function readTable(file: number): Map<string, Entry> {
  const { size } = fstatSync(file)
  const tail = bytesAt(file, size - tailLength, tailLength).toString('latin1')
  const length = Number(tail.slice(mark.length))
  if (!tail.startsWith(mark) || !(length <= size - tailLength)) throw new TypeError('no cache')
  const end = size - tailLength - length
  const entries: unknown = JSON.parse(bytesAt(file, end, length).toString())
  if (!Array.isArray(entries)) throw new TypeError('no cache')
  return new Map(entries.filter((entry) => isEntry(entry, end)).map((entry) => [entry[0], entry]))
}

function bytesAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  if (readSync(file, bytes, 0, length, offset) !== length) throw new RangeError('too short')
  return bytes
}

function isEntry(value: unknown, end: number): value is Entry {
  if (!Array.isArray(value) || value.length !== 10) return false
  const [path, key, offset, length, digest, ...counts] = value
  return (
    [path, key, digest].every((text) => typeof text === 'string') &&
    [offset, length, ...counts].every((number) => Number.isSafeInteger(number) && number >= 0) &&
    offset + length <= end
  )
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('base64url')
}
