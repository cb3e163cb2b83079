import { type BlockSummary, type DocumentSummary, defineRule } from '@klarsprak/engine'
import { type Place, placesByForm } from '../src/abbreviation-places.ts'
import { findUses } from '../src/abbreviation-uses.ts'
import { type Abbreviation, abbreviations } from '../src/abbreviations.ts'
import { isSpelledOut, namePattern } from '../src/explanation.ts'
import { isBracketedReference, isCode } from '../src/law-reference.ts'
import {
  isAmongStudents,
  isForTrade,
  isJobAdvert,
  type Readership,
  readershipOf,
  speaksToReader,
} from '../src/readership.ts'
import { remembered } from '../src/remembered.ts'
import { hallefors, skrivregler } from '../src/sources.ts'
import { isHeading } from '../src/structure.ts'
import { describe } from './describe.ts'

/** Words that nobody knows better with the initials written out. */
const everyday = /^(?:IP-adress|API-nyck|SIM-kort|PIN-kod|QR-kod)/
/** Clubs and sites that nobody knows by another name. */
const club = /^\p{Lu}{0,3}(?:IK|IF|BK|FF|FK|SK|HC|GK|RK)$/u
const ofSports =
  /(?<!\p{L})(?:match\p{L}*|möter|spelar|laget|cup(?:en)?|seger|serie(?:n)?|idrott\p{L}*|förening\p{L}*|fotboll\p{L}*|ishockey|innebandy\p{L}*|friidrott\p{L}*|klubb\p{L}*)(?!\p{L})/iu
const sites = new Set(['UMO', 'GAIS', 'DN', 'SVD'])
/** They say more than what they stand for: `WC`, `PET-flaskor`, `filer i CSV`. */
const everydayInitials = new Set(
  'WC VIP BH DJ UFO HD AC PS IQ VR PVC PET FM DAB UV LSD TNT ISBN ISSN EAN BIC FAQ RSS BBQ JPG PNG ZIP CSV RGB TBE'.split(
    ' ',
  ),
)
/** They sign their decisions so. */
const ombudsmen = new Set(['JO', 'JK'])

export const rule = defineRule({
  meta: {
    id: 'oforklarad-forkortning',
    title: 'Oförklarad förkortning',
    description: 'Hittar förkortningar av initialer som inte förklaras där de först används.',
    why: 'En läsare som inte kan förkortningen tappar meningen med hela texten.',
    group: 'termer',
    checklist: [9],
    severity: 'suggestion',
    enabled: true,
    sources: [
      skrivregler('kapitel 11'),
      { work: '1177 Västra Götaland: Språkliga riktlinjer', section: 'Förkortningar' },
      hallefors(9),
    ],
    options: {
      minLangd: {
        type: 'integer',
        default: 2,
        minimum: 2,
        maximum: 6,
        description: 'Så många tecken måste förkortningen ha.',
      },
      kandaForkortningar: {
        type: 'strings',
        default: [],
        description: 'Förkortningar som era läsare kan.',
      },
      kravDefinition: {
        type: 'string',
        default: 'fore',
        enum: ['fore', 'nagonstans'],
        description: 'Om förklaringen måste komma vid första användningen eller får stå senare i texten.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'suggestion',
    // Says how the sentence brings in a name, so it stands beside what is said of the words around: `hanteras av SÄBO-enheten`.
    extent: 'sentence',
    yieldsTo: ['lagforkortning', 'forkortning-forklaras-sent'],
  },
  document: {
    collect(block) {
      const uses = findUses(block)
      return uses.length > 0 ? uses : undefined
    },
    check(document, { options, profile, glossary, report }) {
      const { blocks } = document
      const forms = placesByForm(blocks)
      // Those who look for a job know the words of their trade.
      if (forms.size === 0 || isJobAdvert(document)) return
      let readership: Readership | undefined
      const isFor = (whom: Readership): boolean => {
        readership ??= readershipOf(document)
        return readership === whom
      }
      // On the web lie guides and tenders: those whom they are for write the same.
      if (profile === 'webb' && isFor('officers')) return
      const known = new Set(options.kandaForkortningar)
      const isForOfficers = () =>
        profile === 'rapport' || profile === 'protokoll' || isFor('officers') || blocks.some(isAudit)
      let isMunicipal: boolean | undefined
      for (const [form, all] of forms) {
        const places = all.filter((place) => !isKnownHere(place))
        if (places.length === 0 || (isCourse(form) && places.every(({ block }) => isHeading(block)))) continue
        const row = abbreviations().get(form)
        if (form.length < options.minLangd || known.has(form) || row?.kand === 'ja') continue
        if ((row === undefined || row.kand === 'delvis' || row.typ === 'lag') && isForOfficers()) continue
        if ((row === undefined || row.typ === 'lag') && isForTrade(document)) continue
        if (row?.typ === 'lag' && blocks.some((block) => citesByCode(block, form))) continue
        const explained = places.find(({ use, block }) => use.explained && !isHeading(block))
        const first = places.find(({ block }) => !isHeading(block)) ?? places[0]!
        if (row !== undefined && isAmbiguous(row)) {
          isMunicipal ??= blocks.some(isOfMunicipality)
          if (!isMunicipal || isAmongNames(first)) continue
        }
        if (explained && (options.kravDefinition === 'nagonstans' || isAtOnce(first, explained))) continue
        const last = explained ? first.block.index : lastNaming(first.block)
        if (row && blocks.some((block) => block.index <= last && spellsOut(block, row))) continue
        if ((!row && places.every(({ block }) => isHeading(block))) || isNameOfLink(first)) continue
        // A guide to a statute, paragraph by paragraph.
        if (row?.typ === 'lag' && profile === 'webb' && citesParagraphs(document)) continue
        // The names of their own bodies.
        if (!row && isAmongStudents(document)) continue
        if (isNamedNearby(first, blocks) || places.some((place) => isGlossedInHeading(place, first))) continue
        if (isSender(form, blocks) || (!row && isActing(first) && speaksForItself(blocks))) continue
        if (ombudsmen.has(form) && isFor('ombudsman')) continue
        // In a judgment, the initials of a party.
        if (!row && form.length === 2 && isFor('court')) continue
        report(first.block.index, describe(first, row?.kand, explained, glossary))
      }
    },
  },
})

/** True for a word that everybody knows, or that its reader must know: `betyg från sfi`, `enligt FS beslut den 3 maj`. */
function isKnownHere({ use: { form, start, end }, block: { text, marks } }: Place): boolean {
  // What a link leads to says what it is, and a bracket with a section only where the thing stands.
  if (marks.some((mark) => mark.type === 'link' && mark.start <= start && mark.end >= end)) return true
  if (isBracketedReference(text, start, end)) return true
  if (everyday.test(text.slice(start, start + 12)) || sites.has(form) || everydayInitials.has(form)) return true
  if (asLetters.test(text.slice(0, start))) return true
  if (club.test(form) && !abbreviations().has(form) && ofSports.test(text)) return true
  // Half of a name with a hyphen: `AT-UND`.
  if (/^-\p{Lu}{2}/u.test(text.slice(end, end + 3)) || /\p{Lu}{2}-$/u.test(text.slice(Math.max(0, start - 3), start)))
    return true
  // The end of a product's name: `bokningssystemet Tidbok GO`.
  if (!abbreviations().has(form) && product.test(text.slice(0, start))) return true
  // Who looks for a course, or has passed it, knows what it is called.
  if (isCourse(form)) return ofCourse.test(text.slice(Math.max(0, start - 30), end + 20))
  // A newspaper by the name that it has on its front page: `kunde SDS berätta`.
  if (told.test(text.slice(end, end + 14)) && /(?<!\p{L})(?:kan|kunde) $/u.test(text.slice(0, start))) return true
  // In the title of another's paper.
  return !abbreviations().has(form) && /^ beslut den \d/.test(text.slice(end, end + 14))
}

/** True where the statute is cited by a code, as `LSS 9:7`. */
const citesByCode = remembered(({ text }: BlockSummary, form: string) => {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
    if (isCode(text, at + form.length)) return true
  return false
})

/** The letters themselves: `Koden består av bokstäverna LE och fyra siffror`. */
const asLetters = /(?<!\p{L})(?:bokst(?:a|ä)v\p{L}*|tecknen|koden|prefixet|beteckningen) ["”“']?$/iu

const product = /(?:system|program|verktyg|tjänst|portal|plattform|app)(?:e[tn]|met|en)? \p{Lu}\p{Ll}+ $/u

const told = /^ (?:berätta|avslöja|rapportera)(?!\p{L})/u

/** In a heading it says whom the page is for: those who look for the course by that name. */
const ofCourse =
  /betyg|kurs|studieväg|svenskundervisning|(?<!\p{L})(?:läs(?:er|a|t)?|studera[rt]?|studier(?:na)?|plugga[rt]?|sök(?:er|a|t)?|ansök(?:er|a|t|an)?|antagen|komvux)(?!\p{L})/iu

function isCourse(form: string): boolean {
  return form.toLowerCase() === 'sfi'
}

/** True where the address to write to is that of the one whom the form names, as `info@isf.se`: those who read there know whose page it is. */
function isSender(form: string, blocks: readonly BlockSummary[]): boolean {
  const address = `@${form.toLowerCase()}.se`
  return blocks.some((block) => withAddresses(block).includes(address))
}

/** The text and links of a block in small letters, where any has an address; else the empty string. */
const withAddresses = remembered(({ text, marks }) => {
  const all = [text, ...marks.map(({ href }) => href ?? '')].filter((one) => one.includes('@'))
  return all.join(' ').toLowerCase()
})

/** `Då kommer SGI att ta ut en avgift`, in a text that says ”vi” and names no other authority: the sender by its short name. */
const acts = /^ (?:ska|skall|kommer|har|kan|arbetar|granskar|erbjuder|ansvarar|tar|får)(?!\p{L})/u
const actsBefore = /(?<!\p{L})(?:ska|skall|kommer|kan|har) $/u
const ours = /(?<!\p{L})(?:vi|oss|vår|vårt|våra)(?!\p{L})/iu
const others = /kommunen|nämnden|förvaltningen|regionen/iu

function isActing({ use: { start, end }, block: { text } }: Place): boolean {
  return acts.test(text.slice(end, end + 14)) || actsBefore.test(text.slice(Math.max(0, start - 8), start))
}

const saysWe = remembered(({ text }) => ours.test(text))
const namesOthers = remembered(({ text }) => others.test(text))

function speaksForItself(blocks: readonly BlockSummary[]): boolean {
  return blocks.some(saysWe) && !blocks.some(namesOthers)
}

/** The report of an audit. */
const audit = /på uppdrag av (?:de )?(?:förtroendevalda )?revisorer/iu
const isAudit = remembered(({ text }) => audit.test(text) && /gransk/i.test(text))

/** Two letters stand for many things: `KF`, `FL`. The table means those of a municipality and of its laws. */
function isAmbiguous({ forkortning, typ, kand }: Abbreviation): boolean {
  return forkortning.length === 2 && kand === 'nej' && (typ === 'lag' || typ === 'initial')
}

/** Between names the letters are a code: `Liechtenstein FL Norge N`. */
function isAmongNames({ use, block: { text } }: Place): boolean {
  return /\p{Lu}\p{Ll}{3,} $/u.test(text.slice(0, use.start)) && /^ \p{Lu}\p{Ll}/u.test(text.slice(use.end))
}

/** How far down a name is looked for: under a heading, or the title of a text without headings, a little further. */
function lastNaming(block: BlockSummary): number {
  return isHeading(block) || block.index === 0 ? block.index + 3 : block.index
}

/** A text of a municipality or an authority, or one that cites a law. */
const municipal = /kommun|nämnd|myndighet|förvaltning|region(?:en|ens)?(?!\p{L})|§|(?<!\p{L})enligt \p{Lu}{2}(?!\p{L})/u

const isOfMunicipality = remembered(({ text }) => municipal.test(text))

/** Section signs in a text about a statute. */
const mostSigns = 2

const signsOf = remembered(({ text }) => text.split('§').length - 1)

function citesParagraphs(document: DocumentSummary): boolean {
  const signs = document.blocks.reduce((sum, block) => sum + signsOf(block), 0)
  return signs >= mostSigns && !speaksToReader(document)
}

/** True for a link whose address has the form too, as `SSSB` to sssb.se: the name of those who are there. */
function isNameOfLink({ use, block }: Place): boolean {
  const link = block.marks.find(({ type, start, end }) => type === 'link' && start <= use.start && end >= use.end)
  return link?.href?.toLowerCase().includes(use.form.toLowerCase()) === true
}

/** `Individuellt alternativ, IMA`: the heading over the text says it, whatever its letters. */
function isGlossedInHeading({ block, use }: Place, first: Place): boolean {
  if (!isHeading(block) || block.index > first.block.index) return false
  const before = block.text.slice(0, use.start)
  return (
    /\p{Ll}{3,}(?:,| [–-])? \(?$/u.test(before) && /[,(–-] ?$/.test(before) && /^\)?$/.test(block.text.slice(use.end))
  )
}

const spellsOut = remembered(({ text }: BlockSummary, row: Abbreviation) => isSpelledOut(text, row))

/** True where a name that the form shortens stands before it, or right under the heading that it stands in. */
function isNamedNearby({ use, block }: Place, blocks: readonly BlockSummary[]): boolean {
  const tail = /^-(\p{Ll}{4,})/u.exec(block.text.slice(use.end, use.end + 40))?.[1] ?? ''
  const last = lastNaming(block)
  const pattern = patternOf(use.form, tail)
  return pattern !== undefined && blocks.some((other) => other.index <= last && holds(other, pattern))
}

/** The same pattern for the same name. */
function patternOf(form: string, tail: string): RegExp | undefined {
  const name = `${form} ${tail}`
  let pattern = patterns.get(name)
  if (pattern === undefined && !patterns.has(name)) {
    pattern = namePattern(form, tail)
    if (patterns.size >= mostPatterns) patterns.clear()
    patterns.set(name, pattern)
  }
  return pattern
}

const patterns = new Map<string, RegExp | undefined>()
const mostPatterns = 1000

const holds = remembered(({ text }: BlockSummary, pattern: RegExp) => pattern.test(text))

/** Characters within which an explanation comes soon enough. */
const nearby = 160

/** True where the explanation stands at the first use or directly after it. */
function isAtOnce(first: Place, explained: Place): boolean {
  return first.block === explained.block && explained.use.start - first.use.start <= nearby
}
