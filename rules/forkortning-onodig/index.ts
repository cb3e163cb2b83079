import { type BlockSummary, defineRule } from '@klarsprak/engine'
import { type Place, placesByForm } from '../src/abbreviation-places.ts'
import { findUses } from '../src/abbreviation-uses.ts'
import { abbreviations } from '../src/abbreviations.ts'
import { isForTrade } from '../src/readership.ts'
import { remembered } from '../src/remembered.ts'
import { isHeading } from '../src/structure.ts'

/**
 * Of the abbreviations that are in use outside the house, those that mean its own boards and plans. The others the
 * reader meets elsewhere, in care, at school or on the radio, and may look for: `BVC`, `SIP`, `OVK`.
 */
const own = new Set(['AU', 'BUN', 'KF', 'KS', 'KSAU', 'SBN', 'DP', 'ÖP'])
/** Known by their initials too, outside the table. */
const met = new Set(['BDT', 'ÅVS', 'RKL', 'FSC', 'KRAV', 'RUT', 'ROT'])

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
        default: 1,
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
    check(document, { options, report }) {
      const { blocks, fragment } = document
      if (fragment || isForTrade(document)) return
      for (const [form, places] of placesByForm(blocks)) {
        const row = abbreviations().get(form)
        if (row ? !own.has(row.forkortning) : met.has(form)) continue
        const [first] = places
        if (first?.use.definition === undefined || places.length - 1 >= options.minForekomster) continue
        if (isName(first.use.definition.long) || isTool(first)) continue
        if (blocks.some((block) => isInAddress(block, form))) continue
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

/** What a named tool or service is introduced by: `systemet Lika stöd (LS)`, `tjänsten mitt konto (MK)`. */
const tool =
  /(?<!\p{L})(?:e-tjänst|tjänst|system|app|program|verktyg|plattform|portal|register|modell|metod|projekt|nätverk|utbildning|kurs|blankett|formulär|intyg|konto|kort)(?:en|et|n|t|met|men)? (?:för )?$/iu

function isTool({ block: { text }, use: { definition } }: Place): boolean {
  const { start, long } = definition!
  return (
    tool.test(text.slice(Math.max(0, start - 30), start)) ||
    tool.test(`${long} `) ||
    /(?:system|register|tjänst|konto|utbildning|program|modell|metod|avtal)(?:et|en|n|t|met)?$/iu.test(long)
  )
}

/** `www.gc.se`, `gc@kommunen.se`: there the reader needs to know it. */
const isInAddress = remembered(({ text, marks }: BlockSummary, form: string) => {
  const address = new RegExp(`(?<![\\p{L}\\d])${form.toLowerCase()}[@.]\\p{L}|[@./]${form.toLowerCase()}[./]`, 'u')
  return address.test(text) || marks.some(({ href }) => href !== undefined && address.test(href))
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
