import { defineRule } from '@klarsprak/engine'
import { text } from '../generated/tables/modeord.ts'
import { readReplacements } from '../src/replacements.ts'
import { hallefors, klarsprakshjalpen } from '../src/sources.ts'
import { lazy } from '../src/table.ts'
import { reportWords, sparedOption, strengthOption } from '../src/word-table.ts'
import { looksLikeName } from '../src/words.ts'

const table = lazy(() => readReplacements(text))

export const rule = defineRule({
  meta: {
    id: 'modeord',
    title: 'Modeord',
    description: 'Hittar modeord och floskler som inte säger vad ni gör, som ”kraftsamla” och ”mervärde”.',
    why: 'Ord som passar överallt säger ingenting, och läsaren får inte veta vad som händer.',
    group: 'ord',
    checklist: [8],
    severity: 'suggestion',
    enabled: false,
    sources: [klarsprakshjalpen('Använd ord som läsarna förstår'), hallefors(8)],
    options: { styrkaMax: strengthOption, undantaOrd: sparedOption },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
    yieldsTo: ['substantivsjuka'],
  },
  get table() {
    return table()
  },
  block: {
    match(match, context) {
      if (match.words.some(looksLikeName)) return
      const { styrkaMax, undantaOrd } = context.options
      reportWords(
        match,
        context,
        { strength: styrkaMax, spared: undantaOrd },
        `”${match.text}” säger inte vad ni gör eller menar.`,
      )
    },
  },
})
