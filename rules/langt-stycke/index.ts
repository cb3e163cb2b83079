import { defineRule } from '@klarsprak/engine'
import type { Sentence } from 'retext-swedish'
import { klarsprakshjalpen, kmh, skrBrodtext, skrivregler } from '../src/sources.ts'
import { opening } from '../src/structure.ts'

/** Statutes and agreements, whose paragraphs are as they are. */
const statute = /^(?:\d+\s?(?:kap\.|§)|§)/

export const rule = defineRule({
  meta: {
    id: 'langt-stycke',
    title: 'Långt stycke',
    description: 'Hittar stycken som är för långa för att läsas i ett svep.',
    why: 'Ett långt stycke ser tungt ut, och läsaren hittar inte det som gäller hen.',
    group: 'struktur',
    checklist: [1, 3],
    severity: 'suggestion',
    enabled: true,
    profiles: { rapport: { options: { forslagOrd: 120, varningOrd: 180, forslagTecken: 900 } } },
    sources: [skrBrodtext, kmh, klarsprakshjalpen('Sortera innehållet'), skrivregler('3.8')],
    options: {
      forslagOrd: {
        type: 'integer',
        default: 80,
        minimum: 20,
        maximum: 1000,
        description: 'Fler ord än så ger ett förslag, om stycket också har fler tecken än nästa gräns.',
      },
      varningOrd: {
        type: 'integer',
        default: 120,
        minimum: 20,
        maximum: 1000,
        description: 'Fler ord ger en varning.',
      },
      forslagTecken: {
        type: 'integer',
        default: 500,
        minimum: 100,
        maximum: 10000,
        description: 'Så många tecken måste ett stycke ha för att ge ett förslag.',
      },
    },
    zones: ['lead', 'paragraph'],
    fix: 'none',
    extent: 'block',
    yieldsTo: ['textmassa'],
  },
  block: {
    block({ text, sentences, quoted }, { options, report }) {
      const first = sentences[0]
      if (quoted || first === undefined || text.length < options.forslagOrd * 2 || statute.test(text)) return
      const words = sentences.reduce((sum, { wordCount }) => sum + wordCount, 0)
      if (words <= options.varningOrd && (words <= options.forslagOrd || text.length <= options.forslagTecken)) return
      const split = middle(sentences, words)
      report({
        at: { start: first.start, end: first.end },
        message: `Stycket har ${words} ord.`,
        severity: words > options.varningOrd ? 'warning' : 'suggestion',
        suggestions: [
          {
            title: split
              ? `Dela stycket, till exempel vid meningen som börjar ”${opening(split.text).replaceAll('"', '”')}”`
              : 'Dela meningen i flera, eller gör en punktlista av det som räknas upp',
            safety: 'suggestion',
            edits: [],
          },
        ],
        ...(split
          ? { related: [{ at: { start: split.start, end: split.end }, message: 'Här kan ett nytt stycke börja.' }] }
          : {}),
      })
    },
  },
})

/** A sentence that leans on the one before it opens no paragraph. */
const leaning =
  /^(?:det|den|de|dem|denna|detta|dessa|då|där|därför|därmed|dessutom|i så fall|han|hon|hen|men|och|så|sådana?|även|också|däremot|annars|samtidigt)(?!\p{L})/iu

/** The sentence, but the first, that begins nearest the middle, counted in words, and can open a paragraph. */
function middle(sentences: readonly Sentence[], total: number): Sentence | undefined {
  let words = sentences[0]!.wordCount
  let best: Sentence | undefined
  let distance = Number.POSITIVE_INFINITY
  for (const sentence of sentences.slice(1)) {
    const off = Math.abs(total / 2 - words)
    if (off < distance && sentence.wordCount > 1 && !leaning.test(sentence.text)) {
      best = sentence
      distance = off
    }
    words += sentence.wordCount
  }
  return best
}
