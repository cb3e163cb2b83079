import type { Document } from '@klarsprak/documents'
import type { Exception, Sourced } from './config/config.ts'
import { ConfigError } from './config/config-error.ts'
import type { Configurations, FileConfig } from './config/configurations.ts'
import { didYouMean, nearestName } from './config/nearest.ts'
import { profiles } from './config/shape.ts'
import { type FrontMatterFault, readFrontMatter } from './front-matter.ts'
import { guessProfile } from './guess-profile.ts'
import type { SettingsRequest } from './request.ts'
import { makeSettings, type RuleLayer, type Settings, traceRule } from './settings.ts'
import type { Profile, RuleMeta } from './types.ts'

/** All that is settled before a text is linted. */
export interface Resolved {
  readonly settings: Settings
  readonly config: FileConfig
  readonly profile: Sourced<Profile>
  readonly exceptions: readonly Exception[]
  readonly frontMatterFaults: readonly FrontMatterFault[]
}

/** The kind of a text where nobody says one and nothing tells. */
const usualProfile: Profile = 'webb'

/** Puts together what a request, a text and the settings files say. */
export class SettingsResolver {
  readonly #metas: readonly RuleMeta[]
  readonly #configurations: Configurations
  readonly #settings = new WeakMap<FileConfig, Map<string, Settings>>()

  constructor(metas: readonly RuleMeta[], configurations: Configurations) {
    this.#metas = metas
    this.#configurations = configurations
  }

  /**
   * @param guessed the kind of text that was guessed before; `null` where nothing could be. Guessed now where left out
   * @throws ConfigError where the settings cannot be used
   */
  resolve(request: SettingsRequest, document: Document, guessed?: Sourced<Profile> | null): Resolved {
    const config = this.config(request)
    const frontMatter = readFrontMatter(document)
    const profile = sourced(request.profile, originOf(request)) ??
      sourced(frontMatter.profile, 'dokumentets metadata') ??
      config.profile ??
      (guessed === undefined ? guessProfile(document, request.filename) : guessed) ?? {
        value: usualProfile,
        origin: 'grundvärde',
      }
    const settings = this.settings(request, config, profile.value)
    const exceptions = [...config.exceptions, ...this.#exceptions(request)]
    return { settings, config, profile, exceptions, frontMatterFaults: frontMatter.faults }
  }

  /** Whether a request turns a rule on, for some kind of text at least. */
  mayRun(meta: RuleMeta, request: SettingsRequest): boolean {
    if (request.only) return request.only.some((name) => this.#idOf(name, request) === meta.id)
    const layers = this.#layers(request, this.config(request))
    return profiles.some((profile) => traceRule(meta, profile, layers).level.value !== 'off')
  }

  config({ config, filename }: SettingsRequest): FileConfig {
    if (config === undefined) return this.#configurations.forFile(filename)
    if (typeof config === 'string') return this.#configurations.forConfigFile(config, filename)
    return this.#configurations.forConfig(config, filename)
  }

  settings(request: SettingsRequest, config: FileConfig, profile: Profile): Settings {
    const { rules, only } = request
    const key = JSON.stringify([profile, rules, only])
    const known = this.#settings.get(config) ?? new Map<string, Settings>()
    this.#settings.set(config, known)
    let settings = known.get(key)
    if (!settings) {
      const ids = only && new Set(only.map((name) => this.#idOf(name, request)))
      settings = makeSettings(this.#metas, profile, this.#layers(request, config), config.glossary, ids)
      if (known.size >= keptSettings) known.clear()
      known.set(key, settings)
    }
    return settings
  }

  /** The changes to rules that came with a request. */
  requested(request: SettingsRequest): RuleLayer | undefined {
    return request.rules && this.#configurations.readRules(request.rules, originOf(request))
  }

  #layers(request: SettingsRequest, config: FileConfig): RuleLayer[] {
    const requested = this.requested(request)
    const layers = config.layers.map(({ rules }) => rules)
    return requested ? [...layers, requested] : layers
  }

  #idOf(name: string, request: SettingsRequest): string {
    const id = this.#configurations.ruleId(name)
    if (id !== undefined) return id
    const nearest = nearestName(
      name,
      this.#metas.map((meta) => meta.id),
    )
    const reason = `Regeln ”${name}” finns inte.${didYouMean(nearest)}`
    throw new ConfigError([{ file: originOf(request), reason, ...(nearest === undefined ? {} : { nearest }) }])
  }

  #exceptions({ exceptions = [] }: SettingsRequest): Exception[] {
    return exceptions.map((exception) => ({
      ...exception,
      rule: this.#configurations.ruleId(exception.rule) ?? exception.rule,
    }))
  }
}

/** What settings that came with a request are called in messages. */
export function originOf({ origin = 'begäran' }: SettingsRequest): string {
  return origin
}

/** Settings kept for each set of files: requests may bring many. */
const keptSettings = 64

function sourced<T>(value: T | undefined, origin: string): Sourced<T> | undefined {
  return value === undefined ? undefined : { value, origin }
}
