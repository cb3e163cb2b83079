import { readLabelAtoms, readMoveAtoms } from '../../src/parser/atoms.ts'
import { Configuration, Move } from '../../src/parser/configuration.ts'
import { ParserInput } from '../../src/parser/input.ts'
import { LabelChoices } from '../../src/parser/model.ts'
import { hashTemplates, labelTemplates, moveTemplates } from '../../src/parser/templates.ts'
import { createRandom, shuffle } from '../random.ts'
import { goldTree, type ParserSentence } from './corpus.ts'
import { type GoldTree, IMPOSSIBLE, moveCosts } from './oracle.ts'
import { AveragedWeights } from './perceptron.ts'

export interface LearnOptions {
  readonly epochs: number
  /** Rounds from different orders of the sentences, whose averages are added. */
  readonly rounds: number
  readonly seed: number
  /** Share of features left out of each decision, so that none leans on one alone. */
  readonly dropout: number
  readonly log: (line: string) => void
}

/** Weights as learnt, before they are cut down and rounded. */
export interface LearntParser {
  readonly labels: readonly string[]
  readonly choices: ReadonlyMap<number, readonly number[]>
  readonly moves: AveragedWeights
  readonly labelWeights: AveragedWeights
}

/** A decision must beat the next best by more than this, or its weights are moved. */
const MARGIN = 1
/** How often the parser's own wrong move is followed, so that it learns to go on after one. */
const EXPLORATION = 0.1

/** Learns moves and labels by averaged perceptrons, with a dynamic oracle. */
export function learnParser(sentences: readonly ParserSentence[], options: LearnOptions): LearntParser {
  const labels = [...new Set(sentences.flatMap(({ relation }) => relation))].sort()
  const numbers = new Map(labels.map((label, i) => [label, i]))
  const choices = collectChoices(sentences, numbers)
  const learner = new Learner(labels, choices, options.dropout)
  const order = Int32Array.from(sentences.keys())
  for (let round = 0; round < options.rounds; round++) {
    const random = createRandom(options.seed + round * 101)
    order.set(Int32Array.from(sentences.keys()))
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      shuffle(order, random)
      learner.wrong = 0
      learner.decisions = 0
      for (const s of order) learner.learn(sentences[s]!, numbers, epoch > 0, random)
      const share = ((100 * learner.wrong) / learner.decisions).toFixed(2)
      options.log(`parser: round ${round + 1}, epoch ${epoch + 1}: ${share} % wrong moves`)
    }
    learner.moves.endRound()
    learner.labelWeights.endRound()
  }
  return { labels, choices, moves: learner.moves, labelWeights: learner.labelWeights }
}

/** The labels seen for each pair of classes and side. */
function collectChoices(
  sentences: readonly ParserSentence[],
  labels: ReadonlyMap<string, number>,
): Map<number, number[]> {
  const choices = new Map<number, Set<number>>()
  const input = new ParserInput()
  for (const sentence of sentences) {
    input.read(sentence.tokens)
    const { head, label } = goldTree(sentence, input, labels)
    for (let i = 0; i < input.count; i++) {
      if (head[i] === input.count) continue
      const key = LabelChoices.key(input.class[head[i]!]!, input.class[i]!, head[i]! < i)
      const known = choices.get(key) ?? new Set()
      choices.set(key, known.add(label[i]!))
    }
  }
  return new Map([...choices].map(([key, known]) => [key, [...known].sort((a, b) => a - b)]))
}

class Learner {
  readonly moves = new AveragedWeights(3)
  readonly labelWeights: AveragedWeights
  wrong = 0
  decisions = 0
  private readonly choices: ReadonlyMap<number, readonly number[]>
  private readonly root: number
  private readonly dropout: number
  private readonly input = new ParserInput()
  private readonly configuration = new Configuration()
  private readonly moveAtoms = new Int32Array(moveTemplates.atomCount)
  private readonly moveHashes = new Int32Array(moveTemplates.count)
  private readonly moveRows = new Int32Array(moveTemplates.count)
  private readonly moveScores = new Float64Array(3)
  private readonly labelAtoms = new Int32Array(labelTemplates.atomCount)
  private readonly labelHashes = new Int32Array(labelTemplates.count)
  private readonly labelRows = new Int32Array(labelTemplates.count)
  private readonly labelScores: Float64Array
  private readonly costs = new Int32Array(3)

  constructor(labels: readonly string[], choices: ReadonlyMap<number, readonly number[]>, dropout: number) {
    this.choices = choices
    this.dropout = dropout
    this.root = labels.indexOf('root')
    this.labelWeights = new AveragedWeights(labels.length)
    this.labelScores = new Float64Array(labels.length)
  }

  learn(sentence: ParserSentence, labels: ReadonlyMap<string, number>, explores: boolean, random: () => number): void {
    const { input, configuration: c } = this
    input.read(sentence.tokens)
    c.begin(input)
    const gold = goldTree(sentence, input, labels)
    while (!c.finished) {
      const move = this.learnMove(gold, explores, random)
      if (move === Move.shift) c.shift()
      else {
        const label = this.learnLabel(c.headOf(move), c.dependentOf(), gold, explores, random)
        if (move === Move.left) c.left(label)
        else c.right(label)
      }
    }
  }

  /** Leaves features out: a hash of 0 is no feature's. */
  private drop(hashes: Int32Array, random: () => number): void {
    if (this.dropout === 0) return
    for (let i = 0; i < hashes.length; i++) if (random() < this.dropout) hashes[i] = 0
  }

  private learnMove(gold: GoldTree, explores: boolean, random: () => number): Move {
    const { costs, moveScores: scores, moveHashes } = this
    moveCosts(this.configuration, gold, costs)
    const least = Math.min(costs[0]!, costs[1]!, costs[2]!)
    readMoveAtoms(this.configuration, this.input, this.moveAtoms)
    hashTemplates(moveTemplates, this.moveAtoms, moveHashes)
    this.drop(moveHashes, random)
    this.moves.rowsOf(moveHashes, this.moveRows)
    this.moves.score(this.moveRows, scores)
    let good = -1
    let bad = -1
    for (let m = 0; m < 3; m++) {
      if (costs[m]! >= IMPOSSIBLE) continue
      if (costs[m] === least) {
        if (good < 0 || scores[m]! > scores[good]!) good = m
      } else if (bad < 0 || scores[m]! > scores[bad]!) bad = m
    }
    this.moves.tick()
    this.decisions++
    if (bad < 0) return good as Move
    const isWrong = scores[bad]! >= scores[good]!
    if (isWrong) this.wrong++
    if (scores[good]! - scores[bad]! <= MARGIN) this.moves.update(moveHashes, good, bad)
    return (isWrong && explores && random() < EXPLORATION ? bad : good) as Move
  }

  private learnLabel(head: number, dependent: number, gold: GoldTree, explores: boolean, random: () => number): number {
    const { input, labelScores: scores } = this
    if (head === input.count) return this.root
    const key = LabelChoices.key(input.class[head]!, input.class[dependent]!, head < dependent)
    const choices = this.choices.get(key)
    const right = gold.head[dependent] === head ? gold.label[dependent]! : -1
    if (choices === undefined) return right >= 0 ? right : this.root
    if (choices.length === 1) return choices[0]!
    readLabelAtoms(this.configuration, input, head, dependent, this.labelAtoms)
    hashTemplates(labelTemplates, this.labelAtoms, this.labelHashes)
    this.drop(this.labelHashes, random)
    this.labelWeights.rowsOf(this.labelHashes, this.labelRows)
    this.labelWeights.score(this.labelRows, scores)
    let best = choices[0]!
    let rival = -1
    for (const label of choices) {
      if (scores[label]! > scores[best]!) best = label
      if (label !== right && (rival < 0 || scores[label]! > scores[rival]!)) rival = label
    }
    this.labelWeights.tick()
    if (right < 0) return best
    if (scores[right]! - scores[rival]! <= MARGIN) this.labelWeights.update(this.labelHashes, right, rival)
    return explores && random() < 0.5 ? best : right
  }
}
