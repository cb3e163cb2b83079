import type { FileResult, Finding, LintResult } from '@klarsprak/engine'
import type { ReportStream } from './stream.ts'
import type { Reporter } from './types.ts'

/** The one JSON object of a run (the contract of `--format json`), indented. */
export const renderJson: Reporter = (result) => `${JSON.stringify(publicResult(result), null, 2)}\n`

/** The same, file by file. */
export const jsonStream: ReportStream = {
  head: '{\n  "version": 1,\n  "files": [',
  between: ',',
  part: (file) => `\n    ${indented(publicFile(file), 4)}`,
  *pieces(file) {
    const [before, after] = aroundFindings(indented(publicFile({ ...file, findings: [] }), 4))
    yield `\n    ${before}`
    let between = ''
    for (const finding of file.findings) {
      yield `${between}\n        ${indented(publicFinding(finding), 8)}`
      between = ','
    }
    yield file.findings.length === 0 ? after : `\n      ${after}`
  },
  end: ({ summary }) => `${summary.files === 0 ? '' : '\n  '}],\n  "summary": ${indented(summary, 2)}\n}\n`,
}

/** JSON whose lines but the first begin further in. Line breaks in its strings are escaped, and stay. */
function indented(value: unknown, columns: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(columns)}`)
}

/** One file object a line. */
export const jsonLinesStream: ReportStream = {
  head: '',
  between: '',
  part: jsonLine,
  pieces: linePieces,
  end: () => '',
}

export const renderJsonLines: Reporter = (result) => result.files.map(jsonLine).join('')

/** The line of one file in `--format jsonl`, with its line break. */
export function jsonLine(file: FileResult): string {
  return `${JSON.stringify(publicFile(file))}\n`
}

function* linePieces(file: FileResult): Generator<string> {
  const [before, after] = aroundFindings(jsonLine({ ...file, findings: [] }))
  yield before
  let between = ''
  for (const finding of file.findings) {
    yield between + JSON.stringify(publicFinding(finding))
    between = ','
  }
  yield after
}

/** Parts the JSON of a file without findings where they belong. Quotes in the strings before are escaped. */
function aroundFindings(json: string): [before: string, after: string] {
  const at = json.indexOf('[]', /"findings": ?\[\]/.exec(json)!.index)
  return [json.slice(0, at + 1), json.slice(at + 1)]
}

/**
 * The part of a file in `--format json`, from its line: white space is put in, and the rest need not be read. The line
 * may be decoded as Latin-1 and so be written, whatever its encoding, as long as that has ASCII in it.
 */
export function jsonPartOfLine(line: string): string {
  let text = indents[2]!
  let depth = 2
  let from = 0
  for (let at = 0; at < line.length; at++) {
    switch (line.charCodeAt(at)) {
      case quotationMark:
        at = endOfString(line, at)
        break
      case colon:
        text += `${line.slice(from, at + 1)} `
        from = at + 1
        break
      case comma:
        text += line.slice(from, at + 1) + indents[depth]!
        from = at + 1
        break
      case openBracket:
      case openBrace:
        // The code of the closing sign is two higher. Without anything in between they stand together.
        if (line.charCodeAt(at + 1) === line.charCodeAt(at) + 2) at++
        else {
          depth++
          text += line.slice(from, at + 1) + indents[depth]!
          from = at + 1
        }
        break
      case closeBracket:
      case closeBrace:
        depth--
        text += line.slice(from, at) + indents[depth]!
        from = at
    }
  }
  return text + line.slice(from).trimEnd()
}

const quotationMark = 0x22
const comma = 0x2c
const colon = 0x3a
const openBracket = 0x5b
const backslash = 0x5c
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d
/** As deep as a file's result goes, and deeper. */
const indents = Array.from({ length: 16 }, (_, depth) => `\n${'  '.repeat(depth)}`)

/** Where the string ends whose opening quotation mark stands at an offset. */
function endOfString(json: string, start: number): number {
  let end = start
  do end = json.indexOf('"', end + 1)
  while (isEscaped(json, end))
  return end
}

function isEscaped(json: string, at: number): boolean {
  let before = at
  while (json.charCodeAt(before - 1) === backslash) before--
  return (at - before) % 2 === 1
}

/** A run with the contract's keys and no others, in the contract's order. */
export function publicResult(result: LintResult): LintResult {
  return { version: 1, files: result.files.map(publicFile), summary: result.summary }
}

/** A file's result with the contract's keys and no others. */
export function publicFile(file: FileResult): FileResult {
  const { path, profile, findings, metrics, language } = file
  return {
    path,
    profile,
    ...(language === undefined ? {} : { language }),
    findings: findings.map(publicFinding),
    metrics,
  }
}

/** A finding with the contract's keys and no others. */
export function publicFinding(finding: Finding): Finding {
  const { ruleId, severity, checklist, message, why, url, fingerprint, text, range, suggestions, related, place } =
    finding
  const common = { ruleId, severity, checklist, message, why, url, fingerprint, text, range, suggestions, related }
  return place === undefined ? common : { ...common, place }
}
