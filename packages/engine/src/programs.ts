import { Program, type ProgramHooks } from './program.ts'
import type { Settings } from './settings.ts'
import type { AnyRule } from './types.ts'

/** Settings whose programs are kept compiled. */
const kept = 32

/** Compiled programs by their settings: those used last. */
export class Programs {
  readonly #rules: readonly AnyRule[]
  readonly #hooks: ProgramHooks
  readonly #programs = new Map<string, Program>()

  constructor(rules: readonly AnyRule[], hooks: ProgramHooks) {
    this.#rules = rules
    this.#hooks = hooks
  }

  for(settings: Settings): Program {
    const known = this.#programs.get(settings.key)
    const program = known ?? new Program(this.#rules, settings, this.#hooks)
    if (known) this.#programs.delete(settings.key)
    this.#programs.set(settings.key, program)
    if (this.#programs.size > kept) this.#programs.delete(this.#programs.keys().next().value!)
    return program
  }
}
