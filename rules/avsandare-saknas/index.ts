import { defineRule } from '@klarsprak/engine'
import { mainHeading } from '../src/headings.ts'
import { namesOrganisation, needsNoLetterhead, someWords, textsOf } from '../src/letterhead.ts'
import { onlyIn } from '../src/profiles.ts'
import { webbriktlinjer, westander } from '../src/sources.ts'
import { firstSentence, isHeading, isRunningText, whole } from '../src/structure.ts'

/** The name stands in the letterhead or in the signature. */
const firstWords = 80
const lastWords = 60

export const rule = defineRule({
  meta: {
    id: 'avsandare-saknas',
    title: 'Avsändare saknas',
    description: 'Hittar brev, beslut och pressmeddelanden som inte säger vilken organisation de kommer från.',
    why: 'Läsaren litar på texten först när hen vet vem som har skrivit den.',
    group: 'struktur',
    checklist: [1],
    severity: 'suggestion',
    enabled: true,
    profiles: onlyIn('press', 'brev', 'beslut'),
    sources: [westander, webbriktlinjer(22)],
    options: {
      organisation: { type: 'strings', default: [], description: 'Namn som räknas som avsändare hos er.' },
    },
    zones: ['heading', 'lead', 'paragraph', 'contact'],
    fix: 'none',
    extent: 'document',
  },
  document: {
    collect: firstSentence,
    check(document, { options, profile, report }) {
      const texts = textsOf(document)
      const first = mainHeading(document) ?? texts[0]
      if (!first || needsNoLetterhead(document)) return
      const { avsandare, organisation } = document.frontMatter.data
      if (avsandare || organisation) return
      const names = (text: string): boolean => namesOrganisation(text, options.organisation)
      if (names(document.title ?? '')) return
      const lead = texts.findIndex((block) => isRunningText(block) && block.wordCount >= 10)
      const head = profile === 'press' ? texts.slice(0, (lead < 0 ? 1 : lead) + 1) : texts
      if (names(someWords(head.map(({ text }) => text).join('\n'), firstWords))) return
      if (profile !== 'press' && names(someWords(texts.map(({ text }) => text).join('\n'), -lastWords))) return
      report(first.index, {
        at: isHeading(first) || first.kind === 'contact' ? whole(first) : (first.facts ?? whole(first)),
        message:
          profile === 'press'
            ? 'Varken rubriken eller ingressen säger vem nyheten kommer från.'
            : 'Det står inte vilken organisation texten kommer från.',
        suggestions: [
          {
            title:
              profile === 'press'
                ? 'Skriv organisationens namn i rubriken eller ingressen'
                : 'Skriv organisationens namn överst eller i underskriften',
            safety: 'suggestion',
            edits: [],
          },
        ],
      })
    },
  },
})
