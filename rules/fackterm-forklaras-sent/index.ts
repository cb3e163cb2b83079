import { type BlockSummary, defineRule } from '@klarsprak/engine'
import { terms } from '../oforklarad-fackterm/terms.ts'
import { type Use, useOf, usesOfEntry } from '../oforklarad-fackterm/uses.ts'
import { hallefors, klarsprakshjalpen } from '../src/sources.ts'
import { isHeading } from '../src/structure.ts'

interface Place {
  readonly block: BlockSummary
  readonly use: Use
}

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
    collect(block, { glossary }, matches): Use[] | undefined {
      const uses = matches.map((match) => useOf(block, match))
      for (const entry of glossary.entries)
        if (entry.explanation !== '' && entry.sayInstead === '') uses.push(...usesOfEntry(block, entry))
      return uses.length > 0 ? uses : undefined
    },
    check({ blocks }, { options, report }) {
      for (const [term, places] of byTerm(blocks)) {
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

/** In a later block, or with a whole sentence between in the same one. */
function isFar(first: Place, later: Place, least: number): boolean {
  const blocks = later.block.index - first.block.index
  if (blocks > 0) return blocks >= least
  const between = first.block.text.slice(first.use.end, later.use.start)
  return (between.match(/[.!?]\s/g)?.length ?? 0) > 1
}

function byTerm(blocks: readonly BlockSummary<readonly Use[]>[]): Map<string, Place[]> {
  const all = new Map<string, Place[]>()
  for (const block of blocks)
    for (const use of block.facts ?? []) {
      const places = all.get(use.term)
      if (places) places.push({ block, use })
      else all.set(use.term, [{ block, use }])
    }
  return all
}
