import { defineRule } from '@klarsprak/engine'
import { correctTo, isNoProse } from '../src/correct.ts'
import { isObjectDe, isSubjectDem } from './case.ts'

export const rule = defineRule({
  meta: {
    id: 'de-dem',
    title: 'De eller dem',
    description: 'Hittar ”dem” där det ska stå ”de”, och ”de” där det ska stå ”dem”.',
    why: 'Den som är ”de” gör något och den som är ”dem” är föremål för något, så fel form visar fel på vem som gör vad.',
    group: 'vanliga-fel',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [
      {
        work: 'Isof: Frågelådan i svenska',
        section: 'svar 30873',
        url: 'https://frageladan.isof.se/faqs/30873',
      },
      { work: 'Karolinska institutet: Skrivråd' },
    ],
    options: {
      flaggaForeSom: {
        type: 'boolean',
        default: false,
        description: 'Säg till om ”de som” efter en preposition, där båda formerna är godkända.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell'],
    fix: 'suggestion',
    extent: 'word',
  },
  table: [{ patterns: ['de'] }, { patterns: ['dem'] }],
  block: {
    match({ words: [word] }, { block, options, report }) {
      if (word === undefined || isNoProse(block, word)) return
      if (word.lower === 'dem' ? isSubjectDem(word) : isObjectDe(word, options.flaggaForeSom)) {
        const right = word.lower === 'dem' ? 'de' : 'dem'
        report({
          at: word,
          message: `Här ska det stå ”${right}”, inte ”${word.form}”.`,
          suggestions: [correctTo(block, word, right, 'suggestion')],
        })
      }
    },
  },
})
