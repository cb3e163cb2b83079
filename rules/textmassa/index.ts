import { defineRule } from '@klarsprak/engine'
import { klarsprakshjalpen, skrivregler } from '../src/sources.ts'

export const rule = defineRule({
  meta: {
    id: 'textmassa',
    title: 'Textmassa',
    description: 'Hittar minst 200 ord i följd utan nytt stycke, rubrik eller lista.',
    why: 'Få orkar börja läsa en text utan luft, och den som tappar bort sig hittar inte tillbaka.',
    group: 'struktur',
    checklist: [3],
    severity: 'suggestion',
    enabled: true,
    sources: [klarsprakshjalpen('Sortera innehållet'), skrivregler('3.1')],
    options: {
      maxOrd: {
        type: 'integer',
        default: 200,
        minimum: 50,
        maximum: 5000,
        description: 'Så många ord i följd ger en träff.',
      },
    },
    zones: ['lead', 'paragraph'],
    fix: 'none',
    extent: 'block',
  },
  block: {
    block({ text, sentences, quoted }, { options, report }) {
      const first = sentences[0]
      if (quoted || first === undefined || text.length < options.maxOrd * 2) return
      const words = sentences.reduce((sum, { wordCount }) => sum + wordCount, 0)
      if (words < options.maxOrd) return
      report({
        at: { start: first.start, end: first.end },
        message: `Här är ${words} ord i följd utan nytt stycke.`,
        suggestions: [
          {
            title: text.includes('\n')
              ? 'Gör riktiga stycken i stället för radbrytningar, ett för varje sak du tar upp'
              : 'Börja ett nytt stycke för varje sak du tar upp, och sätt rubriker mellan dem',
            safety: 'suggestion',
            edits: [],
          },
        ],
      })
    },
  },
})
