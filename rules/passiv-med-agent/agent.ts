import { nounInfo, type Passive, type Word } from 'retext-swedish'
import { abbreviations } from '../src/abbreviations.ts'
import { particleAfter } from '../src/verbs.ts'

/** Verbs whose `av` tells of no deed: `omfattas av`, `utgörs av`. */
export const happens = new Set([
  'omfatta',
  'utgöra',
  'drabba',
  'prägla',
  'beröra',
  'bestå',
  'känneteckna',
  'påverka',
  'uppfatta',
  'styra',
  'se',
  'hota',
  'dominera',
  'reglera',
  'använda',
  'besöka',
  'bebo',
  'nyttja',
  'utnyttja',
  'uppskatta',
  'uppleva',
  'uppmärksamma',
  'anse',
  'efterfråga',
  'förvänta',
  'kräva',
  'fordra',
])

/** Verbs of which the thing is the topic, and a name after `av` what is new: `Projektet leds av Eva Lind`. */
export const runs = new Set(['leda', 'driva', 'finansiera', 'arrangera', 'sponsra', 'stödja', 'stöda'])

/** Verbs whose `av` tells where something comes from, what stands instead, or who has it: `namnet bärs av många`. */
export const takesFrom = new Set(['ersätta', 'få', 'äga', 'erhålla', 'bära'])
/** Verbs of which only what is told of the past says who acts: `huset köptes av en granne`, but `mark får köpas av`. */
export const takesOrGives = new Set(['köpa', 'låna', 'hyra', 'beställa', 'rekvirera', 'begära'])
/** What a place is a part of: `i hjärtat av Bohuslän`. */
const parts = /^(?:hjärtat|mitten|centrum|utkanten|kanten|början|slutet|\p{L}*delen|\p{L}*delar(?:na)?)$/u
const permits = /(?:tillstånd|beslut|yttrande|godkännande|medgivande|samtycke|begäran|uppdrag|förslag)$/

/**
 * True for `av` that belongs to a noun: `öppnas ett nytt avsnitt av Essingeleden`, `betalas enligt av kommunen
 * fastställd taxa`.
 */
export function belongsToNoun({ previous, next }: Word, last: Word, verb: Word): boolean {
  // A particle is no preposition: `skrevs under av rektorn`.
  if ((previous?.upos === 'ADP' && previous !== particleAfter(verb)) || previous?.upos === 'DET') return true
  if (last.next?.morph.VerbForm === 'Part' || parts.test(previous?.lower ?? '')) return true
  // `utan tillstånd av polisen`
  if (
    previous?.upos === 'NOUN' &&
    /^(?:utan|med|efter|på|genom|enligt)$/.test(previous.previous?.lower ?? '') &&
    permits.test(previous.lower)
  )
    return true
  if (previous?.upos !== 'NOUN') return false
  if (groups.test(previous.lower) || (endsPhrase(previous, verb) && !isHowOrWhen(previous))) return true
  return previous.morph.Definite === 'Ind' && next?.upos === 'PROPN'
}

/** Nouns whose `av` tells of what they are made up. */
const groups = /^(?:krets|grupp|skara|rad|mängd|antal|antalet|majoritet|flertal|flertalet|blandning|nätverk)(?:en)?$/
const howOrWhen =
  /(?:sätt|vis|gång|tillfälle|hand|timme|dag|vecka|månad|kvartal|halvår|år|tid|början|slutet|mitten|vår|sommar|höst|vinter|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)$/

function isHowOrWhen({ lemma, lower }: Word): boolean {
  return howOrWhen.test(lemma.toLowerCase()) || howOrWhen.test(lower)
}

/** `i samråd med en krets av boende`: the noun ends a phrase that a preposition opened after the verb. */
function endsPhrase(noun: Word, verb: Word): boolean {
  for (let word = noun.previous; word !== undefined && word.index > verb.index; word = word.previous) {
    if (word.upos === 'ADP') return word !== particleAfter(verb)
    if (!/^(?:DET|ADJ|NUM|ADV)$/.test(word.upos) && word.morph.Case !== 'Gen' && word.morph.Poss !== 'Yes') return false
  }
  return false
}

/**
 * The agent without what is said about it in a phrase of its own, `av en grupp` in `av en grupp på skolan`, and
 * with the name after a title: `av inspektör Eva Lind`.
 */
export function headOf(agent: readonly Word[]): readonly Word[] {
  const attribute = agent.findIndex(
    ({ upos, lower }, index) =>
      index > 1 && (upos === 'ADP' || upos === 'PUNCT' || upos === 'SCONJ' || lower === 'som'),
  )
  const head = attribute < 0 ? [...agent] : agent.slice(0, attribute)
  if (head.at(-1)!.upos === 'NOUN')
    for (let name = head.at(-1)!.next; name !== undefined && /^\p{Lu}\p{Ll}/u.test(name.form); name = name.next)
      head.push(name)
  // `av Kinda kommuns entreprenör`: an owner does not act.
  while (isOwner(head.at(-1)!) && /^(?:NOUN|ADJ|PROPN)$/.test(head.at(-1)!.next?.upos ?? ''))
    head.push(head.at(-1)!.next!)
  return head
}

/** `kommuns`: in the genitive, also where the tagger takes it for a name of its own. */
function isOwner({ morph, upos, lower, next }: Word): boolean {
  if (morph.Case === 'Gen') return true
  return upos === 'PROPN' && /(?:kommuns|regions|läns|stads)$/.test(lower) && next?.upos === 'NOUN'
}

/** True for a person, an organ, an organisation, and what the configuration adds; a law does not act. */
export function isActor({ agent, agentType }: Passive, extra: readonly string[]): boolean {
  if (agent!.some(({ form }) => abbreviations().get(form)?.typ === 'lag')) return false
  if (agentType === 'person' || agentType === 'organisation') return true
  // `av den som söker`, `av dem som bor här`
  if (/^(?:den|de|dem)$/.test(agent![1]!.lower) && agent![2]?.lower === 'som') return true
  const noun = headOf(agent!).findLast(({ form }, index) => index === 1 || !/^\p{Lu}/u.test(form))!
  if (noun.upos === 'NOUN' && noun.morph.Case !== 'Gen' && nounInfo(noun.lemma)?.type !== undefined) return true
  return extra.length > 0 && agent!.some(({ lower }) => extra.includes(lower))
}
