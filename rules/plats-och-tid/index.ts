import { defineRule, type TextBlock } from '@klarsprak/engine'
import { allMatches } from '../src/matches.ts'
import { klarsprakshjalpen } from '../src/sources.ts'

interface Facts {
  readonly event: { readonly start: number; readonly end: number } | undefined
  readonly date: boolean
  readonly place: boolean
}

const event =
  /(?<!\p{L})(?:invigning(?:en|ar)?|invigs|inviger|öppet hus|konsert(?:en)?|medborgardialog(?:en)?|dialogmöte(?:t)?|informationsmöte(?:t)?|samrådsmöte(?:t)?|föreläsning(?:en)?|vernissage(?:n)?|prisutdelning(?:en)?|ceremoni(?:n)?|vattnet stängs av|vägen stängs av|gatan stängs av|pressträff(?:en)?|pressvisning(?:en)?)(?!\p{L})/iu
const month =
  '(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|aug|sept?|okt|nov|dec)'
const date = new RegExp(
  `\\d{1,2}[.:]?e?\\s${month}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}(?!\\d)|(?:mån|tis|ons|tors|fre|lör|sön)dag|i ?(?:dag|morgon|kväll|eftermiddag)(?!\\p{L})|\\bvecka \\d|(?:i|under) ${month}|${month} \\d{4}|(?:sommaren|hösten|våren|vintern) \\d{4}|(?:i|till|under) (?:sommar|höst|vår|vinter)(?:en)?(?!\\p{L})`,
  'iu',
)
const street =
  /\p{Lu}[\p{L}-]*(?:gatan|vägen|torget|torg|parken|platsen|gränd|stigen|allén|skolan|hallen|gården|huset|badet|biblioteket|kyrkan|museet|salen|arenan|vallen|hamnen)(?!\p{Ll})|\p{Lu}\p{L}+(?:gatan|vägen) \d/u
const venue = /(?<=(?:^|[^\p{L}])(?:i|på|vid|utanför|till|från|mellan) )(?:\p{Lu}\p{Ll}+)/gu
/** A house of a place: `Mörrums nya skola`. */
const owned =
  /(?<!\p{L})\p{Lu}\p{Ll}{2,}s (?:nya |gamla )?(?:för)?(?:skola|bibliotek|station|torg|kyrka|badhus|simhall|idrottshall|äldreboende|kulturhus|folkets hus)(?!\p{L})/u
/** Names after a preposition that are no place: months in capitals, organisations, languages. */
const noPlace =
  /^(?:Vi|Du|Det|Den|Kommunen|Svenska|Facebook|Instagram|Linkedin|Teams|Zoom|Youtube|Google|Sverige|Skatteverket)$/

export const rule = defineRule({
  meta: {
    id: 'plats-och-tid',
    title: 'Plats eller tid saknas',
    description: 'Hittar pressmeddelanden om en händelse som inte säger när eller var den är.',
    why: 'Den som vill komma, eller skriva om det, måste veta när och var.',
    group: 'kommunens-rost',
    checklist: [1],
    severity: 'suggestion',
    enabled: false,
    profiles: { press: { severity: 'suggestion' } },
    sources: [
      { work: 'Westander: Tips om pressmeddelanden', url: 'https://www.westander.se' },
      klarsprakshjalpen('Sortera innehållet'),
    ],
    options: {
      kraverDatum: { type: 'boolean', default: true, description: 'Säg till när datum eller dag saknas.' },
      kraverPlats: { type: 'boolean', default: true, description: 'Säg till när plats saknas.' },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'contact', 'caption'],
    fix: 'none',
    extent: 'sentence',
  },
  document: {
    collect(block): Facts | undefined {
      const found = block.inQuote(0, block.text.length) ? null : event.exec(block.text)
      const facts = {
        event: found ? { start: found.index, end: found.index + found[0].length } : undefined,
        date: date.test(block.text),
        place: hasPlace(block),
      }
      return facts.event || facts.date || facts.place ? facts : undefined
    },
    check({ blocks }, { options, report }) {
      const first =
        blocks.find(({ kind, facts }) => facts?.event !== undefined && kind !== 'heading') ??
        blocks.find(({ facts }) => facts?.event !== undefined)
      if (first === undefined) return
      const when = !options.kraverDatum || blocks.some(({ facts }) => facts?.date)
      const where = !options.kraverPlats || blocks.some(({ facts }) => facts?.place)
      if (when && where) return
      const lacking = !when && !where ? 'när och var' : when ? 'var' : 'när'
      report(first.index, {
        at: first.facts!.event!,
        message: `Texten säger inte ${lacking} det är.`,
        suggestions: [{ title: `Skriv ${lacking} det är`, safety: 'suggestion', edits: [] }],
      })
    },
  },
})

/** A street, a house with a name, or a name after a preposition of place. */
function hasPlace({ kind, text, words }: TextBlock): boolean {
  if (street.test(text) || owned.test(text)) return true
  for (const match of allMatches(text, venue))
    if (
      !noPlace.test(match[0]) &&
      (kind === 'heading' || words.some(({ start, upos }) => start === match.index && upos === 'PROPN'))
    )
      return true
  return false
}
