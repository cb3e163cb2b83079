import { analyseVerbForm } from './inflection/verbs.ts'
import { type Agent, findAgent } from './passive/agent.ts'
import { agentTypeOf } from './passive/agent-type.ts'
import { isClauseBorder } from './passive/chunk.ts'
import { isLexicalised, type SVerb, sVerb } from './passive/deponents.ts'
import { isNeverSForm } from './passive/not-verbs.ts'
import {
  auxiliaryOf,
  infinitiveOf,
  isHiddenParticiple,
  isPastParticiple,
  participleForm,
} from './passive/participle.ts'
import { placeOf } from './passive/place.ts'
import type { Passive, Word } from './types.ts'

/** A word with room for its answer: several rules ask about each verb, and a map by word is slower than the reading. */
interface Asked extends Word {
  passiveRead?: Passive | undefined
}

/**
 * What an s-form or a past participle is, who acts where that is said, and where it stands; kind `none` for every
 * other word. Kinds and conventions: `docs/passive.md`.
 */
export function passiveOf(word: Word): Passive {
  const { upos } = word
  if (upos !== 'VERB' && upos !== 'AUX' && upos !== 'ADJ') return NONE
  const asked: Asked = word
  asked.passiveRead ??= readPassive(word)
  return asked.passiveRead
}

function readPassive(word: Word): Passive {
  if (isSForm(word)) return passiveOfSForm(word)
  if (isPastParticiple(word) || isHiddenParticiple(word)) return passiveOfParticiple(word)
  return NONE
}

/** True for passive verb forms and past participles, also beside a noun: what an agent phrase can belong to. */
export function takesAgent(word: Word): boolean {
  return word.morph.Voice === 'Pass' || isPastParticiple(word) || passiveOf(word).kind === 's-passive'
}

const NONE: Passive = {
  kind: 'none',
  agent: undefined,
  agentType: undefined,
  auxiliary: undefined,
  active: undefined,
  within: 'main',
}

function isSForm(word: Word): boolean {
  const { upos, morph, lower } = word
  if (!lower.endsWith('s') || (upos !== 'VERB' && upos !== 'AUX')) return false
  if (morph.VerbForm === undefined || morph.VerbForm === 'Part' || morph.Mood === 'Imp') return false
  if (isNeverSForm(lower)) return lower === 'förstås' && placeOf(word) === 'definition'
  return morph.Voice === 'Pass' || sVerb(lower) !== undefined
}

function passiveOfSForm(word: Word): Passive {
  const agent = findAgent(word)
  const agentType = agent && agentTypeOf(agent.head)
  const row = sVerb(word.lower)
  const within = placeOf(word)
  const meets = row?.kind === 'reciprocal' && word.morph.Voice === undefined
  const isPassive = row === undefined || (!meets && turnsPassive(row, word, agent, agentType, within))
  return {
    kind: isPassive ? 's-passive' : row.kind,
    agent: row?.kind === 'deponent' && !isPassive ? undefined : agent?.words,
    agentType: row?.kind === 'deponent' && !isPassive ? undefined : agentType,
    auxiliary: undefined,
    active: row === undefined ? activeOf(word) : row.active,
    within,
  }
}

/** The active infinitive of an s-passive: the lexicon's where it has one that the tagger does not contradict. */
function activeOf({ lower, lemma }: Word): string | undefined {
  const readings = analyseVerbForm(lower).filter(({ voice }) => voice === 'Pass')
  const reading = readings.find((candidate) => candidate.lemma === lemma) ?? readings[0]
  if (reading !== undefined) return reading.lemma
  return lemma.endsWith('a') || lemma.endsWith('å') ? lemma : undefined
}

/** Whether what stands beside a verb of the table makes a passive of it. */
function turnsPassive(
  row: SVerb,
  word: Word,
  agent: Agent | undefined,
  agentType: Passive['agentType'],
  within: Passive['within'],
): boolean {
  const { passiveIf } = row
  for (let index = 0; index < passiveIf.length; index++) {
    const condition = passiveIf[index]!
    if (condition.startsWith('unless:') && follows(word, condition.slice(7))) return false
  }
  for (let index = 0; index < passiveIf.length; index++) {
    const condition = passiveIf[index]!
    if (condition === 'passive') return true
    if (condition === 'agent' || condition === 'av') {
      if (agent !== undefined && (condition === 'av' || agentType !== 'other')) return true
    } else if (condition === 'report') {
      if (within !== 'definition' && !isReport(word, agent)) return true
    } else if (isMet(condition, word)) return true
  }
  return false
}

/** Whether the words near a verb of the table fit a condition. */
function isMet(condition: string, word: Word): boolean {
  if (condition === 'impersonal') return subjectNear(word)?.lower === 'det'
  if (condition === 'thing') return isThing(subjectNear(word))
  if (condition.startsWith('+')) return hasParticle(word, condition.slice(1))
  if (condition.startsWith('subject:')) return subjectNear(word)?.lemma.endsWith(condition.slice(8)) === true
  return !condition.startsWith('unless:') && word.next?.lower === condition
}

function isThing(subject: Word | undefined): boolean {
  return subject !== undefined && subject.upos === 'NOUN' && agentTypeOf(subject) === 'other'
}

/** True where this word stands soon after the verb, in its clause. */
function follows(verb: Word, lower: string): boolean {
  let steps = 0
  for (let word = verb.next; word !== undefined && steps < 4; word = word.next, steps++) {
    if (word.lower === lower) return true
    if (isClauseBorder(word)) return false
  }
  return false
}

/** True where the particle stands after the verb: at once, or after a subject or an adverb, with no phrase of its own. */
function hasParticle(verb: Word, particle: string): boolean {
  let steps = 0
  for (let word = verb.next; word !== undefined && steps < 4; word = word.next, steps++) {
    if (word.lower === particle) return particle !== 'av' || findAgent(verb) === undefined
    if (isClauseBorder(word) || word.upos === 'ADP') return false
  }
  return false
}

/** True where a reporting verb reports: an infinitive, an att-clause or a predicative goes with it. */
function isReport(verb: Word, agent: Agent | undefined): boolean {
  if (agent !== undefined && agentTypeOf(agent.head) !== 'other') return false
  const { next } = verb
  if (next !== undefined && (next.lower === 'som' || (next.upos === 'ADJ' && next.next?.upos !== 'NOUN'))) return true
  for (let word = next; word !== undefined; word = word.next) {
    if (word.morph.VerbForm === 'Inf') return word.previous?.lower !== 'att'
    if (word.lower === 'att') return subjectNear(verb)?.lower === 'det'
    if (isClauseBorder(word)) return false
  }
  return false
}

/** The subject of a verb as word order shows it: the nearest free noun phrase before it in its clause, else after it. */
function subjectNear(verb: Word): Word | undefined {
  let subject: Word | undefined
  for (let word = verb.previous; word !== undefined; word = word.previous) {
    if (word.morph.VerbForm === 'Fin' && word.upos === 'AUX') continue
    if (isClauseBorder(word) && word.upos !== 'PUNCT') break
    const noun = word.upos === 'NOUN' || word.upos === 'PROPN' || word.upos === 'PRON'
    if (noun && word.morph.Case !== 'Gen' && !inPrepositional(word)) subject = word
  }
  if (subject !== undefined) return subject
  for (let word = verb.next; word !== undefined && !isClauseBorder(word) && word.upos !== 'ADP'; word = word.next) {
    if (word.upos === 'NOUN' || word.upos === 'PROPN' || word.upos === 'PRON') return word
  }
  return undefined
}

function inPrepositional(noun: Word): boolean {
  for (let word = noun.previous; word !== undefined; word = word.previous) {
    if (word.upos === 'ADP') return true
    if (word.upos !== 'DET' && word.upos !== 'ADJ' && word.upos !== 'NUM' && word.morph.Case !== 'Gen') return false
  }
  return false
}

function passiveOfParticiple(participle: Word): Passive {
  const auxiliary = auxiliaryOf(participle)
  if (auxiliary === undefined) return NONE
  const bli = auxiliary.lemma === 'bli'
  if (isLexicalised(participleForm(participle), bli ? 'bli' : 'vara')) return NONE
  const agent = findAgent(participle)
  return {
    kind: bli ? 'bli-passive' : 'state',
    agent: agent?.words,
    agentType: agent && agentTypeOf(agent.head),
    auxiliary,
    active: infinitiveOf(participle),
    within: placeOf(auxiliary),
  }
}
