import { defineRule } from '../src/define-rule.ts'
import type { AnyRule, RuleMeta } from '../src/types.ts'

const base = {
  title: 'Prov',
  description: 'Hittar prov.',
  why: 'Därför.',
  group: 'ord',
  checklist: [8],
  severity: 'warning',
  enabled: true,
  sources: [],
  options: {},
  zones: ['paragraph', 'listItem', 'lead', 'heading'],
  fix: 'none',
  extent: 'word',
} as const satisfies Partial<RuleMeta>

/** Words from a table, with a safe fix for `ej` and a suggestion for `erhåller`. */
export const heavyWord = defineRule({
  meta: { ...base, id: 'tungt-ord', aliases: ['byrakratiskt-ord'], fix: 'safe' },
  table: [{ patterns: ['ej'] }, { patterns: ['erhåller'] }, { patterns: ['i syfte att'] }],
  block: {
    match({ start, end, text, entry }, { report }) {
      const becomes: Record<string, string> = { ej: 'inte', erhåller: 'får', 'i syfte att': 'för att' }
      const pattern = entry.patterns[0]!
      report({
        at: { start, end },
        message: `Ordet ”${text}” är tungt.`,
        suggestions: [
          {
            title: `Byt till ”${becomes[pattern]}”`,
            safety: pattern === 'erhåller' ? 'suggestion' : 'safe',
            edits: [{ start, end, text: becomes[pattern]! }],
          },
        ],
      })
    },
  },
})

/** Sentences with more words than the option allows: a suggestion a little over, a warning far over. */
export const longSentence = defineRule({
  meta: {
    ...base,
    id: 'lang-sats',
    extent: 'sentence',
    options: {
      maxOrd: { type: 'integer', default: 8, minimum: 2, maximum: 60, description: 'Högsta antal ord.' },
    },
    profiles: { press: { options: { maxOrd: 12 } }, protokoll: { severity: 'off' }, lattlast: { severity: 'error' } },
  },
  block: {
    sentence(sentence, { options, report }) {
      if (sentence.wordCount <= options.maxOrd) return
      const severity = sentence.wordCount > options.maxOrd + 5 ? 'warning' : 'suggestion'
      report({ at: sentence, message: `Meningen har ${sentence.wordCount} ord.`, severity })
    },
  },
})

/** Document rule: a text must begin with a heading. */
const headingMissing = defineRule({
  meta: { ...base, id: 'utan-rubrik', extent: 'document', severity: 'error', checklist: [4] },
  document: {
    check({ blocks }, { report }) {
      if (blocks.length > 0 && !blocks.some(({ kind }) => kind === 'heading'))
        report(0, { at: { start: 0, end: 0 }, message: 'Texten saknar rubrik.' })
    },
  },
})

/** Document rule with facts: a shortened word that is said in full nowhere. */
const unexplained = defineRule<Record<never, never>, readonly { start: number; end: number }[]>({
  meta: { ...base, id: 'utan-forklaring', extent: 'word', severity: 'warning', fix: 'suggestion' },
  table: [{ patterns: ['IVO'] }],
  document: {
    collect: (_block, _context, matches) =>
      matches.length > 0 ? matches.map(({ start, end }) => ({ start, end })) : undefined,
    check({ blocks }, { report }) {
      const first = blocks.find(({ facts }) => facts !== undefined)
      if (!first || blocks.some(({ text }) => text.includes('Inspektionen för vård'))) return
      const at = first.facts![0]!
      report(first.index, {
        at,
        message: 'Förkortningen ”IVO” är inte förklarad.',
        suggestions: [
          {
            title: 'Skriv ut den',
            safety: 'suggestion',
            edits: [{ start: at.end, end: at.end, text: ' (Inspektionen för vård och omsorg)' }],
          },
        ],
      })
    },
  },
})

/** Two spaces in a row, also in quotations; a safe fix. */
export const doubleSpace = defineRule({
  meta: { ...base, id: 'dubbelt-mellanslag', severity: 'error', readsQuotes: true, fix: 'safe' },
  block: {
    block({ text }, { report }) {
      for (const { index, 0: found } of text.matchAll(/(?<=\S) {2,}(?=\S)/g))
        report({
          at: { start: index, end: index + found.length },
          message: 'Här står flera mellanslag.',
          suggestions: [
            {
              title: 'Ta bort ett',
              safety: 'safe',
              edits: [{ start: index, end: index + found.length, text: ' ' }],
            },
          ],
        })
    },
  },
})

/** Off unless a profile or the settings turn it on. */
const optional = defineRule({
  meta: {
    ...base,
    id: 'frivillig',
    enabled: false,
    severity: 'suggestion',
    profiles: { strikt: { severity: 'warning' } },
    options: {
      tecken: { type: 'string', default: '–', enum: ['–', '-'], description: 'Tecken.' },
      tillat: { type: 'boolean', default: false, description: 'Tillåt.' },
      andel: { type: 'number', default: 0.5, minimum: 0, maximum: 1, description: 'Andel.' },
      undanta: { type: 'strings', default: ['ett'], description: 'Ord.' },
      fritt: { type: 'string', default: '', description: 'Fri text.' },
    },
  },
  block: {
    block(block, { report }) {
      report({ at: { start: 0, end: block.text.length }, message: 'Frivillig.' })
    },
  },
})

export const stubRules: readonly AnyRule[] = [
  heavyWord,
  longSentence,
  headingMissing,
  unexplained,
  doubleSpace,
  optional,
]
