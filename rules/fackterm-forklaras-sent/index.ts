import { type DocumentSummary, defineRule } from '@klarsprak/engine'
import { isForTrade, isJobAdvert } from '../src/readership.ts'
import { hallefors, klarsprakshjalpen } from '../src/sources.ts'
import { isHeading } from '../src/structure.ts'
import {
  concernsReader,
  isEchoed,
  isExample,
  isForThoseWhoKnow,
  isOnlyNamed,
  isSubordinate,
  placeOfHeading,
  saysWhat,
} from '../src/term-places.ts'
import { findTermUses, placesByTerm, type TermPlace } from '../src/term-uses.ts'
import { terms } from '../src/terms.ts'

export const rule = defineRule({
  meta: {
    id: 'fackterm-forklaras-sent',
    title: 'Facktermen förklaras för sent',
    description: 'Hittar fackord som används innan texten förklarar dem.',
    why: 'En förklaring längre ner hjälper inte den som redan har fastnat på ordet.',
    group: 'termer',
    checklist: [9],
    severity: 'suggestion',
    enabled: true,
    profiles: { rapport: { severity: 'off' }, protokoll: { severity: 'off' } },
    sources: [klarsprakshjalpen('Använd ord som läsarna förstår'), hallefors(9)],
    options: {
      kandaTermer: { type: 'strings', default: [], description: 'Termer som era läsare kan, i grundform.' },
      minstAvstand: {
        type: 'integer',
        default: 1,
        minimum: 1,
        maximum: 50,
        description:
          'Så många stycken, rubriker och listpunkter längre ner måste förklaringen stå för att räknas som sen.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell'],
    fix: 'suggestion',
    extent: 'phrase',
    yieldsTo: ['byrakratord', 'oforklarad-fackterm', 'myndighetsord'],
  },
  get table() {
    return terms()
  },
  document: {
    collect: (block, { glossary }, matches) => findTermUses(block, glossary, matches),
    check(document, { options, profile, report }) {
      const terms = placesByTerm(document.blocks)
      if (terms.size === 0 || isForThoseWhoKnow(document)) return
      if (isForTrade(document) || isJobAdvert(document)) return
      for (const [term, places] of terms) {
        if (options.kandaTermer.includes(term)) continue
        const running = places.filter(({ block }) => !isHeading(block))
        const [first] = running
        if (first === undefined || first.use.explained || isGenitive(first)) continue
        if (isExample(first.block, first.use) || isSubordinate(first.block, first.use)) continue
        if (isOnlyNamed(first, profile) || isEchoed(first, document) || concernsReader(term, first, document)) continue
        const told = running.find((place) => place.use.explained && isOutright(place))
        const later = told ? { block: told.block.index, at: told.use } : headingBelow(term, first, document)
        if (later === undefined) continue
        if (
          told ? !isFar(first, told, options.minstAvstand, document) : later.block - first.block.index < leastToHeading
        )
          continue
        if (isSubject(term, first, later.block, document)) continue
        const { start, end, suggestion } = first.use
        report(first.block.index, {
          at: { start, end },
          message: `”${term}” används innan texten förklarar ordet.`,
          suggestions: [{ title: 'Flytta förklaringen hit', safety: 'suggestion', edits: [] }, suggestion],
          related: [{ ...later, message: 'Här kommer förklaringen.' }],
        })
      }
    },
  },
})

/** What says outright what a word means, not only that something hangs on it: `startbesked innebär`, `servitut (rätt att …)`. */
const outright =
  /^[”"]?(?:\)|,? (?:det vill säga|dvs|alltså|med andra ord)|\s?\(|\s?[:=–] |, (?:en|ett|den|det) \p{Ll}{3}|[^.!?]{0,50} (?:är (?:en|ett|den|det|de|att|när|till för|vatten|regn)|innebär|betyder|handlar om|menas|avses|omfattar|består|täcker)(?!\p{L})|[^.!?]{0,60}[.!?] (?:Det|Den|Detta) (?:är|innebär|betyder) )/u
const named = /(?:kallas|kallad|kallat|heter|benämns)(?: för)?(?: (?:en|ett))? [”"]?$/iu

/** `Inkomsttaket i maxtaxan är …`: what is said is said of another word. */
const attribute = /\p{L}(?:en|et|n|na) (?:i|för|på|av|om|till|med|enligt) (?:de[nt]? |en |ett )?$/u

function isOutright({ block: { text }, use: { start, end } }: TermPlace): boolean {
  if (attribute.test(text.slice(Math.max(0, start - 40), start)) && /^ \p{Ll}/u.test(text.slice(end, end + 2)))
    return false
  return outright.test(text.slice(end, end + 140)) || named.test(text.slice(Math.max(0, start - 30), start))
}

/** `förbindelsepunktens läge`: no place for an explanation. */
function isGenitive({ block: { text }, use: { start, end } }: TermPlace): boolean {
  return /(?<!s|dispen|instan)s$/.test(text.slice(start, end))
}

/** Blocks between a word and the heading that deals with it: the reader sees one that is nearer. */
const leastToHeading = 3

function headingBelow(term: string, first: TermPlace, document: DocumentSummary) {
  const heading = placeOfHeading(term, first, document)
  if (heading === undefined) return undefined
  // A heading names the word; the explanation is what its text says.
  const under = document.blocks.find(({ index }) => index > heading.index)
  if (under === undefined || !saysWhat(first.use, under.text)) return undefined
  const start = heading.text.toLowerCase().indexOf(term)
  return { block: heading.index, at: { start, end: start + term.length } }
}

/** Blocks within which a text under its own heading may come to what the word means. */
const mostUnderOwn = 2

/** True where the title has the word, or a heading above does and the explanation follows soon: the text has just begun on it. */
function isSubject(term: string, { block }: TermPlace, later: number, { blocks }: DocumentSummary): boolean {
  const isSoon = later - block.index <= mostUnderOwn
  return blocks.some(
    (other) =>
      other.index < block.index &&
      isHeading(other) &&
      (isSoon || other.level === 1) &&
      other.text.toLowerCase().includes(term),
  )
}

/** Terms that are named together are explained one by one: `på två sätt, genom A och B. A innebär … B innebär …`. */
const joined = /^(?: \p{L}+)? (?:och|eller|samt) |^, \p{L}+/u
const joinedBefore = /(?:och|eller|samt|,) (?:genom |en |ett )?$/

/** Ends of sentences between a word and what it means: the next sentence may say that. */
const mostBetween = 1

/** Blocks in which terms that were named together are explained in turn. */
const mostInTurn = 6
const stemLength = 6

/** True where the word beside the term begins a block of its own too: `två delar, A och B`, and then `A är …` and `B är …`. */
function isInTurn(
  { block: { text, index }, use: { start, end } }: TermPlace,
  later: TermPlace,
  blocks: DocumentSummary['blocks'],
): boolean {
  if (later.block.index - index > mostInTurn) return false
  const after = /^(?: \p{L}+)? (?:och|eller|samt) (\p{L}+)|^, (\p{L}+)/u.exec(text.slice(end, end + 40))
  const before = /(\p{L}+)(?:,| och| eller| samt) (?:genom |en |ett )?$/u.exec(
    text.slice(Math.max(0, start - 40), start),
  )
  const partner = (after?.[1] ?? after?.[2] ?? before?.[1])?.toLowerCase().slice(0, stemLength)
  return (
    partner?.length === stemLength &&
    blocks.some((other) => {
      const distance = other.index - index
      return distance > 0 && distance <= mostInTurn + 2 && other.text.slice(0, 40).toLowerCase().includes(partner)
    })
  )
}

/** Where sentences end. */
const stops = /[.!?](?=\s|$)/g

/** In a later block, or in the same one, with a whole sentence between. */
function isFar(first: TermPlace, later: TermPlace, least: number, { blocks }: DocumentSummary): boolean {
  const distance = later.block.index - first.block.index
  if (distance > 0) {
    // The next sentence may stand in a paragraph of its own; a heading or a list between parts them further.
    const rest = first.block.text.slice(first.use.end).match(stops)?.length ?? 0
    const lead = later.block.text.slice(0, later.use.start).match(stops)?.length ?? 0
    if (distance === 1 && rest + lead <= mostBetween) return false
    return distance >= least && !isInTurn(first, later, blocks)
  }
  const { text } = first.block
  const between = text.slice(first.use.end, later.use.start)
  if (joined.test(between) || joinedBefore.test(text.slice(Math.max(0, first.use.start - 20), first.use.start)))
    return false
  return (between.match(/[.!?]\s/g)?.length ?? 0) > mostBetween
}
