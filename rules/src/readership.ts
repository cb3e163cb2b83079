import type { BlockSummary, DocumentSummary } from '@klarsprak/engine'
import { allMatches } from './matches.ts'
import { ofText } from './of-text.ts'
import { remembered } from './remembered.ts'

/**
 * Whom a text is written for: those who handle cases, the parties before a court, or the authority that an ombudsman
 * looks into; `public` for all other texts.
 */
export type Readership = 'public' | 'officers' | 'court' | 'ombudsman'

/** How much of a text is read: what it is shows early. */
const mostCharacters = 20_000
/** Characters in which a paper says what it is. */
const headLength = 120

const addressed = /(?<!\p{L})(?:du|dig|din|ditt|dina)(?!\p{L})/giu
/** What papers for officers call themselves. */
const paper =
  /(?<!\p{L})(?:vägledning|förslag till beslut|beslutsförslag|(?:\p{L}+)?handbok|handläggarstöd|tjänsteskrivelse|promemoria|kallelse|delegationsordning|riktlinjer|avvikelsehantering|förfrågningsunderlag|anbudsförfrågan|administrativa föreskrifter|remissvar|(?:remiss)?yttrande|(?:\p{L}+)?reglemente)(?:en|t|s)?(?!\p{L})/iu
/** Sources that only officers look up, and what is said of their work. */
const work =
  /prop\. ?\d|(?<!\p{L})proposition(?:en)? \d|§§? (?:FL|FPL|SFB)(?!\p{L})|(?<!\p{L})(?:JO|HFD|RÅ) \d{4}|(?<!\p{L})(?:handläggaren|myndigheten|kommunen) (?:ska|bör|måste)(?!\p{L})|myndighetsutövning|tillsynsobjekt|verksamhetssystem|(?<!\p{L})anbudsgivar\p{L}*|(?<!\p{L})M \d{3,5}-\d\d(?!\d)|(?<!\p{L})(?:underrättas?|informeras?|kommuniceras? med|skriv till|höra) (?:parten|sökanden|den sökande|den enskilde|klaganden|verksamhetsutövaren)(?!\p{L})/giu
const court =
  /(?<!\p{L})(?:yrkade|yrkat|yrkar|yrkanden|bestritt|domskäl|skälen för avgörandet|referat (?:MÖD|RÅ|HFD)|(?:RÅ|HFD|MÖD|NJA) \d{4}|(?:regerings|kammar|läns|tings|hov|förvaltnings)rättens? (?:dom|avgörande|bedömning|avslog|biföll|fann|upphäver|fastställer|avslår)|(?:miljööver|förvaltnings)domstolens? (?:dom|avgörande|bedömning|fann|upphäver|fastställer|avslår)|fört? sin talan|vidhöll|vidhållit)(?!\p{L})/giu
const ombudsman =
  /(?<!\p{L})(?:beslutet i korthet|anmälan[^.]{0,60} till JO|JO anför|JO:s bedömning|justitiekanslerns (?:beslut|bedömning)|justitieombudsmannens (?:beslut|bedömning))(?!\p{L})/iu

/**
 * Reads off a text whom it is written for. A text that says `du` is written for its reader
 * whatever it quotes.
 */
export function readershipOf({ blocks, title }: DocumentSummary): Readership {
  const opening = openingOf(blocks)
  if (sum(opening, addresses) > 1) return 'public'
  const text = opening.map((block) => `${block.text}\n`).join('')
  if (ombudsman.test(text)) return 'ombudsman'
  if (sum(opening, courtWords) > 1) return 'court'
  const heading = blocks.find(({ kind }) => kind === 'heading')?.text ?? ''
  const named = paper.test(`${title ?? ''} ${heading} ${text.slice(0, headLength)}`)
  return named || sum(opening, workWords) > 1 ? 'officers' : 'public'
}

/** The blocks as far as they are read. */
function openingOf(blocks: DocumentSummary['blocks']): BlockSummary[] {
  const opening: BlockSummary[] = []
  let length = 0
  for (const block of blocks) {
    if (block.kind === 'code') continue
    opening.push(block)
    length += block.text.length + 1
    if (length > mostCharacters) break
  }
  return opening
}

function sum(blocks: readonly BlockSummary[], count: (block: BlockSummary) => number): number {
  let all = 0
  for (const block of blocks) all += count(block)
  return all
}

const timesOf = (pattern: RegExp) => remembered(({ text }) => allMatches(text, pattern).length)

const addresses = timesOf(addressed)
const courtWords = timesOf(court)
const workWords = timesOf(work)

/** True for an old law, as guides and pages quote it: it keeps its own words. */
export const quotesStatute = ofText((text) => maybeOldStatute.test(text) && oldStatute.test(text))

/** A part of each, found without looking round every letter. */
const maybeOldStatute = /iakttaga|avgöres|förordnat|inför r|talans p|må överk/

const oldStatute = /(?<!\p{L})(?:iakttaga|avgöres|förordnat|inför rätten|talans prövning|må överklagas)(?!\p{L})/u

/** What advertisements for jobs say, */
const advert =
  /(?<!\p{L})(?:kvalifikationer|arbetsuppgifter(?:na)?|meriterande|vi söker dig|sök(?:er)? (?:nu )?(?:en|ett) \p{L}+|ansökan senast|sista ansökningsdag|tillsvidareanställning|provanställning|anställningsform|anställningens omfattning|om anställningen|lönesättning|lönekrav|tillträde|kravprofil|din profil|om arbetsgivaren|din ansökan senast|amanuens(?:er)?)(?!\p{L})/giu
/** and so many of these, all different, tell one. */
const fewestAdvertWords = 3
/** Words of a student union's or a section's own pages, and of students' tales of an exchange. */
const student =
  /(?<!\p{L})(?:\p{L}*sektions?(?:en|ens|möte|mötet|medlem|medlemmar)|kår(?:en|ens|medlem|medlemmar|medlemskap)|studentkår(?:en)?|gasque\p{L}*|nollan|mottagningen|klubbmästeri(?:et)?|utbyte(?:t)?|utbytesår(?:et)?|plugga\p{L}*|pluggkväll\p{L}*|pubar|campus|KTH|THS|Chalmers|studierna|studenter|event(?:et)?|studentexpedition(?:en)?)(?!\p{L})/giu
const fewestStudentWords = 2

function differentWords({ blocks }: DocumentSummary, wordsOf: (block: BlockSummary) => readonly string[]): number {
  const found = new Set<string>()
  let length = 0
  for (const block of blocks) {
    if (block.kind !== 'code') for (const word of wordsOf(block)) found.add(word)
    length += block.text.length
    if (length > mostCharacters) break
  }
  return found.size
}

const wordsOf = (pattern: RegExp) =>
  remembered(({ text }): readonly string[] => allMatches(text, pattern).map(([word]) => word.toLowerCase()))

const advertWords = wordsOf(advert)
const studentWords = wordsOf(student)

/** What is said to guardians, who know the words of their task. */
const guardians =
  /(?<!\p{L})som (?:är )?(?:en )?(?:god man|gode män|förvaltare|förmyndare|ställföreträdare)(?!\p{L})|(?<!\p{L})din huvudman/iu
const addressesGuardians = remembered(({ text }) => guardians.test(text))

/** What guardians alone do. */
const account =
  /(?<!\p{L})du [^.!?]{0,80}(?:årsräkning|sluträkning|förteckning över (?:din )?huvudman)|(?<!\p{L})(?:du blir|blivit) (?:utsedd till )?(?:god man|förvaltare)(?!\p{L})/iu
const asksForAccount = remembered(({ text }) => account.test(text))

/** A heading over what guardians do, and what a page under it asks of them. */
const guardianship = /(?<!\p{L})(?:god man|gode män|förvaltare)(?!\p{L})/iu
const listing =
  /(?<!\p{L})(?:du|dig) [^.!?]{0,60}(?<!\p{L})(?:lämnar?|redovisar?|skickar?) [^.!?]{0,40}(?:förteckning|redovisning)/iu
const headsGuardians = remembered(({ text }) => guardianship.test(text))
const asksForListing = remembered(({ text }) => listing.test(text))

/** True where the reader is to render account as a guardian, who has a `huvudman` whatever else is new. */
export function asksGuardians({ blocks }: DocumentSummary): boolean {
  if (blocks.some(asksForAccount)) return true
  return blocks.some((block) => block.kind === 'heading' && headsGuardians(block)) && blocks.some(asksForListing)
}

/** True where a text, or a part of it, speaks to those who are guardians of somebody. */
export function isForGuardians({ blocks }: DocumentSummary): boolean {
  return blocks.some(addressesGuardians)
}

/** Headings that advertisements for jobs are divided by. */
const advertHeading =
  /^(?:vad ingår i rollen|(?:är du|du är) den vi söker|(?:om )?rollen(?: som .*)?|uppdraget som .*|(?:om|börja|jobba|arbeta)(?: att)? (?:jobba|arbeta)? ?(?:som|hos|inom|med) .*|.*, (?:visstid|vikariat))[?!]?\s*$/iu
/** What such a text says of the work. */
const role =
  /(?<!\p{L})(?:den här rollen|rollen (?:innebär|som)|(?:spännande|viktig|ny|central) roll|i rollen|vi söker|söker vi|som medarbetare|arbetsgivare|merit(?:er)?|jobba|anställd)(?!\p{L})/iu

const headsAdvert = remembered(({ text }) => advertHeading.test(text.trim()))
const tellsOfRole = remembered(({ text }) => role.test(text))

/** True for an advertisement for a job: its readers know the words of their trade. */
export function isJobAdvert(document: DocumentSummary): boolean {
  return (
    differentWords(document, advertWords) >= fewestAdvertWords ||
    (document.blocks.some((block) => block.kind === 'heading' && headsAdvert(block)) &&
      openingOf(document.blocks).some((block) => block.kind !== 'heading' && tellsOfRole(block)))
  )
}

/** What is said to those who work with the one that the text is about. */
const staff =
  /(?<!\p{L})(?:du|dig) (?:[\p{L}-]+ ){0,4}(?:hjälp(?:er|a)|stött(?:ar|a)|stödj?(?:er|a)|(?:be)?möt(?:er|a)|vårdar?|följ(?:er|a)) (?:[\p{L}-]+ )?(?:brukar(?:en?|na)|patient(?:en|er|erna)|klient(?:en|er|erna)|kund(?:en|er|erna)|den enskilde)(?!\p{L})/iu
const addressesStaff = remembered(({ text }) => staff.test(text))

/** True where the text speaks to those who help or care for others: `Du hjälper brukaren med maten`. */
export function isForStaff(document: DocumentSummary): boolean {
  return openingOf(document.blocks).some(addressesStaff) || isJobAdvert(document)
}

/** True for what students write to each other: they know the names of what is theirs, and the tone is free. */
export function isAmongStudents(document: DocumentSummary): boolean {
  return differentWords(document, studentWords) >= fewestStudentWords
}

/** At least one `du` in so many characters of a text that speaks to its reader. */
const charactersPerAddress = 1300
/** A text shorter than this may speak to its reader without saying so. */
const shortText = 260
/** So many section signs make a text one about a statute. */
const mostParagraphs = 3
/** Those who turn to an authority, by the names that texts for them give them. */
const applicant =
  /(?<!\p{L})(?:sökanden?|den sökande|den enskilde|klaganden?|vårdnadshavaren?|fastighetsägaren?|hyresgästen|kunden)(?!\p{L})/giu

/**
 * True where a text says `du` now and then, or talks of those who apply, own or complain. Plans, reports, statutes
 * and other papers that lie on the web do neither: they are for readers who know the words.
 */
export function speaksToReader({ blocks }: DocumentSummary): boolean {
  const opening = openingOf(blocks)
  const length = sum(opening, ({ text }) => text.length + 1)
  if (length < shortText) return true
  if (sum(opening, addresses) * charactersPerAddress >= length) return true
  // Guides to a statute quote it, paragraph by paragraph.
  if (sum(opening, paragraphSigns) >= mostParagraphs) return false
  return sum(opening, applicants) * charactersPerAddress >= 2 * length
}

const paragraphSigns = timesOf(/§/g)
const applicants = timesOf(applicant)

/** Papers on the way to a law, and what boards are ruled by: those whom they are for know the form, and it is given. */
const state =
  /^(?:lagrådsremiss|kommittédirektiv|utredningsdirektiv|regeringens proposition|betänkande|\p{L}*reglemente)|(?<!\p{L})(?:nämndens|styrelsens|reviderat|nytt|förslag till) reglemente(?:t)?(?!\p{L})/iu
const namesStatePaper = remembered(({ text }) => state.test(text.trim()))
/** Blocks in which a paper says what it is. */
const stateBlocks = 3

/** True for bills, terms of reference, and the rules of boards. */
export function isForStatesmen({ blocks, title }: DocumentSummary): boolean {
  return state.test(title ?? '') || blocks.slice(0, stateBlocks).some(namesStatePaper)
}

const research =
  /(?<!\p{L})(?:forskare(?:n|na)?|forskargrupp(?:er|en)?|forskningsdata|forskningsinfrastruktur(?:er|en)?|forskningsprojekt(?:et)?|lärosäte(?:t|n|na)?|doktorander?|datahantering(?:splan)?(?:en)?|metadata)(?!\p{L})/giu
const fewestResearchWords = 3
const researchWords = wordsOf(research)

/** True for what is said to those who do research. */
export function isForResearchers(document: DocumentSummary): boolean {
  return differentWords(document, researchWords) >= fewestResearchWords
}

/** Those who read a page in their trade: they know its words. */
const trades =
  '(?:bygg)?entreprenör|byggherre?|byggföretag|revisor|leverantör|anbudsgivare|anbudslämnare|exploatör|utförare|vårdgivare|konsult|arkitekt|installatör|fastighetsmäklare|mäklare|projektör|handläggare|chef|rektor|lärare|handledare|förtroendevald|ledamot|sakkunnig|kontrollansvarig'
/** For small letters: classes of all letters take long to build. */
const toTrade = new RegExp(
  `(?:^|[^a-zåäö])(?:du|dig|er|ni) som (?:är |arbetar som |jobbar som )?(?:en |ett )?(?:${trades})(?:er|ar|a)?(?![a-zåäö])`,
)
const headsTrade = new RegExp(
  `^(?:information |råd |regler |krav )?(?:för|till) (?:dig som är )?(?:${trades})(?:er|ar|na|erna|arna|n|en)?(?![a-zåäö])`,
)
const saysSom = / som /
const heads = /^(?:information|råd|regler|krav|för|till) /i

function isToTrade(text: string): boolean {
  if (saysSom.test(text) && toTrade.test(text.toLowerCase())) return true
  const start = text.trimStart().slice(0, 80)
  return heads.test(start) && headsTrade.test(start.toLowerCase())
}
const addressesTrade = remembered(({ text }) => isToTrade(text))
/** Blocks in which a page says whom it is for. */
const tradeBlocks = 6

/** True for a page that says early that it is for those of a trade: `För dig som är entreprenör`. */
export function isForTrade({ blocks, title }: DocumentSummary): boolean {
  return isToTrade(title ?? '') || blocks.slice(0, tradeBlocks).some(addressesTrade)
}
