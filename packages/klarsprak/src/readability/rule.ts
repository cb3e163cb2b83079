import type { AnyRule } from '@klarsprak/engine'
import { fromRetext } from '../from-retext.ts'

/** Mean years of age that the plugin takes as its default. */
const usualAge = 16

/** Formulas that the plugin works out. */
const formulas = 7

/** retext-readability as a rule, off by default: its formulas are made for English. */
export const readability: AnyRule = fromRetext(
  async () => (await import('retext-readability')).default,
  {
    id: 'retext-lasbarhet',
    title: 'Läsbarhet efter engelska formler',
    description: 'Hittar meningar som engelska läsbarhetsformler räknar som svåra.',
    why: 'Formlerna är gjorda för engelska och ger bara en fingervisning om svenska meningar.',
    group: 'matt',
    checklist: [1, 8],
    severity: 'suggestion',
    enabled: false,
    sources: [{ work: 'retext-readability', url: 'https://github.com/retextjs/retext-readability' }],
    options: {
      alder: {
        type: 'integer',
        default: usualAge,
        minimum: 6,
        maximum: 25,
        description: 'Åldern på den läsare som meningen ska passa.',
      },
      minAntalFormler: {
        type: 'integer',
        default: 4,
        minimum: 1,
        maximum: formulas,
        description: 'Hur många av de sju formlerna som ska tycka att meningen är svår.',
      },
      minOrd: {
        type: 'integer',
        default: 5,
        minimum: 1,
        maximum: 50,
        description: 'Kortare meningar än så bedöms inte.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'sentence',
  },
  {
    settings: ({ alder, minAntalFormler, minOrd }) => ({
      age: alder,
      threshold: minAntalFormler / formulas,
      minWords: minOrd,
    }),
    message: ({ reason }) => {
      const count = /(\d+) out of/.exec(reason)?.[1] ?? String(formulas)
      return `Meningen är svår att läsa enligt ${count} av ${formulas} engelska läsbarhetsformler.`
    },
  },
)
