import { catalogueWords, passiveOf, type Sentence } from 'retext-swedish'
import { type BlockStats, isLong, sumMetrics } from '../metrics.ts'
import type { Metrics } from '../result.ts'

/** The figures of a text or a section. */
export interface Figures extends Metrics {
  /** Half the 95 % interval of LIX, with sentences as the sample; null for fewer than two sentences. */
  lixMargin: number | null
  /** What the LIX value means, after Björnsson's bands; null under 100 words. */
  lixBand: LixBand | null
  /** In words. */
  meanSentence: number
  medianSentence: number
  /** Share of sentences with more than 25 words, 0–1. */
  longSentences: number
  /** Share of words with more than six letters, 0–1. */
  longWords: number
  /** Passive verbs, s-passives and bli-passives alike. */
  passives: number
  /** Their share of all verbs but auxiliaries, 0–1. */
  passiveShare: number
}

export type LixBand = 'mycket lättläst' | 'lättläst' | 'medelsvår' | 'svår' | 'mycket svår'

/** Below this a figure says too little for a verdict (catalogue, *Läsbarhetsmått*). */
export const fewestWords = 100

/** Sentences with more words than this are counted as long (Östersunds kommun; catalogue, *Läsbarhetsmått*). */
const longSentence = 25

/** The two-sided 95 % point of the normal distribution. */
const z95 = 1.96

/** How hard a LIX value reads (Björnsson 1968, as lix.se gives the bands). */
export function lixBand(lix: number): LixBand {
  if (lix < 30) return 'mycket lättläst'
  if (lix < 40) return 'lättläst'
  if (lix < 50) return 'medelsvår'
  if (lix < 60) return 'svår'
  return 'mycket svår'
}

/** The figures of some sentences and of the blocks that they make up. */
export function figuresOf(sentences: readonly { sample: Sample }[], stats: readonly BlockStats[]): Figures {
  const metrics = sumMetrics(stats)
  const samples = sentences.map(({ sample }) => sample).filter(({ words }) => words > 0)
  const lengths = samples.map(({ words }) => words).sort((a, b) => a - b)
  const long = sum(samples, ({ longWords }) => longWords)
  const words = sum(samples, (sample) => sample.words)
  const verbs = sum(samples, (sample) => sample.verbs)
  const passives = sum(samples, (sample) => sample.passives)
  const margin = lixMargin(samples)
  return {
    ...metrics,
    lixMargin: margin === undefined ? null : round(margin, 1),
    lixBand: metrics.words < fewestWords ? null : lixBand(metrics.lix),
    meanSentence: samples.length === 0 ? 0 : round(words / samples.length, 1),
    medianSentence: median(lengths),
    longSentences: share(lengths.filter((length) => length > longSentence).length, samples.length),
    longWords: share(long, words),
    passives,
    passiveShare: share(passives, verbs),
  }
}

/** What a sentence adds to figures. */
export interface Sample {
  readonly words: number
  readonly longWords: number
  readonly verbs: number
  readonly passives: number
}

/** Counts a sentence. */
export function sampleOf(sentence: Sentence): Sample {
  const counted = catalogueWords(sentence)
  const long = counted.filter(({ start, end }) =>
    isLong(sentence.text.slice(start - sentence.start, end - sentence.start).toLowerCase()),
  )
  let verbs = 0
  let passives = 0
  for (const word of sentence.words) {
    const { kind } = passiveOf(word)
    const isPassive = kind === 's-passive' || kind === 'bli-passive'
    if (isPassive) passives++
    if (isPassive || (word.upos === 'VERB' && word.morph.VerbForm !== 'Part')) verbs++
  }
  return { words: counted.length, longWords: long.length, verbs, passives }
}

/**
 * LIX = O/M + 100·L/O is a mean and a ratio over sentences. The spread comes from leaving out one sentence at a time
 * (jackknife), which needs no assumption on how lengths are spread.
 */
function lixMargin(samples: readonly Sample[]): number | undefined {
  const count = samples.length
  if (count < 2) return undefined
  const words = sum(samples, (sample) => sample.words)
  const long = sum(samples, ({ longWords }) => longWords)
  const without = samples.map((sample) => {
    const left = words - sample.words
    return left / (count - 1) + (100 * (long - sample.longWords)) / left
  })
  const mean = without.reduce((total, value) => total + value, 0) / count
  const spread = without.reduce((total, value) => total + (value - mean) ** 2, 0)
  return z95 * Math.sqrt(((count - 1) / count) * spread)
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  let total = 0
  for (const item of items) total += of(item)
  return total
}

function median(sorted: readonly number[]): number {
  if (sorted.length === 0) return 0
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : round(part / whole, 3)
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}
