import { defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { smallInitialisms } from '../src/initialisms.ts'
import { before, isTechnical, wordAt } from '../src/places.ts'
import { fragelada } from '../src/sources.ts'
import { atCapitals, Trait, traitsOf } from '../src/traits.ts'
import { capitalise, startsSentence } from '../src/words.ts'

const pattern = new RegExp(
  `(?<![\\p{L}\\d@_./&-])(?:${[...smallInitialisms, 'HIV', 'WIFI', 'AI'].join('|')})(?![\\p{L}\\d@_/&]|[ \\u00a0]\\p{Lu})`,
  'uy',
)

export const rule = defineRule({
  meta: {
    id: 'forkortning-gemener',
    title: 'Vanlig förkortning i versaler',
    description: 'Hittar förkortningar för vanliga ord som kan skrivas med små bokstäver.',
    why: 'Stora bokstäver drar blicken till sig, och sms och tv är vanliga ord.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: false,
    sources: [
      fragelada(21420),
      { work: '1177 Västra Götaland: Språkliga riktlinjer' },
      { work: 'Umeå universitet: Skrivregler' },
    ],
    options: {
      ai: { type: 'string', default: 'versal', enum: ['versal', 'gemen'], description: 'Hur ni skriver AI.' },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'word',
    yieldsTo: ['forkortning-kolon', 'forkortning-bindestreck'],
  },
  block: {
    block(block, { options, report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.capitals)) return
      for (const { 0: form, index: start } of atCapitals(text, pattern)) {
        const end = start + form.length
        if (form === 'AI' && options.ai === 'versal') continue
        if (/\p{Lu}[ \u00a0]$/u.test(before(text, start, 2)) || isTechnical(block, start, end)) continue
        const word = wordAt(block, start)
        const lower = form.toLowerCase()
        const written = word && startsSentence(word) ? capitalise(lower) : lower
        report({
          at: { start, end },
          message: `Förkortningen ”${form}” kan skrivas med små bokstäver.`,
          suggestions: [write(start, end, written)],
        })
      }
    },
  },
})
