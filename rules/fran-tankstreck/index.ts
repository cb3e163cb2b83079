import { defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { isTechnical, wordAt } from '../src/places.ts'
import { monthOrDay, rangeNumber } from '../src/ranges.ts'
import { skrivregler } from '../src/sources.ts'
import { euStyle, webGuideline66 } from '../src/style-guides.ts'
import { Trait, traitsOf } from '../src/traits.ts'

const lead =
  '(?<![\\p{L}\\d])(?<word>[Ff]rån|[Mm]ellan)[ \\u00a0](?:(?:kl\\.?|klockan|den|cirka|ca\\.?|vecka|åren|sidan)[ \\u00a0]){0,2}'
const end = '(?![\\p{L}\\d]|[-–/:_]|[.,]\\d|[ \\u00a0]\\d{2,})'
const figures = new RegExp(
  `${lead}(?<one>${rangeNumber})(?<dash>[ \\u00a0]?[-–—−][ \\u00a0]?)(?<two>${rangeNumber})${end}`,
  'gu',
)
const dates = new RegExp(
  `${lead}(?<one>\\d{1,2}[ \\u00a0]${monthOrDay})(?<dash>[ \\u00a0]?[-–—][ \\u00a0]?)(?<two>\\d{1,2}[ \\u00a0]${monthOrDay})${end}`,
  'gu',
)
const days = new RegExp(
  `${lead}(?<one>${monthOrDay})(?<dash>[ \\u00a0]?[-–—][ \\u00a0]?)(?<two>${monthOrDay})${end}`,
  'giu',
)
const places =
  /(?<![\p{L}\d])(?<word>[Ff]rån|[Mm]ellan)[ \u00a0](?<one>\p{Lu}\p{Ll}+)(?<dash>[ \u00a0]?–[ \u00a0]?)(?<two>\p{Lu}\p{Ll}+)(?![\p{L}\d]|[-–]| \p{Lu})/gu

/** A whole hour, and a clock time with the sign and the minutes that its zero minutes are written with. */
const hour = /^(?:[01]?\d|2[0-4])$/
const clock = /^(?:[01]?\d|2[0-4])([.:]00)$/

export const rule = defineRule({
  meta: {
    id: 'fran-tankstreck',
    title: 'Från eller mellan med tankstreck',
    description: 'Hittar uttryck som ”från 9–15” och ”mellan 10–12”, där strecket ska vara ett ord.',
    why: 'Strecket läses ”till”, så ”från” står ensamt och ”mellan” får fel ord.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [euStyle('10.4.10'), skrivregler('13.8'), webGuideline66],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'suggestion',
    extent: 'phrase',
  },
  block: {
    block(block, { report }) {
      const { text } = block
      if (!(traitsOf(text) & (Trait.hyphen | Trait.dash)) || !/[Ff]rån|[Mm]ellan/.test(text)) return
      for (const pattern of [figures, dates, days, places])
        for (const match of allMatches(text, pattern)) {
          const { word, one, dash, two } = match.groups as Record<string, string>
          const start = match.index
          const to = start + match[0].length
          if (pattern === figures && /^0\d{2,}$/.test(one!)) continue
          // ”från 2–3 veckor till fem” goes on to say until when.
          if (
            /^[Ff]/.test(word!) &&
            /^[ \u00a0][\p{L} \u00a0]{0,25}?(?<!\p{L})(?:till|och med)(?!\p{L})/u.test(text.slice(to, to + 40)) &&
            pattern === figures
          )
            continue
          if (pattern === places && wordAt(block, start + word!.length + 1)?.upos !== 'PROPN') continue
          if (isTechnical(block, start, to)) continue
          const at = start + match[0].length - two!.length - dash!.length
          // ”mellan 7-16.00”: both ends get their minutes.
          const minutes = pattern === figures && hour.test(one!) ? (clock.exec(two!)?.[1] ?? '') : ''
          const between = /^[Ff]/.test(word!) ? 'till' : 'och'
          report({
            at: { start, end: to },
            message: `Skriv ”${between}” i stället för streck efter ”${word!.toLowerCase()}”.`,
            suggestions: [
              write(
                at,
                at + dash!.length,
                `${minutes} ${between} `,
                'suggestion',
                `${match[0].slice(0, at - start)}${minutes} ${between} ${two}`,
              ),
            ],
          })
        }
    },
  },
})
