import { defineRule } from '@klarsprak/engine'
import { type Sentence, subjectOf, type Word } from 'retext-swedish'
import { mainVerb } from '../src/clause-scan.ts'
import { isCounted, wordsBetween } from '../src/sentence-words.ts'
import { hallefors, nacka, skrivregler } from '../src/sources.ts'

export const rule = defineRule({
  meta: {
    id: 'subjekt-verb-avstand',
    title: 'Långt mellan subjekt och verb',
    description: 'Hittar meningar där det står många ord mellan subjektet och verbet.',
    why: 'Läsaren får vänta på vad som händer, och hinner glömma vem det gäller.',
    group: 'meningar',
    checklist: [7],
    severity: 'suggestion',
    enabled: false,
    sources: [nacka, skrivregler('1.3'), hallefors(7)],
    options: {
      maxAvstand: {
        type: 'integer',
        default: 10,
        minimum: 3,
        maximum: 40,
        description: 'Så många ord får stå mellan subjektets huvudord och verbet.',
      },
      minOrd: {
        type: 'integer',
        default: 15,
        minimum: 5,
        maximum: 100,
        description: 'Kortare meningar lämnas i fred.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'sentence',
    yieldsTo: ['inskjuten-sats', 'sent-huvudverb'],
  },
  block: {
    sentence(sentence, { options, report }) {
      if (sentence.wordCount < options.minOrd) return
      const verb = mainVerb(sentence)
      if (verb === undefined || verb.index - sentence.words[0]!.index <= options.maxAvstand) return
      const subject = subjectBefore(sentence, verb)
      if (subject === undefined) return
      const count = wordsBetween(sentence, subject.end, verb.start)
      if (count <= options.maxAvstand) return
      report({
        at: { start: subject.start, end: verb.end },
        message: `Det står ${count} ord mellan ”${subject.form}” och ”${verb.form}”.`,
        suggestions: [
          { title: 'Sätt verbet nära den det gäller, och lägg villkoren efteråt', safety: 'suggestion', edits: [] },
        ],
      })
    },
  },
})

/**
 * The head of the subject, where the sentence begins with it: as the parse has it, or else the first noun. None where
 * the subject is an enumeration, or something else stands first.
 */
function subjectBefore({ words }: Sentence, verb: Word): Word | undefined {
  const first = words.find(isCounted)!
  if (first.upos === 'ADP' || first.upos === 'SCONJ' || first.upos === 'ADV' || first.upos === 'CCONJ') return undefined
  const parsed = subjectOf(verb)
  let head: Word | undefined = first
  while (head !== undefined && !isHead(head)) head = head.next
  if (head === undefined || head.index >= verb.index) return undefined
  if (parsed !== undefined && parsed.index > verb.index) return undefined
  const joined = head.next
  return joined?.form === ',' && !/^(?:som|vilk|där)/.test(joined.next?.lower ?? '') ? undefined : head
}

function isHead({ upos, morph, next }: Word): boolean {
  if (upos === 'PRON') return next?.upos !== 'NOUN' && next?.upos !== 'ADJ'
  return (upos === 'NOUN' || upos === 'PROPN') && morph.Case !== 'Gen'
}
