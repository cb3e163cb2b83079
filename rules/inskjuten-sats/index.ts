import { defineRule } from '@klarsprak/engine'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { findInsertion } from './insertion.ts'

export const rule = defineRule({
  meta: {
    id: 'inskjuten-sats',
    title: 'Långt inskott',
    description: 'Hittar långa inskott som skiljer subjektet från verbet eller delar på verben.',
    why: 'När meningen bryts mitt i tappar läsaren tråden och måste börja om.',
    group: 'meningar',
    checklist: [1],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('1.3'), klarsprakshjalpen('Skriv meningar med flyt'), hallefors(1)],
    options: {
      minOrd: {
        type: 'integer',
        default: 11,
        minimum: 3,
        maximum: 40,
        description: 'Från så många ord i inskottet ger regeln träff.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'sentence',
  },
  block: {
    sentence(sentence, { options, report }) {
      if (sentence.wordCount < options.minOrd + 3) return
      const insertion = findInsertion(sentence, options.minOrd)
      if (insertion === undefined) return
      const { start, end, words, before, after } = insertion
      report({
        at: { start, end },
        message: `Inskottet på ${words} ord skiljer ”${before.form}” från ”${after.form}”.`,
        suggestions: [{ title: 'Lägg inskottet i en egen mening, före eller efter', safety: 'suggestion', edits: [] }],
      })
    },
  },
})
