import { type FileResult, type Severity, type Summary, summarise } from '@klarsprak/engine'
import { severityRank, whereOf } from './words.ts'

/** What the end of a report says of one file. Small and plain, so that it can be sent between threads. */
export interface FileTally {
  readonly path: string
  /** Of its running text. */
  readonly words: number
  /** BCP 47 where the text was taken to be in another language than Swedish. */
  readonly language?: string
  readonly summary: Summary
  /** By rule, in the order of their first findings. */
  readonly rules: readonly RuleTally[]
}

interface RuleTally {
  readonly ruleId: string
  count: number
  /** Of the first finding of the worst level. */
  severity: Severity
  message: string
  /** As `whereOf` says it. */
  where: string
}

/** A rule that is worth beginning with: how often it found something, and the first finding of its worst level. */
export interface StartWith extends Readonly<RuleTally> {
  readonly path: string
}

/**
 * Counts what a file gave.
 *
 * @param quiet leaves suggestions out of `rules`
 */
export function tallyFile(file: FileResult, quiet = false): FileTally {
  const rules = new Map<string, RuleTally>()
  for (const finding of file.findings) {
    const { ruleId, severity, message } = finding
    if (quiet && severity === 'suggestion') continue
    const known = rules.get(ruleId)
    if (!known) rules.set(ruleId, { ruleId, count: 1, severity, message, where: whereOf(finding) })
    else {
      known.count++
      if (severityRank[severity] > severityRank[known.severity])
        Object.assign(known, { severity, message, where: whereOf(finding) })
    }
  }
  const { path, language, metrics } = file
  return {
    path,
    words: metrics.words,
    ...(language === undefined || language === 'sv' ? {} : { language }),
    summary: summarise([file]),
    rules: [...rules.values()],
  }
}

/** What the files of a run add up to, file by file. As large as the rules are many, however many the files. */
export class RunTally {
  readonly summary: Summary = { files: 0, errors: 0, warnings: 0, suggestions: 0, fixable: 0 }
  /** Files without any text, and the first of them by name. */
  readonly empty: { count: number; readonly first: string[] } = { count: 0, first: [] }
  /** Files in other languages than Swedish, by language. */
  readonly foreign = new Map<string, { count: number; readonly first: string[] }>()
  readonly #rules = new Map<string, StartWith>()
  /** The last file. */
  path = ''

  add({ path, words, language, summary, rules }: FileTally): void {
    this.path = path
    for (const key of ['files', 'errors', 'warnings', 'suggestions', 'fixable'] as const)
      this.summary[key] += summary[key]
    if (language !== undefined) {
      const known = this.foreign.get(language) ?? { count: 0, first: [] }
      this.foreign.set(language, known)
      note(known, path)
    } else if (words === 0 && summary.errors + summary.warnings + summary.suggestions === 0) note(this.empty, path)
    for (const rule of rules) {
      const known = this.#rules.get(rule.ruleId)
      const worse = !known || severityRank[rule.severity] > severityRank[known.severity]
      const shown = worse ? { ...rule, path } : known
      this.#rules.set(rule.ruleId, { ...shown, count: (known?.count ?? 0) + rule.count })
    }
  }

  /**
   * The rules to begin with: the worst level first, then the rules with most findings.
   *
   * @param most how many at the most
   */
  startWith(most: number): StartWith[] {
    return [...this.#rules.values()]
      .sort((a, b) => severityRank[b.severity] - severityRank[a.severity] || b.count - a.count)
      .slice(0, most)
  }
}

/** Files without Swedish text that are named; the rest are counted. */
const mostNamed = 3

function note(files: { count: number; readonly first: string[] }, path: string): void {
  files.count++
  if (files.first.length < mostNamed) files.first.push(path)
}

/** The tally of a whole run. */
export function tallyRun(files: readonly FileResult[], quiet = false): RunTally {
  const run = new RunTally()
  for (const file of files) run.add(tallyFile(file, quiet))
  return run
}
