import { defineRule } from '@klarsprak/engine'
import { nameTypes } from 'retext-swedish'
import { write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { hasCheckDigit } from '../src/numerals.ts'
import { before, isTechnical } from '../src/places.ts'
import { skrivregler } from '../src/sources.ts'
import { Trait, traitsOf } from '../src/traits.ts'

const organisation =
  /(?<!\p{L})(?:org\.?[ \u00a0]?nr|org\.?[ \u00a0]?nummer|organisationsnummer|organisationsnr)[.:]?[ \u00a0]*(\d{10})(?!\d|-)/giu
const giro =
  /(?<!\p{L})(?:(bankgiro(?:nummer|t)?|bg)|(plusgiro(?:nummer|t)?|postgiro|pg))[.:]?[ \u00a0]*(\d{5,8})(?![\d-]|[ \u00a0]\d)/giu
const postcode = /(?<![\p{L}\d.,:/_-]|\d[ \u00a0])([1-9]\d{4})[ \u00a0]+(\p{Lu}\p{Ll}+)(?![\p{Ll}\d])/gu

export const rule = defineRule({
  meta: {
    id: 'nummerformat',
    title: 'Nummer i fel form',
    description: 'Hittar organisationsnummer, postnummer och gironummer som saknar bindestreck eller mellanslag.',
    why: 'Numret är lättare att läsa och skriva av i den form som alla känner igen.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [{ work: 'Jordbruksverket: Stilguide' }, { work: 'Fritext: Skrivregler' }, skrivregler('kapitel 12')],
    options: {
      luhn: {
        type: 'boolean',
        default: true,
        description: 'Kräv rätt kontrollsiffra i organisationsnummer och gironummer.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem', 'caption', 'contact'],
    fix: 'suggestion',
    extent: 'word',
    yieldsTo: ['tusentalsavgransning'],
  },
  block: {
    block(block, { options, report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.digit) || !/\d{5}/.test(text)) return
      const tell = (start: number, digits: string, written: string, message: string) => {
        const end = start + digits.length
        if (!isTechnical(block, start, end))
          report({ at: { start, end }, message, suggestions: [write(start, end, written)] })
      }
      for (const match of allMatches(text, organisation)) {
        const digits = match[1]!
        if (Number(digits[2]) < 2 || (options.luhn && !hasCheckDigit(digits))) continue
        tell(
          match.index + match[0].length - 10,
          digits,
          `${digits.slice(0, 6)}-${digits.slice(6)}`,
          'Sätt bindestreck före de fyra sista siffrorna i organisationsnumret.',
        )
      }
      for (const match of allMatches(text, giro)) {
        const digits = match[3]!
        if (options.luhn && !hasCheckDigit(digits)) continue
        const isBank = match[1] !== undefined
        if (isBank && digits.length < 7) continue
        const cut = digits.length - (isBank ? 4 : 1)
        const head = isBank ? digits.slice(0, cut) : digits.slice(0, cut).replace(/\B(?=(?:\d\d)+$)/g, '\u00a0')
        tell(
          match.index + match[0].length - digits.length,
          digits,
          `${head}-${digits.slice(cut)}`,
          `Sätt bindestreck i ${isBank ? 'bankgironumret' : 'plusgironumret'}.`,
        )
      }
      for (const { 1: digits, 2: town, index: start } of allMatches(text, postcode)) {
        const types = nameTypes(town!)
        const isTown = types.includes('municipality') || types.includes('place')
        const isAddress =
          /(?:box[ \u00a0]\d+|\p{Ll}[ \u00a0]\d+[ \u00a0]?\p{L}?),?[ \u00a0\n]*$|postadress:?[ \u00a0]*$/iu.test(
            before(text, start, 40),
          )
        if (!isTown && !isAddress) continue
        tell(
          start,
          digits!,
          `${digits!.slice(0, 3)}\u00a0${digits!.slice(3)}`,
          'Sätt mellanslag mellan tredje och fjärde siffran i postnumret.',
        )
      }
    },
  },
})
