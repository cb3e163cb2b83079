import type { LintResult, RuleMeta } from '@klarsprak/engine'

/** What can be asked for with `--format`. */
export type ReportFormat = 'pretty' | 'json' | 'jsonl' | 'sarif' | 'junit' | 'github' | 'markdown'

/** What a report may need beside the findings. */
export interface ReportContext {
  /** The text of a file as decoded, for showing the lines; undefined where it is not at hand. */
  sourceOf?(path: string): string | undefined
  /** The rules, for names and descriptions in SARIF and Markdown. */
  rules?: readonly RuleMeta[]
  /** The version of the program. */
  version?: string
  /** Colour in `pretty`. Default: none. */
  color?: boolean
  /** Columns of the terminal. Default: 80. */
  width?: number
  /** Only findings of warning and error in `pretty`. */
  quiet?: boolean
}

/** Renders a whole run as text that ends with a line break, or the empty string. */
export type Reporter = (result: LintResult, context: ReportContext) => string
