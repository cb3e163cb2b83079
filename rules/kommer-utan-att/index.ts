import { type BlockContext, defineRule } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { nounPhraseLength } from '../src/phrases.ts'
import { hallefors, skrivregler } from '../src/sources.ts'

export const rule = defineRule({
  meta: {
    id: 'kommer-utan-att',
    title: 'Kommer utan att',
    description: 'Hittar ”kommer” följt av ett verb utan ”att”, som ”kommer bli”.',
    why: 'I en vårdad text står ”att” kvar, så att läsaren direkt ser att det handlar om framtiden.',
    group: 'verb',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('om att och har'), hallefors(10)],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'suggestion',
    extent: 'phrase',
  },
  block: { word: { AUX: check, VERB: check } },
})

function check(word: Word, { block, report }: BlockContext): void {
  if (word.lower !== 'kommer') return
  const infinitive = infinitiveAfter(word)
  if (infinitive === undefined) return
  report({
    at: { start: word.start, end: infinitive.end },
    message: `Det saknas ”att” före ”${infinitive.form}”.`,
    suggestions: [
      {
        title: `Skriv ”${block.text.slice(word.start, infinitive.start)}att ${infinitive.form}”`,
        safety: 'suggestion',
        edits: [{ start: infinitive.start, end: infinitive.start, text: 'att ' }],
      },
    ],
  })
}

/** The infinitive that `kommer` takes, the subject and one adverb between aside; undefined where att or another word stands there. */
function infinitiveAfter(word: Word): Word | undefined {
  const rest: Word[] = []
  for (let next = word.next; next !== undefined && rest.length < 8; next = next.next) rest.push(next)
  let at = nounPhraseLength(rest)
  if (rest[at]?.upos === 'ADV' || (rest[at]?.upos === 'PART' && rest[at]!.lower !== 'att')) at++
  const verb = rest[at]
  if (verb === undefined || (verb.upos !== 'VERB' && verb.upos !== 'AUX')) return undefined
  return verb.morph.VerbForm === 'Inf' && verb.confidence > 0.6 ? verb : undefined
}
