import { defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { monthWord } from '../src/dates.ts'
import { after, isTechnical } from '../src/places.ts'
import { fragelada, skrivregler } from '../src/sources.ts'
import { euStyle } from '../src/style-guides.ts'
import { atNumbers, Trait, traitsOf } from '../src/traits.ts'

const pattern = /(?<![\p{L}\d.,:/_-])(\d{1,4})(:?)(sta|dje|de|te|ra|nd|rd|th|ᵃ|ª|ᵉ)(?![\p{L}\d-])/uy
const month = new RegExp(`^[ \\u00a0](?:${monthWord})(?!\\p{L})`, 'iu')

export const rule = defineRule({
  meta: {
    id: 'ordningstal',
    title: 'Ordningstal skrivet fel',
    description: 'Hittar ordningstal i siffror med fel ändelse.',
    why: 'Ordningstal i siffror skrivs med kolon och sista bokstaven: 1:a, 2:a, 3:e.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('12.1.6'), fragelada(24030), euStyle('10.6')],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'safe',
    extent: 'word',
    yieldsTo: ['datumformat'],
  },
  block: {
    block(block, { report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.digit)) return
      for (const { 0: found, 1: digits, 3: ending, index: start } of atNumbers(text, pattern)) {
        const end = start + found.length
        const next = after(text, end)
        // A date is said by `datumformat`; 5th Avenue is a name.
        if (month.test(next) || (/^(?:nd|rd|th)$/.test(ending!) && /^[ \u00a0]\p{Lu}/u.test(next))) continue
        if (isTechnical(block, start, end)) continue
        const written = `${digits}:${isA(digits!) ? 'a' : 'e'}`
        report({
          at: { start, end },
          message: `Ordningstalet ”${found}” ska ha kolon och en bokstav.`,
          suggestions: [write(start + digits!.length, end, written.slice(digits!.length), 'safe', written)],
        })
      }
    },
  },
})

/** True where the ordinal ends in `a`: första, andra, tjugoförsta, but elfte and tolfte. */
function isA(digits: string): boolean {
  return /[12]$/.test(digits) && !/1[12]$/.test(digits)
}
