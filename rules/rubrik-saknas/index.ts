import { defineRule } from '@klarsprak/engine'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { firstSentence, isRunningText } from '../src/structure.ts'

const subjectLine = /^(?:ämne|ärende|rubrik)\s*:/i

export const rule = defineRule({
  meta: {
    id: 'rubrik-saknas',
    title: 'Rubrik saknas',
    description: 'Hittar längre texter som inte har någon rubrik.',
    why: 'Rubriken säger vad texten handlar om, så att läsaren vet om den är viktig för hen.',
    group: 'struktur',
    checklist: [3, 4],
    severity: 'warning',
    enabled: true,
    sources: [
      klarsprakshjalpen('Skriv tydliga rubriker'),
      skrivregler('3.5'),
      { work: 'WCAG 2.1', section: '2.4.6', url: 'https://www.w3.org/TR/WCAG21/#headings-and-labels' },
      hallefors(4),
    ],
    options: {
      minOrd: {
        type: 'integer',
        default: 120,
        minimum: 20,
        maximum: 5000,
        description: 'Så många ord löptext måste dokumentet ha.',
      },
      falskaRubriker: {
        type: 'boolean',
        default: true,
        description: 'Säg till när de enda rubrikerna är rader i fetstil.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'document',
  },
  document: {
    collect: firstSentence,
    check(document, { options, report }) {
      if (document.format === 'html' && document.fragment) return
      const { title, rubrik } = document.frontMatter.data
      if (title || rubrik) return
      let words = 0
      let heading: number | undefined
      let first: (typeof document.blocks)[number] | undefined
      let bold: (typeof document.blocks)[number] | undefined
      for (const block of document.blocks) {
        if (block.looksLikeHeading && document.format !== 'text') bold ??= block
        else if (block.kind === 'heading') heading = block.index
        else if (subjectLine.test(block.text)) return
        else if (isRunningText(block)) {
          // A heading with nothing to read under it is the close of a letter.
          if (heading !== undefined && block.wordCount >= 5) return
          words += block.wordCount
          first ??= block
        }
      }
      if (words < options.minOrd || first === undefined) return
      if (bold) {
        if (options.falskaRubriker)
          report(bold.index, {
            at: { start: 0, end: bold.text.length },
            message: 'Rubriken är bara en rad i fetstil.',
            why: 'Skärmläsare, sökmotorer och innehållsförteckningar hittar bara riktiga rubriker.',
            suggestions: [
              {
                title:
                  document.format === 'html'
                    ? 'Gör raden till en rubrik med taggen h1'
                    : 'Gör raden till en rubrik: sätt # före den och ta bort fetstilen',
                safety: 'suggestion',
                edits: [],
              },
            ],
          })
        return
      }
      report(first.index, {
        at: first.facts ?? { start: 0, end: first.text.length },
        message: `Texten har ${words} ord men ingen rubrik.`,
        suggestions: [
          {
            title: 'Sätt en rubrik först som säger det viktigaste i texten',
            safety: 'suggestion',
            edits: [],
          },
        ],
      })
    },
  },
})
