import type { FileResult, LintResult } from '@klarsprak/engine'
import type { RunTally } from './tally.ts'
import type { ReportContext } from './types.ts'

/**
 * A report that can be written while the files are linted, so that none of them need be held: `head`, the parts of the
 * files in order with `between` between them, `end`.
 */
export interface ReportStream {
  readonly head: string
  readonly between: string
  /** What is shown of one file. The parts may be made in other threads than the rest. */
  part(file: FileResult, context: ReportContext): string
  /** The same bit by bit, where the part of a long text would be a string of many megabytes. */
  pieces?(file: FileResult, context: ReportContext): Iterable<string>
  end(run: RunTally, context: ReportContext): string
}

/** A whole run at once, as its stream writes it. */
export function renderStream(
  stream: ReportStream,
  { files }: LintResult,
  run: RunTally,
  context: ReportContext,
): string {
  const parts = files.map((file) => stream.part(file, context))
  return `${stream.head}${parts.join(stream.between)}${stream.end(run, context)}`
}
