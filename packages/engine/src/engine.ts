import { type Document, readDocument } from '@klarsprak/documents'
import { assemble } from './assemble.ts'
import { BlockCache } from './block-cache.ts'
import type { Sourced } from './config/config.ts'
import { Configurations } from './config/configurations.ts'
import { type ExplainedConfig, explainConfig } from './config/explain.ts'
import { type FileSystem, noFiles } from './config/file-system.ts'
import { type FixOutcome, fixText } from './fix.ts'
import { judge, type Verdict } from './gate.ts'
import { guessProfile } from './guess-profile.ts'
import { type DocumentRun, lintDocument, type RunOptions } from './lint-document.ts'
import { ownRules } from './own-rules.ts'
import { type Placements, placeFindings } from './placements.ts'
import type { ProgramHooks } from './program.ts'
import { Programs } from './programs.ts'
import type { LintRequest, SettingsRequest } from './request.ts'
import type { FileResult } from './result.ts'
import type { LintSession } from './session.ts'
import { originOf, type Resolved, SettingsResolver } from './settings-resolver.ts'
import type { RuleNames } from './suppressions.ts'
import type { AnyRule, Profile, RuleMeta } from './types.ts'

export interface EngineOptions extends ProgramHooks {
  rules: readonly AnyRule[]
  /** Ready-made settings by name: `klarsprak:hallefors`. */
  presets?: Readonly<Record<string, unknown>>
  /** Where settings files are looked for; nowhere where left out. */
  fileSystem?: FileSystem
  /** The address of a rule's page. */
  ruleUrl?(id: string): string
  /** Characters of text whose results are kept in memory beside the document in hand. Default: four million. */
  keptText?: number
}

/**
 * Lints texts by a set of rules. All methods that take a request throw `ConfigError` where its settings cannot be
 * used, and those that read a text `DocumentError` where that cannot be read.
 */
export interface Engine {
  /** The rules it was given and its own, by id. */
  readonly rules: readonly RuleMeta[]
  /** Loads what rules need that a request may turn on. Await it before the first `lint` with those settings. */
  prepare(request?: SettingsRequest): Promise<void>
  /** Nothing needs to be loaded for a request. */
  isReady(request?: SettingsRequest): boolean
  lint(request: LintRequest): FileResult
  /** The text with all safe fixes made. */
  fix(request: LintRequest): FixOutcome
  /** A text that changes, linted again and again. */
  openSession(request: SettingsRequest & Pick<LintRequest, 'path'>): LintSession
  /**
   * Whether the text of a result may be published.
   *
   * @param previous the text as published: findings that it had too do not count
   */
  verdict(result: FileResult, previous?: FileResult): Verdict
  /** The settings in force for a file, and where each comes from. */
  explain(request: LintRequest): ExplainedConfig
  /** The settings files and glossaries that hold for a file, nearest first. */
  settingsFiles(request: SettingsRequest): readonly string[]
  /** The settings file that keeps a file or folder from being linted. */
  ignoredBy(path: string): string | undefined
  /** Settings files or glossaries have changed. */
  reloadSettings(): void
}

/** A linter of these rules. It knows no rule of its own but those that look after comments and front matter. */
export function createEngine(options: EngineOptions): Engine {
  return new RuleEngine(options)
}

class RuleEngine implements Engine {
  readonly rules: readonly RuleMeta[]
  readonly #rules: readonly AnyRule[]
  readonly #wholeDocument: ReadonlySet<string>
  readonly #configurations: Configurations
  readonly #resolver: SettingsResolver
  readonly #programs: Programs
  readonly #cache: BlockCache
  readonly #names: RuleNames
  readonly #ruleUrl: (id: string) => string
  readonly #loaded = new Set<string>()

  constructor(options: EngineOptions) {
    const { rules, presets = {}, fileSystem = noFiles, ruleUrl = (id) => `#${id}`, keptText, ...hooks } = options
    this.#cache = new BlockCache(keptText)
    this.#rules = [...rules, ...ownRules]
    this.rules = this.#rules.map(({ meta }) => meta)
    this.#wholeDocument = new Set([...rules.filter(({ document }) => document), ...ownRules].map(({ meta }) => meta.id))
    this.#configurations = new Configurations({ rules: this.#rules, presets, fileSystem })
    this.#resolver = new SettingsResolver(this.rules, this.#configurations)
    this.#programs = new Programs(this.#rules, onceForEachRule(hooks))
    this.#names = {
      ids: this.rules.map(({ id }) => id),
      ruleId: (name) => this.#configurations.ruleId(name),
    }
    this.#ruleUrl = ruleUrl
  }

  async prepare(request: SettingsRequest = {}): Promise<void> {
    await Promise.all(
      this.#unloaded(request).map(async ({ load, meta }) => {
        await load!()
        this.#loaded.add(meta.id)
      }),
    )
  }

  isReady(request: SettingsRequest = {}): boolean {
    return this.#unloaded(request).length === 0
  }

  /** Rules that are to be loaded before a request, whatever kind of text it turns out to be. */
  #unloaded(request: SettingsRequest): AnyRule[] {
    return this.#rules.filter(
      ({ load, meta }) => load && !this.#loaded.has(meta.id) && this.#resolver.mayRun(meta, request),
    )
  }

  lint(request: LintRequest): FileResult {
    const document = documentOf(request)
    const { passage = false } = request
    const resolved = this.#resolver.resolve(request, document, passage ? null : undefined)
    return this.#place(document, this.#run(document, resolved, { passage }), resolved, pathOf(request))
  }

  fix(request: LintRequest): FixOutcome {
    const document = documentOf(request)
    const resolved = this.#resolver.resolve(request, document)
    return fixText(document, {
      read: (source) => documentOf({ ...request, source }),
      lint: (changed) => this.#lint(changed, resolved, pathOf(request)),
      readsWholeDocument: (id) => this.#wholeDocument.has(id),
      yields: (id, to) => this.rules.find((rule) => rule.id === id)?.yieldsTo?.includes(to) ?? false,
    })
  }

  openSession(request: SettingsRequest & Pick<LintRequest, 'path'>): LintSession {
    let last: Placements | undefined
    let guessed: Sourced<Profile> | null | undefined
    return {
      update: (document, { guessAgain = false } = {}) => {
        if (guessed === undefined || guessAgain) guessed = guessProfile(document, request.filename) ?? null
        const resolved = this.#resolver.resolve(request, document, guessed)
        const run = this.#run(document, resolved, last ? { last } : {})
        last = placeFindings(document, run, this.#ruleUrl, last)
        return this.#assemble(last, resolved, pathOf(request))
      },
    }
  }

  verdict(result: FileResult, previous?: FileResult): Verdict {
    return judge(result, previous).verdict
  }

  explain(request: LintRequest): ExplainedConfig {
    const { config, profile } = this.#resolver.resolve(request, documentOf(request))
    const requested = this.#resolver.requested(request)
    return explainConfig(this.rules, config, profile, requested, originOf(request))
  }

  settingsFiles(request: SettingsRequest): readonly string[] {
    return this.#resolver.config(request).files
  }

  ignoredBy(path: string): string | undefined {
    return this.#configurations.ignoredBy(path)
  }

  reloadSettings(): void {
    this.#configurations.clear()
  }

  #lint(document: Document, resolved: Resolved, path: string): FileResult {
    return this.#place(document, this.#run(document, resolved), resolved, path)
  }

  #run(document: Document, { settings }: Resolved, options: RunOptions = {}): DocumentRun {
    return lintDocument(document, this.#programs.for(settings), this.#cache, options)
  }

  #place(document: Document, run: DocumentRun, resolved: Resolved, path: string): FileResult {
    return this.#assemble(placeFindings(document, run, this.#ruleUrl), resolved, path)
  }

  #assemble(placements: Placements, resolved: Resolved, path: string): FileResult {
    const { document, run } = placements
    return assemble({ ...resolved, path, document, run, names: this.#names, ruleUrl: this.#ruleUrl }, placements)
  }
}

function documentOf(request: LintRequest): Document {
  const { document, source, format, filename, main } = request
  if (source === undefined) {
    if (document) return document
    throw new TypeError('a text to lint needs a source or a document')
  }
  return readDocument(source, {
    ...(format === undefined ? {} : { format }),
    ...(filename === undefined ? {} : { filename }),
    ...(main === undefined ? {} : { main }),
  })
}

function pathOf({ path, filename }: LintRequest): string {
  return path ?? filename ?? ''
}

/** Hooks that are told of a rule that throws the first time only. */
function onceForEachRule({ onRuleError, ...hooks }: ProgramHooks): ProgramHooks {
  const told = new Set<string>()
  return {
    ...hooks,
    onRuleError: (id, error) => {
      if (told.has(id)) return
      onRuleError?.(id, error)
      told.add(id)
    },
  }
}
