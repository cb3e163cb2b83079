import {
  type Config,
  type Exception,
  type FileResult,
  type LintRequest,
  profiles,
  type RuleConfig,
  type Verdict,
} from 'retext-klarsprak'

/** A text to review, as a job of the queue. */
export interface ReviewJob {
  readonly text: string
  readonly format?: 'text' | 'markdown' | 'html'
  /** Decides the format where none is given, and which overrides of the settings hold. Never opened. */
  readonly filename?: string
  readonly profile?: NonNullable<Config['profile']>
  readonly rules?: Readonly<Record<string, RuleConfig>>
  readonly exceptions?: readonly Exception[]
  /** The text as published: findings that it had too do not stop a publication. */
  readonly previous?: string
}

/** What a job gives: one object of `files[]` of `--format json`, and whether the text may be published. */
export interface ReviewResult extends FileResult {
  readonly verdict: Verdict
}

/** A job that will not fare better the next time. `message` is Swedish and quotes nothing of the text. */
export class TextError extends Error {
  override readonly name = 'TextError'
}

/** Characters of a text: about a second's work, so that a worker never seems to have died. */
const longestText = 1_000_000

const formats = ['text', 'markdown', 'html']

/** @throws TextError where a job is no text to review */
export function readJob(data: unknown): ReviewJob {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new TextError('Jobbet är inget objekt. Skicka { "text": … }.')
  const { text, format, filename, profile, rules, exceptions, previous } = data as Record<string, unknown>
  if (typeof text !== 'string') throw new TextError('text saknas. Det ska vara en text.')
  if (previous !== undefined && typeof previous !== 'string') throw new TextError('previous ska vara en text.')
  if (text.length > longestText || (previous?.length ?? 0) > longestText)
    throw new TextError(`Texten är för lång: gränsen är ${longestText / 1_000_000} miljon tecken. Dela upp den.`)
  if (format !== undefined && !formats.includes(format as string))
    throw new TextError('format ska vara text, markdown eller html.')
  if (filename !== undefined && typeof filename !== 'string') throw new TextError('filename ska vara en text.')
  if (profile !== undefined && !(profiles as readonly unknown[]).includes(profile))
    throw new TextError(`profile ska vara en av ${profiles.join(', ')}.`)
  if (rules !== undefined && (typeof rules !== 'object' || rules === null || Array.isArray(rules)))
    throw new TextError('rules ska vara ett objekt med regler och nivåer.')
  if (exceptions !== undefined && !Array.isArray(exceptions)) throw new TextError('exceptions ska vara en lista.')
  return data as ReviewJob
}

/** What a job asks of the linter. */
export function requestOf({ text, previous: _, ...settings }: ReviewJob): LintRequest {
  const { format, filename } = settings
  return {
    ...settings,
    ...(format === undefined && filename === undefined ? { format: 'text' as const } : {}),
    path: filename ?? 'text',
    source: text,
    origin: 'jobbet',
  }
}
