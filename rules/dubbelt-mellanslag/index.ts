import { defineRule } from '@klarsprak/engine'
import { allMatches } from '../src/matches.ts'
import { before } from '../src/places.ts'
import { skrivregler } from '../src/sources.ts'
import { Trait, traitsOf } from '../src/traits.ts'

const inside = /(?<=[^ \n\u00a0]) {2,}(?=[^ \n\u00a0])/g
const edges = /^[ \u00a0]+(?=[^ \u00a0])|(?<=[^ \n\u00a0])[ \u00a0]+$/g

export const rule = defineRule({
  meta: {
    id: 'dubbelt-mellanslag',
    title: 'Dubbla mellanslag',
    description: 'Hittar två eller fler mellanslag i följd, och mellanslag först eller sist i ett stycke.',
    why: 'Extra mellanslag gör luckor i texten som stör läsningen.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('kapitel 13'), { work: 'Typografisk praxis' }],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'safe',
    extent: 'word',
  },
  block: {
    block(block, { report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.doubleSpace)) return
      // Wide gaps line up columns.
      if (/ {4,}/.test(text) || (text.match(/ {3,}/g)?.length ?? 0) > 1) return
      for (const { 0: found, index: start } of allMatches(text, inside)) {
        const end = start + found.length
        if (block.markAt(start, 'code')) continue
        const word = /[\p{L}\d-]+[.,:;!?)]?$/u.exec(before(text, start, 30))?.[0]
        report({
          at: { start, end },
          message: `Det är ${found.length === 2 ? 'två' : 'flera'} mellanslag i följd${word === undefined ? '' : ` efter ”${word}”`}.`,
          suggestions: [
            { title: 'Ta bort det extra mellanslaget', safety: 'safe', edits: [{ start: start + 1, end, text: '' }] },
          ],
        })
      }
      if (block.kind === 'tableCell') return
      for (const { 0: found, index: start } of allMatches(text, edges))
        report({
          at: { start, end: start + found.length },
          message: `Det är mellanslag ${start === 0 ? 'först' : 'sist'} i stycket.`,
          suggestions: [
            { title: 'Ta bort mellanslaget', safety: 'safe', edits: [{ start, end: start + found.length, text: '' }] },
          ],
        })
    },
  },
})
