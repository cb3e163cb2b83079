import { defineRule } from '@klarsprak/engine'
import { hallefors, skrivregler } from '../src/sources.ts'
import { findDouble } from './patterns.ts'

export const rule = defineRule({
  meta: {
    id: 'dubbel-negation',
    title: 'Dubbel negation',
    description: 'Hittar två nekande uttryck som tar ut varandra, som ”inte ovanligt”.',
    why: 'Läsaren måste räkna ut vad två nekanden tillsammans betyder.',
    group: 'meningar',
    checklist: [1],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('1.3'), hallefors(1)],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
  },
  block: {
    word: {
      PART: (word, context) => findDouble(word, context),
      ADV: (word, context) => findDouble(word, context),
      PRON: (word, context) => findDouble(word, context),
      DET: (word, context) => findDouble(word, context),
    },
  },
})
