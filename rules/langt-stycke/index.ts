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
    severity: 'warning',
    enabled: true,
    profiles: { rapport: { options: { forslagOrd: 120, varningOrd: 180, forslagTecken: 900 } } },
    sources: [skrBrodtext, kmh, klarsprakshjalpen('Sortera innehållet'), skrivregler('3.8')],
    options: {
      forslagOrd: {
        type: 'integer',
        default: 80,
        minimum: 20,
        maximum: 1000,
        description: 'Fler ord ger ett förslag.',
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
        default: 550,
        minimum: 100,
        maximum: 10000,
        description: 'Fler tecken ger ett förslag.',
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
      if (words <= options.forslagOrd && text.length <= options.forslagTecken) return
      const split = middle(sentences, words)
      report({
        at: { start: first.start, end: first.end },
        message:
          words > options.forslagOrd
            ? `Stycket har ${words} ord.`
            : `Stycket har ${words} ord och ${text.length} tecken.`,
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

/** The sentence, but the first, that begins nearest the middle, counted in words. */
function middle(sentences: readonly Sentence[], total: number): Sentence | undefined {
  let words = sentences[0]!.wordCount
  let best: Sentence | undefined
  let distance = Number.POSITIVE_INFINITY
  for (const sentence of sentences.slice(1)) {
    const off = Math.abs(total / 2 - words)
    if (off < distance && sentence.wordCount > 1) {
      best = sentence
      distance = off
    }
    words += sentence.wordCount
  }
  return best
}
