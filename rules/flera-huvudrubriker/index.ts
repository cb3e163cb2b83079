import { type BlockSummary, defineRule } from '@klarsprak/engine'
import { levelledHeadings, levelMarkup } from '../src/headings.ts'
import { boras, kmh, skrivregler } from '../src/sources.ts'
import { isHeading, whole } from '../src/structure.ts'

export const rule = defineRule({
  meta: {
    id: 'flera-huvudrubriker',
    title: 'Flera huvudrubriker',
    description: 'Hittar texter som har mer än en rubrik på högsta nivån.',
    why: 'Huvudrubriken säger vad hela sidan handlar om, och därför kan det bara finnas en.',
    group: 'struktur',
    checklist: [3],
    severity: 'suggestion',
    enabled: true,
    sources: [boras, kmh, skrivregler('3.5')],
    options: {
      tillatIRapport: {
        type: 'boolean',
        default: true,
        description: 'Låt rapporter och protokoll ha ett kapitel per huvudrubrik.',
      },
    },
    zones: ['heading'],
    fix: 'none',
    extent: 'block',
  },
  document: {
    check(document, { options, profile, report }) {
      if (options.tillatIRapport && (profile === 'rapport' || profile === 'protokoll')) return
      const main = levelledHeadings(document).filter(({ level, text, foreign }) => level === 1 && text && !foreign)
      const [first, ...more] = main
      // Headings of the same kind stand beside each other: none of them is a part of the first.
      const areEqual = more.length > 1 || hasOwnSections(document.blocks, first)
      for (const heading of more)
        report(heading.index, {
          at: whole(heading),
          message: `Det finns redan en huvudrubrik: ”${first!.text.replaceAll('"', '”')}”.`,
          suggestions: [
            {
              title: areEqual
                ? `Sätt en gemensam huvudrubrik och gör de andra till nivå 2 (${levelMarkup(2, document.format)})`
                : `Gör den till en rubrik på nivå 2 (${levelMarkup(2, document.format)}), eller båda om de får en gemensam huvudrubrik`,
              safety: 'suggestion',
              edits: [],
            },
          ],
          related: [{ block: first!.index, at: whole(first!), message: 'Den första huvudrubriken.' }],
        })
    },
  },
})

/** True where the heading that follows is of a lower level. */
function hasOwnSections(blocks: readonly BlockSummary[], heading: BlockSummary | undefined): boolean {
  if (!heading) return false
  const next = blocks.find((block) => block.index > heading.index && isHeading(block))
  return next !== undefined && next.level > heading.level
}
