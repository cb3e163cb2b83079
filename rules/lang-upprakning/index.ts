import { type BlockContext, defineRule } from '@klarsprak/engine'
import type { Sentence } from 'retext-swedish'
import { fragelada, hallefors, klarsprakshjalpen } from '../src/sources.ts'
import { findEnumeration } from './enumeration.ts'

export const rule = defineRule({
  meta: {
    id: 'lang-upprakning',
    title: 'Lång uppräkning i löpande text',
    description: 'Hittar uppräkningar med minst fem led som skulle bli tydligare som punktlista.',
    why: 'I en punktlista ser läsaren direkt hur många saker det gäller och kan bocka av dem.',
    group: 'meningar',
    checklist: [3],
    severity: 'suggestion',
    enabled: true,
    sources: [klarsprakshjalpen('Sortera innehållet'), fragelada(28095), hallefors(3)],
    options: {
      minLed: {
        type: 'integer',
        default: 5,
        minimum: 3,
        maximum: 20,
        description: 'Från så många led ger regeln träff.',
      },
      minOrd: {
        type: 'integer',
        default: 12,
        minimum: 5,
        maximum: 100,
        description: 'Så många ord ska uppräkningen ha.',
      },
    },
    zones: ['lead', 'paragraph'],
    fix: 'none',
    extent: 'sentence',
  },
  block: {
    sentence(sentence, context) {
      const { minOrd, minLed } = context.options
      // All items but the last and the one before it end in a comma.
      if (sentence.wordCount >= minOrd && commasIn(sentence) >= minLed - 2) check(sentence, context)
    },
  },
})

function check(sentence: Sentence, { options, report }: BlockContext<{ minLed: number; minOrd: number }>): void {
  const found = findEnumeration(sentence)
  if (found === undefined || found.items < options.minLed || found.words < options.minOrd) return
  report({
    at: found,
    message: `Uppräkningen har ${found.items} led.`,
    suggestions: [{ title: 'Gör en punktlista med ett led på varje rad', safety: 'suggestion', edits: [] }],
  })
}

function commasIn({ words }: Sentence): number {
  let commas = 0
  for (const { form } of words) if (form === ',') commas++
  return commas
}
