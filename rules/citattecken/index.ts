import { defineRule, type TextBlock, type TextEdit } from '@klarsprak/engine'
import { allMatches } from '../src/matches.ts'
import { isTechnical } from '../src/places.ts'
import { fragelada, skrivregler } from '../src/sources.ts'
import { skelleftea } from '../src/style-guides.ts'
import { Trait, traitsOf } from '../src/traits.ts'

/** What the parser's pairs should be, and whether it is certain that the signs are quotation marks. */
const pairs: Record<string, { right: string; safe: boolean; name: string }> = {
  '""': { right: '”', safe: true, name: 'raka' },
  '“”': { right: '”', safe: true, name: 'engelska' },
  '““': { right: '”', safe: true, name: 'engelska' },
  '„“': { right: '”', safe: false, name: 'tyska' },
  '„”': { right: '”', safe: false, name: 'tyska' },
  '«»': { right: '”', safe: false, name: 'franska' },
  "''": { right: '’', safe: false, name: 'raka' },
  '‘’': { right: '’', safe: false, name: 'engelska' },
}
const mixed = /(?<![\p{L}\d”"“])([”"“])(?=[\p{L}\d])([^”"“„«»\n]{1,400})(?<=[\p{L}\d.!?,…])([”"“])(?![\p{L}\d])/gu

export const rule = defineRule({
  meta: {
    id: 'citattecken',
    title: 'Fel citattecken',
    description: 'Hittar raka, engelska, tyska och franska citattecken i svensk text.',
    why: 'På svenska ser citattecknet likadant ut före och efter: ”så här”.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'warning',
    enabled: true,
    sources: [fragelada(24612), skrivregler('13.11'), skelleftea],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    // A pair of marks is the quotation itself.
    readsQuotes: true,
    fix: 'safe',
    extent: 'sentence',
  },
  block: {
    block(block, { report }) {
      const { text } = block
      if (block.quoted || !(traitsOf(text) & (Trait.straightQuote | Trait.curlyQuote | Trait.apostrophe))) return
      for (const { type, start, end } of block.marks) {
        if (type !== 'quote') continue
        const pair = pairs[text.charAt(start) + text.charAt(end - 1)]
        if (pair === undefined || isData(block, start, end)) continue
        // Two apostrophes make no pair: ’90-talets … Lars’.
        if (text.charAt(start) === "'" && /^'\d|[.!?] |.{60}/.test(text.slice(start, end - 1))) continue
        report({
          at: { start, end },
          message: `Byt de ${pair.name} citattecknen mot svenska.`,
          suggestions: [
            {
              title: `Skriv ${pair.right}…${pair.right} runt orden`.replace(/’…’/, '’…’'),
              safety: pair.safe ? 'safe' : 'suggestion',
              edits: replaced(start, end, pair.right),
            },
            // Single marks are for meanings and for quotations in quotations; words that are only named take double ones.
            ...(pair.right === '’'
              ? [{ title: 'Skriv ”…” runt orden', safety: 'suggestion' as const, edits: replaced(start, end, '”') }]
              : []),
          ],
        })
      }
      if (!(traitsOf(text) & Trait.curlyQuote)) return
      for (const match of allMatches(text, mixed)) {
        const start = match.index
        const end = start + match[0].length
        if (match[1] === match[3] || pairs[match[1]! + match[3]!] || isData(block, start, end)) continue
        if (block.marks.some((mark) => mark.type === 'quote' && mark.start < end && start < mark.end)) continue
        report({
          at: { start, end },
          message: 'Citattecknen före och efter är inte likadana.',
          suggestions: [{ title: 'Skriv ”…” runt orden', safety: 'suggestion', edits: replaced(start, end, '”') }],
        })
      }
    },
  },
})

function replaced(start: number, end: number, sign: string): TextEdit[] {
  return [
    { start, end: start + 1, text: sign },
    { start: end - 1, end, text: sign },
  ]
}

/** True for signs in data and code: `{"namn": "värde"}`, `href="sida.html"`. */
function isData(block: TextBlock, start: number, end: number): boolean {
  const { text } = block
  if (block.markAt(start, 'code') || /[={[:]$/.test(text.slice(Math.max(0, start - 1), start))) return true
  return /^[ \u00a0]?:[ \u00a0]?["'{[\d]|^[}\]]/.test(text.slice(end, end + 3)) || isTechnical(block, start, start + 1)
}
