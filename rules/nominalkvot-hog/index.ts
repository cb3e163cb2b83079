import { defineRule } from '@klarsprak/engine'
import { decimal, figuresOf, firstBody } from '../src/figures.ts'
import { hallefors, sparv } from '../src/sources.ts'
import { firstSentence } from '../src/structure.ts'

export const rule = defineRule({
  meta: {
    id: 'nominalkvot-hog',
    title: 'Hög nominalkvot',
    description: 'Räknar substantiv och prepositioner mot verb och pronomen i hela texten.',
    why: 'När substantiven är många och verben få syns det inte vem som gör vad.',
    group: 'matt',
    checklist: [7, 8],
    severity: 'suggestion',
    enabled: false,
    profiles: { lattlast: { options: { forslag: 1 } } },
    sources: [sparv('nk'), hallefors(7)],
    options: {
      forslag: {
        type: 'number',
        default: 1.3,
        minimum: 0.5,
        maximum: 5,
        description: 'Över så hög kvot blir det ett förslag.',
      },
      minOrd: {
        type: 'integer',
        default: 200,
        minimum: 5,
        maximum: 5000,
        description: 'Så många ord löpande text ska det finnas för att regeln ska räkna.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem', 'quote'],
    fix: 'none',
    extent: 'document',
  },
  document: {
    collect: firstSentence,
    check(document, { options, report }) {
      const { words, nominalRatio } = figuresOf(document)
      if (nominalRatio === null || words < options.minOrd) return
      if (nominalRatio <= options.forslag) return
      const place = firstBody(document.blocks)
      if (place === undefined) return
      report(place.index, {
        at: place.at,
        message: `Texten har nominalkvoten ${decimal(nominalRatio, 2)}. Omkring 1 är vanligt i tidningar.`,
        suggestions: [
          {
            title: 'Gör verb av substantiv som ”utredning” och ”utbetalning”, och skriv vem som gör det',
            safety: 'suggestion',
            edits: [],
          },
        ],
      })
    },
  },
})
