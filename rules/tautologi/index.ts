import { type BlockContext, defineRule, type TextBlock } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { text } from '../generated/tables/tautologier.ts'
import { readReplacements } from '../src/replacements.ts'
import { hallefors, skrivregler } from '../src/sources.ts'
import { lazy } from '../src/table.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { reportWords, sparedOption } from '../src/word-table.ts'

const table = lazy(() => readReplacements(text))

export const rule = defineRule({
  meta: {
    id: 'tautologi',
    title: 'Samma sak två gånger',
    description: 'Hittar uttryck som säger samma sak två gånger, som ”fortsätta vidare” och ”möjlighet att kunna”.',
    why: 'Läsaren letar efter en skillnad mellan orden som inte finns.',
    group: 'ord',
    checklist: [8],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('1.4'), hallefors(8)],
    options: { undantaOrd: sparedOption },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
  },
  get table() {
    return table()
  },
  block: {
    match(match, context) {
      const settings = { strength: 3, spared: context.options.undantaOrd }
      reportWords(match, context, settings, `”${match.text}” säger samma sak två gånger.`)
    },
    word: { ADV: checkAdverb },
  },
})

/** `även … också` in one clause, and `från och med … och framåt`. */
function checkAdverb(word: Word, context: BlockContext<{ readonly undantaOrd: readonly string[] }>): void {
  const first = word.lower === 'också' ? alsoBefore(word) : word.lower === 'framåt' ? fromBefore(word) : undefined
  if (first === undefined || context.options.undantaOrd.includes(word.lower)) return
  const from = word.lower === 'framåt' ? word.previous! : word
  const gone = context.block.text.slice(from.start, word.end)
  context.report({
    at: { start: from.start, end: word.end },
    message: `”${gone}” säger samma sak som ”${first.form}” tidigare i meningen.`,
    related: [{ at: first, message: 'Här står det första gången.' }],
    suggestions: [{ title: `Stryk ”${gone}”`, safety: 'suggestion', edits: [without(context.block, from, word)] }],
  })
}

/** `även` before `också` with nothing between that begins a new clause. */
function alsoBefore(also: Word): Word | undefined {
  let verbs = 0
  for (let word = also.previous, steps = 0; word !== undefined && steps < 8; word = word.previous, steps++) {
    if (word.upos === 'PUNCT' || word.upos === 'SCONJ' || word.upos === 'CCONJ' || word.lower === 'som')
      return undefined
    if (isFiniteVerb(word) && ++verbs > 1) return undefined
    if (word.lower === 'även') return /^(?:om|när|då|fast|efter|innan|sedan)$/.test(word.next!.lower) ? undefined : word
  }
  return undefined
}

function fromBefore(onwards: Word): Word | undefined {
  if (onwards.previous?.lower !== 'och') return undefined
  for (
    let word: Word | undefined = onwards.previous, steps = 0;
    word !== undefined && steps < 8;
    word = word.previous, steps++
  )
    if (word.lower === 'fr.o.m.' || (word.lower === 'från' && word.next?.next?.lower === 'med')) return word
  return undefined
}

/** An edit that takes words out together with the space before them. */
function without({ text }: TextBlock, first: Word, last: Word): { start: number; end: number; text: string } {
  return { start: text[first.start - 1] === ' ' ? first.start - 1 : first.start, end: last.end, text: '' }
}
