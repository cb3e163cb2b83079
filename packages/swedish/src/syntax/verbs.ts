import type { Word } from '../types.ts'
import { type SentenceTree, treeOf } from './tree.ts'

/** The relations of a word's predicate: an auxiliary or a copula speaks for the word it belongs to. */
function predicateIndex(tree: SentenceTree, word: Word): number {
  let i = tree.indexOf(word)
  for (let steps = 0; steps < 4 && /^(?:aux|cop)/.test(tree.relation(i)) && tree.head(i) >= 0; steps++) i = tree.head(i)
  return i
}

function dependentOf(tree: SentenceTree, i: number, relation: RegExp): number {
  return tree.dependents(i).find((dependent) => relation.test(tree.relation(dependent))) ?? -1
}

/**
 * The head of the subject of a verb, an auxiliary, or a noun or adjective with a copula: `ansökan` of `behandlas`. The
 * formal subject `det` only where there is no other. A verb joined by och/eller shares the subject of the first.
 */
export function subjectOf(verb: Word): Word | undefined {
  const tree = treeOf(verb.sentence)
  let i = predicateIndex(tree, verb)
  for (let steps = 0; steps < 8; steps++) {
    const own = dependentOf(tree, i, /^nsubj/)
    const subject = own >= 0 ? own : dependentOf(tree, i, /^expl$/)
    if (subject >= 0) return tree.word(subject)
    if (tree.relation(i) !== 'conj' || tree.head(i) < 0) return undefined
    i = tree.head(i)
  }
  return undefined
}

/** The head of the direct object of a verb. */
export function objectOf(verb: Word): Word | undefined {
  const tree = treeOf(verb.sentence)
  const object = dependentOf(tree, predicateIndex(tree, verb), /^obj$/)
  return object < 0 ? undefined : tree.word(object)
}

/** The auxiliaries and copulas of a verb or a predicate, from the left: `har`, `blivit` of `vald`. */
export function auxiliariesOf(verb: Word): readonly Word[] {
  const tree = treeOf(verb.sentence)
  return tree
    .dependents(predicateIndex(tree, verb))
    .filter((dependent) => /^(?:aux|cop)/.test(tree.relation(dependent)))
    .map((dependent) => tree.word(dependent))
}

/** The particle of a verb: `ut` of `lämnas ut`. */
export function particleOf(verb: Word): Word | undefined {
  const tree = treeOf(verb.sentence)
  const particle = dependentOf(tree, tree.indexOf(verb), /^compound:prt$/)
  return particle < 0 ? undefined : tree.word(particle)
}
