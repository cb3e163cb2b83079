import { readModel, writeModel } from '../../src/model/file.ts'
import { type Calibration, parserSection, readParser, writeParser } from '../../src/parser/model.ts'
import { MOST_MARGIN, Parser } from '../../src/parser/parse.ts'
import type { TreebankSentence } from '../conllu.ts'
import { jackknife } from '../jackknife.ts'
import { type CompactOptions, compactParser } from './compact.ts'
import { type ParserSentence, toParserSentences } from './corpus.ts'
import { type LearnOptions, learnParser } from './learn.ts'
import { normaliseTrees } from './trees.ts'

export type ParserSettings = Omit<LearnOptions, 'log'> & CompactOptions

export const parserSettings: ParserSettings = {
  epochs: 8,
  rounds: 3,
  seed: 1,
  dropout: 0.1,
  moveRows: 300_000,
  labelCells: 220_000,
}

/** Sentences are tagged in this many parts, each by a tagger that never saw it. */
const FOLDS = 5
/** One sentence in so many is held back to measure how far margins can be trusted. */
const HELD_BACK = 8

/**
 * Trains the parser on the word classes that a tagger gives unseen sentences, and gives its section of the model file.
 * Sentences without a tree are left out.
 */
export function trainParserSection(
  sentences: readonly TreebankSentence[],
  settings: ParserSettings,
  log: (line: string) => void,
): Uint8Array {
  const corpus = toParserSentences(taggedUnseen(sentences, log))
  const calibration = calibrate(corpus, settings)
  log(`parser: calibration ${JSON.stringify(calibration)}`)
  return writeParser(compactParser(learnParser(corpus, { ...settings, log }), calibration, settings))
}

/** The sentences with the word classes that a tagger gives them that was trained on the others. */
function taggedUnseen(sentences: readonly TreebankSentence[], log: (line: string) => void): TreebankSentence[] {
  const trees = structuredClone(sentences.filter(({ words }) => words.some(({ head }) => head === 0)))
  normaliseTrees(trees)
  const tagged: TreebankSentence[] = []
  for (const { sentences: part, tags } of jackknife(trees, FOLDS, log)) {
    let token = 0
    for (const sentence of part) {
      const words = sentence.words.map((word) => {
        const upos = tags.upos(token)
        const feats = tags.feats(token)
        token++
        return { ...word, upos, feats }
      })
      tagged.push({ ...sentence, words })
    }
  }
  return tagged
}

/** Fits the chance that an arc and its label are right to the margins of their choice, on sentences held back. */
function calibrate(corpus: readonly ParserSentence[], settings: ParserSettings): Calibration {
  const seen = corpus.filter((_, i) => i % HELD_BACK !== 0)
  const held = corpus.filter((_, i) => i % HELD_BACK === 0)
  const learnt = learnParser(seen, { ...settings, rounds: Math.min(2, settings.rounds), log: () => {} })
  const bytes = writeParser(compactParser(learnt, { base: 0, move: 0, label: 0 }, settings))
  const parser = new Parser(readParser(readModel(writeModel(new Map([[parserSection, bytes]])))))
  const examples: { move: number; label: number; right: number }[] = []
  for (const { tokens, head, relation } of held) {
    const tree = parser.parse(tokens)
    tokens.forEach(({ upos }, i) => {
      if (upos === 'PUNCT') return
      const right = tree.head[i] === head[i] && bare(parser.labels[tree.label[i]!]!) === bare(relation[i]!)
      examples.push({ move: tree.moveMargin[i]!, label: tree.labelMargin[i]!, right: right ? 1 : 0 })
    })
  }
  return fitLogistic(examples)
}

const bare = (relation: string): string => relation.split(':', 1)[0]!

/** Logistic regression by gradient descent; margins are scaled to 0–1 for it. */
function fitLogistic(examples: readonly { move: number; label: number; right: number }[]): Calibration {
  let [base, move, label] = [0, 0, 0]
  for (let step = 0; step < 2000; step++) {
    let [byBase, byMove, byLabel] = [0, 0, 0]
    for (const example of examples) {
      const m = example.move / MOST_MARGIN
      const l = example.label / MOST_MARGIN
      const error = example.right - 1 / (1 + Math.exp(-(base + move * m + label * l)))
      byBase += error
      byMove += error * m
      byLabel += error * l
    }
    base += (2 * byBase) / examples.length
    move += (20 * byMove) / examples.length
    label += (20 * byLabel) / examples.length
  }
  return { base, move: move / MOST_MARGIN, label: label / MOST_MARGIN }
}
