import { defineRule } from '@klarsprak/engine'
import { namesDate, needsNoLetterhead, someWords, textsOf } from '../src/letterhead.ts'
import { onlyIn } from '../src/profiles.ts'
import { webbriktlinjer, westander } from '../src/sources.ts'
import { firstSentence, isHeading, whole } from '../src/structure.ts'

/** A letter may have its date beside the signature. */
const lastWords = 40

export const rule = defineRule({
  meta: {
    id: 'datum-saknas',
    title: 'Datum saknas',
    description: 'Hittar brev, beslut och pressmeddelanden utan datum.',
    why: 'Utan datum vet läsaren inte om texten gäller än, eller när tiden för att svara började.',
    group: 'struktur',
    checklist: [1],
    severity: 'suggestion',
    enabled: true,
    profiles: onlyIn('press', 'brev', 'beslut'),
    sources: [westander, webbriktlinjer(23)],
    options: {
      sokOrd: {
        type: 'integer',
        default: 60,
        minimum: 10,
        maximum: 1000,
        description: 'Bland så många ord i början ska datumet stå.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'contact'],
    fix: 'none',
    extent: 'document',
  },
  document: {
    collect: firstSentence,
    check(document, { options, profile, report }) {
      const texts = textsOf(document)
      const first = texts[0]
      if (!first || needsNoLetterhead(document)) return
      if (Object.keys(document.frontMatter.data).some((key) => /^(?:date|datum|publicerad|published)$/i.test(key)))
        return
      const all = texts.map(({ text }) => text).join('\n')
      if (namesDate(someWords(all, options.sokOrd))) return
      if (profile !== 'press' && namesDate(someWords(all, -lastWords))) return
      report(first.index, {
        at: isHeading(first) || first.kind === 'contact' ? whole(first) : (first.facts ?? whole(first)),
        message: 'Det står inget datum i början av texten.',
        suggestions: [{ title: 'Skriv datum överst, till exempel ”4\u00a0maj 2026”', safety: 'suggestion', edits: [] }],
      })
    },
  },
})
