import { defineRule, Outlines, type TextBlock } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { text } from '../generated/tables/felskrivningar.ts'
import { correctTo, isNoProse } from '../src/correct.ts'
import { NumberSieve } from '../src/number-sieve.ts'
import { skrivregler } from '../src/sources.ts'
import { lazy } from '../src/table.ts'
import { looksLikeName } from '../src/words.ts'

/** What is right, by what is wrong; and the same for the words that compounds end in. */
const table = lazy(() => {
  const words = new Map<string, string>()
  const endings = new Map<string, string>()
  // The longest of the tables, read where every text is: its three cells without a row of objects.
  const lines = text.split('\n')
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index]!
    const first = line.indexOf('\t')
    if (first < 0) continue
    const second = line.indexOf('\t', first + 1)
    const wrong = line.slice(0, first)
    const right = line.slice(first + 1, second < 0 ? undefined : second)
    words.set(wrong, right)
    if (second >= 0 && line.endsWith('\tja')) endings.set(wrong, right)
  }
  const tails = new NumberSieve([...endings.keys()].map(tailOf))
  const lengths = [...new Set([...endings.keys()].map((ending) => ending.length))].sort((a, b) => b - a)
  return { words, outlines: new Outlines(words.keys()), endings, tails, lengths }
})

export const rule = defineRule({
  meta: {
    id: 'felskrivning',
    title: 'Felskrivning',
    description: 'Hittar felstavade ord som är vanliga i kommuners och myndigheters texter.',
    why: 'Ett felstavat ord får läsaren att stanna upp och lita mindre på texten.',
    group: 'vanliga-fel',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('5.1'), { work: 'Svenska Akademiens ordlista (SAOL)' }],
    options: {
      godkandaOrd: {
        type: 'strings',
        default: [],
        description: 'Ord i listan som ska få stå kvar hos er, till exempel ett namn.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'safe',
    extent: 'word',
  },
  block: {
    block(block, { options, report }) {
      const { words, outlines } = table()
      for (const word of block.words) {
        if (word.kind !== 'word') continue
        const right = (outlines.has(word.lower) ? words.get(word.lower) : undefined) ?? correctedEnd(word.lower)
        if (right === undefined || isLeftAlone(block, word) || options.godkandaOrd.includes(word.lower)) continue
        report({
          at: word,
          message: `”${word.form}” stavas ”${right}”.`,
          suggestions: [correctTo(block, word, right, looksLikeName(word) ? 'suggestion' : 'safe')],
        })
      }
    },
  },
})

/** The last four characters as a number, which is made faster than a string. */
function tailOf(form: string): number {
  let tail = 0
  for (let at = Math.max(0, form.length - 4); at < form.length; at++) tail = (tail * 31 + form.charCodeAt(at)) | 0
  return tail
}

/** A compound whose last part is wrong: `byggnadsnämden`. */
function correctedEnd(lower: string): string | undefined {
  const { endings, tails, lengths } = table()
  if (lower.length < 8 || !tails.has(tailOf(lower))) return undefined
  for (const length of lengths) {
    if (lower.length < length + 3) continue
    const right = endings.get(lower.slice(-length))
    if (right !== undefined) return lower.slice(0, -length) + right
  }
  return undefined
}

/** Names keep their spelling: `Resturang Kajen` may call itself so, but not `Socialnämden`. */
function isLeftAlone(block: TextBlock, word: Word): boolean {
  if (isNoProse(block, word) || /\p{Lu}.*\p{Lu}/u.test(word.form)) return true
  return looksLikeName(word) && [word.previous, word.next].some((near) => near !== undefined && looksLikeName(near))
}
