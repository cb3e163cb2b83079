import { type BlockContext, defineRule } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { hallefors, skrivregler, svartaListan } from '../src/sources.ts'
import { likeCase } from '../src/words.ts'

interface Options {
  readonly hoppaOverCitat: boolean
}

export const rule = defineRule({
  meta: {
    id: 'skall-form',
    title: 'Gammalt ”skall”',
    description: 'Hittar verbformen ”skall”.',
    why: 'Formen ”ska” är den vanliga i dag, medan ”skall” låter gammalt och strängt.',
    group: 'verb',
    checklist: [10],
    severity: 'warning',
    enabled: true,
    sources: [skrivregler('kapitel 6'), svartaListan, hallefors(10)],
    options: {
      hoppaOverCitat: { type: 'boolean', default: true, description: 'Låt citat vara.' },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption', 'quote'],
    readsQuotes: true,
    fix: 'safe',
    extent: 'word',
  },
  block: { word: { AUX: check, VERB: check, NOUN: check } },
})

function check(word: Word, { block, options, report }: BlockContext<Options>): void {
  if (word.lower !== 'skall') return
  const quoted = block.inQuote(word.start, word.end)
  if (quoted && options.hoppaOverCitat) return
  const mayBeNoun = follows(word.previous)
  if (mayBeNoun && !hasInfinitive(word)) return
  if (word.upos === 'NOUN' && !hasInfinitive(word)) return
  const text = likeCase(word.form, 'ska')
  report({
    at: word,
    message: `Skriv ”ska” i stället för ”${word.form}”.`,
    suggestions: [
      {
        title: `Byt till ”${text}”`,
        safety: mayBeNoun ? 'suggestion' : 'safe',
        edits: quoted ? [] : [{ start: word.start, end: word.end, text }],
      },
    ],
  })
}

/** True for what comes before the noun: `ett skall`, `hundens skall`. */
function follows(previous: Word | undefined): boolean {
  if (previous === undefined) return false
  const { upos, morph, lower } = previous
  if (upos === 'DET' || (upos === 'ADJ' && morph.Definite !== 'Def')) return true
  return morph.Case === 'Gen' || morph.Poss === 'Yes' || ((upos === 'NOUN' || upos === 'PROPN') && lower.endsWith('s'))
}

/** True where a verb for `skall` to go with stands after it in its clause. */
function hasInfinitive(word: Word): boolean {
  let steps = 0
  for (let next = word.next; next !== undefined && steps < 12; next = next.next, steps++) {
    if (next.morph.VerbForm === 'Inf' && next.previous?.lower !== 'att') return true
    if (next.morph.VerbForm === 'Fin' || /^[.;:?!]$/.test(next.form)) return false
  }
  return false
}
