import type { Tagger } from './tagging.ts'
import { KindCode } from './type-table.ts'
import type { Morphology, Upos } from './types.ts'

const NO_FEATURES: Morphology = Object.freeze({})

const UPOS_OF_KIND: readonly Upos[] = ['X', 'NUM', 'PUNCT', 'SYM', 'X', 'X']

/** Tells punctuation, symbols and numbers from words, and knows nothing else. */
export const shapeTagger: Tagger = {
  tag: (tokens) => ({
    upos: (token) => UPOS_OF_KIND[tokens.kind[token]!]!,
    feats: () => '_',
    morph: () => NO_FEATURES,
    lemma: (token) => tokens.lower(token),
    confidence: (token) => (tokens.kind[token] === KindCode.word ? 0 : 1),
  }),
}
