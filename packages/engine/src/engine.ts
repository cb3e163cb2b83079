import { type Document, type Format, formatOf, readDocument } from '@klarsprak/documents'
import { BlockCache } from './block-cache.ts'
import { Fingerprints, findingName, sentenceAt } from './fingerprint.ts'
import { LineIndex } from './line-index.ts'
import { type DocumentRun, lintDocument } from './lint-document.ts'
import { sumMetrics } from './metrics.ts'
import { FindingPlacer } from './place-findings.ts'
import { type BlockFinding, Program, type ProgramHooks } from './program.ts'
import type { FileResult, Finding } from './result.ts'
import { makeSettings, type RuleChange, type Settings } from './settings.ts'
import type { AnyRule, Profile } from './types.ts'

export interface EngineOptions extends ProgramHooks {
  rules: readonly AnyRule[]
  /** The address of a rule's page. */
  ruleUrl?(id: string): string
}

export interface LintInput {
  /** The text, decoded, without a byte order mark. Either this or `document`. */
  source?: string
  /** A text that has been read already. */
  document?: Document
  /** By the name of the file where left out. */
  format?: Format
  /** Decides the format, and which settings hold; never opened. */
  filename?: string
  /** Names the file in the result: the file name where left out. */
  path?: string
  /** HTML only: a CSS selector of the part to read. */
  main?: string
  profile?: Profile
  rules?: ReadonlyMap<string, RuleChange>
  /** Only these rules run. */
  only?: readonly string[]
}

export interface Engine {
  lint(input: LintInput): FileResult
}

/** A linter of these rules. It knows no rule of its own but those that look after suppressions. */
export function createEngine(options: EngineOptions): Engine {
  return new RuleEngine(options)
}

/** Programs of settings that are kept compiled. */
const keptPrograms = 32

class RuleEngine implements Engine {
  readonly #rules: readonly AnyRule[]
  readonly #hooks: ProgramHooks
  readonly #ruleUrl: (id: string) => string
  readonly #cache = new BlockCache()
  readonly #programs = new Map<string, Program>()

  constructor({ rules, ruleUrl, ...hooks }: EngineOptions) {
    this.#rules = rules
    this.#hooks = hooks
    this.#ruleUrl = ruleUrl ?? ((id) => `#${id}`)
  }

  lint(input: LintInput): FileResult {
    const document = input.document ?? readInput(input)
    const profile = input.profile ?? 'webb'
    const metas = this.#rules.map(({ meta }) => meta)
    const wanted = input.only ? metas.filter(({ id }) => input.only!.includes(id)) : metas
    const settings = makeSettings(wanted, profile, input.rules ? [input.rules] : [])
    const run = lintDocument(document, this.#program(settings), this.#cache)
    return this.#result(input.path ?? input.filename ?? '', document, settings, run)
  }

  #program(settings: Settings): Program {
    let program = this.#programs.get(settings.key)
    if (program) this.#programs.delete(settings.key)
    else program = new Program(this.#rules, settings, this.#hooks)
    this.#programs.set(settings.key, program)
    if (this.#programs.size > keptPrograms) this.#programs.delete(this.#programs.keys().next().value!)
    return program
  }

  #result(path: string, document: Document, settings: Settings, run: DocumentRun): FileResult {
    const lines = new LineIndex(document.source)
    const placer = new FindingPlacer(document, lines, this.#ruleUrl)
    const fingerprints = new Fingerprints()
    const findings: Finding[] = []
    let heading = ''
    for (const [index, list] of run.findings.entries()) {
      const block = document.blocks[index]
      if (block?.kind === 'heading') heading = block.text
      for (const finding of list ?? []) {
        const name = nameOf(finding, block?.text ?? '', run.stats[index]?.sentenceSpans, heading)
        findings.push(placer.place(finding, block, fingerprints.next(name)))
      }
    }
    let metrics: FileResult['metrics'] | undefined
    return {
      path,
      profile: settings.profile,
      findings,
      // Worked out when asked for: an editor asks for them more seldom than for findings.
      get metrics() {
        metrics ??= sumMetrics(run.stats)
        return metrics
      },
      ...(run.language === undefined ? {} : { language: run.language }),
    }
  }
}

function nameOf(finding: BlockFinding, text: string, spans: Int32Array | undefined, heading: string): string {
  if (finding.meta.extent === 'document') return findingName(finding, heading, '')
  const sentence = sentenceAt(spans ?? new Int32Array(), finding.start, text.length)
  return findingName(finding, text.slice(sentence.start, sentence.end), text.slice(finding.start, finding.end))
}

function readInput({ source = '', format, filename, main }: LintInput): Document {
  return readDocument(source, {
    format: format ?? (filename === undefined ? 'text' : formatOf(filename)),
    ...(filename === undefined ? {} : { filename }),
    ...(main === undefined ? {} : { main }),
  })
}
