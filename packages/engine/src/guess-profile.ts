import type { Document } from '@klarsprak/documents'
import type { Sourced } from './config/config.ts'
import type { Profile } from './types.ts'

/** Characters at each end of a document that are looked at: letterheads, greetings and signatures stand there. */
const reach = 4000

/** `Dnr: 2024-0123`, `diarienummer`, `KS 2024/123` */
const recordNumbers = [/\bdnr\b|diarienummer/i, /\b[A-ZÅÄÖ]{2,5}[ -](?:19|20)\d\d[/:-]\d/]

/** What a decision decides, in a sentence or under a heading of its own. */
const decides =
  /\b(?:beslutar|beslutat|beslutade)(?: \p{L}+){0,4} (?:att|om)(?!\p{L})|^(?:\d+\.? )?(?:vårt )?beslut:?$/imu
/** Whom a decision is for, on a line of its own: `Till: Anna Ek` */
const addressee = /^(?:till:? (?=\p{Lu})|(?:mottagare|sökande|adressat)\b)/imu
/** Papers that speak of decisions and appeals and are no decision to anybody, by their headings. */
const noDecision =
  /\?$|riktlinje|reglemente|föreskrift|policy|delegation(?!sbeslut)|delegering|referat|protokoll|kallelse|anslag|promemoria|tjänsteskrivelse|remiss|yttrande|blankett|information|vägledning|handbok|utlåtande|(?<!\p{L})(?:dom|pm|plan|regler)(?![\p{L}-])/imu
/** First words of a text that say the same where there is no such heading: a letterhead may stand before. */
const labelWords = 15

/** `§ 12` first on a line */
const section = /^§\s*\d+/

/** What a report calls itself, in its first heading or as it begins. */
const reportName =
  /^(?:verksamhetsberättelse|årsredovisning|(?:års|delårs|del|slut|läges|uppföljnings|gransknings|utrednings)?rapport)(?!\p{L})/iu
const thisReport = /(?<!\p{L})(?:föreliggande|denna) rapport(?!\p{L})|(?<!\p{L})den här rapporten(?!\p{L})/iu
/** Headings, with or without a number, that make the order of a report; a page that leads to one has none of them. */
const reportPart =
  /^(?:\d+(?:\.\d+)*\.? +)?(?:sammanfattning|inledning|bakgrund|syfte|uppdrag|metod|resultat|analys|diskussion|slutsats(?:er)?)(?: och \p{L}+)?$/iu
const fewestReportParts = 2

/** Words at the beginning of a text where a press release says what it is: a letterhead may stand before. */
const headWords = 40

/**
 * What files and folders are called, in letters without accents. `brevlåda` and `beslutsunderlag` are no such texts,
 * so those words stand alone or with an ending.
 */
const fileNames: readonly (readonly [Profile, RegExp])[] = [
  ['lattlast', /(?<![a-z])lattlast/],
  ['press', /^press(?:meddelande|release|info)|^press(?![a-z])/],
  ['protokoll', /^protokoll/],
  ['beslut', /^beslut(?:et|en)?(?![a-z])/],
  ['brev', /^brev(?:et|en)?(?![a-z])/],
]

/**
 * The kind of text and what tells: the name of its file, else the folder nearest to it, else the text itself. Undefined
 * where nothing tells.
 *
 * @param filename a path with either kind of slash; never opened
 */
export function guessProfile(document: Document, filename = ''): Sourced<Profile> | undefined {
  const named = profileOfName(filename)
  if (named) return { value: named, origin: 'gissat ur filnamnet' }
  const marked = profileOfText(document)
  return marked && { value: marked, origin: 'gissat ur texten' }
}

function profileOfName(filename: string): Profile | undefined {
  const names = filename.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[/\\]/)
  for (const name of names.reverse()) {
    // A number or a date may stand before the word, as in `107-beslut.md`.
    const word = name.replace(/^[\d\s._-]+/, '')
    const found = fileNames.find(([, pattern]) => pattern.test(word))
    if (found) return found[0]
  }
  return undefined
}

/**
 * The kind of text by its marks (catalogue, *Gemensamma förutsättningar* 4): *press* has the word among its first words
 * or in its first heading, *protokoll* numbered sections and a list of those present, *beslut* what is decided, how to
 * appeal, and a record number or an addressee, *brev* a greeting and a close. And *rapport* says that it is one, and has the headings of one.
 */
function profileOfText({ blocks }: Document): Profile | undefined {
  const texts = blocks.filter(({ kind }) => kind !== 'code' && kind !== 'altText').map(({ text }) => text)
  const head = firstCharacters(texts)
  const tail = firstCharacters(texts.toReversed(), true)
  const heading = blocks.find(({ kind }) => kind === 'heading')?.text ?? ''
  if (/\bpressmeddelande(?!n)/i.test(`${firstWords(head, headWords)}\n${heading}`)) return 'press'
  if (isMinutes(texts, head)) return 'protokoll'
  if (isDecision(blocks, head, tail)) return 'beslut'
  if (isLetter(texts)) return 'brev'
  if (isReport(blocks, heading, head)) return 'rapport'
  return undefined
}

function isMinutes(texts: readonly string[], head: string): boolean {
  if (!texts.some((text) => /^(?:närvarande|beslutande|tjänstgörande)\b/i.test(text))) return false
  return texts.some((text) => section.test(text)) || /\bprotokoll/i.test(head)
}

function isDecision(blocks: Document['blocks'], head: string, tail: string): boolean {
  const both = `${head}\n${tail}`
  if (!/överklag/i.test(both) || !decides.test(both)) return false
  if (!recordNumbers.some((mark) => mark.test(both)) && !addressee.test(head)) return false
  const headings = blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text.trim())
  return ![firstWords(head, labelWords), headings[0] ?? ''].some((text) => noDecision.test(text))
}

function isLetter(texts: readonly string[]): boolean {
  const greeting = texts.slice(0, 8).some((text) => /^(?:hej|bästa|kära|till dig)\b/i.test(text))
  const close = texts
    .slice(-8)
    .some((text) => /^(?:med vänliga? hälsning|vänliga? hälsning|hälsningar|vänligen|mvh(?!\p{L}))/iu.test(text))
  return greeting && close
}

function isReport(blocks: Document['blocks'], heading: string, head: string): boolean {
  if (!reportName.test(heading.trim()) && !thisReport.test(head)) return false
  const parts = blocks.filter(({ kind, text }) => kind === 'heading' && reportPart.test(text.trim()))
  return parts.length >= fewestReportParts
}

function firstWords(text: string, count: number): string {
  return text
    .split(/\s+/, count + 1)
    .slice(0, count)
    .join(' ')
}

/** Up to `reach` characters of texts, joined in reading order. */
function firstCharacters(texts: readonly string[], backwards = false): string {
  const taken: string[] = []
  let length = 0
  for (const text of texts) {
    if (length >= reach) break
    taken.push(text.slice(0, reach))
    length += text.length + 1
  }
  return (backwards ? taken.reverse() : taken).join('\n')
}
