import type { Word } from '../types.ts'
import { agentTypeOf } from './agent-type.ts'
import { endOfPhrase, headOfPhraseAt, isClauseBorder, isTimeNoun } from './chunk.ts'

export interface Agent {
  /** `av` first. */
  readonly words: readonly Word[]
  readonly head: Word
}

/** Further than this an agent is no longer looked for. */
const REACH = 15

/** `av misstag`, `av flera skäl`: why, not who. */
const CAUSE =
  /(?:misstag|skäl|anledning|orsak|hänsyn|slump|nöd|princip|vikt|betydelse|vana|omsorg|barmhärtighet|nyfikenhet|rädsla)$/u
/** Verbs that a reason can be the agent of. */
const CAUSED = /^(?:motivera|bestämma|betinga|påverka|styra|bero)/u
/** Whose av-phrase tells what the thing is made from. */
const MADE = /^(?:göra|tillverka|framställa|bygga|bilda|sy|gjuta|sticka|väva|utvinna|skapa)s?$/u
/** Whose av-phrase tells of whom something is asked. */
const ASKED = /^(?:förvänta|vänta|kräva|begära|fordra|erfordra|önska|lära|behöva|sakna)s?$/u
/** Nouns that take an av-phrase of their own. */
const RELATIONAL =
  /(?:ing|ningar|ningen|ningarna|ande|ende|andet|endet|tion|tionen|tioner|else|elsen|elser|skap|del|delen|delar|hälften|tredjedel|antal|antalet|form|former|typ|typer|sort|slag|grupp|rad|mängd|sats|blandning|system|urval|gåva|resultat|andel|flertal|flertalet|majoritet|minoritet|brist|bild|bilder|hjälp|grund|början|slutet|mitten|grad|graden|omfattning|produkt|verk|försäljning|inköp|köp|bruk|fångst|vård|byte|odling|analys|kontroll|översyn)$/u

/**
 * The agent phrase of a passive verb or a past participle: `av` and the noun phrase after it, in the same clause, where
 * nothing nearer takes it. Undefined where none is stated.
 */
export function findAgent(verb: Word): Agent | undefined {
  return agentAfter(verb) ?? (verb.morph.VerbForm === 'Part' ? agentBefore(verb) : undefined)
}

function agentAfter(verb: Word): Agent | undefined {
  let steps = 0
  for (let word = verb.next; word !== undefined && steps < REACH; word = word.next, steps++) {
    if (word.lower === 'av' && word.upos === 'ADP') {
      const agent = phraseAfter(word)
      if (agent !== undefined && fits(verb, word, agent.head)) return agent
    } else if (isClauseBorder(word) || takesAgents(word)) return undefined
  }
  return undefined
}

/** `den av nämnden beslutade avgiften`: the phrase ends where the participle begins. */
function agentBefore(participle: Word): Agent | undefined {
  const head = participle.previous
  if (head === undefined || !(head.upos === 'NOUN' || head.upos === 'PROPN' || head.upos === 'PRON')) return undefined
  let steps = 0
  for (let word = head.previous; word !== undefined && steps < 5; word = word.previous, steps++) {
    if (word.lower === 'av' && word.upos === 'ADP') {
      const inner = headOfPhraseAt(word.next)
      return inner === head && word.previous?.upos !== 'NOUN' ? { words: between(word, head), head } : undefined
    }
    if (!(word.upos === 'ADJ' || word.upos === 'DET' || word.upos === 'PROPN' || word.morph.Case === 'Gen'))
      return undefined
  }
  return undefined
}

/** Verbs and participles that an av-phrase after them belongs to sooner. */
function takesAgents({ upos, morph }: Word): boolean {
  if (morph.VerbForm === 'Inf' || morph.VerbForm === 'Sup') return upos === 'VERB'
  return morph.VerbForm === 'Part' && morph.Definite !== 'Def'
}

function phraseAfter(av: Word): Agent | undefined {
  const { next } = av
  if (next === undefined || next.upos === 'PUNCT' || next.upos === 'SCONJ' || next.upos === 'ADP') return undefined
  const head = headOfPhraseAt(next)
  if (head === undefined || /^(?:klocka|kl\.?)$/u.test(head.lemma) || head.lower === 'klockan') return undefined
  return { words: between(av, endOfPhrase(head)), head }
}

function between(first: Word, last: Word): Word[] {
  return first.sentence.words.slice(positionOf(first), positionOf(last) + 1)
}

const positionOf = (word: Word): number => word.index - (word.sentence.words[0] as Word).index

function fits(verb: Word, av: Word, head: Word): boolean {
  const before = av.previous as Word
  const lemma = verb.lemma
  const canAct = agentTypeOf(head) !== 'other'
  if (ASKED.test(lemma)) return false
  if (CAUSE.test(head.lemma) && !CAUSED.test(lemma)) return false
  if (!canAct && MADE.test(lemma) && head.morph.Definite !== 'Def') return false
  if (before === verb) return true
  switch (before.upos) {
    case 'ADV':
    case 'ADP':
    case 'PART':
    case 'CCONJ':
    case 'PUNCT':
      return true
    case 'PRON':
      return before.morph.PronType === 'Prs' && before.morph.Definite !== 'Ind'
    case 'NOUN':
      if (isTimeNoun(before)) return true
      if (RELATIONAL.test(before.lower)) return false
      return canAct || before.morph.Definite === 'Def'
    case 'PROPN':
      return true
    case 'NUM':
      return (
        canAct && before.previous !== undefined && /^(?:kl\.?|klockan|den|år|under|§)$/u.test(before.previous.lower)
      )
    case 'ADJ':
      return before.morph.VerbForm === undefined && before.morph.Degree !== 'Sup' && canAct
    default:
      return before.upos === 'VERB'
  }
}
