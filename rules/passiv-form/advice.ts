import type { Profile, Suggestion, TextBlock, TextEdit } from '@klarsprak/engine'
import { inflectVerb, passiveOf, type Word } from 'retext-swedish'
import { bySender, imperative, isAsked, toReader } from '../src/rewrite/reader.ts'
import { activeChain, activeLemma, auxiliariesOf, particleAfter } from '../src/verbs.ts'
import { capitalise } from '../src/words.ts'

const speaksToReader: ReadonlySet<Profile> = new Set(['webb', 'brev', 'beslut', 'lattlast', 'strikt'])
/** Texts where the sender is `vi` and the reader is told what to do. */
const isPersonal: ReadonlySet<Profile> = new Set(['webb', 'brev', 'lattlast'])
const modals = new Set(['ska', 'skall', 'måste', 'bör', 'får', 'kan', 'behöver'])
const demands = new Set(['ska', 'skall', 'måste', 'bör', 'behöver'])
/** What a reader does to an authority, with the particle: `skicka in` but not `skicka ut`. */
const readersDeeds = new Set([
  'anmäla',
  'ange',
  'ansöka',
  'avanmäla',
  'avboka',
  'beställa',
  'betala',
  'betala in',
  'bifoga',
  'boka',
  'fylla i',
  'hyra',
  'hyra ut',
  'hämta',
  'hämta ut',
  'ladda ned',
  'ladda ner',
  'kontakta',
  'lämna',
  'lämna in',
  'lämna tillbaka',
  'meddela',
  'returnera',
  'ringa',
  'skicka',
  'skicka in',
  'skicka tillbaka',
  'skriva ut',
  'skriva under',
  'sortera',
  'säga upp',
  'söka',
  'underteckna',
  'uppge',
  'uppvisa',
  'visa upp',
])
/** What others than the sender mostly do: builders, councillors and those who run something. */
const othersDeeds = new Set(['anlägga', 'bygga', 'bygga om', 'starta', 'uppföra', 'väcka'])
/** What an authority gives: `besked kan lämnas` tells of no deed of the reader's. */
const given =
  /(?:besked|beslut|brev|räkning|ärende|remiss|bidrag|bistånd|dispens|dom|ersättning|faktura|föreläggande|information|kallelse|medgivande|påminnelse|stöd|svar|tillstånd|underrättelse|upplysning)$/
const readers = new Set(['dig', 'er'])
const nominal = new Set(['DET', 'ADJ', 'NUM', 'ADV'])

interface Sender {
  readonly profile: Profile
  /** How the sender is named where it is not `vi`; the empty string where that is not known. */
  readonly name: string
}

/**
 * The verb in active voice: said to the reader, where it is something that a reader does, then said by the sender.
 * With the clause rewritten where verb and text type make it sensible to guess who acts.
 */
export function advice(word: Word, block: TextBlock, { profile, name }: Sender): Suggestion[] {
  const passive = passiveOf(word)
  const active = activeLemma(word, passive)
  const verb = active && activeChain(word, active)
  if (!active || !verb) return [advise('Skriv vem som gör det')]
  const particle = particleAfter(word)
  const tail = particle ? `${particle.form} …` : '…'
  const deed = particle ? `${active} ${particle.lower}` : active
  if (othersDeeds.has(deed)) return [advise('Skriv vem som gör det')]
  const sender = isPersonal.has(profile) ? 'vi' : name
  const byTheSender = advise(`Skriv vem som gör det: ”vi ${verb} ${tail}” eller ”kommunen ${verb} ${tail}”`)
  const [modal, ...others] = auxiliariesOf(word)
  const asksReader = modal === undefined ? isPresent(word) : modals.has(modal.lower)
  if (!speaksToReader.has(profile) || !asksReader || !isReadersDeed(word, deed)) {
    const edit = sender === '' ? undefined : bySender(sender, deed, word, passive, block)
    return edit ? [write(edit), byTheSender] : [byTheSender]
  }
  const isOrder = modal === undefined || (others.length === 0 && demands.has(modal.lower))
  const order = isOrder ? inflectVerb(active, { form: 'Imp' }) : undefined
  const orOrder = order ? ` eller ”${capitalise(order)} ${tail}”` : ''
  const toTheReader = advise(`Gäller det läsaren? Skriv ”du ${verb} ${tail}”${orOrder}`)
  const isSure = isPersonal.has(profile) && isAsked(word, deed, modal !== undefined)
  const edit = isSure ? (order ? imperative : toReader)(word, passive, block) : undefined
  return edit ? [write(edit), toTheReader, byTheSender] : [toTheReader, byTheSender]
}

function write(edit: TextEdit): Suggestion {
  return { title: `Skriv ”${edit.text} …”`, safety: 'suggestion', edits: [edit] }
}

/** True for a verb that a reader does, unless it is done to the reader or with what only an authority gives. */
function isReadersDeed(word: Word, deed: string): boolean {
  if (!readersDeeds.has(deed)) return false
  const { words } = word.sentence
  if (words.some(({ lower }) => readers.has(lower))) return false
  return !words.some((noun) => noun.upos === 'NOUN' && given.test(noun.lemma) && !isInAdverbial(noun))
}

/** True for a noun after a preposition: `för tillståndet` in `Avgiften för tillståndet ska betalas`. */
function isInAdverbial(noun: Word): boolean {
  let before = noun.previous
  while (before !== undefined && (nominal.has(before.upos) || before.morph.Case === 'Gen' || before.morph.Poss))
    before = before.previous
  return before?.upos === 'ADP'
}

function isPresent({ morph }: Word): boolean {
  return morph.VerbForm === 'Fin' && morph.Tense === 'Pres'
}

function advise(title: string): Suggestion {
  return { title, safety: 'suggestion', edits: [] }
}
