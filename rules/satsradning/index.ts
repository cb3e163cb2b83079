import { defineRule } from '@klarsprak/engine'
import { fragelada, hallefors, skrivregler } from '../src/sources.ts'
import { findSplice } from './splice.ts'

export const rule = defineRule({
  meta: {
    id: 'satsradning',
    title: 'Satsradning',
    description: 'Hittar två meningar som bara har ett komma emellan.',
    why: 'En punkt eller ett bindeord visar hur tankarna hänger ihop, men det gör inte ett komma.',
    group: 'meningar',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('kapitel 13'), fragelada(26862), hallefors(10)],
    options: {
      minOrd: {
        type: 'integer',
        default: 7,
        minimum: 3,
        maximum: 50,
        description: 'Kortare meningar lämnas i fred.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
  },
  block: {
    sentence(sentence, { block, options, report }) {
      if (sentence.wordCount < options.minOrd) return
      for (const comma of findSplice(sentence)) {
        const next = comma.next!
        const capital = block.text.charAt(next.start).toLocaleUpperCase('sv')
        report({
          at: { start: next.start, end: next.next!.end },
          message: `Två meningar har bara ett komma emellan, före ”${next.form} ${next.next!.form}”.`,
          suggestions: [
            {
              title: `Sätt punkt och börja en ny mening med ”${capital}${next.form.slice(1)} ${next.next!.form} …”`,
              safety: 'suggestion',
              edits: [{ start: comma.start, end: next.start + 1, text: `. ${capital}` }],
            },
          ],
        })
      }
    },
  },
})
