import { readLabelAtoms, readMoveAtoms } from './atoms.ts'
import { Configuration, Move } from './configuration.ts'
import { ParserInput, type ParserToken } from './input.ts'
import { LabelChoices, type ParserModel } from './model.ts'
import { attachPunctuation } from './punctuation.ts'
import { hashTemplates, labelTemplates, moveTemplates } from './templates.ts'

/** Heads and relations of one sentence, by index of its words. */
export interface Tree {
  /** −1 for the root. */
  readonly head: Int32Array
  /** Number of each relation among the model's labels. */
  readonly label: Uint8Array
  /** By how much each arc's move and its label beat the next best, at most `MOST_MARGIN`. */
  readonly moveMargin: Int16Array
  readonly labelMargin: Int16Array
}

/**
 * A greedy dependency parser: it chooses the best move of the arc-hybrid system again and again, by sums of weights of
 * features of the configuration, and a label for each arc when it is made. Linear in the number of words.
 */
export class Parser {
  readonly labels: readonly string[]
  private readonly model: ParserModel
  private readonly root: number
  private readonly punct: number
  private readonly input = new ParserInput()
  private readonly configuration = new Configuration()
  private readonly moveAtoms = new Int32Array(moveTemplates.atomCount)
  private readonly moveHashes = new Int32Array(moveTemplates.count)
  private readonly moveScores = new Int32Array(3)
  private readonly labelAtoms = new Int32Array(labelTemplates.atomCount)
  private readonly labelHashes = new Int32Array(labelTemplates.count)
  private readonly labelScores: Int32Array
  /** By how much the label chosen last beat the next. */
  private labelMargin = 0

  constructor(model: ParserModel) {
    this.model = model
    this.labels = model.labels
    this.root = model.labels.indexOf('root')
    this.punct = model.labels.indexOf('punct')
    this.labelScores = new Int32Array(256)
  }

  /** Parses a sentence. */
  parse(tokens: readonly ParserToken[]): Tree {
    const { input, configuration: c } = this
    const tree = {
      head: new Int32Array(tokens.length).fill(-1),
      label: new Uint8Array(tokens.length).fill(this.punct),
      moveMargin: new Int16Array(tokens.length),
      labelMargin: new Int16Array(tokens.length),
    }
    if (tokens.length === 0) return tree
    input.read(tokens)
    c.begin(input)
    while (!c.finished) this.step(tree)
    const isWord = new Uint8Array(tokens.length)
    for (let i = 0; i < input.count; i++) {
      const token = input.token[i]!
      const head = c.head[i]!
      isWord[token] = 1
      tree.head[token] = head === input.count ? -1 : input.token[head]!
      tree.label[token] = c.label[i]!
    }
    attachPunctuation(
      tokens,
      tree.head,
      (token) => this.labels[tree.label[token]!]!,
      (token) => isWord[token] === 1,
    )
    for (let i = 0; i < tokens.length; i++) {
      if (isWord[i] === 1 || tree.head[i]! < 0) continue
      tree.moveMargin[i] = tree.moveMargin[tree.head[i]!]!
      tree.labelMargin[i] = MOST_MARGIN
    }
    return tree
  }

  /** Chance that a word's head and relation are right, 0–1. */
  confidence(tree: Tree, token: number): number {
    const { base, move, label } = this.model.calibration
    return 1 / (1 + Math.exp(-(base + move * tree.moveMargin[token]! + label * tree.labelMargin[token]!)))
  }

  private step(tree: Tree): void {
    const { configuration: c, input, moveAtoms, moveHashes, moveScores: scores, model } = this
    const left = c.canLeft
    const right = c.canRight
    const shift = c.canShift
    let move: Move = Move.shift
    let margin = MOST_MARGIN
    if ((left ? 1 : 0) + (right ? 1 : 0) + (shift ? 1 : 0) > 1) {
      readMoveAtoms(c, input, moveAtoms)
      hashTemplates(moveTemplates, moveAtoms, moveHashes)
      model.moves.score(moveHashes, scores)
      let best = Number.NEGATIVE_INFINITY
      let second = Number.NEGATIVE_INFINITY
      for (let m = 0; m < 3; m++) {
        if (!(m === Move.shift ? shift : m === Move.left ? left : right)) continue
        const score = scores[m]!
        if (score > best) {
          second = best
          best = score
          move = m as Move
        } else if (score > second) second = score
      }
      margin = best - second
    } else if (left) move = Move.left
    else if (right) move = Move.right
    if (move === Move.shift) {
      c.shift()
      return
    }
    const dependent = c.dependentOf()
    const label = this.labelOf(c.headOf(move), dependent)
    const token = input.token[dependent]!
    tree.moveMargin[token] = Math.min(margin, MOST_MARGIN)
    tree.labelMargin[token] = Math.min(this.labelMargin, MOST_MARGIN)
    if (move === Move.left) c.left(label)
    else c.right(label)
  }

  private labelOf(head: number, dependent: number): number {
    const { configuration: c, input, labelScores: scores, model } = this
    this.labelMargin = MOST_MARGIN
    if (head === input.count) return this.root
    const key = LabelChoices.key(input.class[head]!, input.class[dependent]!, head < dependent)
    const choices = model.choices.of(key)
    if (choices.length === 1) return choices[0]!
    readLabelAtoms(c, input, head, dependent, this.labelAtoms)
    hashTemplates(labelTemplates, this.labelAtoms, this.labelHashes)
    model.labelWeights.score(this.labelHashes, scores)
    let label = choices[0]!
    let best = Number.NEGATIVE_INFINITY
    let second = Number.NEGATIVE_INFINITY
    for (let i = 0; i < choices.length; i++) {
      const score = scores[choices[i]!]!
      if (score > best) {
        second = best
        best = score
        label = choices[i]!
      } else if (score > second) second = score
    }
    this.labelMargin = best - second
    return label
  }
}

/** Margins above this say no more. */
export const MOST_MARGIN = 400
