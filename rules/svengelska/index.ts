import { defineRule } from '@klarsprak/engine'
import { text } from '../generated/tables/svengelska.ts'
import { readReplacements } from '../src/replacements.ts'
import { fragelada, hallefors } from '../src/sources.ts'
import { lazy } from '../src/table.ts'
import { reportWords, sparedOption, strengthOption } from '../src/word-table.ts'
import { looksLikeName } from '../src/words.ts'

const table = lazy(() => readReplacements(text))

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
  block: {
    match(match, context) {
      const { styrkaMax, undantaOrd } = context.options
      if (match.words.some(looksLikeName) || context.glossary.find(match.text.toLowerCase())) return
      const message = /^policys$/i.test(match.text)
        ? `Flera policyer heter inte ”${match.text}” på svenska.`
        : `”${match.text}” är engelska, och det finns ett svenskt ord.`
      reportWords(match, context, { strength: styrkaMax, spared: undantaOrd }, message)
    },
  },
})
