import { agentTypeOf, type Word } from 'retext-swedish'
import { auxiliariesOf, isFiniteVerb } from '../src/verbs.ts'
import { onlyReaders, readersDeeds } from './deeds.ts'

/** What an authority gives: `besked kan lämnas` tells of no deed of the reader's. */
const given =
  /(?:arvode|belopp|besked|beslut|brev|(?<!års|slut)räkning|ärende|remiss|bidrag|bistånd|dispens|dom|ersättning|faktura|föreläggande|information|kallelse|lön|medgivande|peng|pengar|pension|påminnelse|skadestånd|stöd|svar|tillstånd|underrättelse|upplysning|uppgift|fil)$/
/** What a doctor writes out. */
const prescribed = /^(?:läkemed|medicin|recept|hjälpmed|preparat)/
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
  if (onlyReaders.has(deed)) return true
  if (deed === 'skriva ut' && word.sentence.words.some(({ lower }) => prescribed.test(lower))) return false
  if (byHand.has(deed)) return true
  if (!readersDeeds.has(deed) || isToReader(word)) return false
  for (let noun = word.previous; noun !== undefined && !opensClause(noun); noun = noun.previous)
    if (noun.upos === 'NOUN' && given.test(noun.lemma) && !isInAdverbial(noun)) return false
  for (let noun = word.next; noun !== undefined && !opensClause(noun); noun = noun.next)
    if (noun.upos === 'NOUN' && given.test(noun.lemma) && !isInAdverbial(noun)) return false
  return true
}

/** What a reader hands in, and an authority hardly does. */
const handedIn =
  /(?:ansökan|anmälan|anbud|begäran|besvär|besvären|besväret|blankett(?:en|er|erna)?|deklaration(?:en)?|erinran|formulär(?:et)?|fullmakt(?:en)?|förslag(?:et)?|förteckning(?:en)?|(?<!skulle)intyg(?:et|en)?|klagomål(?:et|en)?|ny(?:ckel|ckeln|cklar|cklarna)|redogörelse(?:n)?|redovisning(?:en)?|års?räkning(?:en)?|sluträkning(?:en)?|synpunkt(?:en|er|erna)?|utlåtandet?|överklagandet?)$/
/** Whom an authority passes things on to. */
const passedTo =
  /^(?:länsstyrelse|åklagar|förvaltningsrätt|kammarrätt|fullmäktige|kommunfullmäktige|kronofogde|skatteverket|arkiv|stadsarkiv|inkasso)/
const fee =
  /(?:avgift(?:en|er|erna)?|hyra|hyran|hyror|hyrorna|faktura|fakturan|fakturor|fakturorna|taxa|taxan|deposition(?:en)?|skatt(?:en)?|böter)$/
/** What a reader leaves to others or takes, and an authority as often: only the noun tells whose it is. */
const handing = new Set(['lämna', 'skicka', 'sända', 'lämna in', 'skicka in', 'sända in'])
/** What the one who works there books as well. */
const arranged = /(?:möte(?:t|n)?|samtal(?:et)?|besök(?:et)?|besiktning(?:en)?|tolk(?:en)?|uppföljning(?:en)?)$/
/** What goes either way between a reader and an authority. */
const eitherWay = /^(?:beställa|hyra|hyra ut|kontakta|meddela|ringa|returnera|återlämna)$| (?:tillbaka|åter|ut)$/

/**
 * True for a deed that is surely the reader's, so that `du` can be written: what is applied for, filled in, paid in,
 * booked or handed in. False for what goes either way, as `lämnas tillbaka` and `lämnas till polisen` do.
 */
export function isSurelyReaders(word: Word, deed: string, hasModal: boolean): boolean {
  if (onlyReaders.has(deed) || byHand.has(deed)) return true
  if (isForbidden(word)) return !/ (?:ut|tillbaka|åter)$/.test(deed) || deed === 'hyra ut'
  if (eitherWay.test(deed)) return false
  const subject = isPronoun(word) ? undefined : subjectNoun(word)
  if (subject !== undefined && isSomebody(subject)) return false
  if (deed === 'betala' || deed === 'betala in')
    return isPronoun(word) || word.sentence.words.some(({ lower, index }) => index < word.index && fee.test(lower))
  const { words, text } = word.sentence
  // `Platsen sägs upp om avgiften inte betalas`
  if (deed === 'säga upp') return hasModal && !words.some(({ lower }) => lower === 'om')
  if (deed === 'boka' && subject !== undefined && arranged.test(subject.lower)) return false
  if (!handing.has(deed)) return true
  const receiver = words.find(({ previous }) => previous?.lower === 'till')?.lower ?? ''
  if (receiver.startsWith('polis')) return false
  if (deed.endsWith(' in')) return true
  if (!hasModal && (passedTo.test(receiver) || regularly.test(text))) return false
  return subject !== undefined && handedIn.test(subject.lower)
}

function isSomebody(noun: Word): boolean {
  return agentTypeOf(noun) !== 'other' && !/ande(?:t|n|na)?$/.test(noun.lower)
}

/** `får inte lämnas kvar`: what is forbidden is forbidden to the reader. */
export function isForbidden(word: Word): boolean {
  const [modal] = auxiliariesOf(word)
  if (modal?.lower !== 'får') return false
  return word.sentence.words.some(
    ({ lower, index }) => index < word.index && /^(?:inte|ej|aldrig|ingen|inget|inga|ingenting)$/.test(lower),
  )
}

/** `Den betalas i förskott` */
function isPronoun(word: Word): boolean {
  const place = auxiliariesOf(word)[0] ?? word
  return /^(?:den|det|de|denna|dessa)$/.test(place.previous?.lower ?? '')
}

/** The noun that is the subject of a passive: before its finite verb, or just after it. */
export function subjectNoun(word: Word): Word | undefined {
  const place = isFiniteVerb(word) ? word : (auxiliariesOf(word)[0] ?? word)
  for (let noun = place.previous; noun !== undefined && noun.form !== ','; noun = noun.previous)
    if (noun.upos === 'NOUN' && !isInAdverbial(noun)) return noun
  for (let noun = place.next, steps = 0; noun !== undefined && steps < 4; noun = noun.next, steps++) {
    if (noun.upos === 'ADP' || noun.upos === 'PUNCT') return undefined
    if (noun.upos === 'NOUN') return noun
  }
  return undefined
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
function isInAdverbial(noun: Word): boolean {
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
