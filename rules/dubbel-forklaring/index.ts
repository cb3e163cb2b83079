import { type BlockSummary, defineRule, type Suggestion } from '@klarsprak/engine'
import { type Place, placesByForm } from '../src/abbreviation-places.ts'
import { findUses } from '../src/abbreviation-uses.ts'
import { allMatches } from '../src/matches.ts'
import { isHeading } from '../src/structure.ts'

export const rule = defineRule({
  meta: {
    id: 'dubbel-forklaring',
    title: 'Förkortningen förklaras två gånger',
    description: 'Hittar förkortningar som förklaras på olika sätt, eller en gång till helt nära.',
    why: 'Två olika förklaringar gör läsaren osäker på om det är samma sak, och samma förklaring igen är i vägen.',
    group: 'termer',
    checklist: [9],
    severity: 'suggestion',
    enabled: true,
    sources: [{ work: 'Uppsala universitet: Skrivråd', section: 'Förkortningar' }],
    options: {
      minstAvstand: {
        type: 'integer',
        default: 300,
        minimum: 0,
        maximum: 10000,
        description: 'Så många ord bort får samma förklaring komma igen.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'sentence',
  },
  document: {
    collect(block) {
      const uses = findUses(block)
      return uses.length > 0 ? uses : undefined
    },
    check({ blocks }, { options, profile, glossary, report }) {
      const wordsBefore: number[] = []
      let words = 0
      for (const block of blocks) {
        wordsBefore[block.index] = words
        words += block.wordCount
      }
      for (const [form, places] of placesByForm(blocks)) {
        const [first, ...others] = places.filter(({ use }) => use.definition !== undefined)
        if (first === undefined) continue
        const standsAlone = places.length > others.length + 1
        const own = glossary.find(form.toLowerCase())
        const definition = first.use.definition!
        if (own && own.explanation !== '' && !isSame(own.explanation, definition.long)) {
          const text = `${own.explanation} (${form})`
          report(first.block.index, {
            at: definition,
            message: `Er ordlista förklarar ”${form}” som ”${own.explanation}”, inte ”${definition.long}”.`,
            severity: 'warning',
            suggestions: [
              {
                title: `Skriv ”${text}”`,
                safety: 'suggestion',
                edits: [{ start: definition.start, end: definition.end, text }],
              },
            ],
          })
        }
        for (const again of others) {
          const { long, start, end } = again.use.definition!
          const same = isSame(first.use.definition!.long, long)
          // A summary stands by itself.
          if (
            same &&
            blocks.some(
              ({ index, kind, text }) =>
                kind === 'heading' &&
                index > first.block.index &&
                index < again.block.index &&
                /sammanfattning|i korthet/i.test(text),
            )
          )
            continue
          // A page is read from one of its headings, so each part explains for itself.
          if (same && profile === 'webb' && hasHeadingBetween(blocks, first.block.index, again.block.index)) continue
          if (same && distance(first, again, wordsBefore) > options.minstAvstand) continue
          report(again.block.index, {
            at: { start, end },
            message: same
              ? `”${form}” är redan förklarat.`
              : `”${form}” förklaras på två sätt: ”${first.use.definition!.long}” och ”${long}”.`,
            ...(same ? {} : { severity: 'warning' as const }),
            suggestions: [
              same
                ? only(standsAlone ? form : long, { start, end })
                : { title: 'Välj en förklaring, eller skriv ut båda namnen', safety: 'suggestion', edits: [] },
            ],
            related: [
              { block: first.block.index, at: first.use.definition!, message: 'Här är den första förklaringen.' },
            ],
          })
        }
      }
    },
  },
})

/** The abbreviation where the text uses it alone, else the name that it would only stand for here. */
function only(text: string, { start, end }: { start: number; end: number }): Suggestion {
  return { title: `Skriv bara ”${text}”`, safety: 'suggestion', edits: [{ start, end, text }] }
}

function hasHeadingBetween(blocks: readonly BlockSummary[], first: number, later: number): boolean {
  return blocks.some((block) => block.index > first && block.index < later && isHeading(block))
}

/** Roughly how many words stand between two places. */
function distance(first: Place, later: Place, wordsBefore: readonly number[]): number {
  if (first.block.index !== later.block.index)
    return (wordsBefore[later.block.index] ?? 0) - (wordsBefore[first.block.index] ?? 0)
  return first.block.text.slice(first.use.end, later.use.start).split(' ').length
}

/** True for the same words but for case and ending: `lagen om stöd …` and `Lagens stöd …`. */
function isSame(one: string, other: string): boolean {
  const [left, right] = [one, other].map((long) =>
    allMatches(long.toLowerCase(), /\p{L}{4,}/gu).map(([word]) => word.slice(0, 4)),
  )
  const shared = left!.filter((word) => right!.includes(word)).length
  return shared * 2 >= Math.min(left!.length, right!.length)
}
