import { type BlockContext, defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { after, before, isTechnical } from '../src/places.ts'
import { skrivregler } from '../src/sources.ts'
import { euStyle } from '../src/style-guides.ts'
import { Trait, traitsOf } from '../src/traits.ts'

const spaceBefore =
  /(?<=[\p{L}\d)\]”"»%])[ \u00a0]+([.,;:!?](?=[ \u00a0\n”"]|$)|[,;](?=\p{Ll})|[)\]](?=[ \u00a0\n”".,;:!?]|$))/gu
const spaceAfter = /([([])[ \u00a0]+(?=[\p{L}\d”"])/gu
const missingAfterStop = /(?<=\p{Ll}{3})([.!?])(?=\p{Lu}(?:\p{Ll}|[ \u00a0]))/gu
const missingAfterComma = /(?<=\p{Ll}{2})([,;])(?=\p{L}{2})/gu
const missingBefore = /(?<=\p{Ll}{3})\((?=[^()]{2,80}\))/gu

export const rule = defineRule({
  meta: {
    id: 'mellanslag-skiljetecken',
    title: 'Fel mellanslag vid skiljetecken',
    description: 'Hittar mellanslag före skiljetecken och skiljetecken utan mellanslag efter sig.',
    why: 'Skiljetecknet hör ihop med ordet före och ska ha mellanslag efter sig.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('kapitel 13'), euStyle('6.4')],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    readsQuotes: true,
    fix: 'safe',
    extent: 'word',
    yieldsTo: ['valutaform', 'mattenhet'],
  },
  block: {
    block(block, context) {
      const { text } = block
      const traits = traitsOf(text)
      if (traits & Trait.oddSpace) checkSpaces(context)
      if (traits & Trait.gluedSign) checkMissing(context)
    },
  },
})

function checkSpaces({ block, report }: BlockContext): void {
  const { text } = block
  for (const { 0: found, 1: sign, index: start } of allMatches(text, spaceBefore)) {
    const end = start + found.length
    // Leaders and spaced-out dots, and a bracket that opens with a space: `( )`.
    if (sign === '.' && /^[ \u00a0]*\./.test(after(text, end, 3))) continue
    if (isTechnical(block, start, end)) continue
    report({
      at: { start, end },
      message: `Det ska inte vara mellanslag före ${nameOf(sign!)}.`,
      suggestions: [
        /\p{L}/u.test(text.charAt(end))
          ? write(start, end, `${sign} `, 'safe', `${wordsBefore(text, start)}${sign} ${wordAfter(text, end)}`)
          : write(start, end - 1, '', 'safe', wordsBefore(text, start) + sign),
      ],
    })
  }
  for (const { 0: found, 1: sign, index: start } of allMatches(text, spaceAfter)) {
    const end = start + found.length
    if (isTechnical(block, start, end)) continue
    report({
      at: { start, end },
      message: `Det ska inte vara mellanslag efter ${nameOf(sign!)}.`,
      suggestions: [write(start + 1, end, '', 'safe', sign + wordAfter(text, end))],
    })
  }
}

function checkMissing({ block, report }: BlockContext): void {
  const { text } = block
  for (const pattern of [missingAfterStop, missingAfterComma])
    for (const { 1: sign, index: start } of allMatches(text, pattern)) {
      const end = start + 1
      if (isTechnical(block, start, end) || isPartOfName(text, start)) continue
      report({
        at: { start, end },
        message: `Det ska vara mellanslag efter ${nameOf(sign!)}.`,
        suggestions: [write(end, end, ' ', 'safe', `${wordsBefore(text, start)}${sign} ${wordAfter(text, end)}`)],
      })
    }
  for (const { index: start } of allMatches(text, missingBefore)) {
    const inside = text.slice(start + 1, text.indexOf(')', start))
    // An ending in brackets is part of the word: barn(et), elev(er).
    if (!/[ \d]|^\p{Lu}/u.test(inside) || isTechnical(block, start, start + 1)) continue
    report({
      at: { start, end: start + 1 },
      severity: 'suggestion',
      message: 'Det ska vara mellanslag före parentesen.',
      suggestions: [write(start, start, ' ', 'suggestion', `${wordsBefore(text, start)} (`)],
    })
  }
}

/** True between the parts of a user name, a site or a brand: `fornamn.Efternamn`, `Booking.Com`. */
function isPartOfName(text: string, at: number): boolean {
  const run = /^[\p{L}\d.]*/u.exec(after(text, at + 1))![0]
  return /\.\p{L}|@/u.test(run) || /^(?:Com|Se|Nu|Org|Net|Js|NET|SE|COM)$/.test(run)
}

function nameOf(sign: string): string {
  const names: Record<string, string> = {
    '.': 'punkt',
    ',': 'komma',
    ';': 'semikolon',
    ':': 'kolon',
    '!': 'utropstecken',
    '?': 'frågetecken',
    ')': 'slutparentes',
    ']': 'slutparentes',
    '(': 'startparentes',
    '[': 'startparentes',
  }
  return names[sign]!
}

function wordsBefore(text: string, at: number): string {
  return /[\p{L}\d-]+[)\]]?$/u.exec(before(text, at, 24))?.[0] ?? ''
}

function wordAfter(text: string, at: number): string {
  return /^[\p{L}\d-]+/u.exec(after(text, at, 24))?.[0] ?? ''
}
