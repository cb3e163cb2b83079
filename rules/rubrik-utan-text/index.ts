import { type BlockSummary, defineRule } from '@klarsprak/engine'
import { isNumbered } from '../src/headings.ts'
import { skrivregler, wcag } from '../src/sources.ts'
import { isHeading, whole } from '../src/structure.ts'

/** What a heading may announce that holds no text. */
const embedded =
  /(?:^|\s)(?:kart(?:a|an|or)|film(?:en|er)?|video(?:n|r)?|formulär(?:et)?|bild(?:en|er)?|kalender(?:n)?)/i

export const rule = defineRule({
  meta: {
    id: 'rubrik-utan-text',
    title: 'Rubrik utan text',
    description: 'Hittar tomma rubriker och rubriker som det inte står något under.',
    why: 'Läsaren letar upp rubriken för att få ett svar och hittar inget.',
    group: 'struktur',
    checklist: [3],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('3.5'), wcag('2.4.6', 'headings-and-labels')],
    options: {},
    zones: ['heading'],
    readsOtherLanguages: true,
    fix: 'none',
    extent: 'block',
  },
  document: {
    check({ format, blocks }, { profile, report }) {
      if (format === 'text') return
      for (const heading of blocks) {
        if (!isHeading(heading) || heading.quoted) continue
        const isEmpty = heading.text === ''
        const isSpared = heading.embeds || isLink(heading) || (profile === 'protokoll' && isNumbered(heading))
        if (!isEmpty && (isSpared || heading.text.startsWith('§') || embedded.test(heading.text))) continue
        const next = blocks[heading.index + 1]
        if (!isEmpty && next && !(isHeading(next) && next.level <= heading.level)) continue
        // One heading that has been broken into several is one finding.
        const before = blocks[heading.index - 1]
        if (!isEmpty && before && isHeading(before) && before.level === heading.level && before.text !== '') continue
        const goesOn = !isEmpty && next !== undefined && isHeading(next) && next.level === heading.level
        report(heading.index, {
          at: whole(heading),
          message: isEmpty
            ? 'Rubriken är tom.'
            : `Det står inget under rubriken ”${heading.text.replaceAll('"', '”')}”.`,
          suggestions: [
            {
              title: isEmpty
                ? 'Ta bort den tomma rubriken'
                : goesOn
                  ? 'Skriv en mening under rubriken, eller slå ihop den med nästa rubrik'
                  : 'Skriv en mening under rubriken eller ta bort den',
              safety: 'suggestion',
              edits: [],
            },
          ],
        })
      }
    },
  },
})

/** True for a heading that leads to another page, as in a list of news. */
function isLink({ marks, text }: BlockSummary): boolean {
  return marks.some(({ type, start, end }) => type === 'link' && start === 0 && end === text.length)
}
