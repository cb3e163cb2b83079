import { defineRule } from '@klarsprak/engine'
import { isAmongStudents, isJobAdvert, readershipOf } from '../src/readership.ts'
import { hallefors, klarsprakshjalpen } from '../src/sources.ts'
import { firstSentence, isHeading, opening, whole } from '../src/structure.ts'
import { crossing, isNews, stretches } from './stretches.ts'

export const rule = defineRule({
  meta: {
    id: 'mellanrubrik-saknas',
    title: 'Mellanrubrik saknas',
    description: 'Hittar långa stycken text i följd utan mellanrubrik.',
    why: 'Många läser bara rubrikerna först, och utan dem hittar läsaren inte det hen söker.',
    group: 'struktur',
    checklist: [3, 4],
    severity: 'suggestion',
    enabled: true,
    profiles: {
      brev: { options: { maxOrd: 300, maxStycken: 12 } },
      lattlast: { options: { maxOrd: 120 } },
      protokoll: { severity: 'off' },
    },
    sources: [
      {
        work: 'SKR: Webbhandboken',
        section: 'brödtext och stycken',
        url: 'https://skr.se/webbhandboken/skrivaforwebben/brodtexttextstycken.67959.html',
      },
      klarsprakshjalpen('Skriv tydliga rubriker'),
      hallefors(4),
    ],
    options: {
      maxStycken: {
        type: 'integer',
        default: 4,
        minimum: 1,
        maximum: 50,
        description: 'Så många stycken får följa på varandra.',
      },
      maxOrd: {
        type: 'integer',
        default: 250,
        minimum: 50,
        maximum: 5000,
        description: 'Så många ord får följa på varandra.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem', 'quote'],
    fix: 'none',
    extent: 'document',
  },
  document: {
    collect: firstSentence,
    check(document, { options, report }) {
      if (!document.blocks.some(isHeading)) return
      let isForOthers: boolean | undefined
      for (const stretch of stretches(document.blocks)) {
        const place = crossing(stretch, options.maxStycken, options.maxOrd)
        if (place === undefined) continue
        // News with what people say in it is short and read from the top.
        if (isNews(stretch) && place.words < options.maxOrd * news) continue
        isForOthers ??=
          isJobAdvert(document) || isAmongStudents(document) || /^(?:court|ombudsman)$/.test(readershipOf(document))
        if (isForOthers) return
        const { block, heading, paragraphs, words } = place
        report(block.index, {
          at: block.facts ?? whole(block),
          message:
            paragraphs > options.maxStycken
              ? `Det är ${paragraphs} stycken i följd utan mellanrubrik.`
              : `Det är ${words} ord i följd utan mellanrubrik.`,
          suggestions: [
            {
              title: heading
                ? `Sätt en mellanrubrik ungefär vid stycket som börjar ”${opening(heading.text)}”${direction(heading.index - block.index)}`
                : 'Dela texten med en mellanrubrik',
              safety: 'suggestion',
              edits: [],
            },
          ],
          ...(heading
            ? {
                related: [
                  { block: heading.index, at: heading.facts ?? whole(heading), message: 'Här passar en mellanrubrik.' },
                ],
              }
            : {}),
        })
      }
    },
  },
})

/** So much longer may news be. */
const news = 1.6

/** Where the place is, seen from the paragraph that is marked. */
function direction(blocks: number): string {
  if (blocks === 0) return ''
  return blocks < 0 ? ', högre upp' : ', längre ner'
}
