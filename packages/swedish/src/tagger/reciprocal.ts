import type { Tokens } from '../tokens.ts'
import { TOKEN_KINDS } from '../type-table.ts'
import type { TaggerModel } from './model.ts'

/** Infinitive and other s-forms of verbs that are no passives unless `av` follows: they meet, something has room. */
const NEVER_PASSIVE = ['mötas möts möttes mötts', 'rymmas ryms rymdes rymts']
/** By these people meet, where the subject is `vi` or `ni`. */
const MEETING = ['ses sågs setts', 'höras hörs hördes hörts', 'träffas träffades träffats']
/** After them the form is a passive all the same: `ses som`, `ses över`, `hörs av alla`. */
const MAKES_PASSIVE = new Set(['av', 'som', 'över', 'om'])

const infinitiveOf = (rows: readonly string[]): Map<string, string> =>
  new Map(rows.flatMap((row) => row.split(' ').map((form, _, [infinitive]) => [form, infinitive!] as const)))
const neverPassive = infinitiveOf(NEVER_PASSIVE)
const meeting = infinitiveOf(MEETING)

/** The lemma of a reciprocal form: `ses` of `sågs`. */
export const reciprocalLemma = (lower: string): string | undefined => neverPassive.get(lower) ?? meeting.get(lower)

/** Tags of passive verb forms, each with the tag without `Voice`, as deponents have it. */
export function voicelessTags(model: TaggerModel): Map<number, number> {
  const tagOf = new Map(model.feats.map((feats, tag) => [`${model.upos[tag]} ${feats}`, tag]))
  const voiceless = new Map<number, number>()
  model.feats.forEach((feats, tag) => {
    if (model.upos[tag] !== 'VERB' || !feats.includes('|Voice=Pass') || feats.includes('VerbForm=Part')) return
    const other = tagOf.get(`VERB ${feats.replace('|Voice=Pass', '')}`)
    if (other !== undefined) voiceless.set(tag, other)
  })
  return voiceless
}

/**
 * Takes `Voice=Pass` from reciprocal verbs (`vi ses`, `att mötas`), which are as rare in the treebank as they are common
 * in letters. Changes `tags` in place.
 */
export function mendReciprocals(tokens: Tokens, voiceless: ReadonlyMap<number, number>, tags: Uint8Array): void {
  for (let s = 0; s < tokens.sentenceCount; s++) {
    const to = tokens.sentenceStart[s + 1]!
    const from = tokens.sentenceStart[s]!
    for (let i = from; i < to; i++) {
      const other = voiceless.get(tags[i]!)
      if (other !== undefined && isReciprocal(tokens, i, from, to)) tags[i] = other
    }
  }
}

function isReciprocal(tokens: Tokens, verb: number, from: number, to: number): boolean {
  const lower = tokens.lower(verb)
  const never = neverPassive.has(lower)
  if (!never && !meeting.has(lower)) return false
  // `vi hörs av`: a particle.
  if (lower.startsWith('hör') && verb + 1 < to && tokens.lower(verb + 1) === 'av' && endsClause(tokens, verb + 2, to))
    return true
  for (let i = verb + 1; i < to && i <= verb + 3; i++) if (MAKES_PASSIVE.has(tokens.lower(i))) return false
  if (never) return true
  for (let i = Math.max(from, verb - 3); i < to && i <= verb + 1; i++) {
    const word = tokens.lower(i)
    if (word === 'vi' || word === 'ni') return true
  }
  return false
}

const endsClause = (tokens: Tokens, token: number, to: number): boolean =>
  token >= to || TOKEN_KINDS[tokens.kind[token]!] === 'punctuation'
