import { bestEdits, checklistOf } from '@klarsprak/engine'
import { checklistHtml, checklistJson, checklistMarkdown } from '@klarsprak/report'
import { lintTexts, type ReadingOptions } from '../lint-texts.ts'
import { openLinter } from '../linter.ts'
import { FAILED, OK } from '../main.ts'
import { print } from '../terminal.ts'

const renderers = { markdown: checklistMarkdown, html: checklistHtml, json: checklistJson }

/** Prints the eleven points of the checklist for texts, half filled in. */
export async function checklist(
  paths: readonly string[],
  options: ReadingOptions & { format: keyof typeof renderers },
): Promise<number> {
  const linter = openLinter()
  await linter.prepare()
  const { results, failed } = lintTexts(linter, paths, options, 'checklist')
  if (results.length > 0)
    await print(
      renderers[options.format](results.map((file) => ({ file, points: checklistOf(file), edits: bestEdits(file) }))),
    )
  return failed ? FAILED : OK
}
