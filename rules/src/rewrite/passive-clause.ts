import type { Passive, Word } from 'retext-swedish'
import { nounPhraseLength } from '../phrases.ts'
import { isFiniteVerb, particleAfter } from '../verbs.ts'
import { isOpener, isRelative } from './clause-border.ts'
import { clauseStart, isFront, isSubject } from './main-clause.ts'
import { isTimePhrase, phraseLength } from './phrase.ts'
import { isSentenceAdverb } from './sentence-adverbs.ts'

/** A passive clause taken to pieces, as an active one is put together from them. */
export interface PassiveClause {
  /**
   * `subject-first`: `Ansökan prövas av …`; `inverted`: `I maj prövas ansökan av …`, `Prövas ansökan av …`;
   * `subordinate`: `om ansökan prövas av …`, `som prövas av …`.
   */
  readonly order: 'subject-first' | 'inverted' | 'subordinate'
  /** What stands before the finite verb of an inverted clause, and stays there. */
  readonly front: readonly Word[]
  /** Empty in a relative clause whose subject is the relative word. */
  readonly subject: readonly Word[]
  /** The finite verb that the passive hangs on; undefined where the passive itself is finite. */
  readonly finite: Word | undefined
  /** Adverbs of the whole clause. */
  readonly adverbs: readonly Word[]
  /** Verbs between the finite one and the passive, and `att` of `kommer att`; in a subordinate clause adverbs among them. */
  readonly helpers: readonly Word[]
  readonly verb: Word
  readonly particle: Word | undefined
  /** The other words up to the actor. */
  readonly rest: readonly Word[]
  /** From here to the actor's end words are put in others' places. */
  readonly start: number
}

/** Verbs that say nothing of their subject, so that it can change: `ska`, `kan`, `har`. */
const raising = new Set(
  (
    'ha har hade haft ska skall skulle kan kunde kunna måste bör borde böra får fick få fått behöver behövde behöva ' +
    'kommer kom komma brukar brukade lär må måtte torde'
  ).split(' '),
)
const questions = new Set(['vilken', 'vilket', 'vilka', 'vad', 'vem'])
/** Particles that a verb keeps, wherever they stand. */
const particles = new Set(['ut', 'upp', 'in', 'ner', 'ned', 'bort', 'fram', 'tillbaka', 'igenom', 'över', 'av'])

/**
 * Takes the clause of a passive to pieces. Undefined unless every word has its place: what cannot be read with
 * certainty is not rewritten.
 *
 * @param until the first word after the words to be read: the agent's `av`, or whatever follows the verb
 */
export function readPassiveClause(verb: Word, passive: Passive, until: Word | undefined): PassiveClause | undefined {
  const { words } = verb.sentence
  const offset = words[0]!.index
  const place = passive.auxiliary !== undefined && passive.kind !== 's-passive' ? passive.auxiliary : verb
  // `för att beviljas stöd`: an infinitive that the tagger takes for a present tense.
  if (place.previous?.lower === 'att' && isFiniteVerb(place)) return undefined
  const chain = readChain(place, verb)
  if (chain === undefined) return undefined
  const { finite, middle, helpers } = chain
  const second = finite ?? place
  if (!isFiniteVerb(place) && !areAdverbs(words, place, verb)) return undefined
  const end = until === undefined ? words.length : until.index - offset
  const after = words.slice(verb.index - offset + 1, end)
  const before = words.slice(0, second.index - offset)
  const pieces = { finite, verb, helpers: [...helpers, ...(isFiniteVerb(place) ? [] : between(words, place, verb))] }

  // A particle far from its verb: `bromsas under värmeutveckling upp`.
  const lastAfter = after.at(-1)
  if (after.length > 1 && after[0]!.upos === 'ADP' && particles.has(lastAfter!.lower)) return undefined
  const subordinate = readSubordinate(before, words, second, place)
  if (subordinate) {
    // In a subordinate clause every adverb stands before the finite verb; what stands after it stays there.
    const { particle, rest } = splitParticle(verb, after)
    const { order, front, subject, adverbs, start } = subordinate
    const allHelpers = [...middle, ...pieces.helpers]
    return { finite, verb, helpers: allHelpers, order, front, subject, adverbs, particle, rest, start }
  }
  if (!isFiniteVerb(second)) return undefined
  return readMain(before, pieces, middle, after, second)
}

/** The clause of a passive whose agent is not named, and the last of its words that changes place. */
export function readWithoutAgent(verb: Word, passive: Passive): [PassiveClause, last: Word] | undefined {
  let last: Word = particleAfter(verb) ?? verb
  while (last.next !== undefined && isSentenceAdverb(last.next)) last = last.next
  const following = wordsAfter(last)
  const length = nounPhraseLength(following)
  const followsPhrase = length > 0 && !isTimePhrase(following)
  const clause = readPassiveClause(verb, passive, last.next)
  if (clause !== undefined) return clause.rest.length > 0 || followsPhrase ? undefined : [clause, last]
  if (!followsPhrase || !isFiniteVerb(verb)) return undefined
  const end = following[length - 1]!
  const inverted = readPassiveClause(verb, passive, end.next)
  return inverted?.order === 'inverted' ? [inverted, end] : undefined
}

function wordsAfter(word: Word): readonly Word[] {
  const { words } = word.sentence
  const at = word.index - words[0]!.index
  return words.slice(at + 1, at + 12)
}

interface Chain {
  readonly finite: Word | undefined
  /** What stands between the finite verb and the other verbs. */
  readonly middle: readonly Word[]
  readonly helpers: readonly Word[]
}

const modals = new Set(['ska', 'skall', 'skulle', 'kan', 'kunde', 'måste', 'bör', 'borde', 'får', 'fick', 'behöver'])

/** True for `beslutas` after `ska`, which the tagger takes for a present tense. */
export function isHiddenInfinitive(verb: Word): boolean {
  if (verb.morph.Tense !== 'Pres' || !/[aå]s$/.test(verb.lower)) return false
  for (let word = verb.previous, steps = 0; word !== undefined && steps < 10; word = word.previous, steps++) {
    if (modals.has(word.lower)) return isFiniteVerb(word)
    if (word.upos === 'CCONJ' || word.upos === 'PUNCT' || isOpener(word) || word.upos === 'VERB') return false
  }
  return false
}

/** The verbs that a passive hangs on. Undefined where one of them says something of its subject: `vill`. */
function readChain(place: Word, verb: Word): Chain | undefined {
  if (place !== verb && isFiniteVerb(place) && !isHiddenInfinitive(place))
    return { finite: place, middle: between(place.sentence.words, place, verb), helpers: [] }
  if (isFiniteVerb(place) && !isHiddenInfinitive(place)) return { finite: undefined, middle: [], helpers: [] }
  const helpers: Word[] = []
  const middle: Word[] = []
  for (let word = place.previous, steps = 0; word !== undefined && steps < 14; word = word.previous, steps++) {
    if (isFiniteVerb(word)) {
      if (!raising.has(word.lower)) return undefined
      if (helpers[0]?.lower === 'att' && word.lemma !== 'komma' && word.lower !== 'kommer') return undefined
      return { finite: word, middle, helpers }
    }
    const isVerb = word.morph.VerbForm === 'Inf' || word.morph.VerbForm === 'Sup'
    if (middle.length === 0 && ((isVerb && raising.has(word.lower)) || word.lower === 'att')) helpers.unshift(word)
    else if (isVerb || word.lower === 'att') return undefined
    else if (word.upos === 'CCONJ' && middle.every(({ upos }) => upos === 'ADV' || upos === 'PART')) return undefined
    else if (isOpener(word) || /^[,;:()]$/.test(word.form)) break
    else middle.unshift(word)
  }
  // `som beslutats av`: the supine does without `har` in a subordinate clause.
  const isSupine = place.morph.VerbForm === 'Sup' && helpers.length === 0
  return isSupine ? { finite: undefined, middle: [], helpers } : undefined
}

type Place = Pick<PassiveClause, 'order' | 'front' | 'subject' | 'adverbs' | 'start'>

/** The clause as a subordinate one: opener, subject, adverbs, finite verb. */
function readSubordinate(
  before: readonly Word[],
  words: readonly Word[],
  second: Word,
  place: Word,
): Place | undefined {
  let at = before.length - 1
  while (at >= 0 && !isOpener(before[at]!)) {
    if (isFiniteVerb(before[at]) || /^[,;:()]$/.test(before[at]!.form)) return undefined
    at--
  }
  const opener = before[at]
  if (opener === undefined) return undefined
  const between = before.slice(at + 1)
  const length = phraseLength(between)
  const adverbs = between.slice(length)
  if (adverbs.some(({ upos }) => upos !== 'ADV' && upos !== 'PART')) return undefined
  if (length === 0 && !isRelative(opener)) return undefined
  // A question or an att-clause has a finite verb elsewhere; a noun's attribute has none: `Beslut om bygglov fattas`.
  const isFirst = at === 0 || (at === 1 && before[0]!.upos === 'PUNCT')
  if (!isFirst && !words.some((word) => isFiniteVerb(word) && word !== second && word !== place)) return undefined
  const first = between[0] ?? second
  return { order: 'subordinate', front: [], subject: between.slice(0, length), adverbs, start: first.start }
}

function readMain(
  before: readonly Word[],
  pieces: Pick<PassiveClause, 'finite' | 'verb' | 'helpers'>,
  middle: readonly Word[],
  after: readonly Word[],
  second: Word,
): PassiveClause | undefined {
  const { finite, verb, helpers } = pieces
  const left = clauseStart(before)
  if (left === undefined) return undefined
  const { start } = left[0] ?? second
  const space = finite === undefined ? after : middle
  const skipped = space.findIndex((word) => !isSentenceAdverb(word))
  const inner = skipped < 0 ? [] : space.slice(skipped)
  const length = phraseLength(inner)
  const hasPhrase = length > 0 && !isTimePhrase(inner.slice(0, length)) && !isAgentless(inner)
  if (left[0] !== undefined && questions.has(left[0].lower) && !hasPhrase) {
    // `Vilka beslut fattas av …?`: what is asked for stays first.
    const { particle, rest } = splitParticle(verb, after)
    const adverbs = finite === undefined ? [] : middle
    return { finite, verb, helpers, order: 'inverted', front: left, subject: [], adverbs, particle, rest, start }
  }
  const inverted = left.length === 0 || isFront(left, hasPhrase)
  if (inverted) {
    if (length === 0 || isFormal(inner, verb, after)) return undefined
    const head = nounPhraseLength(inner)
    if (finite === undefined) {
      // Everything stays in its order after the actor, but for adverbs of the clause, which the subject had after it.
      const follow = inner.slice(head)
      const adverbs = takeWhile(follow, isSentenceAdverb)
      const { particle, rest } = takeParticle(follow.slice(adverbs.length), length > head)
      return {
        finite,
        verb,
        helpers,
        order: 'inverted',
        front: left,
        subject: inner.slice(0, head),
        adverbs: [...space.slice(0, Math.max(skipped, 0)), ...adverbs],
        particle,
        rest,
        start,
      }
    }
    const follow = inner.slice(length)
    if (follow.some(({ upos }) => upos !== 'ADV' && upos !== 'PART')) return undefined
    const { particle, rest } = splitParticle(verb, after)
    return {
      finite,
      verb,
      helpers,
      order: 'inverted',
      front: left,
      subject: inner.slice(0, length),
      adverbs: [...space.slice(0, Math.max(skipped, 0)), ...follow],
      particle,
      rest,
      start,
    }
  }
  if (!isSubject(left)) return undefined
  const { particle, rest } = splitParticle(verb, after)
  const adverbs = finite === undefined ? takeWhile(rest, isSentenceAdverb) : middle
  return {
    finite,
    verb,
    helpers,
    order: 'subject-first',
    front: [],
    subject: left,
    adverbs,
    particle,
    rest: finite === undefined ? rest.slice(adverbs.length) : rest,
    start,
  }
}

/** `Nu har det beslutats att …`, `I maj fattades det ett beslut`: the subject says nothing. */
function isFormal([first]: readonly Word[], verb: Word, after: readonly Word[]): boolean {
  if (first!.lower !== 'det') return false
  for (let word: Word | undefined = verb; word !== undefined; word = word.next)
    if (word.lower === 'att' || isOpener(word)) return true
  const start = after[0] === first ? 1 : 0
  return nounPhraseLength(after.slice(start)) > 0
}

/** `Den skickas av …`: no phrase of the subject follows the verb. */
function isAgentless([first]: readonly Word[]): boolean {
  return first?.upos === 'ADP'
}

interface AfterVerb {
  readonly particle: Word | undefined
  readonly rest: readonly Word[]
}

function splitParticle(verb: Word, after: readonly Word[]): AfterVerb {
  const particle = particleAfter(verb)
  return particle !== undefined && after[0] === particle
    ? { particle, rest: after.slice(1) }
    : { particle: undefined, rest: after }
}

/** The particle that stands after the subject: `lämnades förslaget in av …`. */
function takeParticle(follow: readonly Word[], hasAttribute: boolean): AfterVerb {
  const at = follow.findIndex(
    ({ lower, next }, index) => particles.has(lower) && (index === follow.length - 1 || next?.upos === 'ADP'),
  )
  if (at < 0 || (at > 0 && !hasAttribute)) return { particle: undefined, rest: follow }
  const particle = follow[at]!
  if (particle.next?.lower === 'till' && (particle.lower === 'fram' || particle.lower === 'upp'))
    return { particle: undefined, rest: follow }
  return { particle, rest: follow.filter((word) => word !== particle) }
}

function takeWhile(words: readonly Word[], test: (word: Word) => boolean): readonly Word[] {
  const end = words.findIndex((word) => !test(word))
  return end < 0 ? words : words.slice(0, end)
}

function areAdverbs(words: readonly Word[], from: Word, to: Word): boolean {
  return between(words, from, to).every(({ upos }) => upos === 'ADV' || upos === 'PART')
}

function between(words: readonly Word[], from: Word, to: Word): readonly Word[] {
  const offset = words[0]!.index
  return words.slice(from.index - offset + 1, Math.max(from.index - offset + 1, to.index - offset))
}
