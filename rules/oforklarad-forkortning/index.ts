import { defineRule } from '@klarsprak/engine'
import { type Place, placesByForm } from '../src/abbreviation-places.ts'
import { findUses } from '../src/abbreviation-uses.ts'
import { abbreviations } from '../src/abbreviations.ts'
import { isSpelledOut } from '../src/explanation.ts'
import { hallefors, skrivregler } from '../src/sources.ts'
import { isHeading } from '../src/structure.ts'
import { describe } from './describe.ts'

export const rule = defineRule({
  meta: {
    id: 'oforklarad-forkortning',
    title: 'Oförklarad förkortning',
    description: 'Hittar förkortningar av initialer som inte förklaras där de först används.',
    why: 'En läsare som inte kan förkortningen tappar meningen med hela texten.',
    group: 'termer',
    checklist: [9],
    severity: 'warning',
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
    check({ blocks }, { options, profile, glossary, report }) {
      const known = new Set(options.kandaForkortningar)
      for (const [form, places] of placesByForm(blocks)) {
        const row = abbreviations().get(form)
        if (form.length < options.minLangd || known.has(form) || row?.kand === 'ja') continue
        if (row?.kand === 'delvis' && (profile === 'rapport' || profile === 'protokoll')) continue
        const explained = places.find(({ use, block }) => use.explained && !isHeading(block))
        const first = places.find(({ block }) => !isHeading(block)) ?? places[0]!
        if (explained && (options.kravDefinition === 'nagonstans' || isAtOnce(first, explained))) continue
        // In its own decisions, the sender.
        if (form === 'JO' && blocks.some(({ text }) => /(?<!\p{L})anförde(?!\p{L})/u.test(text))) continue
        if (row && blocks.some((block) => block.index <= first.block.index && isSpelledOut(block.text, row))) continue
        const finding = describe(first, row?.kand, explained, glossary)
        report(first.block.index, finding)
      }
    },
  },
})

/** Characters within which an explanation comes soon enough. */
const nearby = 160

/** True where the explanation stands at the first use or directly after it. */
function isAtOnce(first: Place, explained: Place): boolean {
  return first.block === explained.block && explained.use.start - first.use.start <= nearby
}
