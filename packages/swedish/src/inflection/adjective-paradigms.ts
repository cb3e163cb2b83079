import { isVowel, syllables } from './noun-paradigms.ts'

/** The forms of an adjective, alternatives parted by `/`; undefined where the adjective has no such form. */
export interface AdjectiveForms {
  readonly common: string
  readonly neuter: string | undefined
  /** Definite singular, and plural unless `plural` differs (`lilla`, `små`). */
  readonly definite: string
  readonly plural: string
  readonly comparative: string | undefined
  /** Indefinite superlative: `störst`. */
  readonly superlative: string | undefined
  /** Definite superlative: `största`. */
  readonly superlativeDefinite: string | undefined
}

/**
 * Paradigm codes of `lexicon/adjectives.tsv`.
 * `are`: compared with endings (`-are`, `-ast`). `mer`: compared with `mer` and `mest`, or not at all.
 * `0`: does not inflect.
 */
export const adjectiveParadigms = ['are', 'mer', '0'] as const

export type AdjectiveParadigm = (typeof adjectiveParadigms)[number]

/** Forms that spelling does not give. An empty string says that there is no such form. */
export interface AdjectiveOverrides {
  readonly neuter?: string
  readonly definite?: string
  readonly plural?: string
  readonly comparative?: string
  readonly superlative?: string
  readonly superlativeDefinite?: string
}

/** `enkel`, `vacker`, `öppen`: an unstressed final -el, -er or -en that loses its vowel before -a. */
function contracts(lemma: string): boolean {
  const ending = lemma.slice(-2)
  if (ending !== 'el' && ending !== 'er' && ending !== 'en') return false
  return syllables(lemma) > 1 && !isVowel(lemma.at(-3))
}

/** Adjectives whose final m is doubled before a vowel, as last parts of words too; others keep it single (`bekväma`). */
const doubledM = /(?:sam|dum|from|grym|stum|tom|öm)$/

/** The stem before a vowel ending: `enkl-`, `ensamm-`, `öppn-`, `komn-`, `vunn-`. */
function inflectedStem(lemma: string): string {
  if (lemma.endsWith('nnen')) return lemma.slice(0, -2)
  if (lemma.endsWith('mmen')) return `${lemma.slice(0, -3)}n`
  if (contracts(lemma)) return lemma.slice(0, -2) + lemma.at(-1)
  return doubledM.test(lemma) ? `${lemma}m` : lemma
}

function neuterForm(lemma: string): string {
  const last = lemma.at(-1)
  const before = lemma.at(-2)
  if (isVowel(last)) return `${lemma}tt`
  if (lemma.endsWith('ad')) return syllables(lemma) > 1 ? `${lemma.slice(0, -1)}t` : `${lemma.slice(0, -1)}tt`
  if (last === 'd') {
    if (before === 'd') return `${lemma.slice(0, -2)}tt`
    return isVowel(before) ? `${lemma.slice(0, -1)}tt` : `${lemma.slice(0, -1)}t`
  }
  if (last === 't') return isVowel(before) ? `${lemma}t` : lemma
  if (lemma.endsWith('nn')) return `${lemma.slice(0, -1)}t`
  if (lemma.endsWith('en') && contracts(lemma)) return `${lemma.slice(0, -1)}t`
  return `${lemma}t`
}

function definiteForm(lemma: string): string {
  return lemma.endsWith('ad') && syllables(lemma) > 1 ? `${lemma}e` : `${inflectedStem(lemma)}a`
}

/** The forms of `lemma` by paradigm. Pure spelling: nothing is looked up. */
export function adjectiveForms(
  lemma: string,
  paradigm: AdjectiveParadigm,
  overrides: AdjectiveOverrides = {},
): AdjectiveForms {
  const fixed = paradigm === '0'
  const compared = paradigm === 'are'
  const definite = overrides.definite ?? (fixed ? lemma : definiteForm(lemma))
  const stem = inflectedStem(lemma)
  const superlative = overrides.superlative ?? (compared ? `${stem}ast` : '')
  return {
    common: lemma,
    neuter: (overrides.neuter ?? (fixed ? lemma : neuterForm(lemma))) || undefined,
    definite,
    plural: overrides.plural ?? definite,
    comparative: (overrides.comparative ?? (compared ? `${stem}are` : '')) || undefined,
    superlative: superlative || undefined,
    superlativeDefinite: (overrides.superlativeDefinite ?? (superlative ? `${superlative}e` : '')) || undefined,
  }
}
