import { defineRule } from '@klarsprak/engine'
import { advise, write } from '../src/advice.ts'
import { isDate, spellDate } from '../src/dates.ts'
import { after, before, isReference, isTechnical, wordAt } from '../src/places.ts'
import { webGuideline66 } from '../src/style-guides.ts'
import { atNumbers, Trait, traitsOf } from '../src/traits.ts'
import { capitalise } from '../src/words.ts'

const pattern =
  /(?<![\p{L}\d.,:/_§+-])(?:(?<y>\d\d)-(?<m>\d\d)-(?<d>\d\d)|(?<d2>\d{1,2})\/(?<m2>\d{1,2})\/(?<y2>\d\d)|(?<d3>\d{1,2})\/(?<m3>\d{1,2}))(?![\p{L}\d/_%]|[-.:,]\d|[ \u00a0]?[-–][ \u00a0]?\d{3}|-\d)/uy
const timeBefore =
  /(?:^|[^\p{L}])(?:den|senast|före|innan|efter|från|fr\.?o\.?m\.?|till|t\.?o\.?m\.?|och med|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|dag är|datum är|datum:?|tid är|stängt|öppet)[ \u00a0]$/iu
const timeAfter = /^,?[ \u00a0](?:kl\.?|klockan)[ \u00a0]/iu
/** What a fraction is a part of. */
const shareAfter =
  /^[ \u00a0](?:av|portion|del|dl|tesked|matsked|tsk|msk|liter|kopp|tjänst|tid|dag|år|timme|sida|kilo|kg)/iu

export const rule = defineRule({
  meta: {
    id: 'tvetydigt-datum',
    title: 'Tvetydigt datum',
    description: 'Hittar datum i siffror som kan läsas på mer än ett sätt.',
    why: 'Läsaren vet inte vad som är dag, månad och år.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [webGuideline66, { work: 'Westander: Tips om pressmeddelanden' }],
    options: {
      kravTidsord: {
        type: 'boolean',
        default: true,
        description: 'Kräv ett ord som ”den” eller ”senast” intill, så att bråk inte räknas.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'word',
  },
  block: {
    block(block, { options, report }) {
      const { text } = block
      const traits = traitsOf(text)
      if (!(traits & Trait.digit) || !(traits & (Trait.hyphen | Trait.slash))) return
      for (const match of atNumbers(text, pattern)) {
        const { y, m, d, d2, m2, y2, d3, m3 } = match.groups!
        const start = match.index
        const end = start + match[0].length
        const day = Number(d ?? d2 ?? d3)
        const month = Number(m ?? m2 ?? m3)
        const year = y ?? y2
        if (!isDate(day, month) || isReference(text, start)) continue
        // Day and month are the same: ”den 12/12” reads in one way only.
        if (d === undefined && day === month) continue
        const next = after(text, end)
        if (d3 !== undefined) {
          if (day > 12 || shareAfter.test(next)) continue
          if (options.kravTidsord && !timeBefore.test(before(text, start)) && !timeAfter.test(next)) continue
          // ”5/6 2026” says the year, and is for `datumformat`.
          if (/^[ \u00a0]20\d\d/.test(next)) continue
        } else if (isTechnical(block, start, end)) continue
        const den = /(?:^|[^\p{L}])(den[ \u00a0])$/iu.exec(before(text, start, 6))?.[1] ?? ''
        const from = start - den.length
        const spelled = `den ${spellDate(day, month, year === undefined ? undefined : 2000 + Number(year))}`
        const isFirst = wordAt(block, start)?.sentence.start === from
        const isRange = /[–-][ \u00a0]?$/.test(before(text, start, 2)) || /^[ \u00a0]?[–-]/.test(next)
        report({
          at: { start, end },
          message: `Datumet ”${match[0]}” kan läsas på flera sätt.`,
          suggestions: [
            isRange || /dagen?[ \u00a0]$/iu.test(before(text, from, 8))
              ? advise(`Skriv månadens namn, till exempel ”${spelled.slice(4)}”`)
              : write(from, end, isFirst ? capitalise(spelled) : spelled),
          ],
        })
      }
    },
  },
})
