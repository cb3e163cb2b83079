import { defineRule, type TextBlock } from '@klarsprak/engine'
import { advise, write } from '../src/advice.ts'
import { isDate } from '../src/dates.ts'
import { grouped } from '../src/numerals.ts'
import { after, before, isReference, isTechnical, wordAt } from '../src/places.ts'
import { fragelada } from '../src/sources.ts'
import { euStyle, sprakkonsulterna } from '../src/style-guides.ts'
import { atNumbers, Trait, traitsOf } from '../src/traits.ts'

const spaces = { 'U+00A0': '\u00a0', 'U+202F': '\u202f' } as const
const long = /(?<![\p{L}\d.,:/_#@+=&§%*-])\d{4,9}(?![\p{L}\d_@*=-]|[.,:/]\d|[ \u00a0]?[-–/]\d)/uy
const pointed =
  /(?<![\p{L}\d.,:/_#@+=-])[1-9]\d{0,2}(?:(?:\.\d{3})+(?:,\d{1,2}(?!\d))?|(?:,\d{3})+)(?![\p{L}\d_@-]|[.,:/]\d)/uy
/** What is counted in whole numbers, so that a comma before three digits parts no decimals. */
const counted =
  /^[ \u00a0](?:kronor|kr|personer|invånare|elever|barn|hushåll|besökare|bostäder|medarbetare|anställda|euro)(?!\p{L})/u
/** What is measured: with a point before three digits these are thousands, with a comma perhaps decimals. */
const measured = /^[ \u00a0](?:kbm|kvm|m²|m³|kWh|ton|liter|hektar|meter|kilometer|mil|kilo|kg|timmar)(?!\p{L})/u
/** Units with a capital, which a number in figures stands before. */
const power = /^[ \u00a0](?:[MGT]?Wh?|kWh?)(?!\p{L})/u
const amount = /^[ \u00a0](?:kronor|kr|euro)(?!\p{L})/u
const roughly =
  /(?:^|[^\p{L}])(?:cirka|ca\.?|ungefär|omkring|drygt|nästan|över|under|minst|högst|runt|totalt|sammanlagt|närmare|knappt)[ \u00a0]$/iu

export const rule = defineRule({
  meta: {
    id: 'tusentalsavgransning',
    title: 'Tusental utan mellanslag',
    description: 'Hittar stora tal som saknar mellanslag mellan tusentalen, eller har punkt eller komma där.',
    why: 'Ett tal i grupper om tre siffror går fortare att läsa, och en punkt eller ett komma kan misstas för decimaltecken.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'warning',
    enabled: true,
    sources: [fragelada(30318), euStyle('10.6'), sprakkonsulterna('Tre knep för siffror')],
    options: {
      fyrsiffriga: {
        type: 'boolean',
        default: false,
        description: 'Granska även belopp med fyra siffror, som kan skrivas på båda sätten.',
      },
      tecken: {
        type: 'string',
        default: 'U+00A0',
        enum: ['U+00A0', 'U+202F'],
        description: 'Vilket fasta mellanslag rättningen sätter in.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'safe',
    extent: 'word',
  },
  block: {
    block(block, { options, report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.digit)) return
      const space = spaces[options.tecken as keyof typeof spaces]
      for (const { 0: digits, index: start } of atNumbers(text, long)) {
        const end = start + digits.length
        if (!isQuantity(block, digits, start, end, options.fyrsiffriga)) continue
        const written = grouped(digits, space)
        const first = digits.length % 3 || 3
        const edits = []
        for (let at = start + first; at < end; at += 3) edits.push({ start: at, end: at, text: space })
        report({
          at: { start, end },
          ...(digits.length === 4 ? { severity: 'suggestion' as const } : {}),
          message: `Sätt mellanslag mellan tusentalen i ”${digits}”.`,
          suggestions: [{ title: `Skriv ”${written}”`, safety: 'safe', edits }],
        })
      }
      for (const { 0: number, index: start } of atNumbers(text, pointed)) {
        const end = start + number.length
        const hasPoints = number.includes('.')
        const groups = number.split(hasPoints ? '.' : ',').length
        const next = after(text, end)
        // Four groups parted by points may be an address on the net.
        if (groups > 3 && hasPoints && !amount.test(next)) continue
        if (groups === 2 && !counted.test(next) && !(hasPoints && measured.test(next))) continue
        if (isReference(text, start) || isTechnical(block, start, end)) continue
        const sign = hasPoints ? 'punkt' : 'komma'
        report({
          at: { start, end },
          message: `Sätt mellanslag i stället för ${sign} mellan tusentalen i ”${number}”.`,
          suggestions: [
            write(start, end, number.replaceAll(hasPoints ? '.' : ',', space)),
            ...(groups === 2 && sign === 'komma' ? [advise('Låt kommat stå om siffrorna efter det är decimaler')] : []),
          ],
        })
      }
    },
  },
})

/** True where the digits count something; a number without anything counted may be a code, a year or an address. */
function isQuantity(block: TextBlock, digits: string, start: number, end: number, four: boolean): boolean {
  if (digits.startsWith('0')) return false
  const { text } = block
  const next = after(text, end)
  if (digits.length === 4) return four && amount.test(next) && !isTechnical(block, start, end)
  if (digits.length === 8 && isDate(Number(digits.slice(6)), Number(digits.slice(4, 6)))) return false
  if (power.test(next)) return !isReference(text, start) && !isTechnical(block, start, end)
  if (
    !/^[ \u00a0]\p{Ll}|^[ \u00a0]?%/u.test(next) &&
    !(roughly.test(before(text, start)) && !/^[ \u00a0]\p{Lu}/u.test(next))
  )
    return false
  if (isReference(text, start) || isTechnical(block, start, end)) return false
  if (roughly.test(before(text, start)) || /^[ \u00a0]?%/.test(next) || counted.test(next)) return true
  const word = wordAt(block, end)
  if (word?.upos === 'NOUN') return true
  return word?.upos === 'ADJ' && word.next?.upos === 'NOUN'
}
