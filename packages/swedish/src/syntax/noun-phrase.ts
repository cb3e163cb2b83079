import type { Word } from '../types.ts'
import { type SentenceTree, treeOf } from './tree.ts'

const INSIDE = /^(?:det|amod|nummod|nmod|flat|fixed|compound|appos|conj|acl|advmod|obl)/

/**
 * The whole noun phrase around its head, from the left: determiners, genitives, adjectives, names, prepositional phrases
 * and relative clauses that tell of it, and phrases joined to it. The preposition before it is not part of it, nor what
 * a comma sets apart.
 */
export function nounPhrase(head: Word): readonly Word[] {
  const tree = treeOf(head.sentence)
  const inner: number[] = []
  collect(tree, tree.indexOf(head), inner, true)
  inner.sort((a, b) => a - b)
  while (inner.length > 1 && tree.word(inner.at(-1)!).upos === 'PUNCT') inner.pop()
  while (inner.length > 1 && tree.word(inner[0]!).upos === 'PUNCT') inner.shift()
  return inner.map((i) => tree.word(i))
}

/** At the head of the phrase only what belongs to it; further down all there is. */
function collect(tree: SentenceTree, i: number, inner: number[], isHead: boolean): void {
  inner.push(i)
  for (const dependent of tree.dependents(i)) {
    if (isHead && (!INSIDE.test(tree.relation(dependent)) || isSetApart(tree, i, dependent))) continue
    collect(tree, dependent, inner, false)
  }
}

/** A clause or an apposition after a comma. */
function isSetApart(tree: SentenceTree, head: number, dependent: number): boolean {
  if (dependent < head || !/^(?:acl|appos)/.test(tree.relation(dependent))) return false
  const first = leftmost(tree, dependent)
  return first > 0 && tree.word(first - 1).upos === 'PUNCT'
}

function leftmost(tree: SentenceTree, i: number): number {
  let first = i
  for (const dependent of tree.dependents(i)) {
    if (tree.word(dependent).upos !== 'PUNCT') first = Math.min(first, leftmost(tree, dependent))
  }
  return first
}
