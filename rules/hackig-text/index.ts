import { defineRule } from '@klarsprak/engine'
import type { Sentence } from 'retext-swedish'
import { firstWord } from '../src/sentence-words.ts'
import { hallefors, klarsprakshjalpen } from '../src/sources.ts'

export const rule = defineRule({
  meta: {
    id: 'hackig-text',
    title: 'Många korta meningar i rad',
    description: 'Hittar fem eller fler mycket korta meningar i rad.',
    why: 'Texten blir hackig, och läsaren ser inte hur tankarna hänger ihop.',
    group: 'meningar',
    checklist: [1, 3],
    severity: 'suggestion',
    enabled: false,
    profiles: { lattlast: { severity: 'off' } },
    sources: [klarsprakshjalpen('Skriv meningar med flyt'), hallefors(1)],
    options: {
      maxOrd: {
        type: 'integer',
        default: 6,
        minimum: 2,
        maximum: 15,
        description: 'En mening är kort om den har högst så många ord.',
      },
      iRad: {
        type: 'integer',
        default: 5,
        minimum: 3,
        maximum: 20,
        description: 'Så många korta meningar i rad ger träff.',
      },
    },
    zones: ['lead', 'paragraph'],
    fix: 'none',
    extent: 'block',
  },
  block: {
    block({ sentences }, { options, report }) {
      for (let from = 0; from < sentences.length; ) {
        let to = from
        while (to < sentences.length && isShort(sentences[to]!, options.maxOrd)) to++
        const run = sentences.slice(from, to)
        from = Math.max(to, from + 1)
        if (run.length < options.iRad || isInstruction(run)) continue
        report({
          at: { start: run[0]!.start, end: run.at(-1)!.end },
          message: `Här står ${run.length} mycket korta meningar i rad.`,
          suggestions: [
            { title: 'Sätt ihop meningar som hör ihop, med ”och”, ”men” eller ”så”', safety: 'suggestion', edits: [] },
          ],
        })
      }
    },
  },
})

/** A sentence with a full stop; lines of a table or an address have none. */
function isShort({ wordCount, text }: Sentence, most: number): boolean {
  return wordCount > 0 && wordCount <= most && /[.!?]$/.test(text) && /\p{L}{2}/u.test(text) && !/\d{3}/.test(text)
}

/** True for steps to follow: nearly all begin with an imperative or a number. */
function isInstruction(run: readonly Sentence[]): boolean {
  const steps = run.filter((sentence) => {
    const first = firstWord(sentence)
    return first?.morph.Mood === 'Imp' || first?.kind === 'number'
  })
  return steps.length >= run.length * 0.8
}
