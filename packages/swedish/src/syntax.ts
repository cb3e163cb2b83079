import { findAgent } from './passive/agent.ts'
import type { Word } from './types.ts'

/**
 * The agent phrase of a passive verb or a past participle, `av` first: `av socialnämnden`. Undefined where
 * none is stated.
 */
export function agentOf(verb: Word): readonly Word[] | undefined {
  return findAgent(verb)?.words
}
