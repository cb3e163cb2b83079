import { defineRule } from '@klarsprak/engine'
import { advise } from '../src/advice.ts'
import { isDate } from '../src/dates.ts'
import { hasCheckDigit } from '../src/numerals.ts'
import { atNumbers, Trait, traitsOf } from '../src/traits.ts'

const pattern = /(?<![\p{L}\d./_+-])(18|19|20)?(\d\d)(\d\d)(\d\d)([-+–]?)(\d{4})(?![\p{L}\d/_]|[-.,]\d)/uy

export const rule = defineRule({
  meta: {
    id: 'personnummer-i-text',
    title: 'Personnummer i texten',
    description: 'Hittar personnummer och samordningsnummer.',
    why: 'Ett personnummer får bara stå där det är klart motiverat, och nästan aldrig i en text som publiceras.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    profiles: { brev: { severity: 'suggestion' }, beslut: { severity: 'suggestion' } },
    sources: [
      { work: 'Dataskyddsförordningen (EU 2016/679)', section: 'artikel 87' },
      { work: 'Lag (2018:218) med kompletterande bestämmelser till EU:s dataskyddsförordning', section: '3 kap. 10 §' },
      { work: 'Integritetsskyddsmyndigheten: Personnummer' },
    ],
    options: {
      tillatnaNummer: {
        type: 'strings',
        default: [],
        description: 'Nummer som får stå, till exempel Skatteverkets testnummer i en anvisning.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption', 'altText', 'quote', 'contact'],
    readsQuotes: true,
    readsOtherLanguages: true,
    fix: 'none',
    extent: 'word',
  },
  block: {
    block(block, { profile, options, report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.digit)) return
      for (const match of atNumbers(text, pattern)) {
        const [found, century, year, month, day, sign, last] = match as unknown as string[]
        // Ten digits in a row can be anything; twelve, or a sign before the last four, are a person's.
        if (sign === '' && century === undefined) continue
        const date = Number(day)
        if (!isDate(date > 60 ? date - 60 : date, Number(month), century ? Number(`${century}${year}`) : undefined))
          continue
        if (!hasCheckDigit(`${year}${month}${day}${last}`)) continue
        if (options.tillatnaNummer.includes(found!)) continue
        const start = match.index
        const isPrivate = profile === 'brev' || profile === 'beslut'
        report({
          at: { start, end: start + found!.length },
          message: isPrivate ? 'Kontrollera att personnumret behövs här.' : 'Här står ett personnummer.',
          suggestions: [
            isPrivate
              ? advise('Ta bort numret om ärendenumret räcker')
              : advise('Ta bort numret innan texten publiceras'),
          ],
        })
      }
    },
  },
})
