import { defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { after, before, isTechnical, wordAt } from '../src/places.ts'
import { skrivregler } from '../src/sources.ts'
import { atCapitals, Trait, traitsOf } from '../src/traits.ts'

const pattern =
  /(?<![\p{L}\d.&/–-])(?:(?:Januari|Februari|Mars|April|Maj|Juni|Juli|Augusti|September|Oktober|November|December)|(?:(?:Mån|Tis|Ons|Tors|Fre|Lör|Sön)dag(?:en|ar|arna|s|ens)?))(?![\p{L}\d&/-])/uy
/** Months that are also given names, planets or parts of names. */
const alsoNames = new Set(['Maj', 'April', 'Juni', 'Mars'])
const certain = /(?:^|[^\p{L}])(?:den[ \u00a0]\d{1,2}|på|i|varje)[ \u00a0]$/u
const dated = /(?:\d{1,2}|(?:^|[^\p{L}])(?:i|under|till|från|före|efter|sedan))[ \u00a0]$/u

export const rule = defineRule({
  meta: {
    id: 'versal-manad-dag',
    title: 'Månad eller dag med stor bokstav',
    description: 'Hittar månader och veckodagar som har stor bokstav mitt i en mening.',
    why: 'På svenska skrivs månader och veckodagar med liten bokstav.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('kapitel 9'), { work: 'Formkrav: Skrivregler' }, { work: 'Microsoft: Svensk stilguide' }],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'caption'],
    fix: 'safe',
    extent: 'word',
  },
  block: {
    block(block, { report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.capitalInside)) return
      for (const match of atCapitals(text, pattern)) {
        const name = match[0]
        const start = match.index
        const end = start + name.length
        const earlier = before(text, start)
        const later = after(text, end)
        if (!/[\p{Ll}\d,][ \u00a0]$/u.test(earlier)) continue
        // A date in English: `on November 6 2020`.
        if (/(?:^|[^\p{L}])(?:on|in|by|until|since)[ \u00a0]$/u.test(earlier)) continue
        if (/^[ \u00a0]\d{1,2},?[ \u00a0](?:19|20)\d\d/.test(later)) continue
        const word = wordAt(block, start)
        if (word === undefined || word.start !== start || word.previous === undefined) continue
        // A label, and a line whose break was lost: ”Tid och plats Onsdagen den 21 juni”.
        if (/^[ \u00a0]?:/.test(later)) continue
        if (/dag/.test(name) && /^(?:NOUN|PROPN|NUM|SYM)$/.test(word.previous.upos)) continue
        // A name of two capitalised words: ”Svarta Fredag”.
        if (/^\p{Lu}\p{Ll}/u.test(word.previous.form) && word.previous.previous !== undefined) continue
        if (alsoNames.has(name) && !dated.test(earlier) && !/^[ \u00a0]20\d\d/.test(later)) continue
        if (/^[ \u00a0]\p{Lu}\p{Ll}/u.test(later) && !certain.test(earlier)) continue
        if (isTechnical(block, start, end)) continue
        const lower = name.toLowerCase()
        report({
          at: { start, end },
          message: `Skriv ”${lower}” med liten bokstav.`,
          suggestions: [write(start, start + 1, lower.charAt(0), certain.test(earlier) ? 'safe' : 'suggestion', lower)],
        })
      }
    },
  },
})
