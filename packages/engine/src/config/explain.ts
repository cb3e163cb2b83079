import { type RuleLayer, type SetBy, traceRule } from '../settings.ts'
import type { Level } from '../severity.ts'
import type { OptionValue, Profile, RuleMeta } from '../types.ts'
import type { Exception, Sourced } from './config.ts'
import type { FileConfig } from './configurations.ts'

/** A rule's level and options, each with where it comes from. */
export interface ExplainedRule {
  readonly level: Sourced<Level>
  readonly options: Readonly<Record<string, Sourced<OptionValue>>>
}

/** The settings in force for a file, each with where it comes from, in words for people. */
export interface ExplainedConfig {
  /** Settings files and glossaries that hold, nearest first. */
  readonly files: readonly string[]
  readonly profile: Sourced<Profile>
  readonly rules: Readonly<Record<string, ExplainedRule>>
  /** The house's glossaries. */
  readonly terms: readonly Sourced<string>[]
  readonly publish: FileConfig['publish']
  readonly exceptions: readonly Exception[]
}

/** @param requested changes that came with the request, after those of the files */
export function explainConfig(
  metas: readonly RuleMeta[],
  config: FileConfig,
  profile: Sourced<Profile>,
  requested: RuleLayer | undefined,
  requestName: string,
): ExplainedConfig {
  const layers = config.layers.map(({ rules }) => rules)
  if (requested) layers.push(requested)
  const originOf = (id: string, by: SetBy): string => {
    if (by === 'rule') return 'regelns grundvärde'
    if (by === 'profile') return `texttypen ${profile.value}`
    return config.layers[by]?.origin(id) ?? requestName
  }
  const rules: Record<string, ExplainedRule> = {}
  for (const meta of metas) {
    const { level, options } = traceRule(meta, profile.value, layers)
    rules[meta.id] = {
      level: { value: level.value, origin: originOf(meta.id, level.by) },
      options: Object.fromEntries(
        Object.entries(options).map(([name, { value, by }]) => [name, { value, origin: originOf(meta.id, by) }]),
      ),
    }
  }
  const { files, terms, publish, exceptions } = config
  return { files, profile, rules, terms, publish, exceptions }
}
