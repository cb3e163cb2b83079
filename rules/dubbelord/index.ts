import { defineRule, type TextBlock } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { isNoProse } from '../src/correct.ts'
import { looksLikeName } from '../src/words.ts'

/** Words that are said twice on purpose, or that can meet: `det det gäller`, `så så`, `den ort vi bor i i dag`. */
const allowed = 'så nu ja nej nä jo hej hejdå bla ha tick tack knack det den de som var vad i på till om för med av'
const more = 'över under från mycket länge långt bort igen väldigt aldrig gång många bra åh oj tyst rätt här där'
const verbs = new Set(['VERB', 'AUX'])
/** Words that stand twice only by mistake, whatever is around them. */
const surely = new Set([
  'och',
  'eller',
  'men',
  'vi',
  'du',
  'ni',
  'jag',
  'han',
  'hon',
  'ett',
  'en',
  'inte',
  'kan',
  'ska',
])
const nominal = new Set(['NOUN', 'ADJ'])

export const rule = defineRule({
  meta: {
    id: 'dubbelord',
    title: 'Dubbelt ord',
    description: 'Hittar ord som har skrivits två gånger i rad.',
    why: 'Ett ord för mycket får läsaren att läsa om meningen och ser slarvigt ut.',
    group: 'vanliga-fel',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [{ work: 'Egen bedömning' }],
    options: {
      tillat: {
        type: 'strings',
        default: [...allowed.split(' '), ...more.split(' ')],
        description: 'Ord som får stå två gånger i rad.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'caption'],
    fix: 'safe',
    extent: 'word',
  },
  block: {
    block(block, { options, report }) {
      let lower = ''
      for (const word of block.words) {
        const before = lower
        lower = word.lower
        if (before !== lower || word.kind !== 'word') continue
        const { previous } = word
        if (previous === undefined) continue
        if (!isRepeat(block, previous, word) || options.tillat.includes(word.lower)) continue
        const edit = { start: previous.end, end: word.end, text: '' }
        report({
          at: { start: previous.start, end: word.end },
          message: `Ordet ”${previous.form}” står två gånger i rad.`,
          suggestions: [
            {
              title: `Ta bort det ena ”${word.form}”`,
              safety: isSurelyOneTooMany(word) ? 'safe' : 'suggestion',
              edits: [edit],
            },
          ],
        })
      }
    },
  },
})

/** True where only space parts the two, and neither is a name, a letter or part of a third repeat. */
function isRepeat(block: TextBlock, first: Word, second: Word): boolean {
  if (first.form.length < 2 || !/\p{L}/u.test(first.form)) return false
  if (!/^[ \u00a0\t]*\n?[ \t]*$/.test(block.text.slice(first.end, second.start))) return false
  if (second.next?.lower === second.lower || first.previous?.lower === first.lower) return false
  if (/^\p{Lu}/u.test(second.form) || looksLikeName(first)) return false
  // A link that names what the paragraph is about: `[dBuggen](/) dBuggen är en tidning`.
  const link = block.markAt(first.start, 'link')
  if (link !== undefined && link.end === first.end) return false
  if (isNoProse(block, first) || isNoProse(block, second)) return false
  // A relative clause may end in the verb that the main clause goes on with: `de som har har rätt`.
  if (!verbs.has(second.upos)) return true
  for (let word = first.previous, steps = 0; word !== undefined && steps < 5; word = word.previous, steps++)
    if (word.lower === 'som' || word.lower === 'vad' || word.lower === 'det') return false
  return true
}

function isSurelyOneTooMany({ lower, upos }: Word): boolean {
  return surely.has(lower) || (nominal.has(upos) && lower.length > 3)
}
