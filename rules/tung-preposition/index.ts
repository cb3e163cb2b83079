import { defineRule } from '@klarsprak/engine'
import { text } from '../generated/tables/prepositioner.ts'
import { type Replacement, readReplacements } from '../src/replacements.ts'
import { hallefors, skrivregler } from '../src/sources.ts'
import { lazy } from '../src/table.ts'
import { reportWords, sparedOption, strengthOption } from '../src/word-table.ts'

const table = lazy(() => readReplacements(text))

export const rule = defineRule({
  meta: {
    id: 'tung-preposition',
    title: 'Tung preposition',
    description: 'Hittar ord som ”angående” och ”avseende” där ”om”, ”för” eller ”till” räcker.',
    why: 'Korta prepositioner gör texten lättare och visar tydligare hur orden hör ihop.',
    group: 'ord',
    checklist: [8],
    severity: 'suggestion',
    enabled: true,
    profiles: { strikt: { options: { styrkaMax: 3 } } },
    sources: [
      { work: 'Språkkonsulterna: lix-brevet', section: 'om korta prepositioner' },
      { work: 'Nacka kommun: Checklista för klarspråk' },
      { work: 'Bolagsverket: Språkstöd', url: 'https://kliv.nu/sprakstod' },
      skrivregler('1.4'),
      hallefors(8),
    ],
    options: {
      styrkaMax: strengthOption,
      undantaOrd: sparedOption,
      kringAv: { type: 'boolean', default: true, description: 'Låt ”kring” vara, som i ”frågor kring skolan”.' },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
    yieldsTo: ['passiv-med-agent', 'substantivsjuka'],
  },
  get table() {
    return table()
  },
  block: {
    match(match, context) {
      const { styrkaMax, undantaOrd, kringAv } = context.options
      if (kringAv && (match.entry as Replacement).term === 'kring') return
      reportWords(
        match,
        context,
        { strength: styrkaMax, spared: undantaOrd },
        `”${match.text}” är en tung preposition.`,
      )
    },
  },
})
