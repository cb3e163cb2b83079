import {
  detailOf,
  type FileResult,
  type Finding,
  fewestWords,
  lixBand,
  type Metrics,
  sectionMetrics,
} from '@klarsprak/engine'
import { formatNumber, severityNames } from '@klarsprak/report'
import { pageOf } from 'retext-klarsprak/pages'
import { type CancellationToken, type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver'
import { linted, type ServerContext } from '../context.ts'
import { offsetAt, rangeAt } from '../positions.ts'

/** Words that a reader takes in a minute: a middling speed for silent reading of plain prose. */
const wordsPerMinute = 200

/** What is said of the words at a place, and the figures of the section where that is a heading. */
export async function hover(
  context: ServerContext,
  params: HoverParams,
  token: CancellationToken,
): Promise<Hover | null> {
  const found = await linted(context, params.textDocument.uri, token)
  if (!found) return null
  const { document, result } = found
  const offset = offsetAt(document.text, params.position, context.encoding)
  const here = result.findings.filter(({ range }) => range.start.offset <= offset && offset < range.end.offset)
  const parts = await Promise.all(here.map((finding) => describe(finding, context.showsFindings)))
  const section = sectionAt(result, offset)
  if (section) parts.push(section.text)
  if (parts.length === 0) return null
  const smallest = [
    ...here.map(({ range }) => ({ start: range.start.offset, end: range.end.offset })),
    section?.heading,
  ]
    .filter((span) => span !== undefined)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0]!
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
    range: rangeAt(document.text, smallest.start, smallest.end, context.encoding),
  }
}

/** @param known the client shows the message and the first advice of a finding beside the hover */
async function describe(
  { message, why, severity, ruleId, url, suggestions }: Finding,
  known: boolean,
): Promise<string> {
  const lines = [
    `${known ? '' : `**${escapeMarkdown(message)}** (${severityNames[severity]})\n\n`}${escapeMarkdown(why)}`,
  ]
  if (suggestions.length > (known ? 1 : 0))
    lines.push(suggestions.map(({ title }) => `- Gör så här: ${escapeMarkdown(title)}`).join('\n'))
  const example = await firstExample(ruleId)
  if (example) lines.push(`_Exempel:_ ${example}`)
  lines.push(`[Läs om ${ruleId}](${url})`)
  return lines.join('\n\n')
}

/** The first example of a rule's page that is one line, with what to write instead. */
async function firstExample(id: string): Promise<string | undefined> {
  const page = await pageOf(id).catch(() => '')
  const first = (heading: string) => {
    const [, part = ''] = page.split(`## ${heading}\n`)
    return /^1\. (.+)$/mu.exec(part.split('\n## ')[0]!)?.[1]
  }
  const before = first('Exempel')
  const after = first('Skriv hellre')
  return before && after ? `${before} → ${after}` : undefined
}

function sectionAt(result: FileResult, offset: number) {
  const { document } = detailOf(result)
  const block = document.blocks.find(
    ({ kind, source }) => kind === 'heading' && source.start <= offset && offset <= source.end,
  )
  const section = block && sectionMetrics(result).find((one) => one.block === block.index)
  if (!block || !section || section.metrics.words === 0) return undefined
  return { text: `Avsnittet: ${figures(section.metrics)}`, heading: block.source }
}

/** `312 ord, 2 minuter att läsa, lix 43 (medelsvår)`. */
function figures({ words, lix }: Metrics): string {
  const minutes = Math.max(1, Math.round(words / wordsPerMinute))
  const facts = [`${formatNumber(words)}\u00a0ord`, `${minutes}\u00a0${minutes === 1 ? 'minut' : 'minuter'} att läsa`]
  if (words >= fewestWords) facts.push(`lix ${formatNumber(lix)} (${lixBand(lix)})`)
  return facts.join(', ')
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/gu, '\\$&')
}
