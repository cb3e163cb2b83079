import {
  bestEdits,
  type Comparison,
  checklistOf,
  checklistPoints,
  compare,
  detailOf,
  type FileResult,
  fewestWords,
  type LixBand,
  lixBand,
  type Profile,
  profiles,
  type Range,
  readabilityOf,
  type Severity,
} from '@klarsprak/engine'
import type { ServerContext } from '../context.ts'
import { toTextEdits } from '../convert.ts'
import { setFrontMatter } from '../edits/front-matter.ts'
import type { OpenDocument } from '../open-documents.ts'
import { type EditorSettings, settingsRequest } from '../settings.ts'

/** What a status bar shows of a text. */
export interface TextSummary {
  words: number
  /** Null where the text is too short for a figure that means something. */
  lix: number | null
  band: LixBand | null
  findings: Record<Severity, number>
  profile: Profile
}

export function summaryOf({ metrics, findings, profile }: FileResult): TextSummary {
  const counts: Record<Severity, number> = { error: 0, warning: 0, suggestion: 0 }
  for (const { severity } of findings) counts[severity]++
  const { words, lix } = metrics
  const says = words >= fewestWords
  return { words, lix: says ? lix : null, band: says ? lixBand(lix) : null, findings: counts, profile }
}

/** A finding with what a list of findings shows. */
export interface ListedFinding {
  ruleId: string
  severity: Severity
  message: string
  /** What to do about it. */
  advice: string | null
  /** The marked words. */
  text: string
  range: Range
}

function listed({
  ruleId,
  severity,
  message,
  suggestions,
  text,
  range,
}: FileResult['findings'][number]): ListedFinding {
  return { ruleId, severity, message, advice: suggestions[0]?.title ?? null, text, range }
}

/** Findings of a point that are sent along; all are counted. */
const mostListed = 50

/** The checklist of a text, for a panel. */
export function checklistFor(result: FileResult) {
  const points = checklistOf(result).map(({ findings, ...point }) => ({
    ...point,
    findings: findings.slice(0, mostListed).map(listed),
    count: findings.length,
  }))
  const edits = bestEdits(result).map(({ findings, ...edit }) => ({ ...edit, findings: findings.map(listed) }))
  return { points, edits, profile: result.profile }
}

/** The figures of a text, section by section and sentence by sentence, for a panel. */
export function metricsFor(result: FileResult) {
  const { whole, sections, sentences } = readabilityOf(result)
  return {
    whole,
    sections,
    sentences: sentences.map(({ text, range, words, difficulty }) => ({
      text,
      range,
      words,
      difficulty: difficulty.score,
    })),
    profile: result.profile,
  }
}

/** What became of a text since an older version of it, for a panel. */
export function comparisonFor(
  { engine }: ServerContext,
  document: OpenDocument,
  settings: EditorSettings,
  before: string,
): Omit<Comparison, 'gone' | 'added' | 'kept'> & { gone: ListedFinding[]; added: ListedFinding[]; kept: number } {
  const result = document.lint(engine, settings)
  const older = engine.lint({
    ...settingsRequest(settings),
    source: before,
    format: document.format,
    ...(document.path === undefined ? {} : { filename: document.path, path: document.path }),
    profile: result.profile,
  })
  const { gone, added, kept, ...figures } = compare(older, result)
  return { ...figures, gone: gone.map(listed), added: added.map(listed), kept: kept.length }
}

const answerKeys = new Set(checklistPoints.flatMap(({ questions }) => questions.map(({ id }) => id)))

/** Questions whose answers have a key of their own; those of the others stand below `checklista`. */
const ownKeys = new Set(['malgrupp', 'syfte', 'granskad-av'])

/**
 * Keeps an answer of the checklist, or the kind of text (`texttyp`), in the front matter. The empty value takes it away.
 *
 * @returns false where the text cannot hold it
 * @throws RangeError for a key or a kind of text that does not exist
 */
export async function setAnswer(
  { connection, encoding }: ServerContext,
  document: OpenDocument,
  result: FileResult,
  key: string,
  value: string,
): Promise<boolean> {
  if (key === 'texttyp' ? value !== '' && !profiles.some((name) => name === value) : !answerKeys.has(key))
    throw new RangeError(`Nyckeln ${key} kan inte ha värdet ”${value}”.`)
  const { document: read } = detailOf(result)
  const nested = !(key === 'texttyp' || ownKeys.has(key) || Object.hasOwn(read.frontMatter.data, key))
  const edit = setFrontMatter(read, nested ? ['checklista', key] : [key], value.trim())
  if (!edit) return value === '' && read.format !== 'text'
  const { text, uri, version } = document
  const edits = toTextEdits([edit], text, encoding)
  const { applied } = await connection.workspace.applyEdit({
    documentChanges: [{ textDocument: { uri, version }, edits }],
  })
  return applied
}
