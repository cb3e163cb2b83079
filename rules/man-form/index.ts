import { defineRule } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { hallefors, klarsprakshjalpen, malmo } from '../src/sources.ts'
import { isFiniteVerb } from '../src/verbs.ts'

export const rule = defineRule({
  meta: {
    id: 'man-form',
    title: 'Man i stället för du',
    description: 'Hittar ”man” där det är läsaren som ska göra något.',
    why: 'Med ”du” ser läsaren direkt att det gäller hen.',
    group: 'verb',
    checklist: [6, 7],
    severity: 'suggestion',
    enabled: false,
    sources: [malmo('Använd aktiva verb'), klarsprakshjalpen('tilltal'), hallefors(6)],
    options: {
      baraMedModalverb: {
        type: 'boolean',
        default: true,
        description:
          'Räkna bara ”man” med ”ska”, ”måste”, ”bör”, ”behöver” och liknande, inte allt i stycken som säger ”du”.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'word',
  },
  block: {
    word: {
      PRON(word, { block, options, report }) {
        if (word.lower !== 'man' || word.confidence < 0.7) return
        const verb = verbOf(word)
        if (verb === undefined || verb.morph.Tense === 'Past') return
        const speaksToReader = block.words.some(({ lower }) => reader.has(lower))
        const asks = obliges.has(verb.lower) || (wishes.has(verb.lower) && isCondition(word))
        if (!asks && (options.baraMedModalverb || !speaksToReader)) return
        report({
          at: word,
          message: 'Här är det läsaren som menas med ”man”.',
          suggestions: [
            {
              title: obliges.has(verb.lower)
                ? `Skriv ”du ${verb.lower} …”, eller uppmana direkt`
                : `Skriv ”du” i stället för ”man”`,
              safety: 'suggestion',
              edits: [],
            },
          ],
        })
      },
    },
  },
})

const reader = new Set(['du', 'dig', 'din', 'ditt', 'dina', 'ni', 'er', 'ert', 'era'])
const obliges = new Set(['ska', 'skall', 'måste', 'bör', 'behöver', 'får'])
const wishes = new Set(['vill', 'har', 'behöver', 'önskar', 'tänker'])

/** The finite verb that `man` is the subject of: right after it, an adverb aside, or right before it. */
function verbOf({ previous, next }: Word): Word | undefined {
  const after = next?.upos === 'ADV' || next?.upos === 'PART' ? next.next : next
  if (isFiniteVerb(after) && !isFiniteVerb(previous)) return after
  return isFiniteVerb(previous) ? previous : undefined
}

function isCondition({ previous }: Word): boolean {
  return previous?.lower === 'om' || previous?.lower === 'när'
}
