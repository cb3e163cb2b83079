import type { Word } from 'retext-swedish'
import { isFiniteVerb } from '../src/verbs.ts'
import { onlyReaders, readersDeeds } from './deeds.ts'

/** What an authority gives: `besked kan lämnas` tells of no deed of the reader's. */
const given =
  /(?:belopp|besked|beslut|brev|(?<!års|slut)räkning|ärende|remiss|bidrag|bistånd|dispens|dom|ersättning|faktura|föreläggande|information|kallelse|medgivande|påminnelse|stöd|svar|tillstånd|underrättelse|upplysning|uppgift|fil)$/
/** What only the one at the screen or the desk does. */
const byHand = new Set(['ladda ned', 'ladda ner', 'ladda upp', 'skriva ut', 'skriva under', 'fylla i', 'bifoga'])
/** Others whom the sentence is about: `du` beside them would be somebody else. */
export const third =
  /^(?:sökanden?|klaganden|enskilde|hyresgästen|hyrestagaren|han|hon|hen|föreningen|verksamhetsutövaren|vårdnadshavaren)$/
const readers = new Set(['dig', 'er'])
const nominal = new Set(['DET', 'ADJ', 'NUM', 'ADV'])
/** What a reader does, told of with its noun: `Anmälan görs i e-tjänsten`. */
const request =
  /(?:ansökan|anmälan|bokning|bokningen|beställning|beställningen|betalning|betalningen|uppsägning|uppsägningen|överklagande|överklagandet)$/

/** True for a verb that a reader does, unless it is done to the reader or with what only an authority gives. */
export function isReadersDeed(word: Word, deed: string): boolean {
  if (onlyReaders.has(deed) || (deed === 'göra' && isRequest(word))) return true
  if (byHand.has(deed)) return true
  if (!readersDeeds.has(deed) || isToReader(word)) return false
  for (let noun = word.previous; noun !== undefined && !opensClause(noun); noun = noun.previous)
    if (noun.upos === 'NOUN' && given.test(noun.lemma) && !isInAdverbial(noun)) return false
  for (let noun = word.next; noun !== undefined && !opensClause(noun); noun = noun.next)
    if (noun.upos === 'NOUN' && given.test(noun.lemma) && !isInAdverbial(noun)) return false
  return true
}

/** What both a reader and a municipality do; how often it is done, or the place, tells whose it is. */
const also = new Set(['hämta', 'beställa', 'sortera', 'fylla', 'komplettera'])
const refuse =
  /(?:avfall(?:et)?|sopor(?:na)?|kärl(?:et|en)?|tunnan|tunnorna|säck(?:en|ar|arna)|slam(?:met)?|latrin(?:en)?|julgran(?:en|ar|arna)|returpapper|tidningar(?:na)?)$/
const regularly = /(?<!\p{L})(?:varje|varannan|vartannat|gång(?:er)?|regelbundet|löpande|veckovis)(?!\p{L})/iu
/** Where or how a reader fetches something: `i receptionen`, `mot legitimation`; a day or a month is no place. */
const fetchedAt =
  /(?<!\p{L})(?:(?:i|på|hos|vid) (?!(?:mån|tis|ons|tors|fre|lör|sön)dag|jan|feb|mars|april|maj|juni|juli|aug|sept|okt|nov|dec|början|mitten|slutet|regel|tid|vår|somm|höst|vint|dag|morgon|kväll)\p{L}{3}|mot (?:legitimation|kvitto|avgift|betalning))/iu

/** True for what the sender does as a service: `Avfallet hämtas varje måndag`, `Nya skyltar beställs varje vår`. */
export function isService(word: Word, deed: string, hasModal: boolean): boolean {
  if (!also.has(deed)) return false
  const { words, text } = word.sentence
  if (deed === 'hämta' && words.some(({ lower, index }) => index < word.index && refuse.test(lower))) return true
  return !hasModal && (regularly.test(text) || (deed === 'hämta' && !fetchedAt.test(text)))
}

/** `skickas hem till dig` */
export function isToReader({ sentence }: Word): boolean {
  return sentence.words.some(({ lower }) => readers.has(lower))
}

function opensClause({ upos, lower }: Word): boolean {
  return upos === 'SCONJ' || lower === 'som'
}

/** True for a noun after a preposition: `för tillståndet` in `Avgiften för tillståndet ska betalas`. */
export function isInAdverbial(noun: Word): boolean {
  let before = noun.previous
  while (before !== undefined && (nominal.has(before.upos) || before.morph.Case === 'Gen' || before.morph.Poss))
    before = before.previous
  return before?.upos === 'ADP'
}

const own = /^(?:ska|skall|måste|bör|får|kan|behöver|brukar|kommer)$/

/** `Anmälan görs i e-tjänsten`, `Ansökan om bidrag ska göras`, `ska anmälan göras` */
export function isRequest(word: Word): boolean {
  for (let noun = word.previous; noun !== undefined; noun = noun.previous) {
    if (noun.upos === 'PUNCT' || noun.upos === 'SCONJ' || noun.lower === 'som') return false
    // `När ansökan har kommit in görs en bedömning`: the noun belongs to another verb.
    if (isFiniteVerb(noun) && !own.test(noun.lower)) return false
    if (request.test(noun.lower)) return noun.previous?.upos !== 'ADP'
  }
  return false
}
