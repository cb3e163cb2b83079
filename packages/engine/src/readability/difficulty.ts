import {
  catalogueWords,
  clauses,
  finiteVerb,
  passiveOf,
  type Sentence,
  splitCompound,
  subjectOf,
  syntax,
  type Word,
  wordTier,
} from 'retext-swedish'

/** What makes a sentence hard, in points; they add up to its *svårighet*. */
export interface DifficultyParts {
  /** Words beyond fifteen. */
  length: number
  /** How deep the words hang on each other, and how many clauses there are. */
  depth: number
  /** Rare words, and long ones that cannot be divided into known parts. */
  words: number
  passives: number
  /** Words between a subject and its verb. */
  distance: number
  /** Words before the main verb. */
  lateVerb: number
}

/** How hard a sentence is to read. */
export interface Difficulty {
  /** 0–100. Under 20 easy, from 40 hard, from 60 very hard. */
  score: number
  parts: DifficultyParts
  /** The rare words and the long ones that cannot be divided, at most five. */
  hardWords: readonly HardWord[]
}

/** A word as it stands in the text, and in lower case. */
interface HardWord {
  readonly form: string
  readonly lower: string
}

/** Each part as points for every unit beyond what is free, up to a most. Weights: our own judgement, held to the fixtures. */
const weights = {
  length: { free: 15, each: 1.5, most: 35 },
  treeDepth: { free: 5, each: 2, most: 12 },
  clauses: { free: 2, each: 3, most: 12 },
  words: { free: 0, each: 1, most: 30 },
  passives: { free: 0, each: 4, most: 12 },
  distance: { free: 5, each: 1.5, most: 15 },
  lateVerb: { free: 8, each: 1.5, most: 15 },
} as const

/** Points for a word of each tier: everyday, common, official, rare. */
const tierPoints = { 1: 0, 2: 0, 3: 2, 4: 4 } as const

const mostHardWords = 5

/** Words with more letters than this weigh when they cannot be divided. */
const longWord = 13

/** How hard a sentence is to read, and what makes it so. */
export function difficultyOf(sentence: Sentence): Difficulty {
  const { points, hardWords } = weighWords(sentence)
  const found = clauses(sentence).filter(({ type }) => type !== 'infinitive')
  const parts: DifficultyParts = {
    length: weigh('length', catalogueWords(sentence).length),
    depth: weigh('treeDepth', treeDepth(sentence)) + weigh('clauses', found.length),
    words: weigh('words', points),
    passives: weigh('passives', sentence.words.filter(isPassive).length),
    distance: weigh('distance', Math.max(0, ...found.map(({ finite }) => distance(finite)))),
    lateVerb: weigh('lateVerb', wordsBefore(finiteVerb(sentence))),
  }
  const total = Object.values(parts).reduce((sum, value) => sum + value, 0)
  return { score: Math.min(100, Math.round(total)), parts, hardWords }
}

function weigh(part: keyof typeof weights, value: number): number {
  const { free, each, most } = weights[part]
  return Math.min(most, Math.max(0, value - free) * each)
}

function isPassive(word: Word): boolean {
  const { kind } = passiveOf(word)
  return kind === 's-passive' || kind === 'bli-passive'
}

function weighWords({ words }: Sentence): { points: number; hardWords: HardWord[] } {
  const hardWords: HardWord[] = []
  let points = 0
  for (const word of words) {
    const own = pointsOf(word)
    points += own
    if (own >= tierPoints[4] && hardWords.length < mostHardWords) hardWords.push({ form: word.form, lower: word.lower })
  }
  return { points, hardWords }
}

function pointsOf({ kind, lower, lemma, upos }: Word): number {
  if (kind !== 'word' || upos === 'PROPN' || upos === 'X') return 0
  const tier = wordTier(lemma.toLowerCase(), upos)
  if (tier !== undefined) return tierPoints[tier]
  return lower.length > longWord && splitCompound(lower) === undefined ? tierPoints[4] : 0
}

/** The longest way from the root to a word, in arcs; punctuation left out. */
function treeDepth(sentence: Sentence): number {
  const tree = syntax(sentence)
  let deepest = 0
  for (const [index, word] of sentence.words.entries()) {
    if (word.upos === 'PUNCT') continue
    let depth = 0
    for (let at = tree.head(index); at >= 0; at = tree.head(at)) depth++
    if (depth > deepest) deepest = depth
  }
  return deepest
}

/** Words between a verb and the head of its subject, where the subject comes first. */
function distance(verb: Word | undefined): number {
  const subject = verb && subjectOf(verb)
  if (!verb || !subject || subject.index > verb.index) return 0
  return countWords(verb.sentence, subject.index + 1, verb.index)
}

function wordsBefore(verb: Word | undefined): number {
  return verb ? countWords(verb.sentence, verb.sentence.words[0]!.index, verb.index) : 0
}

function countWords({ words }: Sentence, from: number, to: number): number {
  return words.filter(({ index, upos }) => index >= from && index < to && upos !== 'PUNCT').length
}
