import type { Finding, Range, Severity } from '@klarsprak/engine'
import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from 'node-sarif-builder'
import type { ReportContext, Reporter } from './types.ts'
import { capitalised, placeInWords } from './words.ts'

const levels: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  suggestion: 'note',
}

/** SARIF 2.1.0, with columns in UTF-16 code units and the fingerprints of our own baseline. */
export const renderSarif: Reporter = (result, context) => {
  const run = new SarifRunBuilder().initSimple({
    toolDriverName: 'Klarspråk',
    toolDriverVersion: context.version ?? '0.0.0',
    url: 'https://github.com/klarsprak/klarsprak',
  })
  run.run.columnKind = 'utf16CodeUnits'
  run.run.tool.driver.language = 'sv-SE'
  const used = new Map<string, Finding>()
  for (const file of result.files) for (const finding of file.findings) used.set(finding.ruleId, finding)
  for (const [id, finding] of [...used].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const meta = context.rules?.find((rule) => rule.id === id)
    const rule = new SarifRuleBuilder().initSimple({
      ruleId: id,
      shortDescriptionText: meta?.description ?? finding.message,
      fullDescriptionText: meta?.why ?? finding.why,
      helpUri: finding.url,
    })
    rule.rule.name = meta?.title ?? id
    rule.rule.defaultConfiguration = { level: levels[meta?.severity ?? finding.severity] }
    run.addRule(rule)
  }
  for (const file of result.files)
    for (const finding of file.findings) run.addResult(resultOf(file.path, finding, context))
  const sarif = new SarifBuilder({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json' })
  sarif.addRun(run)
  return `${sarif.buildSarifJsonString({ indent: true })}\n`
}

function resultOf(path: string, finding: Finding, context: ReportContext): SarifResultBuilder {
  const uri = uriOf(path)
  const builder = new SarifResultBuilder().initSimple({
    ruleId: finding.ruleId,
    level: levels[finding.severity],
    messageText: `${finding.message} ${finding.why}`,
    fileUri: uri,
  })
  const physical = builder.result.locations?.[0]?.physicalLocation
  if (physical) {
    physical.artifactLocation = { uri }
    // A region of the text that was taken out of a Word document is no region of the file.
    if (!finding.place) physical.region = { ...regionOf(finding.range), snippet: { text: finding.text } }
  }
  if (finding.place) {
    const [location] = builder.result.locations ?? []
    if (location) location.logicalLocations = [{ name: capitalised(placeInWords(finding)), kind: 'element' }]
    builder.result.message.text = `”${finding.text}”: ${finding.message} ${finding.why}`
    builder.result.partialFingerprints = { 'klarsprak/v1': finding.fingerprint }
    return builder
  }
  builder.result.partialFingerprints = { 'klarsprak/v1': finding.fingerprint }
  if (finding.related.length > 0)
    builder.result.relatedLocations = finding.related.map((place, id) => ({
      id,
      message: { text: place.message },
      physicalLocation: { artifactLocation: { uri }, region: regionOf(place.range) },
    }))
  const source = context.sourceOf?.(path)
  const fixes = finding.suggestions.filter((suggestion) => suggestion.edits.length > 0)
  if (fixes.length > 0)
    builder.result.fixes = fixes.map((suggestion) => ({
      description: { text: suggestion.title },
      artifactChanges: [
        {
          artifactLocation: { uri },
          replacements: suggestion.edits.map((edit) => ({
            // Offsets are exact; lines and columns are given too where the text is at hand, since many readers want them.
            deletedRegion: source === undefined ? offsets(edit) : { ...lines(source, edit), ...offsets(edit) },
            insertedContent: { text: edit.text },
          })),
        },
      ],
    }))
  return builder
}

function regionOf(range: Range) {
  return {
    startLine: range.start.line,
    startColumn: range.start.column,
    endLine: range.end.line,
    endColumn: range.end.column,
    charOffset: range.start.offset,
    charLength: range.end.offset - range.start.offset,
  }
}

function offsets(edit: { start: number; end: number }) {
  return { charOffset: edit.start, charLength: edit.end - edit.start }
}

function lines(source: string, edit: { start: number; end: number }) {
  const place = (offset: number) => {
    const before = source.slice(0, offset).split(/\r\n|\r|\n/)
    return [before.length, before.at(-1)!.length + 1] as const
  }
  const [startLine, startColumn] = place(edit.start)
  const [endLine, endColumn] = place(edit.end)
  return { startLine, startColumn, endLine, endColumn }
}

/** A relative path as a URI reference; backslashes become slashes. */
function uriOf(path: string): string {
  return path
    .replaceAll('\\', '/')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/^([A-Za-z])%3A\//, 'file:///$1:/')
}
