import { defineRule, type Suggestion } from '@klarsprak/engine'
import { kmh, skellefteaSkiljetecken, skrivregler } from '../src/sources.ts'

const names: Readonly<Record<string, readonly [name: string, definite: string]>> = {
  '.': ['punkt', 'punkten'],
  ':': ['kolon', 'kolonet'],
  ',': ['komma', 'kommat'],
  ';': ['semikolon', 'semikolonet'],
  '!': ['utropstecken', 'utropstecknet och låt orden tala'],
}
/** A word that the rest of a sentence must follow, as in `Kom ihåg att!`: without its sign the heading still hangs. */
const hanging = /(?<!\p{L})(?:att|och|eller|som|för|om|är)$/iu
/** A letter may begin with a greeting that is set as a heading. */
const greeting = /^(?:hej|hejsan|tack|(?:varmt )?välkom(?:men|na) (?:att|hit|in|till oss))(?!\p{L})/iu

export const rule = defineRule({
  meta: {
    id: 'rubrik-skiljetecken',
    title: 'Skiljetecken efter rubrik',
    description: 'Hittar rubriker som slutar med punkt, kolon, komma eller utropstecken.',
    why: 'Rubriken skiljer sig redan från texten, så tecknet behövs inte och stör bara.',
    group: 'struktur',
    checklist: [4, 10],
    severity: 'suggestion',
    enabled: true,
    sources: [skellefteaSkiljetecken, kmh, skrivregler('3.5')],
    options: {
      tillatUtrop: { type: 'boolean', default: false, description: 'Tillåt utropstecken efter en rubrik.' },
    },
    zones: ['heading'],
    fix: 'safe',
    extent: 'word',
  },
  block: {
    block(block, { format, options, report }) {
      const { text } = block
      // In plain text a line that ends so is seldom a heading.
      if (format === 'text') return
      const sign = text.at(-1) ?? ''
      const name = names[sign]
      if (name === undefined) return
      // A full stop that belongs to an abbreviation is no word of its own.
      const last = block.words.at(-1)
      if (last === undefined || last.form !== sign || last.previous?.kind === 'punctuation') return
      if (sign === '!' && (options.tillatUtrop || greeting.test(text))) return
      if (!/\p{L}/u.test(text)) return
      const isSafe = sign === '.' || sign === ':'
      const word = hanging.exec(text.slice(0, last.start).trimEnd())?.[0]
      const removal: Suggestion = {
        title: `Ta bort ${name[1]}`,
        safety: isSafe ? 'safe' : 'suggestion',
        edits: [{ start: last.start, end: last.end, text: '' }],
      }
      report({
        at: last,
        message: `Rubriken slutar med ${name[0]}.`,
        suggestions: [word === undefined ? removal : rewrite(word)],
      })
    },
  },
})

function rewrite(word: string): Suggestion {
  return { title: `Skriv om rubriken så att den inte slutar på ”${word}”`, safety: 'suggestion', edits: [] }
}
