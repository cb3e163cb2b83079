import type { Document } from '@klarsprak/documents'
import type { Exception, Sourced } from './config/config.ts'
import type { FileConfig } from './config/configurations.ts'
import { type FindingPlace, type SilencedFinding, setDetail } from './detail.ts'
import { Fingerprints } from './fingerprint.ts'
import { hashText } from './hash.ts'
import type { LineIndex } from './line-index.ts'
import type { DocumentRun } from './lint-document.ts'
import { sumMetrics } from './metrics.ts'
import { ownRules } from './own-rules.ts'
import { byRange, type Placed, type Placements } from './placements.ts'
import type { FileResult, Finding, SourceSuggestion } from './result.ts'
import type { Settings } from './settings.ts'
import { type RuleNames, Suppressions } from './suppressions.ts'
import type { Profile } from './types.ts'

/** All that a result is made from. */
export interface Assembly {
  readonly path: string
  readonly document: Document
  readonly run: DocumentRun
  readonly settings: Settings
  readonly config: FileConfig
  readonly profile: Sourced<Profile>
  readonly exceptions: readonly Exception[]
  readonly frontMatterFaults: readonly Fault[]
  readonly names: RuleNames
  ruleUrl(id: string): string
}

/** Something wrong with what stands round the text: comments and front matter. Offsets are into the source. */
interface Fault {
  readonly message: string
  readonly start: number
  readonly end: number
  readonly suggestions?: SourceSuggestion[]
}

interface OwnFault extends Fault {
  readonly rule: string
}

/**
 * Makes the result of a file: findings carried to the source, silenced ones taken out, faults put in.
 *
 * @param placements of this text; the result shares their findings
 */
export function assemble(assembly: Assembly, placements: Placements): FileResult {
  const { path, document, run, settings, config, profile } = assembly
  const { lines } = placements
  const suppressions = document.directives.length > 0 ? new Suppressions(document, assembly.names) : undefined
  const silenced: SilencedFinding[] = []
  const placed = placements.placed.filter(({ finding }) => {
    const why = silence(finding, suppressions, assembly.exceptions)
    if (why) silenced.push({ finding, ...why })
    return why === undefined
  })
  const faults = ownFindings(assembly, lines, suppressions)
  const all = faults.length === 0 ? placed : [...placed, ...faults].sort(byRange)
  let metrics: FileResult['metrics'] | undefined
  const result: FileResult = {
    path,
    profile: settings.profile,
    findings: all.map(({ finding }) => finding),
    // Worked out when asked for: an editor asks for them more seldom than for findings.
    get metrics() {
      metrics ??= sumMetrics(run.stats)
      return metrics
    },
    ...(run.language === undefined ? {} : { language: run.language }),
  }
  const places = all.map(({ place }) => place)
  setDetail(result, { document, settings, config, profile, blocks: run.stats, places, silenced })
  return result
}

function silence(
  finding: Finding,
  suppressions: Suppressions | undefined,
  exceptions: readonly Exception[],
): { by: SilencedFinding['by']; reason: string } | undefined {
  const reason = suppressions?.reasonFor(finding)
  if (reason !== undefined) return { by: 'comment', reason }
  const exception = exceptions.find(
    ({ fingerprint, rule }) => fingerprint === finding.fingerprint && rule === finding.ruleId,
  )
  return exception && { by: 'exception', reason: exception.reason }
}

/** What the engine itself says of comments and front matter; comments may silence that too. */
function ownFindings(assembly: Assembly, lines: LineIndex, suppressions: Suppressions | undefined): Placed[] {
  const { settings, frontMatterFaults, exceptions } = assembly
  const unused = suppressions?.unused((id) => settings.rules.has(id) && !ownIds.has(id)) ?? []
  const faults: OwnFault[] = [
    ...frontMatterFaults.map((fault) => ({ ...fault, rule: 'ogiltiga-metadata' })),
    ...(suppressions?.faults ?? []),
    ...unused,
  ]
  const fingerprints = new Fingerprints()
  return faults
    .flatMap((fault) => ownFinding(fault, assembly, lines, fingerprints))
    .filter((finding) => silence(finding, suppressions, exceptions) === undefined)
    .map((finding) => ({ finding, place: outside }))
}

const outside: FindingPlace = { block: -1, start: 0, end: 0, extent: 'document' }

const ownIds = new Set(ownRules.map(({ meta }) => meta.id))

function ownFinding(fault: OwnFault, assembly: Assembly, lines: LineIndex, fingerprints: Fingerprints): Finding[] {
  const { settings, document, ruleUrl } = assembly
  const { rule: id } = fault
  const setting = settings.rules.get(id)
  const meta = ownRules.find((rule) => rule.meta.id === id)?.meta
  if (!setting || !meta) return []
  const { message, start, end, suggestions = [] } = fault
  const text = document.source.slice(start, end)
  return [
    {
      ruleId: id,
      severity: setting.severity,
      checklist: [...meta.checklist],
      message,
      why: meta.why,
      url: ruleUrl(id),
      fingerprint: fingerprints.next(hashText(`${id}\u0000${text}\u0000${message}`)),
      text,
      range: lines.range(start, end),
      suggestions,
      related: [],
    },
  ]
}
