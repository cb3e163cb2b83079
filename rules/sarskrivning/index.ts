import { type BlockContext, defineRule } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { correctTo } from '../src/correct.ts'
import { fragelada, skrivregler } from '../src/sources.ts'
import { listedPair, open } from './listed.ts'
import { isAdjacent, patternPair } from './pattern.ts'

export const rule = defineRule({
  meta: {
    id: 'sarskrivning',
    title: 'Särskrivning',
    description: 'Hittar sammansatta ord som är skrivna som två.',
    why: 'Ett isärskrivet ord kan få en annan betydelse, och läsaren måste själv sätta ihop det.',
    group: 'vanliga-fel',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [
      skrivregler('10.1'),
      fragelada(21159),
      { work: 'Skellefteå kommun: Språkhandboken', url: 'https://www.skelleftea.se/skiljetecken' },
    ],
    options: {
      monster: {
        type: 'string',
        default: 'forslag',
        enum: ['av', 'forslag'],
        description: 'Om regeln även ska hitta ord som inte står i tabellen.',
      },
      undantaOrd: {
        type: 'strings',
        default: [],
        description: 'Sammansättningar som inte ska räknas, ihopskrivna, till exempel ett namn.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'caption'],
    fix: 'safe',
    extent: 'phrase',
  },
  block: {
    block(block, context) {
      for (const word of block.words) {
        const { previous } = word
        if (previous === undefined || word.start !== previous.end + 1 || !open.has(word.upos)) continue
        const listed = listedPair(previous, word)
        if (listed !== undefined || patternPair(previous, word)) checkPair(previous, word, listed === 'sure', context)
      }
    },
  },
})

function tellsTime(next: Word | undefined): boolean {
  return next !== undefined && (/^[\d.]/.test(next.form) || next.upos === 'NUM' || next.upos === 'ADP')
}

/** @param sure the pair is never right */
function checkPair(
  previous: Word,
  word: Word,
  sure: boolean,
  { block, options, report }: BlockContext<{ monster: string; undantaOrd: readonly string[] }>,
): void {
  if (!sure && (block.kind === 'heading' || options.monster === 'av')) return
  // `julafton klockan 8`, `helgfri dag klockan åtta`, `natten klockan mellan …`
  if (/^kl(?:ockan|\.)?$/.test(word.lower) && tellsTime(word.next)) return
  if (!isAdjacent(block, previous, word)) return
  const right = previous.lower + word.lower
  if (options.undantaOrd.includes(right)) return
  const at = { start: previous.start, end: word.end }
  report({
    at,
    message: sure
      ? `”${previous.form} ${word.form}” ska skrivas ihop: ”${right}”.`
      : `Om ”${previous.form} ${word.form}” är ett enda ord ska det skrivas ihop: ”${right}”.`,
    ...(sure ? {} : { severity: 'suggestion' as const }),
    suggestions: [correctTo(block, at, right, sure ? 'safe' : 'suggestion')],
  })
}
