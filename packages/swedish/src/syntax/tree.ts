import { loadModel } from '../model/load.ts'
import { readParser } from '../parser/model.ts'
import { Parser, type Tree } from '../parser/parse.ts'
import type { Sentence, Syntax, Word } from '../types.ts'
import { refine } from './refine.ts'

let parser: Parser | undefined

/** Heads and relations of a sentence, with the way from heads to dependents. */
export class SentenceTree implements Syntax {
  private readonly words: readonly Word[]
  private readonly parser: Parser
  private readonly tree: Tree
  /** Relations that patterns know better than the parser, by index. */
  private readonly corrected: Map<number, string>
  /** First dependent of each word, then the next of the same head; −1 for none. */
  private first: Int32Array | undefined
  private nextOf: Int32Array | undefined

  constructor(words: readonly Word[], parser: Parser) {
    this.words = words
    this.parser = parser
    this.tree = parser.parse(words)
    this.corrected = refine(words, this.tree.head, (i) => parser.labels[this.tree.label[i]!]!)
  }

  head(i: number): number {
    return this.tree.head[i]!
  }

  relation(i: number): string {
    return this.corrected.get(i) ?? this.parser.labels[this.tree.label[i]!]!
  }

  confidence(i: number): number {
    return this.parser.confidence(this.tree, i)
  }

  /** Place of a word in its sentence. */
  indexOf(word: Word): number {
    return word.index - this.words[0]!.index
  }

  word(i: number): Word {
    return this.words[i]!
  }

  /** The dependents of a word, from the left. */
  dependents(i: number): number[] {
    if (this.first === undefined || this.nextOf === undefined) this.linkDependents()
    const dependents: number[] = []
    for (let d = this.first![i]!; d >= 0; d = this.nextOf![d]!) dependents.push(d)
    return dependents
  }

  private linkDependents(): void {
    const count = this.words.length
    this.first = new Int32Array(count).fill(-1)
    this.nextOf = new Int32Array(count).fill(-1)
    for (let i = count - 1; i >= 0; i--) {
      const head = this.tree.head[i]!
      if (head < 0) continue
      this.nextOf[i] = this.first[head]!
      this.first[head] = i
    }
  }
}

const trees = new WeakMap<Sentence, SentenceTree>()

/**
 * The tree of a sentence, parsed when first asked for and kept with the sentence.
 *
 * @throws {ModelError} where the model cannot be used
 */
export function treeOf(sentence: Sentence): SentenceTree {
  let tree = trees.get(sentence)
  if (tree === undefined) {
    parser ??= new Parser(readParser(loadModel()))
    tree = new SentenceTree(sentence.words, parser)
    trees.set(sentence, tree)
  }
  return tree
}
