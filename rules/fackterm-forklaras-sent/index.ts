import { defineRule } from '@klarsprak/engine'
import { hallefors, klarsprakshjalpen } from '../src/sources.ts'
import { isHeading } from '../src/structure.ts'
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
    check({ blocks }, { options, report }) {
      for (const [term, places] of placesByTerm(blocks)) {
        if (options.kandaTermer.includes(term)) continue
        const running = places.filter(({ block }) => !isHeading(block))
        const [first] = running
        const later = running.find(({ use }) => use.explained)
        if (first === undefined || later === undefined || later === first) continue
        if (!isFar(first, later, options.minstAvstand)) continue
        const { start, end, suggestion } = first.use
        report(first.block.index, {
          at: { start, end },
          message: `”${term}” används innan texten förklarar ordet.`,
          suggestions: [{ title: 'Flytta förklaringen hit', safety: 'suggestion', edits: [] }, suggestion],
          related: [{ block: later.block.index, at: later.use, message: 'Här kommer förklaringen.' }],
        })
      }
    },
  },
})

/** Terms that are named together are explained one by one: `på två sätt, genom A och B. A innebär … B innebär …`. */
const joined = /^(?: \p{L}+)? (?:och|eller|samt) |^, \p{L}+/u
const joinedBefore = /(?:och|eller|samt|,) (?:genom |en |ett )?$/

/** In a later block, or with a whole sentence between in the same one. */
function isFar(first: TermPlace, later: TermPlace, least: number): boolean {
  const blocks = later.block.index - first.block.index
  if (blocks > 0) return blocks >= least
  const { text } = first.block
  const between = text.slice(first.use.end, later.use.start)
  if (joined.test(between) || joinedBefore.test(text.slice(Math.max(0, first.use.start - 20), first.use.start)))
    return false
  return (between.match(/[.!?]\s/g)?.length ?? 0) > 1
}
