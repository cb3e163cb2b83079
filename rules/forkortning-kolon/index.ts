import { defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { isSpelled, usualCase } from '../src/initialisms.ts'
import { allMatches } from '../src/matches.ts'
import { isTechnical } from '../src/places.ts'
import { fragelada, skrivregler } from '../src/sources.ts'
import { atCapitals, Trait, traitsOf } from '../src/traits.ts'

const capital =
  /(?<![\p{L}\d@_.-])(\p{Lu}{2,5})(['’´`]?)(s|en|et|n|t|er|erna|ens|ets|ns|arna)(?![\p{L}\d@_'’]|:\p{L})/uy
const small = /(?<![\p{L}\d@_.-])(?:(sms|mms|pdf|dvd)['’]?(et|en|er|erna|ets|ens)|(tv|vd)['’]?(n|ns))(?![\p{L}\d@_])/gu

export const rule = defineRule({
  meta: {
    id: 'forkortning-kolon',
    title: 'Förkortning utan kolon',
    description: 'Hittar förkortningar som får en ändelse utan kolon emellan.',
    why: 'Kolonet visar var förkortningen slutar och ändelsen börjar.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [
      fragelada(23874),
      fragelada(21420),
      { work: 'Studentlitteratur: Skrivhjälp' },
      skrivregler('11.11–11.12'),
    ],
    options: {
      uttaladeSomOrd: {
        type: 'strings',
        default: [],
        description: 'Förkortningar som ni uttalar som ett ord och därför böjer utan kolon.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'safe',
    extent: 'word',
  },
  block: {
    block(block, { options, report }) {
      const { text } = block
      const hasCapital = (traitsOf(text) & Trait.capitals) !== 0
      const tell = (start: number, end: number, written: string) => {
        if (isTechnical(block, start, end)) return
        report({
          at: { start, end },
          message: `Sätt kolon mellan förkortningen och ändelsen i ”${text.slice(start, end).replace(/['´`]/g, '’')}”.`,
          suggestions: [write(start, end, written, 'safe')],
        })
      }
      if (hasCapital)
        for (const { 0: found, 1: form, 3: ending, index: start } of atCapitals(text, capital)) {
          if (!isSpelled(form!) || options.uttaladeSomOrd.includes(form!)) continue
          tell(start, start + found.length, `${usualCase(form!)}:${ending}`)
        }
      if (!/(?:ms|df|vd|tv)['’]?[en]/.test(text)) return
      for (const { 0: found, 1: long, 2: ending, 3: short, 4: shortEnding, index: start } of allMatches(text, small))
        tell(start, start + found.length, `${long ?? short}:${ending ?? shortEnding}`)
    },
  },
})
