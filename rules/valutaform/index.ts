import { type BlockContext, defineRule, type TextBlock } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { isInBrackets, isTechnical, wordAt } from '../src/places.ts'
import { skrivregler } from '../src/sources.ts'
import { euStyle, skelleftea } from '../src/style-guides.ts'
import { Trait, traitsOf } from '../src/traits.ts'
import { isFiniteVerb } from '../src/verbs.ts'

const number = '\\d+(?:[ \\u00a0\\u202f]\\d{3}){0,4}(?:[.,]\\d{1,2})?'
const own = '(?<![\\p{L}\\d.,:/_#@-])'
const forms = new RegExp(
  `${own}(?<amount>${number})(?:(?<glued>kr|kronor)(?![\\p{L}\\d])|(?<dash>:-|,-|:–|,–)(?:[ \\u00a0]kr(?:onor)?)?(?![\\p{L}\\d])|[ \\u00a0](?:(?<dotted>kr\\.)(?=[ \\u00a0]\\p{Ll})|(?<capital>KR|Kr|Kronor|KRONOR)(?![\\p{L}\\d/])|(?<code>SEK)(?![\\p{L}\\d/])|(?<short>kr)(?![\\p{L}\\d/]|\\.\\p{L})))|${own}(?<code2>SEK)[ \\u00a0](?<amount2>${number})(?![\\p{L}\\d])|(?<!\\p{L})(?<sign>[€$£])[ \\u00a0]?(?<amount3>${number})(?![\\p{L}\\d])`,
  'gu',
)
const otherCurrency = /(?<!\p{L})(?:EUR|USD|GBP|NOK|DKK|CHF|euro|dollar|pund|växelkurs|valuta\p{L}*)(?!\p{L})/u
const names = { '€': 'euro', $: 'dollar', '£': 'pund' } as const

export const rule = defineRule({
  meta: {
    id: 'valutaform',
    title: 'Belopp skrivet fel',
    description: 'Hittar belopp där kronor eller annan valuta är skriven på ett sätt som inte hör hemma i svensk text.',
    why: 'Ett belopp som är skrivet på det vanliga sättet kan inte missförstås.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [
      euStyle('7.3'),
      { work: 'SLU: Skrivregler', section: 'valuta' },
      skrivregler('kapitel 12'),
      { ...skelleftea, section: 'Så skriver du penningbelopp' },
    ],
    options: {
      loptextKr: {
        type: 'boolean',
        default: false,
        description: 'Säg till även om förkortningen kr i löpande text.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'safe',
    extent: 'word',
  },
  block: {
    block(block, context) {
      const { text } = block
      if (!(traitsOf(text) & Trait.digit) || !/[Kk][Rr]|SEK|[€$£]|[:,][-–]/.test(text)) return
      for (const match of allMatches(text, forms)) checkAmount(match, context)
    },
  },
})

/** After the amount, it begins what is only said of the thing: `Barn 800:- där vuxen sitter bredvid`. */
const clause = /(?<!\p{L})(?:där|som|om|när|dit)(?!\p{L})/iu

/** True in a row of a price list: no finite verb but in brackets, or nothing after the amount and a colon before it. */
function isPriceRow(block: TextBlock, start: number, end: number): boolean {
  const { text } = block
  if (/:[ \u00a0]$/.test(text.slice(0, start)) && text.slice(end).trim() === '') return true
  return !wordAt(block, start)?.sentence.words.some(
    (word) =>
      isFiniteVerb(word) &&
      !isInBrackets(text, word.start, word.end) &&
      !(word.start > end && clause.test(text.slice(end, word.start))),
  )
}

function checkAmount(match: RegExpExecArray, { block, options, report }: BlockContext<{ loptextKr: boolean }>): void {
  const { amount, glued, dash, dotted, capital, code, short, code2, amount2, sign, amount3 } = match.groups!
  const start = match.index
  const end = start + match[0].length
  if (isTechnical(block, start, end)) return
  const at = { start, end }
  const inTable = block.kind === 'tableCell'
  const shown = match[0].replace(/\u00a0/g, ' ')
  if (glued) {
    const put = start + amount!.length
    report({
      at,
      message: `Det ska vara mellanslag i ”${shown}”.`,
      suggestions: [write(put, put, '\u00a0', 'safe', `${amount}\u00a0${glued}`)],
    })
  } else if (dash) {
    if (inTable || isPriceRow(block, start, end)) return
    report({
      at,
      message: `Skriv ”kronor” i stället för ”${dash}” efter beloppet.`,
      suggestions: [write(start + amount!.length, end, '\u00a0kronor', 'suggestion', `${amount}\u00a0kronor`)],
    })
  } else if (dotted)
    report({
      at,
      message: 'Förkortningen ”kr” har ingen punkt.',
      suggestions: [write(end - 1, end, '', 'safe', shown.slice(0, -1))],
    })
  else if (capital)
    report({
      at,
      message: `Skriv ”${capital.toLowerCase()}” med små bokstäver.`,
      suggestions: [write(end - capital.length, end, capital.toLowerCase(), 'safe')],
    })
  else if (code ?? code2) {
    if (inTable || otherCurrency.test(block.text)) return
    const written = `${(amount ?? amount2)!.trimEnd()}\u00a0kronor`
    report({
      at,
      message: 'Skriv ”kronor” i stället för valutakoden ”SEK”.',
      suggestions: [write(start, end, written)],
    })
  } else if (sign) {
    if (inTable) return
    const written = `${amount3!.trimEnd()}\u00a0${names[sign as keyof typeof names]}`
    report({
      at: { start, end: start + match[0].trimEnd().length },
      message: `Skriv valutan med ord efter beloppet, inte som ”${sign}” före det.`,
      suggestions: [write(start, start + match[0].trimEnd().length, written)],
    })
  } else if (short && options.loptextKr && !inTable && wordAt(block, start)?.sentence.words.some(isFiniteVerb))
    report({
      at,
      severity: 'suggestion',
      message: 'Skriv ut ”kronor” i löpande text.',
      suggestions: [write(end - 2, end, 'kronor')],
    })
}
