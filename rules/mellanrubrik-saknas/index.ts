import { type BlockSummary, defineRule } from '@klarsprak/engine'
import { hallefors, klarsprakshjalpen } from '../src/sources.ts'
import { firstSentence, isHeading, isRunningText, type Span } from '../src/structure.ts'

/** A paragraph of fewer words is a greeting, a label or a signature. */
const shortest = 10
/** Five short paragraphs are no wall of text. */
const fewest = 120
const numbered = /^(?:§\s*\d|\d+(?:\.\d+)*\s*(?:§|kap\.?\s|[.)]\s))/

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
      for (const stretch of stretches(document.blocks)) {
        const place = crossing(stretch, options.maxStycken, options.maxOrd)
        if (place === undefined) continue
        const { block, paragraphs, words } = place
        report(block.index, {
          at: block.facts ?? { start: 0, end: block.text.length },
          message:
            paragraphs > options.maxStycken
              ? `Det är ${paragraphs} stycken i följd utan mellanrubrik.`
              : `Det är ${words} ord i följd utan mellanrubrik.`,
          suggestions: [
            {
              title: `Sätt en mellanrubrik ungefär vid stycket som börjar ”${opening(middle(stretch).text)}”`,
              safety: 'suggestion',
              edits: [],
            },
          ],
        })
      }
    },
  },
})

/** The blocks between two headings. Sections with numbered paragraphs carry their own marks and are left out. */
function stretches<B extends BlockSummary>(blocks: readonly B[]): B[][] {
  const all: B[][] = [[]]
  for (const block of blocks)
    if (isHeading(block)) all.push([])
    else if (isRunningText(block) || block.kind === 'tableCell') all.at(-1)!.push(block)
  return all.filter((stretch) => stretch.filter((block) => numbered.test(block.text)).length < 3)
}

/** The block at which a stretch grows too long, with what the whole stretch holds. */
function crossing<B extends BlockSummary<Span>>(stretch: readonly B[], maxParagraphs: number, maxWords: number) {
  let row = 0
  let longestRow = 0
  let words = 0
  let at: B | undefined
  for (const block of stretch) {
    if (block.kind === 'paragraph' || block.kind === 'quote') {
      if (block.wordCount >= shortest) row++
    } else row = 0
    if (block.kind !== 'tableCell') words += block.wordCount
    longestRow = Math.max(longestRow, row)
    if (at === undefined && block.kind !== 'tableCell' && (row > maxParagraphs || words > maxWords)) at = block
  }
  if (at === undefined || (words < fewest && words <= maxWords)) return undefined
  return { block: at, paragraphs: longestRow, words }
}

/** The paragraph that stands nearest the middle of a stretch, counted in words. */
function middle<B extends BlockSummary>(stretch: readonly B[]): B {
  const total = stretch.reduce((sum, block) => sum + block.wordCount, 0)
  let words = 0
  for (const block of stretch) {
    if (words >= total / 2 - block.wordCount / 2 && block.kind === 'paragraph' && words > 0) return block
    words += block.wordCount
  }
  return stretch.at(-1)!
}

function opening(text: string): string {
  const words = text.split(/\s+/)
  return words.length > 4 ? `${words.slice(0, 4).join(' ')} …` : text
}
