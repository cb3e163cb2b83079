import { defineRule } from '@klarsprak/engine'
import { listsOf } from '../src/lists.ts'
import { fragelada, klarsprakshjalpen } from '../src/sources.ts'
import { firstSentence, whole } from '../src/structure.ts'

/** Among items as brief as these, an item of several sentences stands out; among others it may have one more. */
const briefWords = 4

/** Several sentences with no more words than this are quick to read. */
const shortText = 30
const fewSentences = 3
const mostSentences = 4
/** So many times the words of the middle item. */
const standsOut = 2.5
/** So many words more an item of several sentences may have. */
const easier = 9

/** What leads in steps, though they are not numbered. */
const stepsFollow = /(?:så här|gör så|går det till|steg för steg|i (?:den här|följande) ordning)[^.]*$/i

/** `Laga kraft: beslutet gäller …` */
const term = /^[^.!?:]{1,50}[:–]\s/

export const rule = defineRule({
  meta: {
    id: 'lang-listpunkt',
    title: 'Lång listpunkt',
    description: 'Hittar punkter i en lista som är så långa att listan inte går att överblicka.',
    why: 'En lista ska gå att ta in i ett ögonkast, och långa punkter gör den till vanlig text igen.',
    group: 'struktur',
    checklist: [3],
    severity: 'suggestion',
    enabled: true,
    sources: [fragelada(28095), klarsprakshjalpen('Sortera innehållet')],
    options: {
      maxOrd: { type: 'integer', default: 36, minimum: 5, maximum: 500, description: 'Så många ord får en punkt ha.' },
      maxMeningar: {
        type: 'integer',
        default: 2,
        minimum: 1,
        maximum: 20,
        description: 'Så många meningar får en punkt ha.',
      },
    },
    zones: ['listItem'],
    fix: 'none',
    extent: 'block',
  },
  document: {
    collect: firstSentence,
    check({ blocks }, { options, report }) {
      for (const { items, ordered, before } of listsOf(blocks)) {
        if (items.length < 3) continue
        if (items.filter(({ first }) => isTerm(first)).length * 2 >= items.length) continue
        const areSteps = ordered || stepsFollow.test(before?.text ?? '')
        const brief = items.filter(({ first }) => first.wordCount <= briefWords).length
        const areQuestions = items.filter(({ first }) => isQuestion(first)).length * 2 >= items.length
        for (const { first } of items) {
          if (first.kind !== 'listItem' || first.quoted || /^\d*\s?§/.test(first.text)) continue
          // A numbered step may explain itself.
          const maxWords = areSteps ? options.maxOrd * 2 : options.maxOrd
          const spare = brief * 2 >= items.length - 1 ? 0 : 1
          const tooMany =
            !areSteps &&
            first.sentenceCount > options.maxMeningar + spare &&
            !isQuick(first.wordCount, first.sentenceCount, items)
          // Several sentences are easier to read than one as long.
          const most = first.sentenceCount > 1 ? maxWords + easier : maxWords
          if (first.wordCount <= most && !tooMany) continue
          report(first.index, {
            at: first.facts ?? whole(first),
            message:
              first.wordCount > most
                ? `Punkten har ${first.wordCount} ord.`
                : `Punkten har ${first.sentenceCount} meningar.`,
            suggestions: [
              {
                title: areQuestions
                  ? 'Gör frågorna till mellanrubriker och svaren till stycken under dem'
                  : first.sentenceCount > 2
                    ? 'Dela punkten i flera, eller lägg det som är mindre viktigt som text under listan'
                    : first.sentenceCount === 1
                      ? 'Korta meningen, eller gör två punkter av den'
                      : 'Behåll det viktigaste i punkten och lägg resten som text under listan',
                safety: 'suggestion',
                edits: [],
              },
            ],
          })
        }
      }
    },
  },
})

/** True for a few short sentences that do not stand out among the other items. */
function isQuick(words: number, sentences: number, items: readonly { first: { wordCount: number } }[]): boolean {
  if (words > shortText || sentences < fewSentences || sentences > mostSentences) return false
  const lengths = items.map(({ first }) => first.wordCount).sort((a, b) => a - b)
  return words < lengths[Math.floor((lengths.length - 1) / 2)]! * standsOut
}

/** A question with its answer. */
function isQuestion({ text, facts }: { text: string; facts: { start: number; end: number } | undefined }): boolean {
  return facts !== undefined && facts.end < text.length && text.slice(facts.start, facts.end).trimEnd().endsWith('?')
}

/** A word that is explained, after a colon or in bold. */
function isTerm({
  text,
  marks,
}: {
  text: string
  marks: readonly { type: string; start: number; end: number }[]
}): boolean {
  if (term.test(text)) return true
  return marks.some(({ type, start, end }) => type === 'strong' && start === 0 && end < 60 && end < text.length)
}
