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
