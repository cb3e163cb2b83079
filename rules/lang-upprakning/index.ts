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

/** What is named only for a taste of it, and not to be ticked off. */
const tastes =
  /(?<!\p{L})(?:till exempel|exempelvis|som exempel|t\.? ?ex\.?|bland annat|bl\.? ?a\.?|bland andra|såsom|för att nämna|med mera|med flera|m\.? ?[mf]\.?|och så vidare|osv|o\.s\.v\.|etc|allt från|alltifrån|både)(?!\p{L})/iu
/** `– Vi vill …`, `”Vi vill …`, `…, säger Anna Ek`: what somebody says. */
const spoken = /^[–—"”»-]|[,”"] (?:säger|berättar|förklarar|menar|konstaterar|skriver) /u

function check(sentence: Sentence, { block, options, report }: BlockContext<{ minLed: number; minOrd: number }>): void {
  if (tastes.test(sentence.text) || spoken.test(sentence.text)) return
  const found = findEnumeration(sentence)
  if (found === undefined || found.items < options.minLed || found.words < options.minOrd) return
  if (block.inQuote(found.start, found.end)) return
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
