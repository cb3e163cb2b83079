import { defineRule } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { correctTo, isNoProse } from '../src/correct.ts'

const directions = new Set(
  'till fram in ner ned upp ut bort från sedan sen hit dit borta inne uppe nere ute'.split(' '),
)
/** Of these, `den enda` can hardly be followed by the rest; the others can (`den enda från Örebro`). */
const before = new Set(
  'den det de en ett min mitt mina din ditt dina sin sitt sina vår vårt våra er ert era'.split(' '),
)
const nominal = new Set(['NOUN', 'ADJ'])

export const rule = defineRule({
  meta: {
    id: 'anda-enda',
    title: 'Ända eller enda',
    description: 'Hittar ”enda” som ska vara ”ända”, och tvärtom.',
    why: 'Orden låter nästan likadant men betyder olika saker: ”ända” är hela vägen, ”enda” är den utan motstycke.',
    group: 'vanliga-fel',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [{ work: 'Svenska Akademiens ordlista (SAOL)', section: 'enda, ända' }],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'safe',
    extent: 'word',
  },
  table: [{ patterns: ['enda'] }, { patterns: ['ända'] }],
  block: {
    match(match, { block, report }) {
      const word = match.words[0]!
      if (isNoProse(block, word)) return
      if (word.lower === 'enda' ? isDistance(word) : isSole(word)) {
        const right = word.lower === 'enda' ? 'ända' : 'enda'
        report({
          at: word,
          message:
            right === 'ända'
              ? 'Här ska det stå ”ända”, i betydelsen hela vägen.'
              : 'Här ska det stå ”enda”, i betydelsen det finns bara en.',
          suggestions: [correctTo(block, word, right)],
        })
      }
    },
  },
})

/** `öppet enda till klockan 20`, but not `den enda till höger`, `vår enda från i dag` or `kommunens enda`. */
function isDistance({ previous, next }: Word): boolean {
  if (next === undefined || !directions.has(next.lower)) return false
  if (previous === undefined) return true
  return (
    !before.has(previous.lower) &&
    previous.morph.Case !== 'Gen' &&
    previous.morph.Poss === undefined &&
    !['DET', 'NUM', 'ADJ', 'PROPN'].includes(previous.upos) &&
    previous.lower !== 'inte'
  )
}

/** `den ända möjligheten`, but not `den ända som sticker ut` or `i den ända änden`. */
function isSole({ previous, next }: Word): boolean {
  if (previous === undefined || next === undefined || !before.has(previous.lower)) return false
  return nominal.has(next.upos) && !directions.has(next.lower) && next.morph.Case !== 'Gen'
}
