import type { BlockSummary, DocumentSummary } from '@klarsprak/engine'
import { monthWord } from './dates.ts'
import { allMatches } from './matches.ts'

/** The texts of a document in reading order, code and pictures left out. */
export function textsOf<F>({ blocks }: DocumentSummary<F>): BlockSummary<F>[] {
  return blocks.filter(({ kind, text }) => kind !== 'code' && kind !== 'altText' && text !== '')
}

/** The first words of a text, from its end where `count` is negative. */
export function someWords(text: string, count: number): string {
  const words = text.split(/\s+/)
  return (count < 0 ? words.slice(count) : words.slice(0, count)).join(' ')
}

/** Characters in which a paper says what it is. */
const headLength = 120

/** What is no letter and no decision, though it may read like one. */
const paper =
  /(?:^|\s)(?:bilag[ao]r?|blankett|yttrande|tjänsteskrivelse|remiss(?:var)?|promemoria|dom|kallelse|anvisningar|vägledning|pressmeddelanden)(?!\p{L})|referat|riktlinje|reglement|delegation|föreskrift|protokoll|policy/iu

/** Decisions about other authorities, as they are published, and news to a school class: the place they stand at says the rest. */
const published =
  /(?<!\p{L})(?:JO|JK|Justitiekanslern?s?|Justitieombudsmannen|[Bb]eslutet i korthet|[Vv]eckobrev(?:et)?)(?!\p{L})|^(?:Kritik mot|Vecka \d)/u

/**
 * True for drawings and other enclosures, whose sender and date stand in the letter that they go with, for papers that
 * are sent to nobody, and for mails, which say themselves who sent them and when.
 */
export function needsNoLetterhead(document: DocumentSummary): boolean {
  const texts = textsOf(document)
  const heading = texts.find(({ kind }) => kind === 'heading')
  if (texts.slice(0, 4).some(({ text }) => /^(?:från|from|skickat):\s/i.test(text))) return true
  if (texts.slice(0, 4).some(({ text }) => published.test(text.slice(0, 2 * headLength)))) return true
  if (isWeeklyLetter(texts) || isFamilyLetter(texts)) return true
  return paper.test(heading?.text ?? '') || paper.test((texts[0]?.text ?? '').slice(0, headLength))
}

/** A letter from a school to the families of a class: it greets the week-end and comes from those who work there, */
const weekly = [
  /(?<!\p{L})(?:trevlig|skön|härlig|fin|go) (?:helg|lov)|(?<!\p{L})ha (?:en|ett) [\p{L} ]{0,20}(?:helg|lov)(?!\p{L})/iu,
  /(?<!\p{L})(?:eleverna|barnen|klassen|gruppen|läx[ao]\p{L}*|gympakläder|matsäck|utflykt(?:en)?)(?!\p{L})/iu,
  /(?<!\p{L})(?:i|på|nästa|denna|den här) (?:måndag|tisdag|onsdag|torsdag|fredag|vecka)(?:s|en)?(?!\p{L})|i veckan(?!\p{L})/iu,
  /(?:hälsningar|hälsar)[^.!?]{0,30}(?:personal|pedagog|lärar|frök)/iu,
]
/** and so many of these marks tell it. */
const fewestMarks = 3

function isWeeklyLetter(texts: readonly BlockSummary[]): boolean {
  const all = texts.map(({ text }) => text).join('\n')
  return weekly.filter((mark) => mark.test(all)).length >= fewestMarks
}

/** A short greeting from those who look after the children. */
const children =
  /(?<!\p{L})(?:barn(?:en)?|elever(?:na)?|fritids|förskolan|skolan|lucia\p{L}*|maskerad(?:en)?|ryggsäck(?:en)?|utflykt(?:en)?|läsår(?:et)?|skoljoggen|skolgård(?:en)?)(?!\p{L})/giu
const fewestChildWords = 3
const greets = /^(?:hej|\p{L}+ hälsningar|hälsningar)(?!\p{L})/iu

function isFamilyLetter(texts: readonly BlockSummary[]): boolean {
  if (!texts.some(({ text }) => greets.test(text))) return false
  const found = new Set<string>()
  for (const { text } of texts) for (const [word] of allMatches(text, children)) found.add(word.toLowerCase())
  return found.size >= fewestChildWords
}

/** `2026-05-04`, `4 maj 2026`, `4/5 2026`, `4.5.2026`, `den 4 maj`, `den 4/5`, `maj 2026` */
const date = new RegExp(
  String.raw`(?<!\d)(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[ \u00a0](?:${monthWord})|(?:${monthWord})[ \u00a0](?:19|20)\d\d|(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.? \d{1,2}, (?:19|20)\d\d|\d{1,2} (?:jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec)\.? (?:19|20)\d\d|\d{1,2}\/\d{1,2}[ -](?:19|20)?\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d|(?<=(?<!\p{L})den[ \u00a0])\d{1,2}\/\d{1,2})(?![\d\p{L}])`,
  'iu',
)

export function namesDate(text: string): boolean {
  return date.test(text)
}

const phone =
  /(?:\+46|(?<![\d.,:–-])0)[\d \u00a0()–-]{6,16}\d(?!\d)|(?<![\p{L}\d])(?:ring|telefon|tfn|tel)\.? ?(?:nummer )?\d{2,3}[ -]?\d{2,3}/iu
const email = /[\w.+-]+(?:@|\(at\)|\[at\])[\w-]+(?:\.[\w-]+)+/
const service =
  /(?<!\p{L})(?:mina sidor|kontaktcenter|växeln?|(?:medborgar|kund|invånar|kommun)(?:service|tjänst|center|kontor)(?:et|en|n)?|servicecenter|kundtjänst(?:en)?)(?!\p{L})/iu

/** True where a text says how to reach somebody: a phone number, an e-mail address or a service to ask for. */
export function namesContact(text: string): boolean {
  return phone.test(text) || email.test(text) || service.test(text)
}

/** A first name and a surname. */
const person =
  /(?<![\p{L}.])\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? (?:\p{Lu}\p{Ll}*\.? |(?:af|von|de) )?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?!\p{L})/u

export function namesPerson(text: string): boolean {
  return person.test(text)
}

/** What the names of agencies and of parts of a municipality end with. */
const bodies =
  'nämnden|styrelsen|förvaltningen|avdelningen|enheten|kontoret|myndigheten|verket|inspektionen|kansliet|bolaget|biblioteket|museet|universitetet|högskolan|vårdcentralen|sjukhuset|(?<!om)rådet|utskottet|fullmäktige'
const organisation = new RegExp(
  [
    String.raw`(?<!\p{L})\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?s? (?:kommun|stad|landsting|kommunalförbund|församling|pastorat|län)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:Region|Sveriges|Svenska) \p{L}{3}`,
    String.raw`(?<!\p{L})(?:Polisen|Regeringen|Försäkringskassan|Arbetsförmedlingen|(?:[Tt]ings|[Kk]ammar|[Ff]örvaltnings|[Hh]ov)rätten|(?:[Rr]äddnings|[Ss]ocial)tjänsten)(?!\p{L})`,
    String.raw`(?<![\p{L}-])[\p{L}-]{2,40}(?:${bodies})(?!\p{L})`,
    String.raw`(?<!\p{L})(?:\p{Lu}\p{Ll}+(?:skolan|gymnasiet|gården)|(?:[Ff]ör)?[Ss]kolan \p{Lu}\p{Ll}+)(?!\p{L})`,
    String.raw`(?<!\p{L})(?!Kommun|Barn|Stad|Region)\p{Lu}\p{Ll}{2,}[sxz] (?:(?:för)?skola|gymnasium|bibliotek|kulturskola|äldreboende)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:[Pp]å|vid|från) \p{Lu}\p{Ll}{3,}a (?:för)?skola(?!\p{L})`,
    String.raw`(?<!\p{L})(?:IVO|CSN|SKR|MSB|PRV|PTS|SCB|IMY|SMHI|ESV|Digg|DIGG)(?!\p{L})`,
    String.raw`\p{L} AB(?!\p{L})`,
  ].join('|'),
  'u',
)

/** True where a text names a municipality, an agency or a part of one. Words like `kommunen` name none. */
export function namesOrganisation(text: string, own: readonly string[]): boolean {
  const lower = text.toLowerCase()
  return organisation.test(text) || own.some((name) => lower.includes(name.toLowerCase()))
}
