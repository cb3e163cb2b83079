import { defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { after, before, isTechnical } from '../src/places.ts'
import { skrivregler } from '../src/sources.ts'
import { Trait, traitsOf } from '../src/traits.ts'

const dots = /(?<![.…])\.{3,4}(?![.…])/g

export const rule = defineRule({
  meta: {
    id: 'ellips',
    title: 'Tre punkter som tre tecken',
    description: 'Hittar uteslutningstecken som är skrivna som tre eller fyra punkter.',
    why: 'Tecknet … håller ihop på raden, och skärmläsare läser det rätt.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('kapitel 13'), { work: 'Microsoft: Svensk stilguide' }],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'caption'],
    fix: 'safe',
    extent: 'word',
  },
  block: {
    block(block, { report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.dot) || !text.includes('...')) return
      for (const { 0: found, index: start } of allMatches(text, dots)) {
        const end = start + found.length
        const earlier = before(text, start, 20)
        const later = after(text, end, 20)
        if (/[\\/\d:_]$/.test(earlier) || /^[ \u00a0]*[\d/\\_]/.test(later) || isTechnical(block, start, end)) continue
        // A quotation in single marks, which are too often apostrophes to be read as pairs everywhere.
        if (/(?:^|[ \u00a0(])['’‘][^'’‘]*$/u.test(before(text, start, 200)) && /^[^'’.]{0,40}['’]/u.test(later))
          continue
        const isGlued = /\p{L}$/u.test(earlier) && /^\p{L}/u.test(later)
        const one = /[\p{L}-]*$/u.exec(earlier)![0]
        const two = /^[\p{L}-]*/u.exec(later)![0]
        report({
          at: { start, end },
          message:
            found.length === 3
              ? 'Skriv uteslutningstecknet som ett tecken i stället för tre punkter.'
              : 'Skriv uteslutningstecknet som ett tecken i stället för fyra punkter.',
          suggestions: [
            isGlued
              ? write(start, end, ' … ', 'suggestion', `${one} … ${two}`)
              : write(start, end, '…', found.length === 3 ? 'safe' : 'suggestion'),
          ],
        })
      }
    },
  },
})
