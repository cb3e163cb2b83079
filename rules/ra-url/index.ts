import { type BlockSummary, defineRule } from '@klarsprak/engine'
import { linksOf } from '../src/links.ts'
import { allMatches } from '../src/matches.ts'
import { boras, kmh, webbriktlinjer } from '../src/sources.ts'
import { isHeading, type Span } from '../src/structure.ts'

/** A scheme, `www.`, or a domain with a path. */
const address = /^(?:https?:\/\/|www\.)\S+$|^[\w-]+(?:\.[\w-]+)+\/\S+$/i
/** Made to be read and typed: a domain, with `www.` at most. */
const shortDomain = /^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\/?$/u
const bare = /(?:https?:\/\/|www\.)[^\s<>”"]+/gi
/** Sections that name the places where facts come from. */
const references = /^(?:\d+(?:\.\d+)*\.?\s+)?(?:käll|referens|litteratur|noter|fotnot)/i

export const rule = defineRule({
  meta: {
    id: 'ra-url',
    title: 'Webbadress som länktext',
    description: 'Hittar länkar vars text är en webbadress, och långa adresser i ren text.',
    why: 'En adress är svår att läsa, tar tid att lyssna på och säger sällan vad sidan handlar om.',
    group: 'struktur',
    checklist: [4],
    severity: 'suggestion',
    enabled: true,
    profiles: { brev: { severity: 'off' }, protokoll: { severity: 'off' } },
    sources: [boras, kmh, webbriktlinjer(5)],
    options: {
      tillatKortDoman: { type: 'boolean', default: true, description: 'Tillåt korta adresser som hallefors.se.' },
      maxTeckenText: {
        type: 'integer',
        default: 40,
        minimum: 10,
        maximum: 500,
        description: 'Så lång får en adress vara i ren text.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'none',
    extent: 'word',
  },
  document: {
    check({ format, blocks }, { options, report }) {
      const spared = referenceBlocks(blocks)
      const tell = (block: BlockSummary, at: Span): void => {
        const before = block.text.slice(0, at.start)
        if (spared.has(block.index) || /:\s*$/.test(before)) return
        report(block.index, {
          at,
          message: 'Adressen säger mindre än ord om vad läsaren hittar på sidan.',
          suggestions: [
            {
              title:
                format === 'text'
                  ? 'Skriv en kortare adress, eller beskriv vägen dit från startsidan'
                  : 'Byt adressen mot ord som säger vad sidan handlar om, och lägg adressen i länken',
              safety: 'suggestion',
              edits: [],
            },
          ],
        })
      }
      if (format === 'text') {
        for (const block of blocks)
          if (block.kind !== 'code' && block.kind !== 'contact')
            for (const match of allMatches(block.text, bare)) {
              const text = match[0].replace(/[.,;:!?)]+$/, '')
              if (text.length > options.maxTeckenText)
                tell(block, { start: match.index, end: match.index + text.length })
            }
        return
      }
      for (const { block, text, mark } of linksOf(blocks)) {
        if (block.kind === 'contact' || block.quoted || mark.label || !address.test(text)) continue
        if (options.tillatKortDoman && shortDomain.test(text)) continue
        tell(block, { start: mark.start, end: mark.end })
      }
    },
  },
})

/** The blocks of lists of sources. */
function referenceBlocks(blocks: readonly BlockSummary[]): ReadonlySet<number> {
  const inside = new Set<number>()
  let isInside = false
  for (const block of blocks) {
    if (isHeading(block) || block.looksLikeHeading) isInside = references.test(block.text)
    else if (isInside) inside.add(block.index)
  }
  return inside
}
