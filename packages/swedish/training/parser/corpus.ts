import type { ParserInput, ParserToken } from '../../src/parser/input.ts'
import { parseFeats } from '../../src/tagger/model.ts'
import type { Upos } from '../../src/types.ts'
import type { TreebankSentence } from '../conllu.ts'
import type { GoldTree } from './oracle.ts'

/** A sentence to learn from: its words as the tagger sees them, and the right tree. */
export interface ParserSentence {
  readonly tokens: readonly ParserToken[]
  /** Index of each token's head, −1 for the root. */
  readonly head: Int32Array
  readonly relation: readonly string[]
}

/** Reads treebank sentences; their word classes and features are those the parser will be trained on. */
export function toParserSentences(sentences: readonly TreebankSentence[]): ParserSentence[] {
  return sentences.map(({ words }) => ({
    tokens: words.map(({ form, upos, feats }) => ({
      form,
      lower: form.toLowerCase(),
      upos: upos as Upos,
      feats,
      morph: parseFeats(feats),
    })),
    head: Int32Array.from(words, ({ head }) => head - 1),
    relation: words.map(({ deprel }) => deprel),
  }))
}

/** The tree of a sentence without its punctuation, as `input` has read it. */
export function goldTree(sentence: ParserSentence, input: ParserInput, labels: ReadonlyMap<string, number>): GoldTree {
  const position = new Map(Array.from({ length: input.count }, (_, i) => [input.token[i]!, i]))
  const head = new Int32Array(input.count)
  const label = new Int32Array(input.count)
  const dependents: number[][] = Array.from({ length: input.count + 1 }, () => [])
  for (let i = 0; i < input.count; i++) {
    let over = sentence.head[input.token[i]!]!
    while (over >= 0 && !position.has(over)) over = sentence.head[over]!
    head[i] = over < 0 ? input.count : position.get(over)!
    label[i] = labels.get(sentence.relation[input.token[i]!]!) ?? -1
    dependents[head[i]!]!.push(i)
  }
  return { head, label, dependents }
}
