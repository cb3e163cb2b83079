import { defineRule } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { mainVerb } from '../src/clause-scan.ts'
import { opensWithClause } from '../src/opening-clause.ts'
import { firstWord, wordsBetween } from '../src/sentence-words.ts'
import { hallefors, klarsprakshjalpen } from '../src/sources.ts'
import { mainFirst } from './main-first.ts'

export const rule = defineRule({
  meta: {
    id: 'lang-inledande-bisats',
    title: 'Lång bisats först',
    description: 'Hittar meningar som börjar med en lång bisats, som ”Om du inte har lämnat in …”.',
    why: 'Läsaren måste minnas hela villkoret innan huvudsaken kommer.',
    group: 'meningar',
    checklist: [3, 7],
    severity: 'suggestion',
    enabled: true,
    sources: [klarsprakshjalpen('Skriv meningar med flyt'), hallefors(3)],
    options: {
      maxOrd: {
        type: 'integer',
        default: 12,
        minimum: 4,
        maximum: 50,
        description: 'Så många ord får den inledande bisatsen ha.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'sentence',
  },
  block: {
    sentence(sentence, { block, options, report }) {
      if (sentence.wordCount <= options.maxOrd + 1 || !opensWithClause(sentence)) return
      const verb = mainVerb(sentence)
      const first = firstWord(sentence)
      if (verb === undefined || first === undefined || verb.index === first.index) return
      const last = lastOfClause(verb)
      const count = wordsBetween(sentence, first.start, last.end)
      if (count <= options.maxOrd || /[:•]/.test(block.text.slice(sentence.start, verb.start))) return
      const edit = mainFirst(sentence, first, last, verb, block)
      report({
        at: { start: first.start, end: last.end },
        message: `Meningen börjar med en bisats på ${count} ord.`,
        suggestions: [
          {
            title: edit
              ? `Skriv ”${opening(edit.text)}”`
              : first.lower === 'att'
                ? 'Börja med huvudsaken och lägg att-satsen sist'
                : 'Börja med det som gäller, och skriv villkoret eller skälet efteråt',
            safety: 'suggestion',
            edits: edit ? [edit] : [],
          },
        ],
      })
    },
  },
})

/** The last word before the main verb, a comma and `så` aside: `Om du vill, så kan du`. */
function lastOfClause(verb: Word): Word {
  let last = verb.previous!
  while (last.previous !== undefined && (/^[,–-]$/.test(last.form) || last.lower === 'så' || last.lower === 'då'))
    last = last.previous
  return last
}

/** The first words of a rewrite. */
function opening(text: string): string {
  return `${text.split(/\s+/).slice(0, 6).join(' ')} …`
}
