import { type DocumentSummary, defineRule } from '@klarsprak/engine'
import { readershipOf, speaksToReader } from '../src/readership.ts'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { isHeading } from '../src/structure.ts'
import { findTermUses, placesByTerm, type TermPlace } from '../src/term-uses.ts'
import { terms } from '../src/terms.ts'

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
    collect: (block, { glossary }, matches) => findTermUses(block, glossary, matches),
    check(document, { options, profile, report }) {
      const terms = placesByTerm(document.blocks)
      if (terms.size === 0 || isForThoseWhoKnow(document)) return
      // On the web lie papers for all sorts of readers.
      if (profile === 'webb' && !speaksToReader(document)) return
      for (const [term, places] of terms) {
        if (options.kandaTermer.includes(term)) continue
        const [first] = places
        // A heading above says what the text is about; one further down comes too late.
        if (isHeading(first!.block)) continue
        if (first!.use.explained) continue
        if (options.kandaIDokument && places.some(({ use }) => use.explained)) continue
        if (places.some((place) => isNamedByHeading(first!, place))) continue
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

/** True for a list item that only names the term, above a heading that does too: a list of what follows. */
function isNamedByHeading({ block, use }: TermPlace, later: TermPlace): boolean {
  return block.kind === 'listItem' && block.text.length === use.end - use.start && isHeading(later.block)
}

/** Officers and authorities know the terms; a party before a court may not. */
function isForThoseWhoKnow(document: DocumentSummary): boolean {
  const readership = readershipOf(document)
  return readership === 'officers' || readership === 'ombudsman'
}
