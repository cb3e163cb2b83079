import { type DocumentSummary, defineRule } from '@klarsprak/engine'
import { readershipOf, speaksToReader } from '../src/readership.ts'
import { klarsprakshjalpen, kmh, skrBrodtext, skrivregler } from '../src/sources.ts'
import { opening, type Span } from '../src/structure.ts'
import { breakingPoint } from './breaking-point.ts'

/** Statutes and agreements, whose paragraphs are as they are. */
const statute = /^(?:\d+\s?(?:kap\.|§)|§|\d+(?: \d+)?\(\d+\))/

/** So much longer may a paragraph be where a text is for those who read for their work. */
const slack = 1.25

/** A word or two too many are no trouble. */
const ease = 1.06

/** An answer in an interview. */
const answer = /^[*_]*["”»][^"”»]+["”»][*_]*\s*$/

/** A paragraph that may be too long. */
interface Long {
  readonly words: number
  /** Its first sentence. */
  readonly first: Span
  /** Where a new paragraph can begin, with the words that it begins with; undefined where no place is sure. */
  readonly split: (Span & { readonly opening: string }) | undefined
  readonly sentences: number
}

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
    profiles: { rapport: { options: { forslagOrd: 120, forslagTecken: 900 } } },
    sources: [skrBrodtext, kmh, klarsprakshjalpen('Sortera innehållet'), skrivregler('3.8')],
    options: {
      forslagOrd: {
        type: 'integer',
        default: 80,
        minimum: 20,
        maximum: 1000,
        description: 'Fler ord än så ger ett förslag, om stycket också har fler tecken än nästa gräns.',
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
  document: {
    collect({ text, sentences, quoted }, { options }): Long | undefined {
      const first = sentences[0]
      if (
        quoted ||
        first === undefined ||
        text.length <= options.forslagTecken ||
        statute.test(text) ||
        answer.test(text)
      )
        return undefined
      const words = sentences.reduce((sum, { wordCount }) => sum + wordCount, 0)
      if (words <= options.forslagOrd) return undefined
      const split = breakingPoint(text, sentences, words)
      return {
        words,
        first: { start: first.start, end: first.end },
        split: split && { start: split.start, end: split.end, opening: opening(split.text).replaceAll('"', '”') },
        sentences: sentences.length,
      }
    },
    check(document, { options, profile, report }) {
      let limit: number | undefined
      for (const { index, facts } of document.blocks) {
        if (facts === undefined) continue
        // A report of a case is as the court wrote it.
        if (limit === undefined && readershipOf(document) === 'court') return
        limit ??= options.forslagOrd * (isForWork(document, profile) ? slack : ease)
        if (facts.words <= limit) continue
        const { words, first, split, sentences } = facts
        report(index, {
          at: first,
          message: `Stycket har ${words} ord.`,
          suggestions: [
            {
              title: split
                ? `Dela stycket, till exempel vid meningen som börjar ”${split.opening}”`
                : sentences > 1
                  ? 'Dela stycket där texten går över till något nytt'
                  : 'Dela meningen i flera, eller gör en punktlista av det som räknas upp',
              safety: 'suggestion',
              edits: [],
            },
          ],
          ...(split ? { related: [{ block: index, at: split, message: 'Här kan ett nytt stycke börja.' }] } : {}),
        })
      }
    },
  },
})

/** Judgments, plans and guides on the web; reports have limits of their own. */
function isForWork(document: DocumentSummary, profile: string): boolean {
  return (profile === 'webb' || profile === 'beslut') && !speaksToReader(document)
}
