import type { Word } from '../types.ts'
import { agentTypeOf } from './agent-type.ts'
import { endOfPhrase, headOfPhraseAt, isClauseBorder, isTimeNoun } from './chunk.ts'
import { isLexicalised } from './deponents.ts'
import { participleForm } from './participle.ts'

export interface Agent {
  /** `av` first. */
  readonly words: readonly Word[]
  readonly head: Word
}

/** Further than this an agent is no longer looked for. */
const REACH = 16

/** `av misstag`, `av flera skäl`: why, not who. */
const CAUSE =
  /(?:misstag|skäl|anledning|orsak|hänsyn|slump|nöd|princip|vikt|betydelse|vana|omsorg|barmhärtighet|nyfikenhet|rädsla|motiv)$/u
/** Verbs that a reason can be the agent of. */
const CAUSED = /^(?:motivera|bestämma|betinga|påverka|styra|bero)/u
/** Whose av-phrase tells what the thing is made from. */
const MADE = /^(?:göra|tillverka|framställa|bygga|bilda|sy|gjuta|sticka|väva|utvinna|skapa)s?$/u
/** Whose av-phrase tells of whom something is asked. */
const ASKED = /^(?:förvänta|vänta|kräva|begära|fordra|erfordra|önska|lära|behöva|sakna)s?$/u
/** Verbs that seldom stand without an av-phrase, whatever stands between. */
const EXPECTS_AGENT = /^(?:utgöra|prägla|känneteckna|karakterisera|karaktärisera|omfatta|drabba|motsvara|orsaka)s?$/u
/** Nouns that take an av-phrase of their own. */
const RELATIONAL =
  /(?:ing|ningar|ningen|ningarna|ande|ende|andet|endet|tion|tionen|tioner|else|elsen|elser|skap|del|delen|delar|delarna|hälften|tredjedel|antal|antalet|form|former|typ|typer|typerna|sort|slag|grupp|rad|mängd|sats|blandning|system|urval|gåva|resultat|andel|flertal|flertalet|majoritet|minoritet|brist|bild|bilder|hjälp|grund|början|(?<!be)slutet|mitten|grad|graden|omfattning|produkt|försäljning|inköp|köp|bruk|fångst|vård|byte|odling|analys|kontroll|översyn|närheten|närhet|avsnitt|avsnittet|kapitel|arbete|effekt|effekter|följd|kostnad|kostnader|behov|behovet|ägare|ägaren|version|exemplar|kopia|kopior|procent|%|områdena|områden)$/u
/** `i viss utsträckning`, `till stor del`: phrases that no av-phrase goes with. */
const ADVERBIAL = /^(?:grad|utsträckning|omfattning|mån|regel|fall|hand|praktiken|dag|allmänhet|ordning|stället)$/u
/** Words that may stand between `av` and its phrase. */
const BEFORE_PHRASE =
  /^(?:både|såväl|varken|antingen|dels|bl\.?\s?a\.?|t\.?\s?ex\.?|främst|endast|bara|bland|exempelvis)$/u

/**
 * The agent phrase of a passive verb or a past participle: `av` and the noun phrase after it, in the same clause, where
 * nothing nearer takes it. Undefined where none is stated.
 */
export function findAgent(verb: Word): Agent | undefined {
  return agentAfter(verb) ?? agentBefore(verb)
}

function agentAfter(verb: Word): Agent | undefined {
  const isParticiple = verb.morph.VerbForm === 'Part'
  if (isParticiple && (isLexicalised(participleForm(verb), 'bli') || modifiesNext(verb))) return undefined
  const joined = joinedTo(verb)
  if (joined !== undefined) return agentAfter(joined)
  let steps = 0
  for (let word = verb.next; word !== undefined && steps < REACH; word = word.next, steps++) {
    if (isAv(word)) {
      const agent = phraseAfter(word)
      if (agent !== undefined && fits(verb, word, agent.head)) return agent
    } else if (isComparison(word)) continue
    else if (isClauseBorder(word) || takesAgents(word)) return undefined
  }
  return undefined
}

/** `av`, or `utav` in the way people speak. */
function isAv({ lower, upos }: Word): boolean {
  return (lower === 'av' && upos === 'ADP') || lower === 'utav'
}

/** `fattas` of `bereds och fattas av nämnden`: the passive that shares the agent after it. */
function joinedTo({ next, morph }: Word): Word | undefined {
  const other = next?.next
  if (next?.upos !== 'CCONJ' || other === undefined || morph.Voice !== 'Pass') return undefined
  return other.morph.Voice === 'Pass' ? other : undefined
}

/** `som tidigare`, `som regel`: no clause follows. */
function isComparison(word: Word): boolean {
  return word.lower === 'som' && word.next?.next?.lower === 'av'
}

/** True for a participle that stands before its noun. */
function modifiesNext(participle: Word): boolean {
  const { next } = participle
  if (next === undefined || (next.upos !== 'NOUN' && next.upos !== 'ADJ')) return false
  const noun = headOfPhraseAt(next)
  return (
    noun?.upos === 'NOUN' &&
    agrees(participle.morph.Number, noun.morph.Number) &&
    agrees(participle.morph.Gender, noun.morph.Gender)
  )
}

const agrees = (own: string | undefined, other: string | undefined): boolean =>
  own === undefined || other === undefined || own === other

/** `den av nämnden beslutade avgiften`, `har av kyrkan uppfattats`: the phrase ends where the verb begins. */
function agentBefore(verb: Word): Agent | undefined {
  const isParticiple = verb.morph.VerbForm === 'Part'
  if (!isParticiple && verb.morph.VerbForm !== 'Sup' && verb.morph.VerbForm !== 'Inf') return undefined
  let head = verb.previous
  if (head?.upos === 'ADV') head = head.previous
  if (head === undefined || !(head.upos === 'NOUN' || head.upos === 'PROPN' || head.upos === 'PRON')) return undefined
  let steps = 0
  for (let word: Word | undefined = head.previous; word !== undefined && steps < 5; word = word.previous, steps++) {
    if (isAv(word)) {
      const isFree =
        word.previous?.upos !== 'NOUN' && !CAUSE.test(head.lemma) && (isParticiple || agentTypeOf(head) !== 'other')
      return headOfPhraseAt(word.next) === head && isFree ? { words: between(word, head), head } : undefined
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
  let next = av.next
  while (next !== undefined && (BEFORE_PHRASE.test(next.lower) || next.lemma === 'till_exempel')) {
    next = next.lower === 'bland' ? next.next?.next : next.next
  }
  if (next?.lower === 'till' && next.next?.lower === 'exempel') next = next.next.next
  if (next === undefined || next.upos === 'PUNCT' || next.upos === 'SCONJ' || next.upos === 'ADP') return undefined
  const head = headOfPhraseAt(next)
  if (head === undefined || /^(?:klocka|kl\.?)$/u.test(head.lemma) || head.lower === 'klockan') return undefined
  return { words: between(av, endOfPhrase(head)), head }
}

function between(first: Word, last: Word): Word[] {
  return first.sentence.words.slice(positionOf(first), positionOf(last) + 1)
}

/** `sedan 2012`, `den 3`, `kl. 10`: a number that no av-phrase goes with. */
function isDate({ previous }: Word): boolean {
  return previous?.upos === 'ADP' || (previous !== undefined && /^(?:kl\.?|klockan|den|år|§)$/u.test(previous.lower))
}

/** True where a preposition, or this one, stands before the noun, with at most two modifiers between. */
function isInPhrase(noun: Word, preposition?: string): boolean {
  let word = noun.previous
  for (let steps = 0; steps < 3 && word !== undefined; steps++, word = word.previous) {
    if (word.upos === 'ADP') return preposition === undefined || word.lower === preposition
    if (word.upos !== 'ADJ' && word.upos !== 'DET' && word.upos !== 'ADV') return false
  }
  return false
}

const positionOf = (word: Word): number => word.index - (word.sentence.words[0] as Word).index

function fits(verb: Word, av: Word, head: Word): boolean {
  const before = av.previous as Word
  const lemma = verb.lemma
  const canAct = agentTypeOf(head) !== 'other'
  if (ASKED.test(lemma)) return false
  if (CAUSE.test(head.lemma) && !CAUSED.test(lemma)) return false
  if (!canAct && MADE.test(lemma) && head.morph.Definite !== 'Def') return false
  if (before === verb || EXPECTS_AGENT.test(lemma)) return true
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
      if (before.lower === 'del') return isInPhrase(before, 'till')
      if (ADVERBIAL.test(before.lower) && isInPhrase(before)) return true
      if (RELATIONAL.test(before.lower) && agentTypeOf(before) !== 'person') return false
      if (isTimeNoun(before)) return true
      return canAct || before.morph.Definite === 'Def'
    case 'PROPN':
      return true
    case 'NUM':
      return canAct && isDate(before)
    case 'ADJ':
      return before.morph.VerbForm === undefined && before.morph.Degree !== 'Sup' && canAct
    default:
      return before.upos === 'VERB'
  }
}
