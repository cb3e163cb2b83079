import { adjectiveLexicon } from '../inflection/adjectives-lexicon.ts'
import { lemmaOf } from '../inflection/form-lexicon.ts'
import { nounLexicon, nounSuffixes } from '../inflection/nouns-lexicon.ts'
import { verbLexicon } from '../inflection/verbs.ts'

/** A word that can end a compound, in any of its forms. */
export interface CompoundEnd {
  readonly lemma: string
  readonly kind: 'noun' | 'adjective' | 'verb' | 'derived'
  /** How unlikely it is as a last part: 0 and up. */
  readonly cost: number
}

/** Adjectives that as last parts are as good as suffixes: `avgiftsfri`, `arbetslös`. */
const suffixLike =
  /^(?:fri|lös|full|fattig|säker|vänlig|mässig|artad|snål|snåla|liknande|baserad|specifik|pliktig|skyldig)$/

/** Adjective forms that as ends of words are suffixes of nouns. */
const suffixes = /^(?:het|sen|rik|ren|bar(?:a|t)?)$/

const cache = new Map<string, CompoundEnd | null>()
const cacheLimit = 20_000

export function forgetCompoundEnds(): void {
  cache.clear()
}

/**
 * Reads `text` as the last part of a compound. Undefined where no word is known that it is a form of.
 *
 * @param text lower case
 */
export function compoundEnd(text: string): CompoundEnd | undefined {
  const known = cache.get(text)
  if (known !== undefined) return known ?? undefined
  if (cache.size >= cacheLimit) cache.clear()
  const stem = text.length > 3 && text.endsWith('s') ? text.slice(0, -1) : undefined
  const found =
    readEnd(text) ??
    (stem === undefined ? undefined : readEnd(stem)) ??
    derivedEnd(text) ??
    (stem === undefined ? undefined : derivedEnd(stem))
  cache.set(text, found ?? null)
  return found
}

function readEnd(text: string): CompoundEnd | undefined {
  if (text.length < 2) return undefined
  const short = shortness(text)
  const noun = nounLexicon().lookup(text)[0]
  if (noun !== undefined)
    return {
      lemma: lemmaOf(noun),
      kind: 'noun',
      cost: short + rarity(Number(noun.group.properties[1])) + unlikely(text),
    }
  if (text.length < 3) return undefined
  const adjective = adjectiveLexicon().lookup(text)[0]
  if (adjective !== undefined && !suffixes.test(text)) {
    const lemma = lemmaOf(adjective)
    const cost = suffixLike.test(lemma) ? 0 : 0.6 + short
    return { lemma, kind: 'adjective', cost }
  }
  const verb = verbLexicon().lookup(text)[0]
  if (verb !== undefined && text.length > 3 && text !== 'heter')
    return { lemma: verb.stem + verb.group.paradigm.lemmaEnding, kind: 'verb', cost: 0.8 + short }
  return undefined
}

/** A noun in no table whose ending makes nouns: `-ning`, `-het`; best where a verb in the lexicon is its stem. */
function derivedEnd(text: string): CompoundEnd | undefined {
  for (let at = 3; at < text.length - 1; at++)
    for (const match of nounSuffixes().lookup(text.slice(at))) {
      const stem = text.slice(0, at)
      if (at < Number(match.group.properties[3]) || !/[aeiouyåäö]/.test(stem)) continue
      const ofVerb = verbLexicon().lookup(stem.endsWith('n') ? `${stem.slice(0, -1)}a` : `${stem}a`).length > 0
      const cost = ofVerb || verbLexicon().lookup(`${stem}a`).length > 0 ? 0.6 : 1.4 + 0.06 * stem.length
      return { lemma: stem + lemmaOf(match), kind: 'derived', cost }
    }
  return undefined
}

/** Two-letter nouns that often end compounds. */
const shortNouns = new Map([
  ['år', 0.2],
  ['by', 0.5],
  ['öl', 0.6],
  ['is', 0.7],
])

function shortness(text: string): number {
  if (text.length >= 4) return 0
  return text.length === 3 ? 0.4 : (shortNouns.get(text) ?? 1.7)
}

/** Nouns that are far more often the end of a suffix: most words in -ring are made of verbs (`lagring`). */
function unlikely(text: string): number {
  return /^(?:ring(?:en|ar|arna)?|get|ris|ros|port|mun|art|ask|bar|men)$/.test(text) ? 0.8 : 0
}

function rarity(tier: number): number {
  return tier <= 2 ? 0 : (tier - 2) * 0.25
}
