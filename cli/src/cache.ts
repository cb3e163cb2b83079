import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Engine, SettingsRequest, Summary } from '@klarsprak/engine'
import { type FileTally, jsonPartOfLine, reportStreamOf } from '@klarsprak/report'
import type { FileOutcome, Look } from './lint-file.ts'
import { settingsRequest } from './linter.ts'
import type { LintOptions } from './options.ts'
import { build } from './version.ts'
import { WholeFile } from './write.ts'

const cacheName = '.klarsprakcache'
/** The last bytes of the file: this and, in ten digits, how many bytes the table before it has. */
const mark = 'klarsprak-cache-3:'
const tailLength = mark.length + 10
const lineFeed = 0x0a

/**
 * What the table says of a kept result: its place in the file, what it holds for, its counts, and how long what was shown
 * of it is, which stands after it.
 */
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
  shownLength: number,
  shownDigest: string,
]

/** How the results are shown, as far as what is shown hangs on it, and the results. */
interface Table {
  readonly look: string
  readonly entries: readonly Entry[]
}

/** What stands in place of a digest of nothing. */
const nothing = ''

/** A file with what its result depends on, and the result of an earlier run where that still holds. */
export interface Looked {
  readonly path: string
  /** Undefined for a file that could not be read. */
  readonly key: string | undefined
  readonly entry: Entry | undefined
}

/**
 * Results of earlier runs, by path. One holds while the bytes of the file, the settings that hold for it, the options of
 * the run and the program (its rules, its model) are the same. The file is the results as JSON lines, with what was shown
 * of each where that takes time to make, a table of them and a tail; a damaged file, or a damaged result in it, counts
 * for nothing.
 */
export class ResultCache {
  readonly #path = resolve(cacheName)
  readonly #options: string
  readonly #request: SettingsRequest
  readonly #linter: Engine
  readonly #settings = new Map<string, string>()
  readonly #known = new Map<string, Entry>()
  readonly #shows: Shows
  /** How this run shows results, and how what the file has of them was shown. */
  readonly #look: string
  #lookBefore = nothing
  #file: number | undefined
  #fresh: WholeFile | undefined
  readonly #entries: Entry[] = []
  #size = 0
  #isBroken = false

  constructor(options: LintOptions, linter: Engine, look: Look) {
    const { main, encoding, format, quiet = false } = options
    this.#request = settingsRequest(options)
    this.#options = JSON.stringify([build, main, encoding, this.#request])
    this.#linter = linter
    this.#shows = waysToShow(options)
    this.#look = JSON.stringify([format, quiet, look.color, look.width])
    try {
      this.#file = openSync(this.#path, 'r')
      const { look: before, entries } = readTable(this.#file)
      this.#lookBefore = before
      for (const entry of entries) this.#known.set(entry[0], entry)
    } catch {
      // Nothing is known.
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
    return this.#whole(offset, length, digest)?.toString()
  }

  /** Whether `show` is likely to give what the report needs of a kept result. */
  canShow({ 10: shownLength }: Entry): boolean {
    return this.#shows === 'lines' || this.#shows === 'json' || (this.#hasShown && shownLength > 0)
  }

  /** What the report needs of a kept result, where that need not be made from the result; undefined where it must. */
  show(entry: Entry): FileOutcome | undefined {
    if (!this.canShow(entry)) return undefined
    const [path, , offset, length, digest, , , , , , shownLength, shownDigest] = entry
    if (this.#shows === 'kept') {
      const shown = this.#whole(offset + length, shownLength, shownDigest)
      if (!shown) return undefined
      const end = shown.indexOf(lineFeed)
      return { path, tally: JSON.parse(shown.toString('utf8', 0, end)), part: [shown.subarray(end + 1)] }
    }
    const line = this.#whole(offset, length, digest)
    if (!line) return undefined
    // What is not ASCII stands in strings and is left as it is, whatever it is read as.
    const part = this.#shows === 'lines' ? line : Buffer.from(jsonPartOfLine(line.toString('latin1')), 'latin1')
    return { path, tally: tallyOfEntry(entry), part: [part] }
  }

  /** Keeps a result, and what was shown of it. A folder that cannot be written to costs only the time. */
  keep({ path, line, tally, part }: FileOutcome, key: string): void {
    if (line === undefined || !tally) return
    this.#known.delete(path)
    const bytes = Buffer.from(line)
    const { errors, warnings, suggestions, fixable } = tally.summary
    const shown =
      this.#shows === 'kept' && part !== undefined
        ? Buffer.concat([Buffer.from(`${JSON.stringify(tally)}\n`), ...bytesOf(part)])
        : undefined
    this.#write(shown ? Buffer.concat([bytes, shown]) : bytes, [
      path,
      key,
      this.#size,
      bytes.length,
      digestOf(bytes),
      tally.words,
      errors,
      warnings,
      suggestions,
      fixable,
      shown?.length ?? 0,
      shown ? digestOf(shown) : nothing,
    ])
  }

  /** What is made anew from a kept result is kept too. */
  get keepsWhatIsShown(): boolean {
    return this.#shows === 'kept'
  }

  /** Puts the new file in place of the old, with what still may hold of that. */
  save(): void {
    if (this.#fresh && !this.#isBroken) {
      const look = this.#shows === 'kept' ? this.#look : this.#lookBefore
      for (const entry of this.#known.values()) {
        const [path, key, offset, length, digest, words, errors, warnings, suggestions, fixable] = entry
        const counts = [words, errors, warnings, suggestions, fixable] as const
        const shown = look === this.#lookBefore ? ([entry[10], entry[11]] as const) : ([0, nothing] as const)
        const bytes = this.#bytes(offset, length + shown[0])
        if (bytes) this.#write(bytes, [path, key, this.#size, length, digest, ...counts, ...shown])
      }
      const table = Buffer.from(JSON.stringify({ look, entries: this.#entries } satisfies Table))
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

  get #hasShown(): boolean {
    return this.#shows === 'kept' && this.#look === this.#lookBefore
  }

  /** Undefined where the bytes are not those that were kept. */
  #whole(offset: number, length: number, digest: string): Buffer | undefined {
    const bytes = this.#bytes(offset, length)
    return bytes && digestOf(bytes) === digest ? bytes : undefined
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
function tallyOfEntry([path, , , , , words, errors, warnings, suggestions, fixable]: Entry): FileTally {
  const summary: Summary = { files: 1, errors, warnings, suggestions, fixable }
  return { path, words, summary, rules: [] }
}

/** A cache where it was asked for and results can be kept: not while fixing or judging a publication. */
export function cacheFor(options: LintOptions, linter: Engine, look: Look): ResultCache | undefined {
  const { cache, fix, fixDryRun, gate, timing } = options
  return !cache || fix || fixDryRun || gate || timing ? undefined : new ResultCache(options, linter, look)
}

/**
 * Where what is shown of a result comes from: it is the kept line, that line with white space, what was shown of it the
 * last time, or it is made from the result.
 */
type Shows = 'lines' | 'json' | 'kept' | 'made'

function waysToShow({ format, changed, baseline, quiet }: LintOptions): Shows {
  if (changed !== undefined || baseline !== undefined || !reportStreamOf(format)) return 'made'
  if (format === 'jsonl') return quiet ? 'made' : 'lines'
  if (format === 'json') return quiet ? 'made' : 'json'
  return 'kept'
}

function bytesOf(part: string | readonly Uint8Array[]): readonly Uint8Array[] {
  return typeof part === 'string' ? [Buffer.from(part)] : part
}

/** @throws anything, where the file is not one of ours */
function readTable(file: number): Table {
  const { size } = fstatSync(file)
  const tail = bytesAt(file, size - tailLength, tailLength).toString('latin1')
  const length = Number(tail.slice(mark.length))
  if (!tail.startsWith(mark) || !(length <= size - tailLength)) throw new TypeError('no cache')
  const end = size - tailLength - length
  const { look, entries } = JSON.parse(bytesAt(file, end, length).toString()) as Table
  if (typeof look !== 'string' || !Array.isArray(entries)) throw new TypeError('no cache')
  return { look, entries: entries.filter((entry) => isEntry(entry, end)) }
}

function bytesAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  if (readSync(file, bytes, 0, length, offset) !== length) throw new RangeError('too short')
  return bytes
}

function isEntry(value: unknown, end: number): value is Entry {
  if (!Array.isArray(value) || value.length !== 12) return false
  const [path, key, offset, length, digest, ...counts] = value
  const shownDigest = counts.pop()
  return (
    [path, key, digest, shownDigest].every((text) => typeof text === 'string') &&
    [offset, length, ...counts].every((number) => Number.isSafeInteger(number) && number >= 0) &&
    offset + length + counts.at(-1) <= end
  )
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('base64url')
}
