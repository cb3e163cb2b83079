import { findAgent } from './passive/agent.ts'
import { treeOf } from './syntax/tree.ts'
import type { Sentence, Syntax, Word } from './types.ts'

export { type Clause, type ClauseType, clauses, finiteVerb, isInverted } from './syntax/clauses.ts'
export { nounPhrase } from './syntax/noun-phrase.ts'
export { auxiliariesOf, objectOf, particleOf, subjectOf } from './syntax/verbs.ts'

/**
 * Heads and relations of a sentence, worked out when first asked for and kept with the sentence.
 *
 * @throws {ModelError} where the model cannot be used
 */
export function syntax(sentence: Sentence): Syntax {
  return treeOf(sentence)
}

/**
 * The agent phrase of a passive verb or a past participle, `av` first: `av socialnämnden`. Undefined where
 * none is stated.
 */
export function agentOf(verb: Word): readonly Word[] | undefined {
  return findAgent(verb)?.words
}
