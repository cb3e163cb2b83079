import type { Tokens } from './tokens.ts'
import type { Morphology, Upos } from './types.ts'

/** Word classes, features and lemmas of a text's tokens, by token number. */
export interface TagResult {
  upos(token: number): Upos
  /** UD's FEATS column; `_` where there are none. */
  feats(token: number): string
  /** The same features as an object, one frozen object per distinct set. */
  morph(token: number): Morphology
  lemma(token: number): string
  /** How sure the tagger is of the word class, 0–1. */
  confidence(token: number): number
}

/** Gives every token of a text its word class. Pure: depends on the tokens alone, never on texts read before. */
export interface Tagger {
  tag(tokens: Tokens): TagResult
}
