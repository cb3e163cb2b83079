import type { TextBlock, TextEdit } from '@klarsprak/engine'
import type { Passive, Word } from 'retext-swedish'
import { nounPhraseLength } from '../src/phrases.ts'
import { activeLemma, isFiniteVerb, particleAfter, sameForm } from '../src/verbs.ts'
import { capitalise, uncapitalised } from '../src/words.ts'

const asObject: Readonly<Record<string, string>> = {
  jag: 'mig',
  du: 'dig',
  han: 'honom',
  hon: 'henne',
  vi: 'oss',
  ni: 'er',
  de: 'dem',
  den: 'den',
  det: 'det',
  hen: 'hen',
  detta: 'detta',
  denna: 'denna',
  dessa: 'dessa',
}
const asSubject: Readonly<Record<string, string>> = {
  mig: 'jag',
  dig: 'du',
  honom: 'han',
  henne: 'hon',
  oss: 'vi',
  er: 'ni',
  dem: 'de',
  hen: 'hen',
}
/** Prepositions that begin an adverbial of their own; after the others a phrase may belong to the agent. */
const freePrepositions = new Set([
  'före',
  'efter',
  'under',
  'inom',
  'vid',
  'den',
  'innan',
  'sedan',
  'senast',
  'utan',
  'genom',
])
const nominal = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON'])
const ownReference = new Set(['sig', 'sin', 'sitt', 'sina', 'själv', 'själva'])

/**
 * The sentence in active voice, as one edit that ends where the agent ends. Undefined unless every part is
 * certain: one finite verb, a subject of one plain noun phrase, an agent that is a phrase of its own, and a
 * verb whose active form is known.
 */
export function activeClause(verb: Word, passive: Passive, block: TextBlock): TextEdit | undefined {
  const { words } = verb.sentence
  const agent = passive.agent!
  if (agent.some(({ upos }, index) => index > 0 && !nominal.has(upos) && upos !== 'CCONJ')) return undefined
  if (passive.kind === 'state' || passive.within !== 'main') return undefined
  if (words.some((word) => ownReference.has(word.lower))) return undefined
  const finites = words.filter(isFiniteVerb)
  const finite = finites[0]
  if (finites.length !== 1 || finite === undefined || finite.index > verb.index) return undefined
  const from = words[0]!.start
  const to = agent.at(-1)!.end
  if (block.marks.some((mark) => mark.start < to && mark.end > from)) return undefined
  const following = agent.at(-1)!.next
  if (!endsAgent(following)) return undefined

  const at = (word: Word) => word.index - words[0]!.index
  const before = words.slice(0, at(finite))
  const between = words.slice(at(finite) + 1, at(verb))
  const rest = words.slice(at(verb) + 1, at(agent[0]!))
  const middle = finite === verb ? rest : between
  const active = activeVerb(verb, passive)
  const actor = subjectOf(agent.slice(1), block.text)
  if (active === undefined || actor === undefined) return undefined

  const particle = rest[0] !== undefined && particleAfter(verb) === rest[0] ? rest.shift() : undefined
  const inverted = before.length === 0 || isAdverbial(before)
  let subject: readonly Word[]
  let adverbs: readonly Word[]
  let tail: readonly Word[]
  if (inverted) {
    // The subject follows the finite verb: `I maj fattades beslutet av nämnden`.
    const length = nounPhraseLength(middle)
    if (length === 0) return undefined
    subject = middle.slice(0, length)
    adverbs = finite === verb ? [] : middle.slice(length).filter((word) => word.upos !== 'AUX')
    tail = finite === verb ? middle.slice(length) : rest
  } else {
    if (nounPhraseLength(before) !== before.length && !isPhraseWithAttribute(before)) return undefined
    if (nounPhraseLength(finite === verb ? rest : middle) > 0) return undefined
    subject = before
    adverbs = finite === verb ? sentenceAdverbs(rest) : middle.filter((word) => word.upos !== 'AUX')
    tail = finite === verb ? rest.slice(adverbs.length) : rest
  }
  if (tail[0]?.upos === 'ADV') return undefined
  if (adverbs.some((word) => word.upos !== 'ADV' && word.upos !== 'PART')) return undefined
  const object = objectOf(subject, block.text)
  if (object === undefined) return undefined
  const auxiliaries = finite === verb ? [] : [finite, ...between.filter((word) => word.upos === 'AUX')]
  const bli = passive.auxiliary
  const helpers = auxiliaries.filter((word) => word !== bli).map((word) => word.lower)
  const finiteForm = helpers.shift() ?? active
  const last = finiteForm === active ? [] : [...helpers, active]
  const order = inverted
    ? [text(before, block.text), finiteForm, actor, ...forms(adverbs), ...last]
    : [actor, finiteForm, ...forms(adverbs), ...last]
  const sentence = [...order, particle?.form, object, text(tail, block.text)].filter(Boolean).join(' ')
  return { start: from, end: to, text: capitalise(sentence) }
}

/** The active verb in the tense of the passive one; for a bli-passive in the tense of its auxiliary. */
function activeVerb(verb: Word, passive: Passive): string | undefined {
  const active = activeLemma(verb, passive)
  return active && sameForm(passive.auxiliary ?? verb, active)
}

/** True where the agent ends before this word: the sentence's end, or an adverbial that cannot belong to it. */
function endsAgent(word: Word | undefined): boolean {
  if (word === undefined || /^[.!?]$/.test(word.form)) return true
  return (
    freePrepositions.has(word.lower) ||
    (word.lower === 'i' && /^(?:dag|går|morgon|år|fjol)$/.test(word.next?.lower ?? ''))
  )
}

/** `Beslutet om bygglov`: a noun phrase with one prepositional attribute. */
function isPhraseWithAttribute(words: readonly Word[]): boolean {
  const head = nounPhraseLength(words)
  if (head === 0 || words[head]?.upos !== 'ADP') return false
  return head + 1 + nounPhraseLength(words.slice(head + 1)) === words.length
}

/** True for a phrase before the finite verb that is no subject: `I maj`, `Därefter`. */
function isAdverbial([first]: readonly Word[]): boolean {
  return first !== undefined && (first.upos === 'ADP' || first.upos === 'ADV')
}

function sentenceAdverbs(words: readonly Word[]): readonly Word[] {
  const adverbs = ['inte', 'också', 'även', 'nu', 'alltid', 'aldrig', 'normalt', 'ofta', 'sedan']
  return words[0] !== undefined && adverbs.includes(words[0].lower) ? [words[0]] : []
}

function objectOf(subject: readonly Word[], source: string): string | undefined {
  const first = subject[0]!
  if (subject.length === 1 && first.upos === 'PRON') return asObject[first.lower]
  const whole = text(subject, source)
  return uncapitalised(first) + whole.slice(first.form.length)
}

/**
 * The agent as it stands as a subject: `vi` for `oss`, `de` for `dem`. Undefined for a pronoun without such a form.
 *
 * @param agent without its preposition
 */
export function subjectOf(agent: readonly Word[], source: string): string | undefined {
  const first = agent[0]
  if (first === undefined) return undefined
  if (agent.length === 1 && first.upos === 'PRON') return asSubject[first.lower]
  return text(agent, source)
}

function forms(words: readonly Word[]): string[] {
  return words.map((word) => word.form)
}

function text(words: readonly Word[], source: string): string {
  return words.length === 0 ? '' : source.slice(words[0]!.start, words.at(-1)!.end)
}
