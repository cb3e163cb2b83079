import type { TextBlock, TextEdit } from '@klarsprak/engine'
import { agentTypeOf, inflectVerb, type Passive, type Word } from 'retext-swedish'
import { activeLemma } from '../verbs.ts'
import { likeCase, startsSentence } from '../words.ts'
import { activeClauseBy, objectText } from './active-clause.ts'
import { sharesSubject } from './after-agent.ts'
import { readWithoutAgent } from './passive-clause.ts'

/** What an authority does with a case: `vi` can stand for the sender. */
const sendersDeeds = new Set([
  'avslå',
  'behandla',
  'bedöma',
  'besvara',
  'betala tillbaka',
  'betala ut',
  'bevilja',
  'diarieföra',
  'granska',
  'handlägga',
  'hantera',
  'kontakta',
  'kontrollera',
  'publicera',
  'pröva',
  'registrera',
  'skicka ut',
  'utreda',
])

const toYou = new Set(['du', 'dig', 'din', 'ditt', 'dina', 'ni', 'er', 'ert', 'era'])
/** What a reader and an authority do alike: only a demand tells that it is the reader’s. */
const mutual = new Set([
  'lämna',
  'meddela',
  'skicka',
  'skicka tillbaka',
  'visa upp',
  'hyra ut',
  'lämna tillbaka',
  'återlämna',
  'kontakta',
])

/** True for a deed that the reader is asked for, not told of: `Röstkort skickas i maj` is none. */
export function isAsked(verb: Word, deed: string, hasModal: boolean): boolean {
  return hasModal || !mutual.has(deed) || isToOffice(verb)
}

/** `skickas till nämnden`, `skickas till oss` */
function isToOffice(verb: Word): boolean {
  const isOffice = (word: Word) =>
    (word.lower === 'oss' && word.previous?.lower === 'till') ||
    ((word.upos === 'NOUN' || word.upos === 'PROPN') &&
      agentTypeOf(word) === 'organisation' &&
      word.previous?.lower === 'till')
  return verb.sentence.words.some(isOffice)
}

/**
 * A demand on the reader as an imperative: `Ansökan ska skickas in` → `Skicka in ansökan`. Undefined unless the clause
 * begins the sentence with its subject and says nothing more than `inte` beside its verb.
 */
export function imperative(verb: Word, passive: Passive, block: TextBlock): TextEdit | undefined {
  const found = readWithoutAgent(verb, passive)
  if (found === undefined) return undefined
  const [clause, last] = found
  const [first] = clause.subject
  if (clause.order !== 'subject-first' || first === undefined || !startsSentence(first)) return undefined
  if (clause.helpers.length > 0 || sharesSubject(last.next)) return undefined
  if (clause.adverbs.some(({ lower }) => lower !== 'inte')) return undefined
  // `behöver inte anges` forbids nothing.
  if (clause.adverbs.length > 0 && !/^(?:ska|skall)$/.test(clause.finite?.lower ?? 'ska')) return undefined
  const lemma = activeLemma(verb, passive)
  const form = lemma && inflectVerb(lemma, { form: 'Imp' })
  const object = objectText(clause, block)
  if (!form || object === undefined || block.marks.some((mark) => mark.start < last.end && mark.end > clause.start))
    return undefined
  const text = [form, ...clause.adverbs.map(({ lower }) => lower), clause.particle?.lower, object]
    .filter(Boolean)
    .join(' ')
  return { start: clause.start, end: last.end, text: likeCase(block.text.charAt(clause.start), text) }
}

/** The clause with the reader as subject: `Tiden kan bokas` → `Du kan boka tiden`. */
export function toReader(
  verb: Word,
  passive: Passive,
  block: TextBlock,
  reader: 'du' | 'ni' = 'du',
): TextEdit | undefined {
  return activeClauseBy(reader, verb, passive, block)
}

/**
 * The clause with the sender as subject, `Ansökan behandlas` → `Vi behandlar ansökan`, where the verb tells of what an
 * authority does and no other authority is named.
 *
 * @param sender `vi`, or the sender’s name
 * @param deed the active verb with its particle
 */
export function bySender(
  sender: string,
  deed: string,
  verb: Word,
  passive: Passive,
  block: TextBlock,
): TextEdit | undefined {
  const toSomeone = deed === 'skicka' && verb.sentence.words.some(({ lower }) => lower === 'dig' || lower === 'er')
  if (!toSomeone && !sendersDeeds.has(deed)) return undefined
  const { words } = verb.sentence
  // In a subordinate clause another may act, unless the sentence is said to the reader.
  const order = readWithoutAgent(verb, passive)?.[0].order
  if (order === 'subordinate' && !words.some(({ lower }) => toYou.has(lower))) return undefined
  const namesOther = (word: Word) =>
    (word.upos === 'NOUN' || word.upos === 'PROPN') &&
    word.previous?.upos === 'ADP' &&
    agentTypeOf(word) === 'organisation'
  return words.some(namesOther) ? undefined : activeClauseBy(sender, verb, passive, block)
}
