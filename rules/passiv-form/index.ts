import { type DocumentSummary, defineRule, type Profile, type Suggestion, type TextBlock } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { isJobAdvert, readershipOf, speaksToReader } from '../src/readership.ts'
import { remembered } from '../src/remembered.ts'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { advice } from './advice.ts'
import { conjunctBefore, hidesActor, isDecision, isMild, isOfficesMatter, isOpenDuty } from './hides-actor.ts'
import {
  headingTells,
  isAboutWhoever,
  readerDoes,
  readerDoesIn,
  saysOnlyWho,
  type Traces,
  tellsOfOther,
  tellsWho,
  tracesOf,
} from './nearby.ts'
import { isForbidden } from './readers-deed.ts'
import { isTakenByOther } from './taken.ts'

/** A passive that does not say who acts. */
interface Hidden {
  readonly at: { readonly start: number; readonly end: number }
  readonly form: string
  /** Whether an authority does it, so that it is known by whom where the section names one. */
  readonly isOffices: boolean
  /** How the text around would tell who does it; undefined where that is no matter. */
  readonly traces: Traces | undefined
  /** Where the sentence and its block have said what they may of who acts: just after the next sentence. */
  readonly from: number
  readonly to: number
  /** The sentences before and after it in its block. */
  readonly beside: readonly [string, string]
  /** Whether it tells of an appeal, which others than the reader may make. */
  readonly isAppeal: boolean
  /** Whether it is worth asking who does it, with nobody to propose. */
  readonly isOpen: boolean
  /** Whether nobody must: what may or ought to be done. */
  readonly isMild: boolean
  /** Whether something is decided, as a fee that is raised. */
  readonly isDecision: boolean
  /** What to do about it, by what {@link addressOf} says of the text. */
  readonly advice: readonly (readonly Suggestion[])[]
}

/** Texts to one reader, whether they say `du` or not. */
const letters: ReadonlySet<Profile> = new Set(['brev', 'beslut', 'lattlast'])
/** A shorter text may call nobody anything by chance. */
const shortText = 260
/** A list item after `ser till att:` is a part of that clause. */
const continued = /(?<!\p{L})(?:att|om|när|där|som|hur|vilka)\s*:?\s*$/u

export const rule = defineRule({
  meta: {
    id: 'passiv-form',
    title: 'Passiv form',
    description: 'Hittar verb i passiv form där det inte framgår vem som gör något.',
    why: 'Läsaren behöver veta vem som ska göra vad, och det visar ett aktivt verb.',
    group: 'verb',
    checklist: [7],
    severity: 'suggestion',
    enabled: true,
    sources: [
      skrivregler('1.3'),
      klarsprakshjalpen('Använd ord som läsarna förstår'),
      {
        work: 'Göteborgs universitet: Grammatiska uppslag',
        section: 'Deponens',
        url: 'https://grammatiskauppslag.gu.se/deponens.html',
      },
      hallefors(7),
    ],
    options: {
      maxPerMening: {
        type: 'integer',
        default: 1,
        minimum: 1,
        maximum: 20,
        description: 'Så många träffar får en mening ge.',
      },
      tillatMedAv: {
        type: 'boolean',
        default: true,
        description: 'Låt bli verb som följs av ”av” och det som gör något.',
      },
      hoppaOverRubriker: { type: 'boolean', default: false, description: 'Låt rubriker vara.' },
      godkandaVerb: {
        type: 'strings',
        default: [],
        description: 'Verb som får stå i passiv form, i grundform: ”debitera”.',
      },
      avsandare: {
        type: 'string',
        default: '',
        description:
          'Avsändaren med liten bokstav, ”kommunen”, för förslag i beslut, rapporter och andra texter utan ”vi”.',
      },
      nivaForSvaga: {
        type: 'boolean',
        default: false,
        description: 'Ta även med verb som ofta saknar en tydlig aktör, som ”stängas” och ”beräknas”.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'word',
    yieldsTo: ['passiv-med-agent', 'byrakratord', 'sammansatt-partikelverb', 'substantivsjuka'],
  },
  document: {
    collect(block, { options, profile }): readonly Hidden[] | undefined {
      if (block.quoted || (block.kind === 'heading' && options.hoppaOverRubriker)) return undefined
      const found: Hidden[] = []
      for (const { words } of block.sentences) {
        let count = 0
        for (const word of words) {
          if (!word.lower.endsWith('s') || !hidesActor(word, block, profile, options)) continue
          if (count >= options.maxPerMening) break
          if (!isTakenByOther(word)) count++
          found.push(describe(conjunctBefore(word) ?? word, block, profile, options.avsandare))
        }
      }
      return found.length > 0 ? found : undefined
    },
    check(document, { profile, report }) {
      const { blocks } = document
      if (!blocks.some(({ facts }) => facts !== undefined)) return
      if (readershipOf(document) !== 'public' || isJobAdvert(document)) return
      if (!letters.has(profile) && !speaksToReader(document)) return
      const address = addressOf(document)
      // A text about others than its reader has nobody whose duty a passive could hide.
      if (address < 2 && !letters.has(profile)) return
      let before = ''
      for (const { index, kind, text, facts } of blocks) {
        const isContinued = kind === 'listItem' && continued.test(before)
        if (kind !== 'listItem') before = text
        if (facts === undefined || isContinued) continue
        // `6. Kunden får inte …`: terms about somebody whom the list does not call `du`.
        if (kind === 'listItem' && isAmongTerms(blocks, index)) continue
        if (isUnderSection(blocks, index) || !isNearReader(blocks, index)) continue
        if (kind === 'listItem' && (papers.test(before) || papers.test(headingOf(blocks, index)))) continue
        const isAnswered = kind === 'listItem' && listTells(blocks, index, before)
        for (const {
          at,
          form,
          isOffices,
          traces,
          from,
          to,
          beside,
          isAppeal,
          isOpen,
          isMild,
          isDecision,
          advice,
        } of facts) {
          if (isOffices && !letters.has(profile) && sectionNamesOffice(blocks, index)) continue
          if (profile === 'webb') {
            // A page is read by many: it must be sure that somebody must act, and that nothing near tells who.
            if (kind === 'heading' || isMild || (!isDecision && isGuess(advice[address]!))) continue
            if (isQuestion(advice[address]!, profile) && (text.length > longParagraph || saysSomebody.test(text)))
              continue
            if (headingAsks.test(headingOf(blocks, index)) || (traces && tellsWho(traces, sectionOf(blocks, index))))
              continue
          }
          if (isEmpty(advice[address]!) || isAnsweredBefore(advice[address]!, profile)) continue
          if (
            isQuestion(advice[address]!, profile) &&
            (!isOpen || frees.test(advice[address]![0]!.title) || readerDoesIn(`${textBefore(blocks, index)}\n${text}`))
          )
            continue
          if (isAppeal && (othersAppeal(text) || tellsWhoAppeals(blocks[index + 1]))) continue
          if (!saysYou(blocks[index]!) && isOfGuardians(blocks, index)) continue
          if (isAnswered || besideTells(beside, text.slice(0, from)) || headingAbove(blocks, index, traces)) continue
          if (
            traces &&
            tellsWho(traces, [textBefore(blocks, index), nearEnd(text.slice(0, from)), text.slice(from, to)])
          )
            continue
          report(index, {
            at,
            message: `”${form}” är passiv form, så det framgår inte vem som gör det.`,
            suggestions: advice[address]!,
          })
        }
      }
    },
  },
})

function describe(word: Word, block: TextBlock, profile: Profile, name: string): Hidden {
  const { start, end, form } = word
  const tell = (saysWe: boolean, saysYou: boolean) => advice(word, block, { profile, name, saysWe, saysYou })
  // Other texts than letters are read only where they say `du`.
  const toNobody = letters.has(profile) ? [tell(false, false), tell(true, false)] : [[], []]
  return {
    at: { start, end },
    form,
    isOffices: isOfficesMatter(word),
    traces: isForbidden(word) ? undefined : tracesOf(word),
    from: word.sentence.end,
    to: block.sentences[word.sentence.index + 1]?.end ?? word.sentence.end,
    beside: [
      block.sentences[word.sentence.index - 1]?.text ?? '',
      block.sentences[word.sentence.index + 1]?.text ?? '',
    ],
    isAppeal: word.lower.startsWith('överklaga'),
    isOpen: isOpenDuty(word),
    isMild: isMild(word),
    isDecision: isDecision(word),
    advice: [...toNobody, tell(false, true), tell(true, true)],
  }
}

/** True where the sentence before has the reader act, or one beside it tells of whoever does it or of somebody else. */
function besideTells([before, after]: readonly [string, string], until: string): boolean {
  if (readerDoes(before) || isAboutWhoever(before) || saysOnlyWho(after)) return true
  return tellsOfOther(after) || tellsOfOther(until)
}

/** True for an item of a list that tells elsewhere who acts: in what leads it in, or in the item before or after. */
function listTells(blocks: DocumentSummary['blocks'], index: number, lead: string): boolean {
  if (/:\s*$/u.test(lead) && (leadsIn.test(lead) || /^\p{Ll}/u.test(blocks[index]!.text))) return true
  return [blocks[index - 1], blocks[index + 1]].some((item) => item?.kind === 'listItem' && itemTells(item))
}

const itemTells = remembered(({ text }) => text.split(/[.!?]\s/).some(readerDoes))
const leadsIn = /(?<!\p{L})(?:du|ni|man)(?!\p{L})[^.!?]*:\s*$/iu

/** True where the heading of the section tells who does it. */
function headingAbove(blocks: DocumentSummary['blocks'], index: number, traces: Traces | undefined): boolean {
  return traces !== undefined && headingTells(headingOf(blocks, index), traces)
}

/** The heading of the section; the empty string where there is none. */
function headingOf(blocks: DocumentSummary['blocks'], index: number): string {
  let at = index - 1
  while (at >= 0 && blocks[at]!.kind !== 'heading') at--
  return at < 0 ? '' : blocks[at]!.text
}

/** Over a list of what an application has to hold: it is clear who has to see to that. */
const papers =
  /(?<!\p{L})(?:handlingar|bilagor|underlag|ritningar|dokument)(?!\p{L})|(?:ansökan|anmälan) (?:ska|skall|måste) innehålla|skicka med|bifoga|checklista/iu

const guardian = /(?<!\p{L})(?:god[ea] mannen|gode män(?:nen)?|ställföreträdaren?|förmyndaren)(?!\p{L})/iu

/** True after a paragraph on what a guardian does: the text is about that person, whose duty it goes on telling of. */
function isOfGuardians(blocks: DocumentSummary['blocks'], index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 2) && blocks[at]!.kind !== 'heading'; at--)
    if (guardian.test(blocks[at]!.text) && !saysYou(blocks[at]!)) return true
  return false
}

/** How many paragraphs from a passive the text may last have called its reader `du`. */
const nearBlocks = 8
const speaks = remembered((block) => saysYou(block) || block.text.split(/[.!?]\s/).some(readerDoes))

/** False far from all that is said to the reader, as in a newspaper that turns to its own readers on another page. */
function isNearReader(blocks: DocumentSummary['blocks'], index: number): boolean {
  const length = blocks.length
  if (length <= nearBlocks * 2) return true
  for (let at = Math.max(0, index - nearBlocks); at <= Math.min(length - 1, index + nearBlocks); at++)
    if (speaks(blocks[at]!)) return true
  return false
}

/** `Skriv vem som ska städa`: it is asked who acts, with nobody to propose, or with `du` as one of many. */
function isQuestion([only, more]: readonly Suggestion[], profile: Profile): boolean {
  // A letter is to one reader, who may ask.
  if (profile !== 'webb' || more !== undefined || only === undefined) return false
  return only.edits.length === 0 && /^Skriv vem som [^.]*$/u.test(only.title)
}

/** `Skriv vem som inte behöver ange`: nobody is asked for anything. */
const frees = /^Skriv vem som inte (?:behöver|måste)/u

/** In a longer paragraph somebody who may act is mostly named. */
const longParagraph = 500
const saysSomebody = /(?<!\p{L})(?:du|ni|vi)(?!\p{L})/iu
/** `Så ansöker du`, `Hur lämnar jag en synpunkt?`: all that follows is for the one who does it. */
const headingAsks = /^\P{L}*(?:Så(?: här)?|Hur) (?!mycket|länge|ofta)\p{L}+ (?:du|jag|man|ni)(?!\p{L})/u

/** `Skriv vem som skickar. Är det ni?`, with nothing written: who it is is only guessed. */
function isGuess([only]: readonly Suggestion[]): boolean {
  return only !== undefined && only.edits.length === 0 && /^Skriv vem som .*Är det ni\?/u.test(only.title)
}

/** The texts of the section that a block stands in, without its heading. */
function sectionOf(blocks: DocumentSummary['blocks'], index: number): readonly string[] {
  let first = index
  while (first > 0 && blocks[first - 1]!.kind !== 'heading') first--
  let last = index
  while (last + 1 < blocks.length && blocks[last + 1]!.kind !== 'heading') last++
  return blocks.slice(first, last + 1).map(({ text }) => text)
}

/** Where others than the reader may appeal, or the reader is told to wait for them. */
const appeals =
  /(?<!\p{L})(?:grann(?:e|en|ar|arna)|sakägare|ideella|berörda?|påbörja|laga kraft|(?:inte|blivit|har) överklagats?)(?!\p{L})/iu
const othersAppeal = (text: string) => appeals.test(text)
const whoAppeals = /(?<!\p{L})(?:den|de|du) som (?:[^.]{0,80}) överklaga(?:r)?(?!\p{L})/iu

/** True for the block after, where it says who may appeal. */
function tellsWhoAppeals(block: DocumentSummary['blocks'][number] | undefined): boolean {
  return block !== undefined && block.kind !== 'heading' && whoAppeals.test(block.text)
}

/** `Är det nämnden?`: the sentence before has told. */
function isAnsweredBefore([only]: readonly Suggestion[], profile: Profile): boolean {
  return profile === 'webb' && only !== undefined && /^Skriv vem som .*Är det (?!ni\?)/u.test(only.title)
}

/** The paragraph before; a heading as `Hur man överklagar` tells of no deed. */
function textBefore(blocks: DocumentSummary['blocks'], index: number): string {
  const before = blocks[index - 1]
  return before === undefined || before.kind === 'heading' ? '' : nearEnd(before.text)
}

/** Who was named farther back than this is not in mind. */
const reach = 1200

function nearEnd(text: string): string {
  return text.slice(-reach)
}

/** `Skriv vem som ska göra`: it does not even say what is to be done. */
function isEmpty([only, more]: readonly Suggestion[]): boolean {
  return more === undefined && only !== undefined && /^Skriv vem som (?:\p{L}+ )*?(?:gör|göra|gjort)$/u.test(only.title)
}

/** True under `43 §` in standing orders: those who keep them know who acts. */
function isUnderSection(blocks: DocumentSummary['blocks'], index: number): boolean {
  let first = index
  while (first > 0 && blocks[first]!.kind !== 'heading') first--
  for (let at = first; at < index; at++) if (section.test(blocks[at]!.text)) return true
  return false
}

const section = /^\d+ ?(?:\p{Ll} ?)?§/u

/** 1 where the text calls its sender `vi`, and 2 where it calls its reader `du`; 3 for both. */
function addressOf({ blocks }: DocumentSummary): number {
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0)
  if (length < shortText) return 3
  return (blocks.some(saysWe) ? 1 : 0) + (blocks.some(saysYou) ? 2 : 0)
}

/** True where the blocks between two headings say `vi` or name an organ or its staff. */
function sectionNamesOffice(blocks: DocumentSummary['blocks'], index: number): boolean {
  const isHeading = (at: number) => blocks[at]?.kind === 'heading'
  let first = index
  while (first > 0 && !isHeading(first)) first--
  for (let at = first; at < blocks.length && (at <= index || !isHeading(at)); at++)
    if (namesOffice(blocks[at]!)) return true
  return false
}

const office =
  /(?<!\p{L})vi(?!\p{L})|(?<!(?<!\p{L})(?:i|inom|utanför|hela) (?:\p{L}+ )?)(?<!\p{L})\p{L}*(?:nämnden|förvaltningen|enheten|styrelsen|fullmäktige|kommunen|regionen|myndigheten|verket|biblioteket|kontoret|kansliet|handläggaren?|personalen|rektorn?|avdelningen|bolaget|tingsrätten|försäkringskassan|lantmäteriet|kammarkollegiet)(?!\p{L})/iu
const namesOffice = remembered(({ text }) => office.test(text))

/** An item of terms that begins with the party whose duty it is. */
const party = /^[\d.)\s]*(?:Kunden|Hyrestagaren|Hyresgästen|Föreningen|Arrangören|Låntagaren|Nyttjaren) \p{Ll}/u
const isAboutParty = remembered(({ text }) => party.test(text))

/** True for an item beside one about a party, in a list that does not say `du`. */
function isAmongTerms(blocks: DocumentSummary['blocks'], index: number): boolean {
  const isItem = (at: number) => blocks[at]?.kind === 'listItem'
  if (
    !(isItem(index - 1) && isAboutParty(blocks[index - 1]!)) &&
    !(isItem(index + 1) && isAboutParty(blocks[index + 1]!))
  )
    return false
  let first = index
  while (isItem(first - 1)) first--
  for (let at = first; isItem(at); at++) if (saysYou(blocks[at]!)) return false
  return true
}

const we = /(?<!\p{L})(?:vi|oss|vår|vårt|våra)(?!\p{L})/iu
const you = /(?<!\p{L})(?:du|dig|din|ditt|dina)(?!\p{L})/iu
const saysWe = remembered(({ text }) => we.test(text))
const saysYou = remembered(({ text }) => you.test(text))
