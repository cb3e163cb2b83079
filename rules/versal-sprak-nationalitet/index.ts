import { defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { isBeforeCapital, isCapitalInside } from '../src/capitals.ts'
import { after, before, isTechnical, wordAt } from '../src/places.ts'
import { fragelada, skrivregler } from '../src/sources.ts'
import { atCapitals, Trait, traitsOf } from '../src/traits.ts'

const stems =
  'Svensk|Engelsk|Arabisk|Somalisk|Finsk|Norsk|Dansk|Tysk|Fransk|Spansk|Italiensk|Rysk|Polsk|Persisk|Turkisk|Grekisk|Kurdisk|Samisk|Ukrainsk|Estnisk|Kinesisk|Japansk|Isländsk|Bosnisk|Kroatisk|Serbisk|Albansk|Thailändsk|Vietnamesisk|Ungersk|Rumänsk|Bulgarisk|Lettisk|Litauisk|Nederländsk|Holländsk|Portugisisk|Syrisk|Irakisk|Iransk|Afghansk|Eritreansk|Etiopisk|Indisk|Amerikansk|Nordisk'
const pattern = new RegExp(
  `(?<![\\p{L}\\d&/–-])(?:(?<language>(?:${stems})a|Tigrinja|Dari|Meänkieli|Pashto|Urdu|Jiddisch|Sorani|Kurmanji)|(?<nation>(?:${stems})t?))(?![\\p{L}\\d&/-])`,
  'uy',
)
const languageBefore =
  /(?:^|[^\p{L}])(?:talar|tala|pratar|prata|kan|lär sig|läser|läsa|förstår|skriver|skriva|på|till|från|i|och|eller|enkel|lätt|bra|av)[ \u00a0]$/iu
const nounAfter =
  /^[ \u00a0](?:medborgar|medborgarskap|språk|personnummer|körkort|pass|kronor|lag(?:stiftning)?(?!\p{L})|mark(?!\p{L})|nationalitet|härkomst)/u

export const rule = defineRule({
  meta: {
    id: 'versal-sprak-nationalitet',
    title: 'Språk eller nationalitet med stor bokstav',
    description: 'Hittar språk och nationaliteter som har stor bokstav mitt i en mening.',
    why: 'På svenska skrivs språk och nationaliteter med liten bokstav.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [fragelada(29769), fragelada(29850), skrivregler('kapitel 9')],
    options: {
      namnlista: {
        type: 'strings',
        default: [],
        description: 'Namn som börjar med ett av orden, till exempel Svenska hem.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem', 'caption'],
    fix: 'safe',
    extent: 'word',
  },
  block: {
    block(block, { options, report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.capitalInside)) return
      for (const match of atCapitals(text, pattern)) {
        const name = match[0]
        const start = match.index
        const end = start + name.length
        if (!isCapitalInside(block, start) || isBeforeCapital(text, end)) continue
        // A course: `Svenska 2`, `Svenska som andraspråk 3`.
        if (/^(?:[ \u00a0]som andraspråk)?[ \u00a0]\d/.test(after(text, end, 20)) || isTechnical(block, start, end))
          continue
        if (options.namnlista.some((listed) => text.startsWith(listed, start))) continue
        const next = wordAt(block, end)
        const isAlone = next === undefined || !/^(?:NOUN|ADJ|PROPN|X)$/.test(next.upos)
        const isNamed = nounAfter.test(after(text, end))
        // Before a noun it may begin a name: Svenska kyrkan, Svensk handel.
        if (!isNamed && (match.groups!.nation !== undefined || !isAlone)) continue
        const isSafe = isNamed
          ? match.groups!.nation !== undefined
          : languageBefore.test(before(text, start)) && next?.lower !== 'som' && next?.lower !== 'för'
        const lower = name.toLowerCase()
        report({
          at: { start, end },
          message: `Skriv ”${lower}” med liten bokstav.`,
          suggestions: [write(start, start + 1, lower.charAt(0), isSafe ? 'safe' : 'suggestion', lower)],
        })
      }
    },
  },
})
