import { analyseNounForm, passiveOf, type Word } from 'retext-swedish'
import { activeLemma } from '../src/verbs.ts'
import { looksLikeName } from '../src/words.ts'

/** Verbs that nobody does on purpose: `Kommunen uppfattas som snabb`. */
const perceptions = new Set(['avse', 'uppfatta', 'uppleva', 'nå', 'märka', 'tänka', 'säga'])
/** Verbs of which the passive has the one who gets something as its subject: `för att beviljas tillstånd`. */
const giving = new Set(['bevilja', 'erbjuda', 'ge', 'medge', 'neka', 'tilldela', 'tillerkänna', 'vägra'])
/** What a meeting decides, in the words of its record: `Nämnden föreslår att planen godkänns`. */
const resolved = new Set([
  'anta',
  'avslå',
  'bifalla',
  'bevilja',
  'fastställa',
  'godkänna',
  'notera',
  'remittera',
  'återremittera',
])
const proposes = new Set(['besluta', 'föreslå', 'hemställa', 'yrka'])
const times = new Set(['minut', 'timme', 'dag', 'natt', 'vecka', 'månad', 'kvartal', 'år', 'gång'])
/** A year up to 2019, alone or in a decade or a century: `1962`, `1870-talet`. */
const year = /(?<!\d)(?:1\d\d\d|20[01]\d)(?!\d)/

interface Options {
  readonly tillatMedAv: boolean
  readonly nivaForSvaga: boolean
  readonly godkandaVerb: readonly string[]
}

/** True for a passive that does not say who acts, though that could be said. */
export function hidesActor(word: Word, text: string, options: Options): boolean {
  if (word.upos !== 'VERB' || !word.lower.endsWith('s') || looksLikeName(word) || isOwner(word)) return false
  const passive = passiveOf(word)
  const { kind, agent, agentType, active, within } = passive
  const isWeak = kind === 'medial' || kind === 'reporting' || (active !== undefined && perceptions.has(active))
  if (isWeak ? !options.nivaForSvaga : kind !== 's-passive') return false
  if (within === 'definition') return false
  if (active !== undefined && (isGoal(word, active) || isSaidElsewhere(word, active) || isResolution(word, active)))
    return false
  if (agent !== undefined && !isTime(agent) && (options.tillatMedAv || agentType !== 'other')) return false
  if (options.godkandaVerb.length > 0 && options.godkandaVerb.includes(activeLemma(word, passive) ?? '')) return false
  return !isHistory(word, text)
}

/** `förskolas eller skolas webbsida`: a noun in the genitive, read as a verb. */
function isOwner({ lower, next, previous }: Word): boolean {
  if (next?.upos !== 'NOUN' || previous?.upos === 'AUX') return false
  return analyseNounForm(lower).some(({ case: grammatical }) => grammatical === 'Gen')
}

/** True for a time after a particle, which looks like an agent: `läses av varje timme`. */
function isTime(agent: readonly Word[]): boolean {
  return agent.some(({ lemma }) => times.has(lemma))
}

/** True where something was done long ago, as in `Skolan byggdes 1962`: who did it seldom matters. */
function isHistory({ morph, sentence }: Word, text: string): boolean {
  return morph.Tense === 'Past' && year.test(text.slice(0, sentence.end))
}

/** `för att beviljas tillstånd`: the one who gets it is the subject, and the active verb would need another. */
function isGoal({ previous, morph }: Word, active: string): boolean {
  return morph.VerbForm === 'Inf' && previous?.lower === 'att' && giving.has(active)
}

/** True where the sentence has the verb in active voice too, and so says who acts. */
function isSaidElsewhere(word: Word, active: string): boolean {
  return word.sentence.words.some(
    (other) => other !== word && other.upos === 'VERB' && other.lemma === active && other.morph.Voice === 'Act',
  )
}

/** True in a proposal that a meeting decides on: `föreslår att planen godkänns`, and in its record: `Informationen noteras`. */
function isResolution({ sentence, index, morph }: Word, active: string): boolean {
  if (!resolved.has(active) || morph.Tense !== 'Pres') return false
  const { words } = sentence
  const proposal = words.find(({ lemma, lower }) => proposes.has(lemma) && !lower.endsWith('s'))
  return proposal === undefined
    ? active === 'notera' && words.length <= 4
    : proposal.index < index && words.slice(proposal.index - words[0]!.index).some(({ lower }) => lower === 'att')
}
