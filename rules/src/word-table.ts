import type { BlockContext, TableMatch } from '@klarsprak/engine'
import { isMeant, type Replacement, suggestions } from './replacements.ts'

/** The option of rules with a table of words to replace that says which rows count. */
export const strengthOption = {
  type: 'integer',
  default: 2,
  minimum: 1,
  maximum: 3,
  description: 'Vilka ord som räknas: 1 bara de krångligaste, 2 även tunga ord, 3 även ord som ofta kan stå kvar.',
} as const

/** The option that lets words of such a table stay. */
export const sparedOption = {
  type: 'strings',
  default: [],
  description: 'Ord som får stå kvar hos er, i grundform.',
} as const

/** What a rule with a table of words to replace goes by. */
export interface WordTableSettings {
  /** Rows up to this strength count. */
  readonly strength: number
  /** Dictionary forms that may stay. */
  readonly spared: readonly string[]
  /** The strength up to which a safe row is corrected by itself; 3 where left out. */
  readonly safeUpTo?: number
}

/** Reports a match of such a table where the row holds; `message` says what the words are. */
export function reportWords(
  match: TableMatch,
  { block, report }: Pick<BlockContext, 'block' | 'report'>,
  { strength, spared, safeUpTo = 3 }: WordTableSettings,
  message: string,
): void {
  const entry = match.entry as Replacement
  if (entry.strength > strength || spared.includes(entry.term) || !isMeant(match, block)) return
  const found = suggestions(match, block)
  report({
    at: match,
    message,
    suggestions:
      entry.strength <= safeUpTo
        ? found
        : found.map((suggestion) => ({ ...suggestion, safety: 'suggestion' as const })),
  })
}
