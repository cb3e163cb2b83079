import { compare } from '@klarsprak/engine'
import { comparisonJson, comparisonPretty } from '@klarsprak/report'
import { type ReadingOptions, requestFor } from '../lint-texts.ts'
import { openLinter } from '../linter.ts'
import { print } from '../terminal.ts'

/** Prints what got better and what got worse from one version of a text to the next. */
export async function diff(
  before: string,
  after: string,
  options: ReadingOptions & { format: 'pretty' | 'json' },
): Promise<void> {
  const linter = openLinter()
  const older = requestFor(before, options)
  const newer = requestFor(after, options)
  await linter.prepare(newer)
  const compared = { before, after, comparison: compare(linter.lint(older), linter.lint(newer)) }
  await print(options.format === 'json' ? comparisonJson(compared) : comparisonPretty(compared))
}
