import type { LintResult, Review, RuleMeta } from '@klarsprak/engine'

/** What can be asked for with `--format`. */
export type ReportFormat = 'pretty' | 'json' | 'jsonl' | 'sarif' | 'junit' | 'github' | 'html' | 'markdown'

/** An earlier run, as its JSON result says. */
export interface EarlierResult {
  /** What the reader knows it by: the name of the file. */
  label: string
  result: LintResult
}

/** What a report may need beside the findings. */
export interface ReportContext {
  /** The text of a file as decoded, for showing the lines; undefined where it is not at hand. */
  sourceOf?(path: string): string | undefined
  /** All that can be shown of a text, for `html`; undefined where the text is not at hand. */
  reviewOf?(path: string): Review | undefined
  /** Runs to compare with in `html`, the earliest first. */
  earlier?: readonly EarlierResult[]
  /** The day of the run as YYYY-MM-DD, for `html`. */
  date?: string
  /** The rules, for names and descriptions in SARIF, HTML and Markdown. */
  rules?: readonly RuleMeta[]
  /** The version of the program. */
  version?: string
  /** Colour in `pretty`. Default: none. */
  color?: boolean
  /** Columns of the terminal. Default: 80. */
  width?: number
  /** Only findings of warning and error in `pretty`. */
  quiet?: boolean
  /**
   * What the reader runs to mend what can be mended without risk: a command, or `--fix` where that is to be added to the
   * command that was run. Null where nothing can be mended. Default: the command for one file.
   */
  fixCommand?: string | null
}

/** Renders a whole run as text that ends with a line break, or the empty string. */
export type Reporter = (result: LintResult, context: ReportContext) => string
