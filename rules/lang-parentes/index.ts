import { defineRule, type TextBlock } from '@klarsprak/engine'
import { hallefors, klarsprakshjalpen } from '../src/sources.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { type Bracket, findBrackets, isMeasure, isReference } from './brackets.ts'

export const rule = defineRule({
  meta: {
    id: 'lang-parentes',
    title: 'Lång eller trasslig parentes',
    description: 'Hittar långa parenteser, parenteser i varandra och fler än två i samma mening.',
    why: 'Läsaren måste hålla meningen i minnet medan hen läser det som står inom parentes.',
    group: 'meningar',
    checklist: [1],
    severity: 'suggestion',
    enabled: true,
    sources: [
      { work: 'Skellefteå kommun: Skiljetecken', url: 'https://skelleftea.se/skiljetecken' },
      klarsprakshjalpen('Sortera innehållet'),
      hallefors(1),
    ],
    options: {
      maxOrd: {
        type: 'integer',
        default: 12,
        minimum: 3,
        maximum: 60,
        description: 'Så många ord får en parentes ha.',
      },
      maxPerMening: {
        type: 'integer',
        default: 2,
        minimum: 1,
        maximum: 10,
        description: 'Så många parenteser får en mening ha.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'sentence',
    yieldsTo: ['inskjuten-sats'],
  },
  block: {
    block(block, { options, report }) {
      if (!block.text.includes('(')) return
      const brackets = findBrackets(block)
      const bySentence = new Map<number, number>()
      for (const bracket of brackets) {
        const { start, end, text, words, hasNested, isOwnSentence, sentence } = bracket
        const at = { start, end }
        if (hasNested) {
          report({
            at,
            message: 'Här står en parentes inne i en annan.',
            suggestions: [
              { title: 'Gör en egen mening av det som står inom parentes', safety: 'suggestion', edits: [] },
            ],
          })
          continue
        }
        if (isReference(text) || isMeasure(text, words)) continue
        if (words > options.maxOrd && !isOwnSentence) {
          report({
            at,
            message: `Parentesen har ${words} ord.`,
            suggestions: [{ title: adviceFor(bracket, block), safety: 'suggestion', edits: [] }],
          })
        }
        const count = (bySentence.get(sentence) ?? 0) + 1
        bySentence.set(sentence, count)
        if (count === options.maxPerMening + 1 && words <= options.maxOrd) {
          report({
            at,
            message: `Meningen har fler än ${options.maxPerMening === 2 ? 'två' : options.maxPerMening} parenteser.`,
            suggestions: [
              { title: 'Skriv in det viktiga i meningen och stryk resten', safety: 'suggestion', edits: [] },
            ],
          })
        }
      }
    },
  },
})

/** Three things or more, or several clauses alike. */
const row = /,[^,]*(?:,|(?<!\p{L})(?:och|eller|samt)(?!\p{L}))/u
const clauses = /^att .*(?:,|och|samt) att /u

/** Nothing without a verb makes a sentence: things in a row make a list, and an item that only names goes on after a colon. */
function adviceFor({ start, end, text }: Bracket, { kind, words }: TextBlock): string {
  const isClause = words.some((word) => word.start > start && word.end < end && isFiniteVerb(word))
  const isRow = clauses.test(text) || (!isClause && row.test(text))
  if (
    kind === 'listItem' &&
    !words.some((word) => (word.end <= start || word.start >= end) && isFiniteVerb(word)) &&
    !isClause
  )
    return isRow
      ? 'Skriv kolon i stället för parentes, eller gör en egen punkt av varje sak'
      : 'Skriv kolon i stället för parentes, eller gör en egen punkt av det som står inom den'
  return isRow
    ? 'Gör en punktlista eller en egen mening av det som räknas upp inom parentes'
    : 'Gör en egen mening av det som står inom parentes'
}
