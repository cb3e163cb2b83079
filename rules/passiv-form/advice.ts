import type { Profile, Suggestion } from '@klarsprak/engine'
import { inflectVerb, passiveOf, type Word } from 'retext-swedish'
import { activeChain, activeLemma, auxiliariesOf, particleAfter } from '../src/verbs.ts'
import { capitalise } from '../src/words.ts'

const toReader: ReadonlySet<Profile> = new Set(['webb', 'brev', 'beslut', 'lattlast', 'strikt'])
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
  'skriva under',
  'sortera',
  'säga upp',
  'söka',
  'underteckna',
  'uppge',
  'uppvisa',
  'visa upp',
])
/** What an authority gives: `besked kan lämnas` tells of no deed of the reader's. */
const given =
  /(?:besked|beslut|brev|räkning|ärende|remiss|bidrag|bistånd|dispens|dom|ersättning|faktura|föreläggande|information|kallelse|medgivande|påminnelse|stöd|svar|tillstånd|underrättelse|upplysning)$/
const readers = new Set(['dig', 'er'])
const nominal = new Set(['DET', 'ADJ', 'NUM', 'ADV'])

/**
 * The verb in active voice: said to the reader, where it is something that a reader does, then said by the sender.
 */
export function advice(word: Word, profile: Profile): Suggestion[] {
  const active = activeLemma(word, passiveOf(word))
  const verb = active && activeChain(word, active)
  if (!active || !verb) return [advise('Skriv vem som gör det')]
  const particle = particleAfter(word)
  const tail = particle ? `${particle.form} …` : '…'
  const bySender = advise(`Skriv vem som gör det: ”vi ${verb} ${tail}” eller ”kommunen ${verb} ${tail}”`)
  const [modal, ...others] = auxiliariesOf(word)
  const asksReader = modal === undefined ? isPresent(word) : modals.has(modal.lower)
  if (!toReader.has(profile) || !asksReader || !isReadersDeed(word, particle ? `${active} ${particle.lower}` : active))
    return [bySender]
  const isOrder = modal === undefined || (others.length === 0 && demands.has(modal.lower))
  const imperative = isOrder ? inflectVerb(active, { form: 'Imp' }) : undefined
  const order = imperative ? ` eller ”${capitalise(imperative)} ${tail}”` : ''
  const toTheReader = advise(`Gäller det läsaren? Skriv ”du ${verb} ${tail}”${order}`)
  return [toTheReader, bySender]
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
