import type { Level } from './severity.ts'
import type {
  AnyOptions,
  Glossary,
  GlossaryEntry,
  OptionDefinitions,
  OptionValue,
  Profile,
  RuleMeta,
  Severity,
} from './types.ts'

/** A rule that is on. */
export interface RuleSetting {
  readonly severity: Severity
  /** The level was set by a configuration: it wins over the levels that the rule gives its findings. */
  readonly severityIsSet: boolean
  readonly options: AnyOptions
}

/** All that steers which findings a text gives. */
export interface Settings {
  readonly profile: Profile
  /** The rules that are on, by id. */
  readonly rules: ReadonlyMap<string, RuleSetting>
  readonly glossary: Glossary
  /** The same for settings that give the same findings. */
  readonly key: string
}

/** What a layer says of a rule: its level, some of its options, or both. */
export interface RuleChange {
  readonly level?: Level
  readonly options?: AnyOptions
}

/** Changes to rules by id; later layers win. Options that a layer leaves out keep their value. */
export type RuleLayer = ReadonlyMap<string, RuleChange>

export function defaultOptions(definitions: OptionDefinitions): Record<string, OptionValue> {
  return Object.fromEntries(Object.entries(definitions).map(([name, { default: value }]) => [name, value]))
}

/** The settings of rules under a profile: the rule's own defaults, what the rule says of the profile, then the layers. */
export function makeSettings(
  metas: readonly RuleMeta[],
  profile: Profile,
  layers: readonly RuleLayer[] = [],
  glossary: Glossary = noGlossary,
): Settings {
  const rules = new Map<string, RuleSetting>()
  for (const meta of metas) {
    const setting = ruleSetting(meta, profile, layers)
    if (setting) rules.set(meta.id, setting)
  }
  const key = JSON.stringify([profile, [...rules], glossary.entries])
  return { profile, rules, glossary, key }
}

function ruleSetting(meta: RuleMeta, profile: Profile, layers: readonly RuleLayer[]): RuleSetting | undefined {
  const byProfile = meta.profiles?.[profile]
  let level: Level = byProfile?.severity ?? (meta.enabled ? meta.severity : 'off')
  let severityIsSet = false
  let options: Record<string, OptionValue> = { ...defaultOptions(meta.options), ...byProfile?.options }
  for (const layer of layers) {
    const change = layer.get(meta.id)
    if (!change) continue
    if (change.level !== undefined) {
      level = change.level
      severityIsSet = true
    }
    options = { ...options, ...change.options }
  }
  return level === 'off' ? undefined : { severity: level, severityIsSet, options: Object.freeze(options) }
}

/** A glossary of these entries; of entries that share a form the first is found. */
export function makeGlossary(entries: readonly GlossaryEntry[]): Glossary {
  const byForm = new Map<string, GlossaryEntry>()
  for (const entry of entries) {
    for (const form of [entry.term, ...entry.forms]) {
      const key = form.normalize('NFC').toLowerCase()
      if (!byForm.has(key)) byForm.set(key, entry)
    }
  }
  return { entries, find: (form) => byForm.get(form.normalize('NFC').toLowerCase()) }
}

export const noGlossary: Glossary = makeGlossary([])
