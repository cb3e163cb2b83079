import { findAgent } from '../passive/agent.ts'
import { passiveOf, takesAgent } from '../passive.ts'

import type { Word } from '../types.ts'

/**
 * Mends a tree where patterns of word classes know better than the parser: agents of passives, and `bli` beside a
 * passive participle. Heads are changed in place; the relations that differ are given back, by index.
 */
export function refine(
  words: readonly Word[],
  head: Int32Array,
  relation: (token: number) => string,
): Map<number, string> {
  const corrected = new Map<number, string>()
  const relationOf = (i: number): string => corrected.get(i) ?? relation(i)
  const first = words[0]?.index ?? 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const { kind, auxiliary } = passiveOf(word)
    if (kind === 'bli-passive') makeAuxiliary(words, head, relationOf, corrected, i, auxiliary!.index - first)
    if (!takesAgent(word)) continue
    const agent = findAgent(word)
    if (agent === undefined) continue
    const at = agent.head.index - first
    if (standsUnder(head, i, at)) continue
    head[at] = i
    head[agent.words[0]!.index - first] = at
    corrected.set(at, 'obl:agent')
    corrected.set(agent.words[0]!.index - first, 'case')
  }
  for (let i = 0; i < words.length; i++) {
    if (relation(i) === 'obl:agent' && !corrected.has(i)) corrected.set(i, 'obl')
    if (relation(i) === 'aux:pass' && !corrected.has(i)) corrected.set(i, 'aux')
  }
  return corrected
}

/** True where a word is, or stands under, another. */
function standsUnder(head: Int32Array, i: number, other: number): boolean {
  for (let at = i, steps = 0; at >= 0 && steps <= head.length; at = head[at]!, steps++) if (at === other) return true
  return false
}

/** `blev vald`: the participle is the head, `bli` its auxiliary, and the subject that of a passive. */
function makeAuxiliary(
  words: readonly Word[],
  head: Int32Array,
  relation: (token: number) => string,
  corrected: Map<number, string>,
  participle: number,
  i: number,
): void {
  if (head[participle] === i) {
    head[participle] = head[i]!
    corrected.set(participle, relation(i))
    for (let d = 0; d < words.length; d++) if (head[d] === i && d !== participle) head[d] = participle
    head[i] = participle
  }
  if (head[i] === participle) corrected.set(i, 'aux:pass')
  for (let d = 0; d < words.length; d++)
    if (head[d] === participle && relation(d) === 'nsubj') corrected.set(d, 'nsubj:pass')
}
