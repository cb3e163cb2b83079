import { type BlockSummary, type DocumentSummary, defineRule } from '@klarsprak/engine'
import { readershipOf } from '../src/readership.ts'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { isHeading } from '../src/structure.ts'
import { terms } from './terms.ts'
import { type Use, useOf, usesOfEntry } from './uses.ts'

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
    collect(block, { glossary }, matches): Use[] | undefined {
      const uses = matches.map((match) => useOf(block, match))
      for (const entry of glossary.entries)
        if (entry.explanation !== '' && entry.sayInstead === '') uses.push(...usesOfEntry(block, entry))
      return uses.length > 0 ? uses : undefined
    },
    check(document, { options, report }) {
      const terms = byTerm(document.blocks)
      if (terms.size === 0 || isForThoseWhoKnow(document)) return
      for (const [term, places] of terms) {
        if (options.kandaTermer.includes(term)) continue
        const [first] = places
        // A heading above says what the text is about; one further down comes too late.
        if (isHeading(first!.block)) continue
        if (first!.use.explained) continue
        if (options.kandaIDokument && places.some(({ use }) => use.explained)) continue
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

/** Officers and authorities know the terms; a party before a court may not. */
function isForThoseWhoKnow(document: DocumentSummary): boolean {
  const readership = readershipOf(document)
  return readership === 'officers' || readership === 'ombudsman'
}

function byTerm(blocks: readonly BlockSummary<readonly Use[]>[]): Map<string, { block: BlockSummary; use: Use }[]> {
  const all = new Map<string, { block: BlockSummary; use: Use }[]>()
  for (const block of blocks)
    for (const use of block.facts ?? []) {
      const places = all.get(use.term)
      if (places) places.push({ block, use })
      else all.set(use.term, [{ block, use }])
    }
  return all
}
