import { findAgent } from '../src/passive/agent.ts'
import { agentTypeOf } from '../src/passive/agent-type.ts'
import { passiveOf, takesAgent } from '../src/passive.ts'
import type { TagResult } from '../src/tagging.ts'
import type { Sentence, Word } from '../src/types.ts'
import type { TreebankSentence } from './conllu.ts'
import { getOrCreate } from './maps.ts'
import { Score } from './score.ts'

/**
 * The words of a treebank sentence as a tagger reads them.
 *
 * @param first number of the sentence's first token among the tagged
 */
export function taggedWords(sentence: TreebankSentence, tags: TagResult, first: number): readonly Word[] {
  const words: Word[] = []
  const { text } = sentence
  const whole: Sentence = { index: 0, start: 0, end: text.length, text, words, wordCount: sentence.words.length }
  sentence.words.forEach(({ form }, index) => {
    const token = first + index
    words.push({
      index,
      start: 0,
      end: form.length,
      form,
      lower: form.toLowerCase(),
      kind: 'word',
      upos: tags.upos(token),
      feats: tags.feats(token),
      morph: tags.morph(token),
      lemma: tags.lemma(token),
      confidence: tags.confidence(token),
      spaceBefore: true,
      sentence: whole,
      get previous() {
        return words[index - 1]
      },
      get next() {
        return words[index + 1]
      },
    })
  })
  return words
}

/**
 * Counts the agents of a treebank sentence (`obl:agent`, with the right verb) that are found, and for themselves those
 * that are persons or organs by our table. Verbs joined by och/eller share an agent: any of them is right. Gives a line for each that is missed or false.
 */
export function scoreAgents(scores: Map<string, Score>, gold: TreebankSentence, words: readonly Word[]): string[] {
  const found = new Map<number, Set<number>>()
  words.forEach((verb, i) => {
    const head = takesAgent(verb) ? findAgent(verb)?.head.index : undefined
    if (head !== undefined) getOrCreate(found, head, () => new Set()).add(i)
  })
  const errors: string[] = []
  gold.words.forEach(({ deprel, head, form }, i) => {
    const isAgent = deprel === 'obl:agent'
    const right = isAgent && found.get(i)?.has(head - 1) === true
    const canAct = agentTypeOf(words[i]!) !== 'other'
    for (const name of canAct ? ['agents', 'agents: persons and organs'] : ['agents'])
      getOrCreate(scores, name, () => new Score()).add(isAgent, found.has(i), right)
    if (right || (!isAgent && !found.has(i))) return
    const verbs = isAgent ? [head - 1] : [...found.get(i)!]
    const kind = `${isAgent ? 'missed' : 'false '} agent${canAct ? '*' : ' '}`
    errors.push(`${kind}  ${verbs.map((verb) => gold.words[verb]!.form).join(', ')} ← ${form}  | ${gold.text}`)
  })
  return errors
}

/** Counts the `bli` of bli-passives (`aux:pass`) that are found. Gives a line for each that is missed or false. */
export function scoreBli(scores: Map<string, Score>, gold: TreebankSentence, words: readonly Word[]): string[] {
  const score = getOrCreate(scores, 'aux:pass', () => new Score())
  const found = new Set(
    words
      .map((word) => passiveOf(word))
      .flatMap(({ kind, auxiliary }) => (kind === 'bli-passive' ? auxiliary!.index : [])),
  )
  const errors: string[] = []
  gold.words.forEach(({ deprel, form }, i) => {
    const [inGold, inSystem] = [deprel === 'aux:pass', found.has(i)]
    score.add(inGold, inSystem, inGold && inSystem)
    if (inGold !== inSystem) errors.push(`${inGold ? 'missed' : 'false '} bli-passive  ${form}  | ${gold.text}`)
  })
  return errors
}
