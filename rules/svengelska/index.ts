import { defineRule, type Report } from '@klarsprak/engine'
import { text } from '../generated/tables/svengelska.ts'
import { type Replacement, readReplacements } from '../src/replacements.ts'
import { fragelada, hallefors } from '../src/sources.ts'
import { lazy } from '../src/table.ts'
import { reportWords, sparedOption, strengthOption } from '../src/word-table.ts'
import { looksLikeName } from '../src/words.ts'

const table = lazy(() => readReplacements(text))

/** Formed as Swedish forms its words: `implementering`, `facilitera`. */
const formed = /(?:ering|era|ator)$/

interface Found {
  readonly term: string
  readonly finding: Report
}

export const rule = defineRule({
  meta: {
    id: 'svengelska',
    title: 'Engelska ord',
    description: 'Hittar engelska ord som har en svensk motsvarighet, som ”deadline” och ”feedback”.',
    why: 'Fler förstår det svenska ordet, och det går lättare att böja.',
    group: 'ord',
    checklist: [8],
    severity: 'suggestion',
    enabled: true,
    profiles: { strikt: { options: { styrkaMax: 3 } } },
    sources: [fragelada(21255), { work: 'Uppsala universitet: Skrivråd', section: 'om engelska ord' }, hallefors(8)],
    options: { styrkaMax: strengthOption, undantaOrd: sparedOption },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
  },
  get table() {
    return table()
  },
  document: {
    collect(block, context, matches): Found[] | undefined {
      if (matches.length === 0) return undefined
      const { styrkaMax: strength, undantaOrd: spared } = context.options
      const found: Found[] = []
      for (const match of matches) {
        if (block.inQuote(match.start, match.end) || match.words.some(looksLikeName)) continue
        if (context.glossary.find(match.text.toLowerCase())) continue
        const message = /^policys$/i.test(match.text)
          ? `Flera policyer heter inte ”${match.text}” på svenska.`
          : formed.test((match.entry as Replacement).term)
            ? `”${match.text}” är ett lånord, och det finns ett enklare ord.`
            : `”${match.text}” är engelska, och det finns ett svenskt ord.`
        const { term } = match.entry as Replacement
        const report = (finding: Report) => found.push({ term, finding })
        reportWords(match, { block, report }, { strength, spared }, message)
      }
      return found.length > 0 ? found : undefined
    },
    // Who has seen a word once knows that it comes again, in other forms too: `event`, `eventet`.
    check({ blocks }, { report }) {
      const seen: string[] = []
      for (const { index, facts } of blocks) {
        if (facts === undefined) continue
        for (const { term, finding } of facts) {
          if (seen.some((word) => term.startsWith(word) || word.startsWith(term))) continue
          seen.push(term)
          report(index, finding)
        }
      }
    },
  },
})
