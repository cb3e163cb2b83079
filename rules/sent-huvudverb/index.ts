import { defineRule } from '@klarsprak/engine'
import { mainVerb } from '../src/clause-scan.ts'
import { opensWithClause } from '../src/opening-clause.ts'
import { firstWord, unquotedBetween } from '../src/sentence-words.ts'
import { hallefors, klarsprakshjalpen, nacka, skrivregler } from '../src/sources.ts'

/** Before `som` they say at once whom the sentence is for, so that a few words more are easy: `Du som …`. */
const addressed = new Set(['du', 'ni', 'den', 'de', 'alla'])
const easier = 3

/** Items of no more words are quick to read in a row. */
const longestItem = 4

export const rule = defineRule({
  meta: {
    id: 'sent-huvudverb',
    title: 'Huvudverbet kommer sent',
    description: 'Hittar meningar där det står många ord före huvudsatsens verb.',
    why: 'Läsaren förstår meningen först när verbet kommer, och måste minnas allt som står före.',
    group: 'meningar',
    checklist: [3, 7],
    severity: 'warning',
    enabled: true,
    sources: [klarsprakshjalpen('Skriv meningar med flyt'), nacka, skrivregler('1.3'), hallefors(7)],
    options: {
      flaggaFran: {
        type: 'integer',
        default: 12,
        minimum: 5,
        maximum: 50,
        description: 'Från så många ord före verbet ger regeln träff.',
      },
      minMeningslangd: {
        type: 'integer',
        default: 14,
        minimum: 5,
        maximum: 100,
        description: 'Kortare meningar lämnas i fred.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'sentence',
    yieldsTo: ['inskjuten-sats'],
  },
  block: {
    sentence(sentence, { block, options, report }) {
      if (sentence.wordCount < Math.max(options.minMeningslangd, options.flaggaFran + 1)) return
      if (opensWithClause(sentence)) return
      const verb = mainVerb(sentence)
      const first = firstWord(sentence)
      if (verb === undefined || first === undefined) return
      if (block.kind === 'listItem' && /^\p{Ll}/u.test(first.form)) return
      const count = unquotedBetween(sentence, sentence.start, verb.start, block)
      const limit = options.flaggaFran + (addressed.has(first.lower) && first.next?.lower === 'som' ? easier : 0)
      if (count < limit || /[:•]/.test(block.text.slice(sentence.start, verb.start))) return
      if (first.upos !== 'ADP' && isEnumeration(block.text.slice(first.start, verb.start))) return
      report({
        at: { start: first.start, end: verb.end },
        message: `Det står ${count} ord före huvudverbet ”${verb.form}”.`,
        suggestions: [
          {
            title: 'Börja med den som gör något och verbet, och lägg resten efter eller i en egen mening',
            safety: 'suggestion',
            edits: [],
          },
        ],
      })
    },
  },
})

/** True for short items in a row before the verb: `Rubriker, tabeller, bildtexter, länkar och kod räknas inte`. */
function isEnumeration(before: string): boolean {
  const items = before.split(/,|\boch\b|\beller\b/).map((item) => item.trim().split(/\s+/).length)
  return items.length >= 4 && items.slice(0, -1).every((length) => length <= longestItem)
}
