import type { OptionDefinitions, Rule } from './types.ts'

/** Declares a rule. Gives it back as it is, with its option types inferred. */
export function defineRule<const D extends OptionDefinitions, F = unknown>(rule: Rule<D, F>): Rule<D, F> {
  return rule
}
