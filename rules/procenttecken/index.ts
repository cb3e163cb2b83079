import { defineRule } from '@klarsprak/engine'
import { allMatches } from '../src/matches.ts'
import { fragelada } from '../src/sources.ts'
import { isCode, numberStart } from './number.ts'

/** A number with its sign; with an ending, or with the last part of a compound. */
const glued = /\d(?:[%‰]-?(?:ig[at]?|are|arna|aren)(?![\p{L}])|[%‰] ?-\p{Ll}+|[%‰])/gu
const spaces = { 'U+00A0': '\u00a0', 'U+202F': '\u202f' } as const

export const rule = defineRule({
  meta: {
    id: 'procenttecken',
    title: 'Procenttecken utan mellanslag',
    description: 'Hittar procent- och promilletecken som står direkt efter siffran.',
    why: 'På svenska står det ett mellanslag mellan siffran och tecknet, helst ett fast som håller ihop dem.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'error',
    enabled: true,
    sources: [
      fragelada(26902),
      fragelada(21726),
      { work: 'EU: Publikationshandboken', section: '6.4', url: 'https://publications.europa.eu/code/sv/' },
    ],
    options: {
      tecken: {
        type: 'string',
        default: 'U+00A0',
        enum: ['U+00A0', 'U+202F'],
        description: 'Vilket fasta mellanslag rättningen sätter in.',
      },
      iTabell: { type: 'boolean', default: true, description: 'Granska även tabeller.' },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption', 'quote'],
    readsQuotes: true,
    fix: 'safe',
    extent: 'word',
  },
  block: {
    block(block, { options, report }) {
      if (block.kind === 'tableCell' && !options.iTabell) return
      if (!/[%‰]/.test(block.text)) return
      for (const match of allMatches(block.text, glued)) {
        const sign = match.index + 1
        const end = match.index + match[0].length
        const start = numberStart(block.text, match.index)
        if (isCode(block, start, end)) continue
        const number = block.text.slice(start, sign)
        const space = spaces[options.tecken as keyof typeof spaces]
        const quoted = block.inQuote(start, end)
        if (match[0].length === 2) {
          report({
            at: { start, end },
            message: `Det ska vara mellanslag i ”${number}${match[0][1]}”.`,
            suggestions: [
              {
                title: `Skriv ”${number}${space}${match[0][1]}”`,
                safety: 'safe',
                edits: quoted ? [] : [{ start: sign, end: sign, text: space }],
              },
            ],
          })
          continue
        }
        const rest = match[0].slice(2).replace(/^ ?-/, '')
        const link = match[0][1] === '%' && !/^(?:ig[at]?|are|arna|aren)$/.test(rest) ? 's' : ''
        const word = `${match[0][1] === '%' ? 'procent' : 'promille'}${link}${rest}`
        report({
          at: { start, end },
          message: `Skriv ut ordet i stället för tecknet i ”${block.text.slice(start, end)}”.`,
          why: 'Ett tecken kan inte böjas, så ord som bildas av procent skrivs med bokstäver.',
          suggestions: [
            {
              title: `Skriv ”${number}-${word}”`,
              safety: 'suggestion',
              edits: quoted ? [] : [{ start: sign, end, text: `-${word}` }],
            },
          ],
        })
      }
    },
  },
})
