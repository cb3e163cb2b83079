import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Engine, FileResult } from '@klarsprak/engine'
import { publicFile } from '@klarsprak/report'
import { settingsRequest } from './linter.ts'
import type { LintOptions } from './options.ts'
import { version } from './version.ts'
import { writeWhole } from './write.ts'

const cacheName = '.klarsprakcache'

interface Entry {
  key: string
  result: FileResult
}

/** Results of earlier runs, by path; one holds while text, settings and program are the same. */
export class ResultCache {
  readonly #path = resolve(cacheName)
  readonly #known: Map<string, Entry>
  readonly #keyOf: (path: string, text: string) => string
  #changed = false

  constructor(keyOf: (path: string, text: string) => string) {
    this.#keyOf = keyOf
    this.#known = readEntries(this.#path)
  }

  find(path: string, text: string): FileResult | undefined {
    const entry = this.#known.get(path)
    return entry?.key === this.#keyOf(path, text) ? entry.result : undefined
  }

  keep(path: string, text: string, result: FileResult): void {
    this.#known.set(path, { key: this.#keyOf(path, text), result: publicFile(result) })
    this.#changed = true
  }

  /** Writes the file; a folder that cannot be written to costs only the time. */
  save(): void {
    if (!this.#changed) return
    try {
      writeWhole(this.#path, JSON.stringify({ version: 1, entries: [...this.#known] }))
    } catch {}
  }
}

/** A cache where it was asked for and results can be kept: not while fixing, filtering by lines or judging a publication. */
export function cacheFor(options: LintOptions, linter: Engine): ResultCache | undefined {
  const { cache, fix, fixDryRun, changed, baseline, gate, main } = options
  if (!cache || fix || fixDryRun || changed !== undefined || baseline !== undefined || gate) return undefined
  const request = settingsRequest(options)
  const common = JSON.stringify([version, main, request])
  return new ResultCache((path, text) => {
    const settings = linter.explain({ ...request, filename: path, source: text })
    return createHash('sha256')
      .update(JSON.stringify([common, settings, text]))
      .digest('base64url')
  })
}

function readEntries(path: string): Map<string, Entry> {
  try {
    const { version: format, entries } = JSON.parse(readFileSync(path, 'utf8'))
    return format === 1 ? new Map(entries) : new Map()
  } catch {
    return new Map()
  }
}
