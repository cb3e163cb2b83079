import type { Word } from 'retext-swedish'
import { formalWordRule } from '../src/formal-word.ts'

const spans = new Set('år månad vecka dag dygn timme minut sekund tid stund decennium länge'.split(' '))
/** Adverbs that only `sedan` follows. */
const firmly = new Set(['ända', 'alltsedan', 'först'])
/** What only a time can begin with. */
const starts = new Set(['början', 'mitten', 'starten', 'slutet', 'dess', 'länge'])
const pronouns = new Set('jag du han hon hen vi ni de man det den'.split(' '))

export const rule = formalWordRule({
  meta: {
    id: 'sen-sedan',
    title: 'Sen eller sedan',
    description: 'Hittar ”sen” i betydelsen ”sedan” i formella texter.',
    why: 'I neutral skrift passar ”sedan”, och ”sen” kan också betyda försenad.',
    sources: [{ work: 'Egen bedömning', section: 'efter Språkrådets Svenska skrivregler' }],
  },
  word: 'sen',
  formal: 'sedan',
  where: 'i en formell text',
  isMeant: isThen,
})

/** `två år sen`, `och sen beslutar vi`, `sen du sökte`, `sen årsskiftet`; not `bussen är sen` or `en sen ansökan`. */
function isThen({ previous, next }: Word): boolean {
  if (previous !== undefined && (spans.has(previous.lemma.toLowerCase()) || firmly.has(previous.lower))) return true
  if (next === undefined) return false
  if (starts.has(next.lower)) return true
  const isVerb = next.upos === 'VERB' || next.upos === 'AUX'
  if (previous !== undefined && (previous.upos === 'PRON' || isHelpingVerb(previous))) return isVerb
  const opens =
    previous === undefined || previous.upos === 'PUNCT' || previous.upos === 'CCONJ' || previous.upos === 'NOUN'
  if (!opens) return false
  if (isVerb && next.morph.VerbForm === 'Fin') return previous?.upos !== 'NOUN' || next.next?.upos === 'PRON'
  if (isVerb) return previous?.upos === 'CCONJ'
  return (
    pronouns.has(next.lower) ||
    (next.upos === 'NOUN' && next.morph.Definite === 'Def' && next.lemma !== next.lower) ||
    next.kind === 'number'
  )
}

/** An auxiliary that cannot say how something is: `kunde sen väljas`, not `är sen`. */
function isHelpingVerb({ upos, lemma }: Word): boolean {
  return upos === 'AUX' && lemma !== 'vara' && lemma !== 'bli'
}
