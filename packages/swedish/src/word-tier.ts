import { splitCompound } from './compound/split.ts'
import { adjectiveInfo } from './inflection/adjectives.ts'
import { nounInfo } from './inflection/nouns.ts'
import { conjugate } from './inflection/verbs.ts'
import { memo } from './memo.ts'
import { loadLexicon } from './model/load.ts'
import type { Upos } from './types.ts'

/** Section of the lexicon file with `lexicon/tiers.tsv`. */
export const tierSection = 'tiers'

/** How common a word is: 1 everyday, 2 common, 3 official or specialised, 4 rare. */
export type WordTier = 1 | 2 | 3 | 4

let tiers: ReadonlyMap<string, WordTier> | undefined

function listedTiers(): ReadonlyMap<string, WordTier> {
  tiers ??= readTiers(new TextDecoder().decode(loadLexicon().section(tierSection)))
  return tiers
}

function readTiers(data: string): Map<string, WordTier> {
  const map = new Map<string, WordTier>()
  for (const line of data.trimEnd().split('\n').slice(1)) {
    const [upos, tier, lemmas] = line.split('\t') as [string, string, string]
    for (const lemma of lemmas.split(' ')) map.set(`${upos} ${lemma}`, Number(tier) as WordTier)
  }
  return map
}

/** Word classes of few words: all are everyday but for those in the table. */
const closed: ReadonlySet<Upos> = new Set(['ADP', 'AUX', 'CCONJ', 'DET', 'INTJ', 'PART', 'PRON', 'SCONJ'])

/**
 * How common a word is. A compound that is in no table is as rare as its rarest part.
 *
 * @param lemma in lower case
 * @returns undefined where the word is not known, and for names, numbers and punctuation
 */
export function wordTier(lemma: string, upos: Upos): WordTier | undefined {
  const listed = listedTiers().get(`${upos} ${lemma}`)
  if (listed !== undefined) return listed
  if (closed.has(upos)) return 1
  switch (upos) {
    case 'NOUN':
      return nounTier(lemma)
    case 'ADJ':
      return adjectiveTier(lemma)
    case 'ADV':
      return (adjectiveInfo(lemma)?.tier as WordTier | undefined) ?? 2
    case 'VERB':
      return conjugate(lemma) === undefined ? undefined : 2
    default:
      return undefined
  }
}

const nounTier = memo((lemma) => tierOf(lemma, nounInfo(lemma)))
const adjectiveTier = memo((lemma) => tierOf(lemma, adjectiveInfo(lemma)))

/** @param info what the lexicon or the endings say of the word */
function tierOf(lemma: string, info: { source: string; tier: number } | undefined): WordTier | undefined {
  if (info?.source === 'lexicon') return info.tier as WordTier
  return rarestPart(lemma) ?? (info?.tier as WordTier | undefined)
}

function rarestPart(word: string): WordTier | undefined {
  const split = splitCompound(word)
  if (split === undefined) return undefined
  let rarest: WordTier = 1
  for (const { lemma } of split.parts) {
    const tier = lemma === undefined ? undefined : (nounInfo(lemma)?.tier ?? adjectiveInfo(lemma)?.tier ?? 2)
    if (tier !== undefined && tier > rarest) rarest = tier as WordTier
  }
  return rarest
}
