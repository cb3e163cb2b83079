import { defineRule } from '@klarsprak/engine'
import { isJobAdvert, readershipOf, speaksToReader } from '../src/readership.ts'
import { klarsprakshjalpen, skrivregler } from '../src/sources.ts'

/** So much longer may the text be where it does not speak to its reader: an essay or a paper. */
const slack = 1.15
/** The foot of a page, `4 4(12)`: the paragraphs were lost when the text was taken out of its file. */
const pageFoot = /^\d+(?: \d+)?\(\d+\)/

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
  document: {
    collect({ text, sentences, quoted }, { options }) {
      const first = sentences[0]
      if (quoted || first === undefined || text.length < options.maxOrd * 2 || pageFoot.test(text)) return undefined
      const words = sentences.reduce((sum, { wordCount }) => sum + wordCount, 0)
      return words < options.maxOrd ? undefined : { words, start: first.start, end: first.end }
    },
    check(document, { options, report }) {
      let limit: number | undefined
      for (const { index, facts, text } of document.blocks) {
        if (facts === undefined) continue
        if (limit === undefined) {
          // A report of a case is as the court wrote it.
          if (readershipOf(document) === 'court' || isJobAdvert(document)) return
          limit = options.maxOrd * (speaksToReader(document) ? 1 : slack)
        }
        if (facts.words < limit) continue
        report(index, {
          at: { start: facts.start, end: facts.end },
          message: `Här är ${facts.words} ord i följd utan nytt stycke.`,
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
      }
    },
  },
})
