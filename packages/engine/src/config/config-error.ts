/** What is wrong in a settings file, and where. Lines and columns count from 1. */
export interface ConfigProblem {
  /** The settings file or glossary; for settings that stand in no file, what they were given through. */
  file: string
  line?: number
  column?: number
  /** What is wrong, in plain Swedish, without the place. */
  reason: string
  /** The right name that was probably meant. */
  nearest?: string
}

/** Settings that cannot be used. `message` is Swedish and names file, line and what was probably meant. */
export class ConfigError extends Error {
  readonly file: string
  readonly line: number | undefined
  readonly column: number | undefined
  readonly reason: string
  readonly nearest: string | undefined
  /** Everything wrong in the file; the error itself is the first. */
  readonly problems: readonly ConfigProblem[]

  /** @param problems at least one */
  constructor(problems: readonly ConfigProblem[]) {
    const first = problems[0]!
    super(problems.map(describeProblem).join('\n'))
    this.name = 'ConfigError'
    this.file = first.file
    this.line = first.line
    this.column = first.column
    this.reason = first.reason
    this.nearest = first.nearest
    this.problems = problems
  }
}

/** `klarsprak.config.json, rad 4: Nyckeln ”rulse” finns inte. Menade du ”rules”?` */
export function describeProblem({ file, line, reason }: ConfigProblem): string {
  return line === undefined ? `${file}: ${reason}` : `${file}, rad ${line}: ${reason}`
}
