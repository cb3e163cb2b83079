/**
 * Conjugation classes as in school grammar: `1` (-ar, -ade), `2a` (-er, -de), `2b` (-er, -te), `3` (-r, -dde),
 * `4` (strong), `irr` (all that fits nowhere).
 */
export type ConjugationClass = '1' | '2a' | '2b' | '3' | '4' | 'irr'

/**
 * The cells of a verb's paradigm, in the order in which compiled data stores them. Deponents have their
 * s-forms in the active cells, for that is what they mean.
 */
export const CELLS = [
  'Inf.Act',
  'Inf.Pass',
  'Pres.Act',
  'Pres.Pass',
  'Past.Act',
  'Past.Pass',
  'Sup.Act',
  'Sup.Pass',
  'Imp',
  'PresPart',
  'PastPart.Com',
  'PastPart.Neut',
  'PastPart.Plur',
  'PastPart.Masc',
  'Past.Sub',
] as const

export type Cell = (typeof CELLS)[number]

/** For every cell its forms, the usual one first; empty where the verb lacks the form. */
export type Paradigm = Record<Cell, string[]>
