import type { Format } from '@klarsprak/documents'
import { createEngine, type Engine } from './engine.ts'
import type { FileResult } from './result.ts'
import type { AnyOptions, AnyRule, Profile } from './types.ts'

export interface LintWithOptions {
  /** Default: plain text. */
  format?: Format
  /** Default: what the front matter says, else `webb`. */
  profile?: Profile
  /** Options by rule id. */
  options?: Readonly<Record<string, AnyOptions>>
  /** Only these rules run. */
  only?: readonly string[]
}

const engines = new WeakMap<readonly AnyRule[], Engine>()

/**
 * Lints a text with these rules, as a test wants it: rules that are off by default are on, unless the profile turns
 * them off, and a rule that throws fails the test. Pass the same array to have the rules compiled once.
 */
export function lintWith(rules: readonly AnyRule[], text: string, options: LintWithOptions = {}): FileResult {
  let engine = engines.get(rules)
  if (!engine) {
    engine = createEngine({ rules: rules.map(switchedOn), onRuleError: rethrow })
    engines.set(rules, engine)
  }
  const { format = 'text', profile, only } = options
  return engine.lint({
    source: text,
    format,
    config: { profile: 'webb' },
    ...(profile ? { profile } : {}),
    ...(options.options ? { rules: options.options } : {}),
    ...(only ? { only } : {}),
  })
}

function switchedOn(rule: AnyRule): AnyRule {
  return rule.meta.enabled ? rule : { ...rule, meta: { ...rule.meta, enabled: true } }
}

function rethrow(_id: string, error: unknown): never {
  throw error
}
