import { defineRule } from '@klarsprak/engine'
import { figuresOf, firstBody } from '../src/figures.ts'
import { hallefors, sparv } from '../src/sources.ts'
import { firstSentence } from '../src/structure.ts'

/** Longer texts cannot be compared: OVIX changes with the length. */
const longest = 2000

export const rule = defineRule({
  meta: {
    id: 'ovix-avvikande',
    title: 'Ovanligt ordförråd',
    description: 'Räknar ut textens OVIX och säger till när det är mycket högt eller lågt.',
    why: 'Ett högt värde betyder många olika ord att förstå, och ett lågt att samma ord upprepas.',
    group: 'matt',
    checklist: [8],
    severity: 'suggestion',
    enabled: false,
    profiles: { lattlast: { severity: 'off' } },
    sources: [sparv('ovix'), hallefors(8)],
    options: {
      lag: {
        type: 'integer',
        default: 40,
        minimum: 10,
        maximum: 100,
        description: 'Under så lågt OVIX ger regeln träff.',
      },
      hog: {
        type: 'integer',
        default: 85,
        minimum: 30,
        maximum: 200,
        description: 'Över så högt OVIX ger regeln träff.',
      },
      minOrd: {
        type: 'integer',
        default: 200,
        minimum: 20,
        maximum: 2000,
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
      const { words, ovix } = figuresOf(document)
      if (ovix === null || words < options.minOrd || words > longest) return
      const isLow = ovix < options.lag
      const place = firstBody(document.blocks)
      if (place === undefined || (!isLow && ovix <= options.hog)) return
      report(place.index, {
        at: place.at,
        message: `Texten har OVIX ${Math.round(ovix)}, vilket är ovanligt ${isLow ? 'lågt' : 'högt'}.`,
        suggestions: [
          {
            title: isLow
              ? 'Se om något ord upprepas i onödan, och säg i stället vad det handlar om'
              : 'Använd samma ord för samma sak, och byt ovanliga ord mot vanliga',
            safety: 'suggestion',
            edits: [],
          },
        ],
      })
    },
  },
})
