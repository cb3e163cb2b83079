import { defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { before, isReference, isTechnical } from '../src/places.ts'
import { fragelada } from '../src/sources.ts'
import { euStyle, sprakkonsulterna } from '../src/style-guides.ts'
import { atNumbers, Trait, traitsOf } from '../src/traits.ts'

const pattern =
  /(?<![\p{L}\d.,:/_§#@-])\d{1,3}(\.)\d{1,2}(?=[ \u00a0]?[%‰]|[ \u00a0](?:procent(?:enheter)?|promille|miljon(?:er)?|miljard(?:er)?|mnkr|mkr|Mkr|mdkr|kronor|kr|euro|gånger|kg|kilo|gram|ton|km|cm|mm|meter|mil|hektar|ha|liter|l|dl|ml|kWh|MWh|GWh|kW|MW|kvm|m[²³23]|kvadratmeter|kubikmeter|grader|°C|timmar|heltidstjänster|årsarbetare|skattekronor)(?![\p{L}\d]))/uy
const named =
  /(?:^|[^\p{L}])(?:kl|klockan|avsnitt|kapitel|kap|punkt|tabell|figur|diagram|bilaga|version|nivå|artikel)[.:]?[ \u00a0]$/iu

export const rule = defineRule({
  meta: {
    id: 'decimaltecken',
    title: 'Decimalpunkt',
    description: 'Hittar tal där decimalerna står efter en punkt.',
    why: 'På svenska står det ett komma före decimalerna; en punkt kan läsas som klockslag, datum eller avsnitt.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [fragelada(21402), euStyle('10.6'), sprakkonsulterna('Tre knep för siffror')],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'suggestion',
    extent: 'word',
  },
  block: {
    block(block, { report }) {
      const { text } = block
      const traits = traitsOf(text)
      if (!(traits & Trait.digit) || !(traits & Trait.dot)) return
      for (const { 0: number, index: start } of atNumbers(text, pattern)) {
        const end = start + number.length
        if (named.test(before(text, start)) || isReference(text, start) || isTechnical(block, start, end)) continue
        const point = start + number.indexOf('.')
        report({
          at: { start, end },
          message: `Skriv komma i stället för punkt före decimalerna i ”${number}”.`,
          suggestions: [write(point, point + 1, ',', 'suggestion', number.replace('.', ','))],
        })
      }
    },
  },
})
