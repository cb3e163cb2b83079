import { defineRule } from '@klarsprak/engine'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { advice } from './advice.ts'
import { hidesActor } from './hides-actor.ts'
import { isTakenByOther } from './taken.ts'

export const rule = defineRule({
  meta: {
    id: 'passiv-form',
    title: 'Passiv form',
    description: 'Hittar verb i passiv form där det inte framgår vem som gör något.',
    why: 'Läsaren behöver veta vem som ska göra vad, och det visar ett aktivt verb.',
    group: 'verb',
    checklist: [7],
    severity: 'suggestion',
    enabled: true,
    sources: [
      skrivregler('1.3'),
      klarsprakshjalpen('Använd ord som läsarna förstår'),
      {
        work: 'Göteborgs universitet: Grammatiska uppslag',
        section: 'Deponens',
        url: 'https://grammatiskauppslag.gu.se/deponens.html',
      },
      hallefors(7),
    ],
    options: {
      maxPerMening: {
        type: 'integer',
        default: 1,
        minimum: 1,
        maximum: 20,
        description: 'Så många träffar får en mening ge.',
      },
      tillatMedAv: {
        type: 'boolean',
        default: true,
        description: 'Låt bli verb som följs av ”av” och det som gör något.',
      },
      hoppaOverRubriker: { type: 'boolean', default: false, description: 'Låt rubriker vara.' },
      godkandaVerb: {
        type: 'strings',
        default: [],
        description: 'Verb som får stå i passiv form, i grundform: ”debitera”.',
      },
      avsandare: {
        type: 'string',
        default: '',
        description:
          'Avsändaren med liten bokstav, ”kommunen”, för förslag i beslut, rapporter och andra texter utan ”vi”.',
      },
      nivaForSvaga: {
        type: 'boolean',
        default: false,
        description: 'Ta även med verb som ofta saknar en tydlig aktör, som ”stängas” och ”beräknas”.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'word',
    yieldsTo: ['passiv-med-agent', 'byrakratord', 'sammansatt-partikelverb', 'substantivsjuka'],
  },
  block: {
    word: {
      VERB(word, { block, options, profile, report }) {
        if (block.kind === 'heading' && options.hoppaOverRubriker) return
        if (!hidesActor(word, block, profile, options)) return
        let earlier = 0
        for (let before = word.previous; before !== undefined; before = before.previous)
          if (
            hidesActor(before, block, profile, options) &&
            !isTakenByOther(before) &&
            ++earlier >= options.maxPerMening
          )
            return
        report({
          at: word,
          message: `”${word.form}” är passiv form, så det framgår inte vem som gör det.`,
          suggestions: advice(word, block, { profile, name: options.avsandare }),
        })
      },
    },
  },
})
