import { defineRule } from '@klarsprak/engine'
import type { Sentence, Word } from 'retext-swedish'
import { onlyIn } from '../src/profiles.ts'
import { hallefors, skrivregler } from '../src/sources.ts'
import { isNominalisation } from './nominalisation.ts'

export const rule = defineRule({
  meta: {
    id: 'nominaliseringstathet',
    title: 'Många verbalsubstantiv',
    description:
      'Hittar meningar där nästan allt som händer står som substantiv, som ”effektivisering” och ”antagande”.',
    why: 'När handlingarna står som substantiv syns det inte vem som gör vad.',
    group: 'ord',
    checklist: [7, 8],
    severity: 'suggestion',
    enabled: false,
    profiles: { ...onlyIn('webb', 'press', 'brev', 'beslut', 'strikt', 'lattlast', 'protokoll') },
    sources: [
      { work: 'Språktidningen: Enkelt språk', section: 'om nominaliseringar' },
      skrivregler('1.4'),
      { work: 'Språkbanken Text: Sparv', section: 'nominalkvot' },
      hallefors(7),
    ],
    options: {
      minAntal: {
        type: 'integer',
        default: 3,
        minimum: 2,
        maximum: 20,
        description: 'Hur många verbalsubstantiv en mening minst ska ha för att räknas.',
      },
      minAndel: {
        type: 'number',
        default: 0.6,
        minimum: 0.1,
        maximum: 1,
        description: 'Hur stor del av substantiven som minst ska vara verbalsubstantiv.',
      },
      minOrd: {
        type: 'integer',
        default: 10,
        minimum: 5,
        maximum: 60,
        description: 'Hur många ord en mening minst ska ha.',
      },
      dokumentAndel: {
        type: 'number',
        default: 0.15,
        minimum: 0.05,
        maximum: 1,
        description: 'Hur stor del av alla ord i texten som får vara verbalsubstantiv, i texter på minst 100 ord.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'sentence',
  },
  document: {
    collect({ sentences, quoted }, { options }) {
      if (quoted || sentences.length === 0) return undefined
      const [first] = sentences
      let words = 0
      let nominalisations = 0
      const dense: { start: number; end: number; examples: string }[] = []
      for (const sentence of sentences) {
        const found = nominalisationsOf(sentence)
        words += sentence.wordCount
        nominalisations += found.length
        if (sentence.wordCount < options.minOrd || found.length < options.minAntal) continue
        const nouns = sentence.words.filter(({ upos }) => upos === 'NOUN').length
        if (found.length / Math.max(nouns, found.length) < options.minAndel) continue
        dense.push({ start: sentence.start, end: sentence.end, examples: listed(found) })
      }
      return { words, nominalisations, dense, start: first!.start, end: first!.end }
    },
    check({ blocks }, { options, report }) {
      let words = 0
      let nominalisations = 0
      for (const { index, facts } of blocks) {
        if (facts === undefined) continue
        words += facts.words
        nominalisations += facts.nominalisations
        for (const { start, end, examples } of facts.dense)
          report(index, {
            at: { start, end },
            message: `I meningen står det mesta som substantiv: ${examples}.`,
            suggestions: [
              { title: 'Gör substantiven till verb och säg vem som gör vad', safety: 'suggestion', edits: [] },
            ],
          })
      }
      const first = blocks.find(({ facts }) => facts !== undefined)
      if (first === undefined || words < 100 || nominalisations / words <= options.dokumentAndel) return
      const { start, end } = first.facts!
      report(first.index, {
        at: { start, end },
        message: `I texten är ${Math.round((100 * nominalisations) / words)} % av orden substantiv som bildats av verb.`,
        suggestions: [{ title: 'Skriv om några av dem med verb', safety: 'suggestion', edits: [] }],
      })
    },
  },
})

function nominalisationsOf({ words }: Sentence): Word[] {
  return words.filter(
    (word) => word.upos === 'NOUN' && (isNominalisation(word.lemma.toLowerCase()) || isNominalisation(word.lower)),
  )
}

function listed(words: readonly Word[]): string {
  const forms = words.slice(0, 3).map(({ form }) => `”${form}”`)
  return `${forms.slice(0, -1).join(', ')} och ${forms.at(-1)}`
}
