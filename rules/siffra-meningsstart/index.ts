import { type BlockContext, defineRule } from '@klarsprak/engine'
import type { Sentence } from 'retext-swedish'
import { advise, write } from '../src/advice.ts'
import { monthWord } from '../src/dates.ts'
import { numerals } from '../src/numerals.ts'
import { after, before } from '../src/places.ts'
import { euStyle } from '../src/style-guides.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { capitalise } from '../src/words.ts'

const number = /^\d{1,3}(?:[ \u00a0]\d{3})*(?:,\d+)?(?![\d.:/)-]|[ \u00a0]?[–-][ \u00a0]?\d)/
/** What makes a number a date, a section, a time or a part of an address. */
const notCounted = new RegExp(
  `^[ \\u00a0](?:${monthWord}|§|kap|januari)(?!\\p{L})|^[ \\u00a0]?[§°]|^[ \\u00a0]\\d|^[.)]`,
  'iu',
)
const emergency = /^(?:112|113[ \u00a0]?13|114[ \u00a0]?14|116[ \u00a0]?\d{3}|1177|118[ \u00a0]?\d+)$/

export const rule = defineRule({
  meta: {
    id: 'siffra-meningsstart',
    title: 'Mening som börjar med siffra',
    description: 'Hittar meningar som börjar med ett tal i siffror.',
    why: 'Stor bokstav visar att en ny mening börjar, och siffran har ingen.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [
      euStyle('10.6'),
      { work: 'Klartext: Skriva siffror och tal' },
      { work: 'Helsingfors universitet: Skrivråd' },
      { work: 'Mittuniversitetet: Skrivregler' },
    ],
    options: {
      tillatArtal: { type: 'boolean', default: true, description: 'Låt en mening börja med ett årtal.' },
    },
    zones: ['lead', 'paragraph'],
    fix: 'suggestion',
    extent: 'word',
  },
  block: {
    sentence(sentence, context) {
      const code = context.block.text.charCodeAt(sentence.start)
      if (code >= 48 && code <= 57) checkNumber(sentence, context)
    },
  },
})

function checkNumber(sentence: Sentence, { block, options, report }: BlockContext<{ tillatArtal: boolean }>): void {
  const { text } = block
  const { start } = sentence
  const found = number.exec(text.slice(start, start + 20))?.[0]
  if (found === undefined || emergency.test(found)) return
  if (sentence.wordCount < 3 || !sentence.words.some(isFiniteVerb)) return
  const end = start + found.length
  const later = after(text, end)
  if (notCounted.test(later) || (options.tillatArtal && /^(?:1[5-9]|20)\d\d$/.test(found))) return
  // A number before a capital is that of a section or a page.
  if (!/^[ \u00a0](?:\p{Ll}|[%‰])/u.test(later)) return
  // An ending that is no end of a sentence: ”s. 12”, ”nr 3”.
  if (start > 0 && !/\p{L}{3}[”)]?[.!?][ \u00a0]+$/u.test(before(text, start))) return
  // Points of a list in running text: ”2 att …, 3 att …”.
  if (/^[ \u00a0]att[ \u00a0]/u.test(later)) return
  const value = Number(found)
  // With more figures in the sentence a number in letters would be the odd one.
  const isAlone = !/\d/.test(text.slice(end, sentence.end))
  const word =
    Number.isInteger(value) && value >= 2 && value <= 12 && isAlone && /^[ \u00a0]\p{L}/u.test(later)
      ? numerals[value]
      : undefined
  report({
    at: { start, end },
    message: `Meningen börjar med siffran ${found}.`,
    suggestions: [
      ...(word === undefined ? [] : [write(start, end, capitalise(word))]),
      advise('Flytta talet längre in i meningen'),
    ],
  })
}
