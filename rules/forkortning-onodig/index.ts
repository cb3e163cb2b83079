import { defineRule } from '@klarsprak/engine'
import { placesByForm } from '../src/abbreviation-places.ts'
import { findUses } from '../src/abbreviation-uses.ts'
import { abbreviations } from '../src/abbreviations.ts'
import { isHeading } from '../src/structure.ts'

/** Names and statutes may be known by their abbreviation, so that giving it helps some readers. */
const names = new Set(['akronym', 'lag', 'partibeteckning', 'namn'])

/** Known by their initials where the reader meets them: in care, at school, on the radio. */
const met = new Set(['MAS', 'MAR', 'SIP', 'NPF', 'BDT', 'ÅVC', 'ÅVS', 'VMA'])

export const rule = defineRule({
  meta: {
    id: 'forkortning-onodig',
    title: 'Onödig förkortning',
    description: 'Hittar förkortningar som förklaras men sedan knappt används.',
    why: 'En förkortning som bara används någon gång är en sak till att minnas, utan att spara plats.',
    group: 'termer',
    checklist: [9],
    severity: 'suggestion',
    enabled: true,
    sources: [
      { work: 'Studentlitteratur: Skrivhjälp' },
      { work: '1177 Västra Götaland: Språkliga riktlinjer', section: 'Förkortningar' },
    ],
    options: {
      minForekomster: {
        type: 'integer',
        default: 2,
        minimum: 1,
        maximum: 20,
        description: 'Så många gånger måste förkortningen användas efter förklaringen.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'suggestion',
    extent: 'sentence',
  },
  document: {
    collect(block) {
      const uses = findUses(block)
      return uses.length > 0 ? uses : undefined
    },
    check({ blocks, fragment }, { options, report }) {
      if (fragment) return
      for (const [form, places] of placesByForm(blocks)) {
        const row = abbreviations().get(form)
        if (row?.kand === 'ja' || (row && names.has(row.typ)) || met.has(form)) continue
        const [first] = places
        if (first?.use.definition === undefined || places.length - 1 >= options.minForekomster) continue
        if (isName(first.use.definition.long)) continue
        // A heading that explains leads in the use below it, and a list item gives the names that its reader looks for.
        if ((isHeading(first.block) && places.length > 1) || first.block.kind === 'listItem') continue
        const { text } = first.block
        const bracket = { start: first.use.start - 1, end: first.use.end + 1 }
        if (text[bracket.start] !== '(' || text[bracket.end - 1] !== ')') continue
        const cut = { start: text[bracket.start - 1] === ' ' ? bracket.start - 1 : bracket.start, end: bracket.end }
        report(first.block.index, {
          at: bracket,
          message:
            places.length === 1
              ? `Förkortningen ”${form}” används inte sedan.`
              : `Förkortningen ”${form}” används bara ${places.length === 2 ? 'en gång' : `${places.length - 1} gånger`} till.`,
          suggestions: [
            {
              title: `Ta bort ”(${form})”${places.length > 1 ? ', och skriv ut namnet där förkortningen står sedan' : ''}`,
              safety: 'suggestion',
              // Where it stands again, the text would be left with a form that nothing explains.
              edits: places.length > 1 ? [] : [{ ...cut, text: '' }],
            },
          ],
        })
      }
    },
  },
})

/** A name, a statute or an authority: `socialförsäkringsbalken`, `Barn- och elevombudet`, `statens vägverk`. */
function isName(long: string): boolean {
  return (
    /(?:lagen|balken|förordningen|ombud(?:et)?|verk(?:et)?|myndighet(?:en)?|inspektion(?:en)?)$/i.test(long) ||
    /(?<!kommun|region|landstings|bolags)styrelse(?:n)?$/i.test(long) ||
    /^lagen\s/i.test(long) ||
    /\s\p{Lu}/u.test(long)
  )
}
