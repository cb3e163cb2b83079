import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { LintResult } from '@klarsprak/engine'
import type { EarlierResult } from '@klarsprak/report'
import { describeFileError, UserError } from './errors.ts'

/**
 * Reads what `--format json` wrote in an earlier run.
 *
 * @throws {UserError} where the file cannot be read or is something else
 */
export function readEarlier(path: string): EarlierResult {
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch (error) {
    throw new UserError(describeFileError(error, path))
  }
  let result: unknown
  try {
    result = JSON.parse(content)
  } catch {
    throw new UserError(`${path} är inte JSON. Spara resultatet med --format json --output ${path}.`)
  }
  if (!isResult(result))
    throw new UserError(`${path} är inget resultat från klarsprak lint --format json, eller från en annan version.`)
  return { label: basename(path).replace(/\.json$/i, ''), result }
}

function isResult(value: unknown): value is LintResult {
  const { version, files, summary } = (value ?? {}) as Partial<LintResult>
  return (
    version === 1 &&
    Array.isArray(files) &&
    files.every((file) => typeof file?.path === 'string' && Number.isFinite(file.metrics?.words)) &&
    [summary?.files, summary?.errors, summary?.warnings, summary?.suggestions].every(Number.isFinite)
  )
}
