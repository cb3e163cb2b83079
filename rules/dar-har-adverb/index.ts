import { defineRule } from '@klarsprak/engine'
import { text } from '../generated/tables/adverb.ts'
import { readReplacements } from '../src/replacements.ts'
import { hallefors, svartaListan } from '../src/sources.ts'
import { lazy } from '../src/table.ts'
import { reportWords, sparedOption } from '../src/word-table.ts'

const table = lazy(() => readReplacements(text))

export const rule = defineRule({
  meta: {
    id: 'dar-har-adverb',
    title: 'Ord som ”därvid” och ”häri”',
    description: 'Hittar stela adverb på där-, här- och var-, som ”därvid”, ”härmed” och ”varigenom”.',
    why: 'De här orden är ovanliga i tal, och läsaren måste leta bakåt efter vad de syftar på.',
    group: 'ord',
    checklist: [8],
    severity: 'suggestion',
    enabled: true,
    profiles: { strikt: { options: { strikt: true } } },
    sources: [
      { work: 'Malmö stad, miljöförvaltningen: Skrivguiden' },
      { work: 'Språktidningen: Formfavoriter' },
      svartaListan,
      hallefors(8),
    ],
    options: {
      strikt: {
        type: 'boolean',
        default: false,
        description: 'Ta även med vanligare ord, som ”därmed”, ”varav” och ”därefter”.',
      },
      undantaOrd: sparedOption,
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
    yieldsTo: ['passiv-med-agent'],
  },
  get table() {
    return table()
  },
  block: {
    match(match, context) {
      const { strikt, undantaOrd } = context.options
      reportWords(match, context, { strength: strikt ? 3 : 2, spared: undantaOrd }, `”${match.text}” är ett stelt ord.`)
    },
  },
})
