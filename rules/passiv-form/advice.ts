import type { Profile, Suggestion, TextBlock, TextEdit } from '@klarsprak/engine'
import { inflectVerb, passiveOf, type Word } from 'retext-swedish'
import { bySender, imperative, isAsked, toReader } from '../src/rewrite/reader.ts'
import { activeChain, activeLemma, auxiliariesOf } from '../src/verbs.ts'
import { capitalise } from '../src/words.ts'
import { organNamed } from './actors.ts'
import { officesDeeds, onlyReaders, othersDeeds, readersDeeds } from './deeds.ts'
import { deedOf, isRequest } from './hides-actor.ts'

const speaksToReader: ReadonlySet<Profile> = new Set(['webb', 'brev', 'beslut', 'lattlast', 'strikt'])
/** Texts where the sender is `vi` and the reader is told what to do. */
const isPersonal: ReadonlySet<Profile> = new Set(['webb', 'brev', 'lattlast'])
const modals = new Set(['ska', 'skall', 'måste', 'bör', 'får', 'kan', 'behöver'])
const demands = new Set(['ska', 'skall', 'måste', 'bör', 'behöver'])
const asking = new Set([...demands, 'får'])
const speakers = new Set(['jag', 'min', 'mitt', 'mina', 'mig'])
/** What an authority gives: `besked kan lämnas` tells of no deed of the reader's. */
const given =
  /(?:belopp|besked|beslut|brev|(?<!års|slut)räkning|ärende|remiss|bidrag|bistånd|dispens|dom|ersättning|faktura|föreläggande|information|kallelse|medgivande|påminnelse|stöd|svar|tillstånd|underrättelse|upplysning|uppgift|fil)$/
/** What only the one at the screen or the desk does. */
const byHand = new Set(['ladda ned', 'ladda ner', 'ladda upp', 'skriva ut', 'skriva under', 'fylla i'])
/** Others whom the sentence is about: `du` beside them would be somebody else. */
const third =
  /^(?:sökanden?|klaganden|enskilde|hyresgästen|hyrestagaren|han|hon|hen|föreningen|verksamhetsutövaren|vårdnadshavaren)$/
const readers = new Set(['dig', 'er'])
const nominal = new Set(['DET', 'ADJ', 'NUM', 'ADV'])

interface Sender {
  readonly profile: Profile
  /** How the sender is named where it is not `vi`; the empty string where that is not known. */
  readonly name: string
}

/**
 * The question who acts, with what is likely: the reader for what readers do, the sender for what an authority does
 * with a case, the organ that the text has just named. With the clause rewritten where verb and text type make it
 * sensible to guess.
 */
export function advice(word: Word, block: TextBlock, { profile, name }: Sender): Suggestion[] {
  const passive = passiveOf(word)
  const active = activeLemma(word, passive)
  const chain = active && activeChain(word, active)
  if (!active || !chain) return [advise('Skriv vem som gör det')]
  const deed = deedOf(word, active)
  const particle = deed.slice(active.length)
  const main = withNegation(word, chain, false) + particle
  const verb = withNegation(word, chain, true) + particle
  const [modal, ...others] = auxiliariesOf(word)
  const asksReader = modal === undefined ? isPresent(word) : modals.has(modal.lower)
  if (speaksToReader.has(profile) && asksReader && isReadersDeed(word, deed)) {
    if (!onlyReaders.has(deed) && !isAsked(word, deed, modal !== undefined)) return [ask(verb, main)]
    const isOrder = modal === undefined || (others.length === 0 && demands.has(modal.lower))
    const order = isOrder && main === chain + particle ? inflectVerb(active, { form: 'Imp' }) : undefined
    const orOrder = order ? ` eller ”${capitalise(order)}${particle} …”` : ''
    const toTheReader = advise(`Gäller det läsaren? Skriv ”du ${main} …”${orOrder}`)
    const isOfOther = word.sentence.words.some(({ lower }) => third.test(lower))
    const edit =
      isPersonal.has(profile) && !isOfOther ? (isOrder ? imperative : toReader)(word, passive, block) : undefined
    const first = edit ? [write(edit), toTheReader] : [toTheReader]
    return onlyReaders.has(deed) ? first : [...first, advise(`Annars: skriv vem som ${verb}`)]
  }
  if (isPersonal.has(profile) && readersDeeds.has(deed) && isReadersDeed(word, deed)) return [ask(verb, main)]
  const organ = organNamed(word, block.sentences)
  const who = name !== '' && !isPersonal.has(profile) ? name : organ
  if (who !== undefined) {
    const edit = who === name && officesDeeds.has(deed) ? bySender(name, deed, word, passive, block) : undefined
    const byName = advise(`Skriv vem som ${verb}. Är det ${who}? Skriv ”${who} ${main} …”`)
    return edit ? [write(edit), byName] : [byName]
  }
  if (!isPersonal.has(profile)) return [advise(`Skriv vem som ${verb}`)]
  if (othersDeeds.has(deed)) return [advise(`Skriv vem som ${verb}`)]
  const isReaders = word.sentence.words.some(
    ({ lower, index }) => speakers.has(lower) || (lower === 'som' && index < word.index),
  )
  const edit = isReaders ? undefined : bySender('vi', deed, word, passive, block)
  const byUs = advise(`Skriv vem som ${verb}. Är det ni? Skriv ”vi ${main} …”`)
  if (edit) return [write(edit), byUs]
  const mayBeReaders = modal !== undefined && asking.has(modal.lower) && !officesDeeds.has(deed)
  return [mayBeReaders && !isToReader(word) ? ask(verb, main) : byUs]
}

/** An obligation may be the reader's as well as the sender's. */
function ask(verb: string, main: string): Suggestion {
  return advise(`Skriv vem som ${verb}: ”du ${main} …”, ”vi ${main} …” eller någon annan`)
}

/** The chain with its negation, as word order has it: `får inte hyra ut`, `som inte får hyra ut`. */
function withNegation(word: Word, chain: string, inSubclause: boolean): string {
  const [modal] = auxiliariesOf(word)
  let negation = modal === undefined ? word.next : word.previous
  if (modal !== undefined)
    while (negation !== undefined && negation !== modal && !isNegation(negation)) negation = negation.previous
  if (negation === undefined || !isNegation(negation)) return chain
  const put = negation.lower === 'ej' ? 'inte' : negation.lower
  if (inSubclause) return `${put} ${chain}`
  const [finite, ...rest] = chain.split(' ')
  return [finite, put, ...rest].join(' ')
}

function isNegation({ lower }: Word): boolean {
  return lower === 'inte' || lower === 'aldrig' || lower === 'ej'
}

function write(edit: TextEdit): Suggestion {
  return { title: `Skriv ”${edit.text} …”`, safety: 'suggestion', edits: [edit] }
}

/** True for a verb that a reader does, unless it is done to the reader or with what only an authority gives. */
function isReadersDeed(word: Word, deed: string): boolean {
  if (onlyReaders.has(deed) || (deed === 'göra' && isRequest(word))) return true
  if (byHand.has(deed)) return true
  if (!readersDeeds.has(deed) || isToReader(word)) return false
  for (let noun = word.previous; noun !== undefined && !opensClause(noun); noun = noun.previous)
    if (noun.upos === 'NOUN' && given.test(noun.lemma) && !isInAdverbial(noun)) return false
  for (let noun = word.next; noun !== undefined && !opensClause(noun); noun = noun.next)
    if (noun.upos === 'NOUN' && given.test(noun.lemma) && !isInAdverbial(noun)) return false
  return true
}

/** `skickas hem till dig` */
function isToReader({ sentence }: Word): boolean {
  return sentence.words.some(({ lower }) => readers.has(lower))
}

function opensClause({ upos, lower }: Word): boolean {
  return upos === 'SCONJ' || lower === 'som'
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
