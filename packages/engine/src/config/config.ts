import type { Level } from '../severity.ts'
import type { AnyOptions, Profile } from '../types.ts'

/** A level, a list of a level and options, or options alone: the rule keeps its own level or levels. */
export type RuleConfig = Level | readonly [Level] | readonly [Level, AnyOptions] | AnyOptions

/** What a settings file says. Paths and patterns are seen from the folder of the file. */
export interface Config {
  readonly $schema?: string
  /** Settings in folders above do not hold here. */
  readonly root?: boolean
  /** Presets (`klarsprak:hallefors`) or other settings files that this one builds on. */
  readonly extends?: string | readonly string[]
  readonly profile?: Profile
  readonly rules?: Readonly<Record<string, RuleConfig>>
  /** Glossaries: see `readGlossary`. */
  readonly terms?: string | readonly string[]
  readonly overrides?: readonly ConfigOverride[]
  readonly ignore?: readonly string[]
  readonly publish?: PublishConfig
  readonly exceptions?: readonly Exception[]
}

export interface ConfigOverride {
  readonly files: string | readonly string[]
  readonly profile?: Profile
  readonly rules?: Readonly<Record<string, RuleConfig>>
}

export interface PublishConfig {
  /** The lowest level that stops a publication. */
  readonly failOn?: Level
  /** Rules that stop one whatever their level. */
  readonly block?: readonly string[]
}

/** A finding that somebody has waived. */
export interface Exception {
  readonly fingerprint: string
  readonly rule: string
  readonly reason: string
}

/** A value and where it comes from, as a person would say it: `klarsprak.config.json, rad 4`. */
export interface Sourced<T> {
  readonly value: T
  readonly origin: string
}
