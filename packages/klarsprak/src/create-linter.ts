import {
  type AnyRule,
  createEngine,
  type Engine,
  type FileSystem,
  generateSchema,
  type JsonSchema,
  type ProgramHooks,
} from '@klarsprak/engine'
import { presets, rules } from '@klarsprak/rules'
import { readability } from './readability/rule.ts'
import { rulePage } from './site-address.ts'

export interface LinterOptions extends ProgramHooks {
  /** Rules beside those of the project: from `fromRetext`, or the house's own. */
  rules?: readonly AnyRule[]
  /** Where settings files are looked for: `nodeFileSystem()` on a machine, nowhere where left out. */
  fileSystem?: FileSystem
  /** The address of a rule's page. Default: the page on the project's site. */
  ruleUrl?(id: string): string
  /** Characters of text whose results are kept in memory beside the document in hand. Default: four million. */
  keptText?: number
}

/** All rules of Klarspråk as one linter. A surface makes one and keeps it. */
export function createLinter({ rules: more = [], ...options }: LinterOptions = {}): Engine {
  return createEngine({ ruleUrl: rulePage, ...options, rules: [...rules, readability, ...more], presets })
}

/** The JSON Schema of `klarsprak.config.json`, with all rules and presets. */
export function configSchema(): JsonSchema {
  return generateSchema(createLinter().rules, Object.keys(presets))
}
