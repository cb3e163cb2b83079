import { defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { groupPhone, splitPhone } from '../src/phone.ts'
import { before, isTechnical } from '../src/places.ts'
import { skrivregler } from '../src/sources.ts'
import { sprakkonsulterna } from '../src/style-guides.ts'
import { Trait, traitsOf } from '../src/traits.ts'

const pattern =
  /(?<![\p{L}\d.,:/_#@=+-]|\d[ \u00a0])(?:(\+46)[ \u00a0]?(\(0\))?[ \u00a0-]?|0)\d[\d \u00a0–-]{4,14}\d(?![\p{L}\d:/_]|[.,]\d|-\d|[ \u00a0]?kr)/gu
const context =
  /(?:^|[^\p{L}])(?:ring|ringa|ringer|tel|telefon|tele|tfn|mobil|mobilnummer|telefonnummer|växel|växeln|sms|sms:a|fax|jour|jouren|nås|nummer|numret|direkt)(?:[ \u00a0.:]|på|till|oss|via|nummer|numret|telefon)*$/iu
const otherNumber =
  /(?:giro|konto|kontot|org\.?[ \u00a0]?nr|organisationsnummer|ocr|dnr|ärende|personnummer|kundnummer|fakturanummer|bg|pg)[.:]?[ \u00a0]*$/iu

export const rule = defineRule({
  meta: {
    id: 'telefonnummer',
    title: 'Telefonnummer i fel grupper',
    description: 'Hittar svenska telefonnummer utan bindestreck efter riktnumret eller utan grupper.',
    why: 'Ett nummer i korta grupper är lätt att slå rätt.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [
      { work: 'Stockholms stad: Skrivregler för webbredaktörer' },
      { work: 'Jordbruksverket: Stilguide' },
      sprakkonsulterna('Tre knep för siffror'),
      skrivregler('kapitel 12'),
      { work: 'ITU-T E.123', section: 'internationell form' },
    ],
    options: {
      internationell: { type: 'boolean', default: true, description: 'Granska även nummer som börjar med +46.' },
    },
    zones: ['lead', 'paragraph', 'listItem', 'tableCell', 'caption', 'contact'],
    fix: 'suggestion',
    extent: 'word',
  },
  block: {
    block(block, { options, report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.digit) || !/[0+]\d[\d ()\u00a0–-]{5}/.test(text)) return
      for (const { 0: found, 1: country, 2: zero, index: start } of allMatches(text, pattern)) {
        const end = start + found.length
        const digits = country
          ? `0${found.replace(country, '').replace('(0)', '').replace(/\D/g, '')}`
          : found.replace(/\D/g, '')
        const parts = splitPhone(country ? digits.replace(/^00/, '0') : digits)
        if (parts === undefined || /^\d{6}[-–]\d{4}$/.test(found)) continue
        const earlier = before(text, start, 40)
        if (otherNumber.test(earlier) || isTechnical(block, start, end)) continue
        const { area, rest } = parts
        let written: string
        if (country) {
          if (!options.internationell || (!zero && /[ \u00a0-]/.test(found.slice(4)) && !digits.startsWith('00')))
            continue
          written = `+46\u00a0${area.slice(1)}\u00a0${groupPhone(rest)}`
        } else {
          const tail = found.startsWith(`${area}-`) ? found.slice(area.length + 1) : undefined
          // A hyphen in the right place and some groups: right enough.
          if (tail !== undefined && /^\d+(?:[ \u00a0]\d+)+$/.test(tail)) continue
          const isMarked = tail !== undefined || /^07/.test(area) || /[–-]/.test(found)
          if (!(isMarked && !/^\d+$/.test(found)) && !context.test(earlier)) continue
          // Its own groups may be those that are easy to keep in mind: `0771 567 567`.
          const own = found.slice(area.length)
          written = `${area}-${/^(?:[ \u00a0]\d{2,3}){2,}$/.test(own) ? own.slice(1) : groupPhone(rest)}`
        }
        report({
          at: { start, end },
          message: country
            ? 'Skriv det internationella numret utan nolla och i grupper.'
            : 'Skriv telefonnumret i grupper, med bindestreck efter riktnumret.',
          suggestions: [write(start, end, written)],
        })
      }
    },
  },
})
