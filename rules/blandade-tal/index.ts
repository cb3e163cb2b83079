import { defineRule } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { advise } from '../src/advice.ts'
import { numerals } from '../src/numerals.ts'
import { euStyle } from '../src/style-guides.ts'
import { Trait, traitsOf } from '../src/traits.ts'

const inLetters = new Map(
  numerals.map((word, value) => [word as string, value] as const).filter(([, value]) => value > 1),
)

export const rule = defineRule({
  meta: {
    id: 'blandade-tal',
    title: 'Siffror och bokstäver blandade',
    description: 'Hittar meningar där samma slags uppgift står både med bokstäver och med siffror.',
    why: 'Tal som ska jämföras är lättare att jämföra när de är skrivna på samma sätt.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: false,
    sources: [{ work: 'Klartext: Skriva siffror och tal' }, { work: 'Evas skrivskola' }, euStyle('10.6')],
    options: {},
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'sentence',
  },
  block: {
    sentence(sentence, { block, report }) {
      if (!(traitsOf(block.text) & Trait.digit)) return
      let words: Map<string, Word> | undefined
      let figures: Map<string, Word> | undefined
      for (const word of sentence.words) {
        const isWord = inLetters.has(word.lower)
        if (!isWord && (word.kind !== 'number' || !/^\d+$/.test(word.form))) continue
        const noun = nounAfter(word)
        if (noun === undefined) continue
        if (isWord) {
          words ??= new Map()
          if (!words.has(noun.lemma)) words.set(noun.lemma, word)
        } else {
          figures ??= new Map()
          if (!figures.has(noun.lemma)) figures.set(noun.lemma, word)
        }
      }
      if (!words || !figures) return
      for (const [lemma, word] of words) {
        const figure = figures.get(lemma)
        if (figure === undefined) continue
        report({
          at: word,
          message: `Här står ”${word.lower}” med bokstäver och ”${figure.form}” med siffror.`,
          suggestions: [advise(`Skriv ”${inLetters.get(word.lower)}” om talen ska jämföras`)],
          related: [{ at: figure, message: 'Här står talet med siffror.' }],
        })
      }
    },
  },
})

/** The noun that a number counts: right after it, or after one adjective. Years of age are another matter. */
function nounAfter(number: Word): Word | undefined {
  let { next } = number
  if (next?.upos === 'ADJ') next = next.next
  return next?.upos === 'NOUN' && next.kind === 'word' ? next : undefined
}
