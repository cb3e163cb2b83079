import { defineRule } from '@klarsprak/engine'
import { analyseVerbForm, type Word } from 'retext-swedish'
import { correctTo } from '../src/correct.ts'

/** Verbs that take `att` and an infinitive. In the present or the past they cannot be coordinated with one. */
const takers = new Set(
  `kommer tänker tänkte planerar planerade planera försöker försökte försöka försök hoppas lovar väljer
  valde välja behöver fortsätter fortsatte fortsätta slutar slutade sluta börjar började börja undviker undvika vägrar
  avser avstår bestämt beslutat strävar strävade sträva riskerar glömmer glöm glömde lyckas lyckades`.split(/\s+/),
)
const prepositions = new Set(['för', 'genom', 'utan'])

export const rule = defineRule({
  meta: {
    id: 'att-och',
    title: 'Och i stället för att',
    description: 'Hittar ”och” före ett verb i grundform där det ska stå ”att”.',
    why: 'I tal låter ”att” och ”och” lika, men i skrift betyder de olika saker.',
    group: 'vanliga-fel',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [{ work: 'Egen bedömning' }],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell'],
    fix: 'suggestion',
    extent: 'word',
  },
  table: [{ patterns: ['och', 'å'] }],
  block: {
    match(match, { block, report }) {
      const and = match.words[0]!
      const { previous, next } = and
      if (previous === undefined || next === undefined || !isInfinitiveOnly(next)) return
      if (!isTaker(previous)) return
      report({
        at: and,
        message: `Efter ”${previous.form}” ska det stå ”att”, inte ”${and.form}”.`,
        suggestions: [correctTo(block, and, 'att', 'suggestion')],
      })
    },
  },
})

function isTaker(before: Word): boolean {
  if (prepositions.has(before.lower)) return !isParticle(before)
  if (!takers.has(before.lower) || (before.upos !== 'VERB' && before.upos !== 'AUX')) return false
  // `Försök och vinn`, `vi vill försöka och lära`: forms that are alike may be coordinated.
  return before.morph.VerbForm === 'Fin' && before.morph.Mood !== 'Imp'
}

/** `gå igenom och rätta`, `vara för och emot`: the preposition belongs to what stands before it. */
function isParticle({ lower, previous }: Word): boolean {
  if (previous === undefined || previous.upos === 'PUNCT') return false
  if (lower === 'för') return previous.upos !== 'NOUN'
  return lower === 'genom' && (previous.upos === 'VERB' || previous.upos === 'AUX')
}

/** True for a form that is an infinitive and nothing else: `bli`, `svara` only where it is no imperative. */
function isInfinitiveOnly(word: Word): boolean {
  if (word.upos !== 'VERB' && word.upos !== 'AUX') return false
  const readings = analyseVerbForm(word.lower)
  if (!readings.some(({ form, voice }) => form === 'Inf' && voice !== 'Pass')) return false
  return word.morph.VerbForm === 'Inf' || !readings.some(({ form }) => form === 'Pres' || form === 'Past')
}
