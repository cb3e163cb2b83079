import { detailOf, type FileResult, fewestWords, type Metrics, sectionMetrics } from '@klarsprak/engine'
import { counted, formatNumber } from '@klarsprak/report'
import type { CancellationToken, CodeLens, CodeLensParams } from 'vscode-languageserver'
import { linted, type ServerContext } from '../context.ts'
import { rangeAt } from '../positions.ts'

/** Words, LIX and findings: of the text at the top, of each section above its heading. */
export async function codeLenses(
  context: ServerContext,
  params: CodeLensParams,
  token: CancellationToken,
): Promise<CodeLens[]> {
  const found = await linted(context, params.textDocument.uri, token)
  if (!found?.settings.codeLens) return []
  const { document, result } = found
  const lens = (start: number, end: number, title: string): CodeLens => ({
    range: rangeAt(document.text, start, end, context.encoding),
    command: { title, command: '' },
  })
  const { blocks } = detailOf(result).document
  const sections = sectionMetrics(result)
  const lenses = [lens(0, 0, title('Hela texten', result.metrics, result.findings.length))]
  for (const { block, metrics, end } of sections) {
    const heading = blocks[block]!.source
    // The only heading of a text holds all of it.
    if (metrics.words === 0 || (sections.length === 1 && metrics.words === result.metrics.words)) continue
    lenses.push(lens(heading.start, heading.end, title('Avsnittet', metrics, findingsIn(result, heading.start, end))))
  }
  return lenses
}

function findingsIn({ findings }: FileResult, start: number, end: number): number {
  return findings.filter(({ range }) => range.start.offset >= start && range.start.offset < end).length
}

function title(what: string, { words, lix }: Metrics, findings: number): string {
  const facts = [counted(words, 'ord', 'ord')]
  if (words >= fewestWords) facts.push(`lix ${formatNumber(lix)}`)
  facts.push(counted(findings, 'träff', 'träffar'))
  return `${what}: ${facts.join(' · ')}`
}
