import { defineRule } from '@klarsprak/engine'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { advice } from './advice.ts'
import { isEasy } from './easy.ts'
import { listedWords } from './listed.ts'

/** A sentence so little over the limit may be easy all the same. */
const near = 3
/** So little over it, any build may pass where no place to cut is sure; in plain text an easy one. */
const nearest = 2

export const rule = defineRule({
  meta: {
    id: 'lang-mening',
    title: 'Lång mening',
    description: 'Hittar meningar med så många ord att de blir svåra att läsa.',
    why: 'I en lång mening hinner läsaren glömma början innan slutet kommer.',
    group: 'meningar',
    checklist: [1, 3],
    severity: 'warning',
    enabled: true,
    profiles: {
      lattlast: { options: { forslagOver: 15, varningOver: 20 } },
      rapport: { options: { forslagOver: 30, varningOver: 40 } },
    },
    sources: [
      klarsprakshjalpen('Skriv meningar med flyt'),
      skrivregler('1.3'),
      { work: 'Östersunds kommun: Profilmanual', section: '12 Klarspråk' },
      hallefors(1),
    ],
    options: {
      forslagOver: {
        type: 'integer',
        default: 25,
        minimum: 5,
        maximum: 200,
        description: 'Längre meningar ger förslag.',
      },
      varningOver: {
        type: 'integer',
        default: 35,
        minimum: 5,
        maximum: 200,
        description: 'Längre meningar ger varning.',
      },
      maxOrd: {
        type: 'integer',
        default: 0,
        minimum: 0,
        maximum: 200,
        description: 'En enda gräns i stället för två: längre meningar får regelns nivå. 0 betyder två nivåer.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'sentence',
  },
  block: {
    sentence(sentence, { block, options: { forslagOver, varningOver, maxOrd }, profile, report }) {
      const limit = maxOrd > 0 ? maxOrd : Math.min(forslagOver, varningOver)
      if (sentence.wordCount <= limit) return
      const count = sentence.wordCount - listedWords(sentence)
      // Without a finite verb it is a list or a heading that ran into the text, not a sentence.
      if (count <= limit || !sentence.words.some(isFiniteVerb)) return
      const suggestions = advice(sentence, block)
      const isPlain = profile === 'lattlast'
      const over = count - limit
      // Where a place to cut is sure, the writer has something to do.
      const isSure = suggestions.some(({ edits }) => edits.length > 0)
      const mayBeEasy = over <= (isPlain ? nearest : near)
      if (!isSure && mayBeEasy && ((!isPlain && over <= nearest) || isEasy(sentence))) return
      report({
        at: sentence,
        message: `Meningen har ${count} ord.`,
        ...(maxOrd === 0 && count <= varningOver ? { severity: 'suggestion' as const } : {}),
        suggestions,
      })
    },
  },
})
