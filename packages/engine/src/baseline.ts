import type { FileResult, Finding } from './result.ts'

/**
 * Findings that are known and let be, by file. Written as JSON, sorted, one finding a line, so that a change to it can be
 * read in a review.
 */
export interface Baseline {
  readonly version: 1
  readonly files: Readonly<Record<string, readonly BaselineEntry[]>>
}

export interface BaselineEntry {
  readonly rule: string
  readonly fingerprint: string
}

/** A baseline file that cannot be used. `message` is Swedish, without the file's name. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError'
}

/** As much of a result as a baseline needs. */
export interface KnownFile extends Pick<FileResult, 'path'> {
  readonly findings: readonly Pick<Finding, 'ruleId' | 'fingerprint'>[]
}

/** A baseline of all findings of a run; files without findings are left out. */
export function makeBaseline(results: readonly KnownFile[]): Baseline {
  const files = results
    .filter(({ findings }) => findings.length > 0)
    .map(({ path, findings }): [string, BaselineEntry[]] => [path, entriesOf(findings)])
    .sort(([one], [other]) => compare(one, other))
  return { version: 1, files: Object.fromEntries(files) }
}

function entriesOf(findings: KnownFile['findings']): BaselineEntry[] {
  return findings
    .map(({ ruleId: rule, fingerprint }) => ({ rule, fingerprint }))
    .sort((one, other) => compare(one.rule, other.rule) || compare(one.fingerprint, other.fingerprint))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** The text of a baseline file. */
export function writeBaseline({ version, files }: Baseline): string {
  const parts = Object.entries(files).map(([path, entries]) => {
    const lines = entries.map((entry) => `      ${JSON.stringify(entry)}`)
    return `    ${JSON.stringify(path)}: [\n${lines.join(',\n')}\n    ]`
  })
  return `{\n  "version": ${version},\n  "files": {${parts.length > 0 ? `\n${parts.join(',\n')}\n  ` : ''}}\n}\n`
}

/**
 * Reads a baseline file.
 *
 * @throws BaselineError where it is none
 */
export function readBaseline(text: string): Baseline {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new BaselineError('Filen är inte giltig JSON. Skapa den på nytt med --update-baseline.')
  }
  if (!isRecord(value) || !isRecord(value.files))
    throw new BaselineError('Filen är ingen lista över kända träffar. Skapa den på nytt med --update-baseline.')
  if (value.version !== 1)
    throw new BaselineError(
      'Filen är skriven av en annan version av programmet. Skapa den på nytt med --update-baseline.',
    )
  for (const [path, entries] of Object.entries(value.files))
    if (!Array.isArray(entries) || !entries.every(isEntry))
      throw new BaselineError(`Träffarna för ”${path}” går inte att läsa. Skapa filen på nytt med --update-baseline.`)
  return value as unknown as Baseline
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEntry(value: unknown): value is BaselineEntry {
  return isRecord(value) && typeof value.rule === 'string' && typeof value.fingerprint === 'string'
}
