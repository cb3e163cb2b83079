import { type FileResult, type Finding, languageName, lixBand, type Severity } from '@klarsprak/engine'
import picocolors from 'picocolors'
import { type ReportStream, renderStream } from './stream.ts'
import { type RunTally, tallyRun } from './tally.ts'
import type { ReportContext, Reporter } from './types.ts'
import { widthOf } from './width.ts'
import { counted, formatNumber, placeInWords, severityNames, summaryLine, whereOf } from './words.ts'

/** Findings of the level förslag from one rule that are shown in full in one file; the rest are counted. */
const mostAlike = 3
/** How wide the shown part of a source line may be. */
const narrowest = 40

type Colors = ReturnType<typeof picocolors.createColors>

/** Text for a person at a terminal: the line with the words underlined, what, why, what to do, grouped by file. */
export const renderPretty: Reporter = (result, context) =>
  renderStream(prettyStream, result, tallyRun(result.files, context.quiet), context)

/** The same, file by file. */
export const prettyStream: ReportStream = { head: '', between: '', part: prettyFile, end: prettySummary }

/** The part of one file; the empty string where there is nothing to show. */
export function prettyFile(file: FileResult, context: ReportContext): string {
  const colors = picocolors.createColors(context.color ?? false)
  const findings = shown(file, context)
  if (findings.length === 0) return ''
  const width = Math.max(context.width ?? 80, narrowest + 10)
  const source = context.sourceOf?.(file.path)
  const explained = new Set<string>()
  const perRule = new Map<string, number>()
  const held = new Map<string, number>()
  let text = `${colors.underline(colors.bold(printable(file.path)))} ${colors.dim(fileFacts(file))}\n\n`
  for (const finding of findings) {
    const before = perRule.get(finding.ruleId) ?? 0
    perRule.set(finding.ruleId, before + 1)
    if (finding.severity === 'suggestion' && before >= mostAlike) {
      held.set(finding.ruleId, (held.get(finding.ruleId) ?? 0) + 1)
      continue
    }
    text += prettyFinding(finding, source, width, colors, !explained.has(finding.ruleId), context.fixCommand !== null)
    explained.add(finding.ruleId)
  }
  if (held.size > 0) {
    const list = [...held].map(([id, count]) => `${count} till från ${id}`).join(', ')
    text += wrap(
      `Dessutom ${list}. Lägg till --format html --output granskning.html för att se alla i webbläsaren.`,
      width,
      '  ',
    )
      .map((line) => `${colors.dim(line)}\n`)
      .join('')
    text += '\n'
  }
  return text
}

function shown(file: FileResult, context: ReportContext): readonly Finding[] {
  return context.quiet ? file.findings.filter((finding) => finding.severity !== 'suggestion') : file.findings
}

function fileFacts({ profile, metrics, language }: FileResult): string {
  const facts = [`texttyp ${profile}`, counted(metrics.words, 'ord', 'ord')]
  if (metrics.words >= 100) facts.push(`lix ${formatNumber(metrics.lix)} (${lixBand(metrics.lix)})`)
  if (language !== undefined && language !== 'sv')
    facts.push(`språk ${languageName(language)}: inte granskat som svenska`)
  return `(${facts.join(', ')})`
}

function prettyFinding(
  finding: Finding,
  source: string | undefined,
  width: number,
  colors: Colors,
  first: boolean,
  canFix: boolean,
): string {
  const paint = painter(finding.severity, colors)
  const head = finding.place ? printable(placeInWords(finding)) : whereOf(finding)
  const lines = [`  ${colors.bold(head)}  ${paint(severityNames[finding.severity])}  ${colors.dim(finding.ruleId)}`]
  lines.push(...excerpt(finding, source, width - 6, paint, colors))
  lines.push(...wrap(finding.message, width, '    '))
  if (first && finding.why) lines.push(...wrap(`Varför: ${finding.why}`, width, '    ').map(colors.dim))
  for (const [index, suggestion] of finding.suggestions.slice(0, 3).entries()) {
    const label = index === 0 ? 'Gör så här: ' : 'Eller: '
    const isSafe = canFix && !finding.place && suggestion.safety === 'safe' && suggestion.edits.length > 0
    const safe = isSafe ? ' (rättas med --fix)' : ''
    lines.push(...wrap(`${label}${suggestion.title}${safe}`, width, '    ').map(colors.green))
  }
  for (const place of finding.related.slice(0, 2))
    lines.push(
      ...wrap(
        `Se även ${finding.place ? '' : `${place.range.start.line}:${place.range.start.column}: `}${place.message}`,
        width,
        '    ',
      ).map(colors.dim),
    )
  if (first && finding.url) lines.push(colors.dim(`    Läs mer: ${finding.url}`))
  return `${lines.join('\n')}\n\n`
}

function painter(severity: Severity, colors: Colors): (text: string) => string {
  if (severity === 'error') return colors.red
  return severity === 'warning' ? colors.yellow : colors.cyan
}

/** The source line, or the part of it around the words that fits, with the words underlined. */
function excerpt(
  finding: Finding,
  source: string | undefined,
  width: number,
  paint: (text: string) => string,
  colors: Colors,
): string[] {
  if (source === undefined) return finding.text === '' ? [] : [`    ${colors.dim('│')} ${printable(finding.text)}`]
  const { start, end } = finding.range
  const lineStart = start.offset - (start.column - 1)
  let lineEnd = lineStart
  while (lineEnd < source.length && source[lineEnd] !== '\n' && source[lineEnd] !== '\r') lineEnd++
  const markEnd = Math.min(end.offset, lineEnd)
  let from = lineStart
  let to = lineEnd
  const room = Math.max(width, narrowest)
  if (to - from > room) {
    const spare = Math.max(0, room - (markEnd - start.offset))
    from = Math.max(lineStart, Math.min(start.offset - Math.floor(spare / 2), lineEnd - room))
    from = wordStart(source, from, lineStart, start.offset)
    to = Math.min(lineEnd, from + room)
    to = wordEnd(source, to, lineEnd, Math.min(markEnd, to))
  }
  const before = (from > lineStart ? '… ' : '') + printable(source.slice(from, start.offset))
  const marked = printable(source.slice(start.offset, Math.min(markEnd, to)))
  const after = printable(source.slice(Math.min(markEnd, to), to)) + (to < lineEnd || end.line > start.line ? ' …' : '')
  if (before.trim() === '' && marked === '' && after.trim() === '') return []
  const underline = ' '.repeat(widthOf(before)) + paint('~'.repeat(Math.max(1, widthOf(marked))))
  const bar = colors.dim('│')
  return [`    ${bar} ${before}${marked}${after}`, `    ${bar} ${underline}`]
}

function wordStart(source: string, at: number, lowest: number, highest: number): number {
  if (at <= lowest) return lowest
  const space = source.indexOf(' ', at)
  return space === -1 || space >= highest ? at : space + 1
}

function wordEnd(source: string, at: number, highest: number, lowest: number): number {
  if (at >= highest) return highest
  const space = source.lastIndexOf(' ', at)
  return space <= lowest ? at : space
}

/** A path as it can be written on a command line. */
export function shellName(path: string): string {
  return /^[\p{L}\p{N}_./@:+-]+$/u.test(path) ? path : `"${path}"`
}

/** Tabs become spaces; control characters, which could steer the terminal, and direction marks become visible. */
function printable(text: string): string {
  return text
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD')
}

function wrap(text: string, width: number, indent: string): string[] {
  const lines: string[] = []
  let line = indent
  let used = indent.length
  for (const word of printable(text).split(' ')) {
    const wide = widthOf(word)
    if (line.length > indent.length && used + 1 + wide > width) {
      lines.push(line)
      line = `${indent}${word}`
      used = indent.length + wide
    } else {
      const isFirst = line.length === indent.length
      line += isFirst ? word : ` ${word}`
      used += isFirst ? wide : wide + 1
    }
  }
  lines.push(line)
  return lines
}

/** The first paths by name, the rest by number. */
function wordsForPaths({ count, first }: RunTally['empty']): string {
  const named = first.map(printable)
  const more = count - named.length
  if (more > 0) return `${named.join(', ')} och ${counted(more, 'fil', 'filer')} till`
  return named.length === 1 ? named[0]! : `${named.slice(0, -1).join(', ')} och ${named.at(-1)}`
}

function defaultFix({ summary, path }: RunTally): string {
  return summary.files === 1 ? `klarsprak lint ${shellName(path)} --fix` : '--fix'
}

function prettySummary(run: RunTally, context: ReportContext): string {
  const { summary, empty, foreign } = run
  if (summary.files === 0) return ''
  const colors = picocolors.createColors(context.color ?? false)
  const none = summary.errors + summary.warnings + summary.suggestions === 0
  if (empty.count === summary.files)
    return `${colors.yellow(`Ingen text att granska i ${counted(summary.files, 'fil', 'filer')}.`)}\n`
  const left = [...foreign.values()].reduce((sum, { count }) => sum + count, empty.count)
  let text = ''
  if (!none || left < summary.files)
    text += `${none ? colors.green(summaryLine(summary)) : colors.bold(summaryLine(summary))}\n`
  if (empty.count > 0) text += `${colors.yellow(`Ingen text att granska i ${wordsForPaths(empty)}.`)}\n`
  for (const [language, files] of foreign) {
    const name = languageName(language)
    text += `${colors.yellow(`Texten ser ut att vara på ${name} och är inte granskad som svenska: ${wordsForPaths(files)}.`)}\n`
  }
  const fixCommand = context.fixCommand === undefined ? defaultFix(run) : context.fixCommand
  if (summary.fixable > 0 && fixCommand !== null)
    text += `${counted(summary.fixable, 'träff kan rättas', 'träffar kan rättas')} utan risk${fixCommand === '--fix' ? ' med --fix.' : `: ${fixCommand}`}\n`
  const first = run.startWith(3)
  if (first.length > 1 || (first[0]?.count ?? 0) > 3) {
    text += `\n${colors.bold(first.length === 1 ? 'Börja med det här' : `${formatNumber(first.length)} saker att börja med`)}\n`
    const many = summary.files > 1
    for (const [index, entry] of first.entries()) {
      const where = `${many ? `${printable(entry.path)}:` : ''}${entry.where}`
      const times = entry.count > 1 ? `, ${counted(entry.count, 'gång', 'gånger')}` : ''
      text += wrap(
        `${index + 1}. ${entry.message} (${entry.ruleId}${times}, först ${where})`,
        Math.max(context.width ?? 80, 50),
        '  ',
      ).join('\n')
      text += '\n'
    }
  }
  return text
}
