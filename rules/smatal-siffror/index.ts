import { defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { numerals } from '../src/numerals.ts'
import { before, isReference, isTechnical } from '../src/places.ts'
import { euStyle } from '../src/style-guides.ts'
import { Trait, traitsOf } from '../src/traits.ts'
import { capitalise, startsSentence } from '../src/words.ts'

/** Nouns that measure: exact figures stand better in digits. */
const measures =
  /^(?:meter|mil|kilo|gram|liter|ton|grad|procent|procentenhet|krona|kr|öre|euro|miljon|miljard|tusen|år|månad|vecka|dag|dygn|timme|minut|sekund|poäng|rum|kilometer|centimeter|millimeter|hektar|kvadratmeter|kubikmeter|gång|deciliter|matsked|tesked|stycken?|st|åring|klass|kap|paragraf|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)/
const labels =
  /(?:^|[^\p{L}])(?:årskurs|åk|klass|sida|sidan|sid|s|punkt|punkten|steg|nivå|vecka|v|nr|nummer|kapitel|kap|avsnitt|bilaga|plan|våning|rum|sal|grupp|linje|buss|zon|hus|port|kl|klockan|den|alternativ|fråga|del|typ|version|artikel|tabell|figur|skede|etapp)\.?[ \u00a0]$/iu

export const rule = defineRule({
  meta: {
    id: 'smatal-siffror',
    title: 'Små tal i siffror',
    description: 'Hittar tal från två till tolv i siffror före vanliga substantiv.',
    why: 'Små tal flyter bättre i meningen när de är ord.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: false,
    profiles: { lattlast: { severity: 'off' } },
    sources: [
      euStyle('10.6'),
      { work: 'Evas skrivskola' },
      { work: 'Klartext: Skriva siffror och tal' },
      { work: 'Mittuniversitetet: Skrivregler' },
    ],
    options: {
      grans: {
        type: 'integer',
        default: 12,
        minimum: 2,
        maximum: 12,
        description: 'Det största talet som ska vara ord.',
      },
    },
    zones: ['lead', 'paragraph'],
    fix: 'suggestion',
    extent: 'word',
  },
  block: {
    sentence(sentence, { block, options, report }) {
      if (!(traitsOf(block.text) & Trait.digit)) return
      const figures = sentence.words.filter(({ kind }) => kind === 'number')
      // Larger numbers in the sentence are compared with.
      if (figures.some(({ form }) => !/^\d{1,2}$/.test(form) || Number(form) > options.grans)) return
      for (const word of figures) {
        const value = Number(word.form)
        if (value < 2) continue
        let noun = word.next
        if (noun === undefined || !/^\p{Ll}/u.test(noun.form)) continue
        if (noun.upos === 'ADJ') noun = noun.next
        if (
          noun?.upos !== 'NOUN' ||
          noun.kind !== 'word' ||
          !/^\p{Ll}/u.test(noun.form) ||
          measures.test(noun.lemma) ||
          measures.test(noun.lower)
        )
          continue
        if (labels.test(before(block.text, word.start)) || isReference(block.text, word.start)) continue
        if (isTechnical(block, word.start, word.end)) continue
        const written = numerals[value]!
        report({
          at: word,
          message: `Skriv ”${written}” med bokstäver i löpande text.`,
          suggestions: [write(word.start, word.end, startsSentence(word) ? capitalise(written) : written)],
        })
      }
    },
  },
})
