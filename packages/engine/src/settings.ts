import type { Level } from './severity.ts'
import type { AnyOptions, Glossary, GlossaryEntry, OptionValue, Profile, RuleMeta, Severity } from './types.ts'

/** A rule that is on. */
interface RuleSetting {
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

/** What set a value: the rule itself, what the rule says of the profile, or the number of a layer. */
export type SetBy = 'rule' | 'profile' | number

/** Level and options of a rule, each with what set it. */
export interface TracedRule {
  readonly level: { readonly value: Level; readonly by: SetBy }
  readonly options: Readonly<Record<string, { readonly value: OptionValue; readonly by: SetBy }>>
}

/** Puts together what the rule says of itself, what it says of the profile, and the layers: later ones win. */
export function traceRule(meta: RuleMeta, profile: Profile, layers: readonly RuleLayer[]): TracedRule {
  let level: TracedRule['level'] = { value: meta.enabled ? meta.severity : 'off', by: 'rule' }
  const options: Record<string, { value: OptionValue; by: SetBy }> = {}
  for (const [name, definition] of Object.entries(meta.options))
    options[name] = { value: definition.default, by: 'rule' }
  const change = (severity: Level | undefined, values: AnyOptions | undefined, by: SetBy): void => {
    if (severity !== undefined) level = { value: severity, by }
    for (const [name, value] of Object.entries(values ?? {})) options[name] = { value, by }
  }
  const byProfile = meta.profiles?.[profile]
  if (byProfile) change(byProfile.severity, byProfile.options, 'profile')
  for (const [index, layer] of layers.entries()) {
    const setting = layer.get(meta.id)
    if (setting) change(setting.level, setting.options, index)
  }
  return { level, options }
}

/**
 * The rules that are on under a profile and layers of changes.
 *
 * @param only the rules to run; they are on at their own level where the rest turns them off
 */
export function makeSettings(
  metas: readonly RuleMeta[],
  profile: Profile,
  layers: readonly RuleLayer[] = [],
  glossary: Glossary = noGlossary,
  only?: ReadonlySet<string>,
): Settings {
  const rules = new Map<string, RuleSetting>()
  for (const meta of metas) {
    if (only && !only.has(meta.id)) continue
    const { level, options } = traceRule(meta, profile, layers)
    if (level.value === 'off' && !only) continue
    rules.set(meta.id, {
      severity: level.value === 'off' ? meta.severity : level.value,
      severityIsSet: typeof level.by === 'number' && level.value !== 'off',
      options: Object.freeze(Object.fromEntries(Object.entries(options).map(([name, { value }]) => [name, value]))),
    })
  }
  return { profile, rules, glossary, key: JSON.stringify([profile, [...rules], glossary.entries]) }
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
