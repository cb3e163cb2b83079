import type { TextEdit } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { isFiniteVerb } from '../verbs.ts'
import { likeCase } from '../words.ts'
import { subjectLengthAfter } from './main-clause.ts'
import { isSentenceAdverb } from './sentence-adverbs.ts'

/**
 * Puts a verb of several words in the place of one: what follows the verb itself stands after a subject and the
 * adverbs of the clause, `Nu mottar vi inte paket` → `Nu tar vi inte emot paket`. Undefined where the subject’s place
 * cannot be told.
 *
 * @param replacement the verb in its form, with its particle or other words: `tar emot`
 * @returns one edit, or two in text order
 */
export function putVerb(verb: Word, replacement: string): readonly TextEdit[] | undefined {
  const [head, ...rest] = replacement.split(' ') as [string, ...string[]]
  const whole = { start: verb.start, end: verb.end, text: likeCase(verb.form, replacement) }
  if (rest.length === 0) return [whole]
  const last = lastBeforeParticle(verb)
  if (last === undefined) return undefined
  if (last === verb) return [whole]
  return [
    { start: verb.start, end: verb.end, text: likeCase(verb.form, head) },
    { start: last.end, end: last.end, text: ` ${rest.join(' ')}` },
  ]
}

/** The word that what belongs to a verb comes after: the verb itself, its subject, or an adverb of the clause. */
export function lastBeforeParticle(verb: Word): Word | undefined {
  // After a verb that is not finite the particle comes first: `har kommit in först`.
  if (!isFiniteVerb(verb) && verb.morph.VerbForm === 'Sup') return verb
  const length = isFiniteVerb(verb) ? subjectLengthAfter(verb) : 0
  if (length === undefined) return undefined
  const { words } = verb.sentence
  let at = verb.index - words[0]!.index + length
  while (words[at + 1] !== undefined && isSentenceAdverb(words[at + 1]!)) at++
  return words[at]
}
