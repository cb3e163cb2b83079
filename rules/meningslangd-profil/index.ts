import { defineRule } from '@klarsprak/engine'
import { decimal } from '../src/figures.ts'
import { lengthsOf, mean, median } from '../src/sentence-lengths.ts'
import { hallefors, klarsprakshjalpen } from '../src/sources.ts'

/** A sentence of more words is long, one of fewer is short (catalogue, *Läsbarhetsmått*). */
const long = 25
const short = 6

export const rule = defineRule({
  meta: {
    id: 'meningslangd-profil',
    title: 'Många långa meningar',
    description: 'Visar hur meningarnas längd fördelar sig, och säger till när många är långa.',
    why: 'Några långa meningar går bra, men många gör texten tung.',
    group: 'matt',
    checklist: [1],
    severity: 'suggestion',
    enabled: false,
    profiles: { protokoll: { severity: 'off' } },
    sources: [
      klarsprakshjalpen('Skriv meningar med flyt'),
      { work: 'Klarspråk i Dalarna', section: 'variera meningslängden' },
      hallefors(1),
    ],
    options: {
      maxAndelLanga: {
        type: 'number',
        default: 0.2,
        minimum: 0,
        maximum: 1,
        description: 'Så stor andel av meningarna får ha mer än 25 ord.',
      },
      minMeningar: {
        type: 'integer',
        default: 8,
        minimum: 1,
        maximum: 100,
        description: 'Så många meningar ska texten ha för att regeln ska räkna.',
      },
    },
    zones: ['lead', 'paragraph'],
    fix: 'none',
    extent: 'document',
  },
  document: {
    collect: (block) => lengthsOf(block),
    check({ blocks }, { options, report }) {
      const all = blocks.flatMap(({ index, facts = [] }) =>
        facts.map(({ start, end, words }) => ({ start, end, words, block: index })),
      )
      if (all.length < options.minMeningar) return
      const longOnes = all.filter(({ words }) => words > long).sort((a, b) => b.words - a.words || a.block - b.block)
      const [longest, ...others] = longOnes
      if (longest === undefined || longOnes.length <= options.maxAndelLanga * all.length) return
      const shortCount = all.filter(({ words }) => words < short).length
      report(longest.block, {
        at: longest,
        message: `${longOnes.length} av ${all.length} meningar har mer än ${long} ord, och ${shortCount} har färre än ${short}. Snittet är ${decimal(mean(all), 1)} ord, medianen ${median(all)} och den längsta har ${longest.words}.`,
        suggestions: [
          { title: 'Dela de längsta meningarna och blanda långa med korta', safety: 'suggestion', edits: [] },
        ],
        related: others.slice(0, 5).map(({ block, start, end, words }) => ({
          block,
          at: { start, end },
          message: `Den här meningen har ${words} ord.`,
        })),
      })
    },
  },
})
