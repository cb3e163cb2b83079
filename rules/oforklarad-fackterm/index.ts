import { type BlockSummary, type DocumentSummary, defineRule } from '@klarsprak/engine'
import { analyseNounForm } from 'retext-swedish'
import { allMatches } from '../src/matches.ts'
import { isForTrade, isJobAdvert, speaksToReader } from '../src/readership.ts'
import { remembered } from '../src/remembered.ts'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { isHeading } from '../src/structure.ts'
import {
  concernsReader,
  isEchoed,
  isExample,
  isForThoseWhoKnow,
  isOnlyNamed,
  isStop,
  isSubordinate,
  placeOfHeading,
} from '../src/term-places.ts'
import { findTermUses, placesByTerm, type TermPlace } from '../src/term-uses.ts'
import { type Term, terms } from '../src/terms.ts'

export const rule = defineRule({
  meta: {
    id: 'oforklarad-fackterm',
    title: 'Oförklarad fackterm',
    description: 'Hittar ord ur förvaltningens fackspråk som inte förklaras där de först används.',
    why: 'Ett fackord som inte förklaras stänger ute läsare som inte arbetar med frågan.',
    group: 'termer',
    checklist: [9],
    severity: 'suggestion',
    enabled: true,
    profiles: { rapport: { severity: 'off' }, protokoll: { severity: 'off' } },
    sources: [klarsprakshjalpen('Använd ord som läsarna förstår'), skrivregler('1.4'), hallefors(9)],
    options: {
      kandaTermer: { type: 'strings', default: [], description: 'Termer som era läsare kan, i grundform.' },
      kandaIDokument: {
        type: 'boolean',
        default: true,
        description: 'En förklaring var som helst i dokumentet räcker.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell'],
    fix: 'suggestion',
    extent: 'phrase',
    yieldsTo: ['byrakratord'],
  },
  get table() {
    return terms()
  },
  document: {
    collect: (block, { glossary }, matches) =>
      findTermUses(
        block,
        glossary,
        matches.filter(({ entry }) => !(entry as Term).known),
      ),
    check(document, { options, profile, report }) {
      const terms = placesByTerm(document.blocks)
      if (terms.size === 0 || isForThoseWhoKnow(document) || isJobAdvert(document) || isForm(document)) return
      // A page for a trade speaks its language.
      if (isForTrade(document)) return
      // On the web lie papers for all sorts of readers.
      if (profile === 'webb' && !speaksToReader(document)) return
      for (const [term, places] of terms) {
        if (options.kandaTermer.includes(term)) continue
        const [first] = places
        // A heading above says what the text is about, in a compound too; one further down comes too late.
        if (isHeading(first!.block) || isInHeadingAbove(term, first!, document)) continue
        if (first!.use.explained || namesOnly(first!) || standsAside(first!)) continue
        if (isSpokenOf(first!) || isOtherSense(term, first!, document)) continue
        if (concernsReader(term, first!, document)) continue
        if ((options.kandaIDokument ? places : [first!]).some((place) => isEchoed(place, document))) continue
        if (options.kandaIDokument && places.some(({ use }) => use.explained)) continue
        if (places.some((place) => isNamedByHeading(first!, place))) continue
        // What a heading further down deals with is explained too late, which is for `fackterm-forklaras-sent` to say.
        if (isByTheWay(first!, places.length, profile) || placeOfHeading(term, first!, document)) continue
        const { start, end, suggestion } = first!.use
        report(first!.block.index, {
          at: { start, end },
          message: `”${term}” är ett fackord som inte förklaras.`,
          suggestions: [suggestion],
        })
      }
    },
  },
})

/** Labels of a form, which whoever fills it in has had explained. */
const labels =
  /(?<!\p{L})(?:personnummer|namnteckning|namnförtydligande|underskrift|ort och datum|postnummer|bankgiro|lämna in kopior|kryssa|fylls i av)(?!\p{L})/giu
const fewestLabels = 3

const labelsOf = remembered(({ text }): readonly string[] =>
  allMatches(text, labels).map(([label]) => label.toLowerCase()),
)

function isForm({ blocks }: DocumentSummary): boolean {
  const found = new Set<string>()
  for (const block of blocks) for (const label of labelsOf(block)) found.add(label)
  return found.size >= fewestLabels
}

/** The name of a service or a unit: `via e-tjänsten Anslut till kommunalt vatten och spillvatten`, `enheten för god man`. */
const named =
  /(?<!\p{L})(?:e-tjänsten|tjänsten|blanketten|formuläret|sidan|broschyren|rubriken|avsnittet|kartan|registret|systemet) [”"]?\p{Lu}[^.,:]{0,60}$/u
const unit =
  /(?<!\p{L})\p{L}*(?:enhet|avdelning|kontor|expedition|grupp|nämnd|handläggare|jurist|inspektör)(?:en|et)? (?:för|inom) $/iu
/** A capital inside a sentence: the word is the name of a unit or of a paper. */
const inSentence = /\p{L}[\p{L},]* $/u
/** Words of procedure: a quoted statute. */
const procedure = /(?<!\p{L})(?:rätten|iakttaga|avgöres|förordnat|ogillat|talan|inställelse)(?!\p{L})/iu

/** `Här kan du läsa om …`: what it means comes further down, or on the page that it leads to. */
const leadsIn = /^(?:Här|På (?:den här )?sidan|Nedan|Läs|Vi (?:kan )?hjälp(?:er|a)) /

function sentenceBefore(text: string, start: number): string {
  let from = start
  while (from > 0 && !isStop(text, from - 1)) from--
  return text.slice(from, start).trimStart()
}

/** Words of a member of a row. */
const mostInRow = 4

/** What follows the first member of a row: `god man, fördyrad kost, utgifter för …`. */
const opensRow =
  /^, (?!(?:en|ett|den|det|de|som|där|när|om|så|men|och|vilket|alltså) )[^,.:;]{3,30}, (?!(?:som|där|när|om|så|men|vilket|du|vi|kan|ska|måste) )[^,.;]{3,50}/

/** True for a member of a row: between two commas, or after one comma of many at the end. */
function isInRow(text: string, start: number, end: number): boolean {
  if (opensRow.test(text.slice(end, end + 90))) return true
  const before = sentenceBefore(text, start)
  const comma = before.lastIndexOf(', ')
  if (comma < 0) return false
  const lead = before.slice(comma + 2)
  if (lead.split(' ').length > mostInRow || / (?:som|att|när|om du|där) /.test(` ${lead}`)) return false
  const after = text.slice(end, end + 40)
  if (/^(?:,| (?:eller|och|samt|med mera)(?!\p{L}))/u.test(after)) return before.slice(0, comma).length > 0
  // `exempelvis avlopp, värmepumpar, hygienlokaler, miljöfarlig verksamhet.`
  return /^[.;]?$|^[.;] /.test(after.slice(0, 2)) && lead === '' && before.slice(0, comma).includes(',')
}

/** True in brackets, in a row of things and in a quoted statute, where an explanation would only be in the way. */
function standsAside({ block: { text }, use: { term, start, end } }: TermPlace): boolean {
  if (text.lastIndexOf('(', start) > text.lastIndexOf(')', start)) return true
  const before = text.slice(Math.max(0, start - 2), start)
  const after = text.slice(end, end + 40)
  if (/, $/.test(before) && /^(?:,| (?:eller|och|samt|med mera)(?!\p{L}))/u.test(after)) return true
  if (/^, \p{L}+ (?:eller|och|samt) /u.test(after)) return true
  if (isInRow(text, start, end) || leadsIn.test(sentenceBefore(text, start))) return true
  if (
    /^\p{Ll}/u.test(term) &&
    /\p{Lu}/u.test(text.charAt(start)) &&
    inSentence.test(text.slice(Math.max(0, start - 20), start))
  )
    return true
  const lead = text.slice(Math.max(0, start - 70), start)
  return unit.test(lead) || named.test(lead + text.charAt(start)) || procedure.test(text)
}

/** Members of a pair or a row, and determiners before them. */
const pairBefore =
  /(?<![\p{L}-])(?<!, )(?:och|eller|samt|respektive|både|såväl|antingen|varken|dels) (?:(?:en|ett|den|det|de|dess|din|ditt|dina|personens|den enskildes|eventuell(?:a|t)?) )?$/iu
const pairAfter =
  /^ (?:och|eller|samt|respektive) (?!\p{Ll}+[ae]r (?:sedan|av|inte|därefter|ut|in|då|på|dig|du|vi) |(?:du|vi|det|den|de|man|kan|ska|skall|måste|får|har|är|blir|därefter|därmed|sedan|då|inte|även)(?!\p{L}))/u

/** What belongs to the thing, and is what the sentence is about: `frågor om servitut`, `handläggare av strandskydd`. */
const belonging =
  /(?<!\p{L})\p{L}*(?:ansökan|ansökningar|anmälan|information|frågor(?:na)?|fråga|synpunkter|regler(?:na)?|råd|rådgivning|uppgift(?:er|erna)?|kostnad(?:en|er|erna)?|avgift(?:en|er|erna)?|taxa(?:n)?|handläggare|blankett(?:en|er)?|kopia|kopior|intyg|arbetet|ärende(?:n|t|na)?|bestämmelser(?:na)?|skäl(?:en)?|villkor(?:en)?|prövning(?:en)?|lagen|lagar) (?:om|för|av|kring|gällande|angående|rörande|till|på|mot|från) (?:en |ett |din |ditt )?$/iu

/** Who helps somebody, named among those who may: a page that is not about them need not say what they are. */
const helpers = new Set(['god man', 'ställföreträdare', 'överförmyndare'])

/** What is written for whoever reads; a letter or a decision speaks to its reader all the way through. */
const forMany = new Set(['webb', 'press', 'nyhetsbrev'])

/** True where the word is named in passing: the text is about something else, and an explanation would weigh it down. */
function isByTheWay({ block, use }: TermPlace, times: number, profile: string): boolean {
  const { text } = block
  if (isOnlyNamed({ block, use }, profile)) return true
  const after = text.slice(use.end, use.end + 40)
  if (pairAfter.test(after) || pairBefore.test(text.slice(Math.max(0, use.start - 40), use.start))) return true
  if (isExample(block, use)) return true
  if (times > 1 || !forMany.has(profile)) return false
  return (
    isSubordinate(block, use) ||
    helpers.has(use.term) ||
    belonging.test(text.slice(Math.max(0, use.start - 60), use.start))
  )
}

/** True under a heading with the word or a compound of it: `Sök strandskyddsdispens`. */
function isInHeadingAbove(term: string, { block }: TermPlace, { blocks }: DocumentSummary): boolean {
  return blocks.some((other) => other.index < block.index && isHeading(other) && holdsTerm(other, term))
}

/** Letters of a long compound, and of the part of it that a heading may name alone: `Dispens från strandskyddet`. */
const longTerm = 15
const partOfTerm = 11

const holdsTerm = remembered(({ text }: BlockSummary, term: string) =>
  text.toLowerCase().includes(term.length >= longTerm && !term.includes(' ') ? term.slice(0, partOfTerm) : term),
)

/** Nouns of what somebody does, made of a verb. */
const deed = /(?:[ae]ndet|ningen|ningarna|elsen|elserna)$/iu

/** What a text speaks of where the word has the sense that the table explains; elsewhere it may have another. */
const senses: Readonly<Record<string, RegExp>> = {
  gallra: /(?<!\p{L})(?:handling|arkiv|personuppgift|dokument|diari|journal|akt(?:en|er)?(?!\p{L}))/iu,
  genomförandeplan: /hemtjänst|omsorg|boende|socialtjänst|assistans|(?<!\p{L})(?:LSS|insats)/iu,
  minimibelopp: /hemtjänst|omsorg|förbehåll|avgiftsutrymme|boende/iu,
  granskningshandlingar: /detaljplan|planförslag|översiktsplan/iu,
  förbindelsepunkt: /vatten|avlopp|ledning/iu,
}
/** Parents know what the highest fee of a preschool is. */
const ofPreschool = /förskol|fritidshem|barnomsorg|pedagogisk omsorg/iu

const speaksOf = remembered(({ text }: BlockSummary, term: string) => senses[term]!.test(text))
const speaksOfPreschool = remembered(({ text }: BlockSummary) => ofPreschool.test(text))

function isOtherSense(term: string, { block }: TermPlace, { blocks }: DocumentSummary): boolean {
  if (term === 'maxtaxa') return speaksOfPreschool(block)
  return term in senses && !blocks.some((other) => speaksOf(other, term))
}

/** A deed in the definite after another sentence points back at what was said there: `… komplettera den. Om föreläggandet inte följs`. */
function isSpokenOf({ block: { text }, use: { start, end } }: TermPlace): boolean {
  if (!deed.test(text.slice(start, end)) || !/[.!?] /.test(text.slice(0, start))) return false
  const forms = analyseNounForm(text.slice(start, end).toLowerCase())
  return forms.length > 0 && forms.every(({ definite }) => definite === 'Def')
}

/** Words of an item that only names what there is. */
const mostWords = 4

/** True for a short item of a list, a cell of a table and a line that is no sentence: what it means is said where it is dealt with. */
function namesOnly({ block: { kind, wordCount, text } }: TermPlace): boolean {
  if (kind === 'tableCell') return true
  return wordCount <= mostWords && (kind === 'listItem' || !/[.!?:]$/.test(text.trim()))
}

/** True for a list item that only names the term, above a heading that does too: a list of what follows. */
function isNamedByHeading({ block, use }: TermPlace, later: TermPlace): boolean {
  return block.kind === 'listItem' && block.text.length === use.end - use.start && isHeading(later.block)
}
