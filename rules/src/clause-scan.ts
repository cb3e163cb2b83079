import type { Sentence, Word } from 'retext-swedish'
import { nounPhraseLength } from './phrases.ts'
import { isFiniteVerb } from './verbs.ts'
import { looksLikeName } from './words.ts'

/** A clause as word order shows it. */
interface ScannedClause {
  readonly type: 'main' | 'relative' | 'subordinate'
  /** The word that opens it: `om`, `som`; undefined for a main clause, and for a relative one that leaves `som` out. */
  readonly opener: Word | undefined
  /** Its finite verb, or the supine of a clause that leaves `har` out; undefined where none was found. */
  readonly verb: Word | undefined
  /** How many clauses it stands in. */
  readonly depth: number
  /** Where it begins, as an index into the sentence's words. */
  readonly from: number
}

interface Open {
  type: ScannedClause['type']
  opener: Word | undefined
  verb: Word | undefined
  depth: number
  from: number
}

const found = new WeakMap<Sentence, readonly ScannedClause[]>()

/**
 * The clauses of a sentence in the order in which they begin, read from the order of openers and finite verbs: a
 * subordinator asks for a finite verb, and the first finite verb that no subordinator asks for is that of the main
 * clause. Linear, and on long sentences surer of the main clause than a parse of the whole.
 */
export function scanClauses(sentence: Sentence): readonly ScannedClause[] {
  let clauses = found.get(sentence)
  if (clauses === undefined) {
    clauses = scan(sentence.words)
    found.set(sentence, clauses)
  }
  return clauses
}

/** The finite verb of the first main clause. */
export function mainVerb(sentence: Sentence): Word | undefined {
  return scanClauses(sentence).find(({ type }) => type === 'main')?.verb
}

/**
 * True for the verb of a main clause: finite, or a supine that leaves `har` out. A second verb that nothing joins to
 * the first, as in `under tiden lokalen hyrs`, belongs to a subordinate clause without an opener.
 */
export function inMainClause(place: Word): boolean {
  const clauses = scanClauses(place.sentence)
  let before: Word | undefined
  for (let index = 0; index < clauses.length; index++) {
    const { verb, type } = clauses[index]!
    if (verb === place) return type === 'main' && (before === undefined || isJoinedTo(before, place))
    if (type === 'main') before = verb
  }
  return true
}

function isJoinedTo(first: Word, second: Word): boolean {
  for (let word = second.previous; word !== undefined && word !== first; word = word.previous)
    if (word.upos === 'CCONJ' || word.upos === 'PUNCT') return true
  return false
}

function scan(words: readonly Word[]): ScannedClause[] {
  const clauses: Open[] = [{ type: 'main', opener: undefined, verb: undefined, depth: 0, from: 0 }]
  const stack = [clauses[0]!]
  let conjunction = -1
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (word.form === '(' || (at > 0 && isQuote(word.form))) {
      at = afterAside(words, at)
      continue
    }
    if (word.upos === 'CCONJ') {
      conjunction = at
      continue
    }
    const type = opens(words, at)
    if (type !== undefined) {
      const top = stack.at(-1)!
      // ”trots att”, ”även om”, ”vilka regler som”: one opener of several words.
      if (top.verb === undefined && top.opener !== undefined && (top.from === at - 1 || asksWhich(words, top, at))) {
        top.from = at
        continue
      }
      const before = words[at - 1]
      if (before?.form === ',' || before?.upos === 'CCONJ') leaveParallel(stack, word)
      const opener = isFiniteVerb(words[at + 1]) || word.upos !== 'PRON' || word.morph.Case !== 'Nom' ? word : undefined
      const clause: Open = { type, opener, verb: undefined, depth: stack.length, from: at }
      clauses.push(clause)
      stack.push(clause)
      if (clause.depth > 12) return clauses
      continue
    }
    if (looksLikeName(word)) continue
    if (!isFiniteVerb(word) && !isBareSupine(words, at, stack.at(-1)!)) continue
    const top = stack.at(-1)!
    const isJoined = conjunction > 0 && top.verb !== undefined && conjunction > top.verb.index - words[0]!.index
    if (isJoined && top.type !== 'main' && joinsClause(words, conjunction, at, top)) {
      conjunction = -1
      continue
    }
    while (stack.length > 1 && stack.at(-1)!.verb !== undefined) stack.pop()
    const clause = stack.at(-1)!
    if (clause.verb === undefined) clause.verb = word
    else {
      const joined: Open = { type: 'main', opener: undefined, verb: word, depth: 0, from: at }
      clauses.push(joined)
      stack[0] = joined
    }
  }
  return clauses
}

/** True for `som` that belongs to the question before: `vilka regler som gäller`. */
function asksWhich(words: readonly Word[], { opener, from }: Open, at: number): boolean {
  return words[at]!.lower === 'som' && asking.has(opener!.lower) && at - from <= 4 && words[at - 1]!.upos === 'NOUN'
}

/** Closes a clause that has its verb, with those inside it, where one with a like opener follows: `att …, att …`. */
function leaveParallel(stack: Open[], opener: Word): void {
  for (let level = stack.length - 1; level > 0 && stack[level]!.verb !== undefined; level--) {
    const earlier = stack[level]!.opener?.lower
    if (earlier === opener.lower || (asking.has(earlier ?? '') && asking.has(opener.lower))) {
      stack.length = level
      return
    }
  }
}

function isQuote(form: string): boolean {
  return form === '”' || form === '"' || form === '»' || form === '“'
}

/** Where a parenthesis or a quotation ends; where it begins when it has no end. */
function afterAside(words: readonly Word[], open: number): number {
  const isBracket = words[open]!.form === '('
  for (let at = open + 1; at < words.length; at++) {
    const { form } = words[at]!
    if (isBracket ? form === ')' : isQuote(form)) return at
  }
  return open
}

/** Openers of indirect questions. */
const asking = new Set(['hur', 'vad', 'vem', 'vilken', 'vilket', 'vilka', 'varför', 'när', 'var', 'vart', 'om'])

const relativeAdverbs = new Set(['där', 'dit', 'varifrån', 'varför', 'hur', 'vart', 'var', 'när', 'då'])
const relativePronouns = new Set(['vilken', 'vilket', 'vilka', 'vars', 'vad', 'vem'])
const speakers = new Set(['jag', 'du', 'vi', 'ni', 'han', 'hon', 'hen', 'man', 'de'])

/** What clause begins with this word; undefined where none does. */
function opens(words: readonly Word[], at: number): 'relative' | 'subordinate' | undefined {
  const { lower, upos, morph, previous } = words[at]!
  const next = words[at + 1]
  if (next === undefined) return undefined
  // ”när och hur du gör”: one question with two words.
  if (asking.has(lower) && next.upos === 'CCONJ' && asking.has(next.next?.lower ?? '')) return undefined
  if (lower === 'som') return upos === 'PRON' && !isQuote(next.form) ? 'relative' : undefined
  if (upos === 'SCONJ') {
    if (lower === 'än' || lower === 'såsom' || isInfinitive(next) || isInfinitive(next.next, next)) return undefined
    // ”som vi har bett om senast i går”: the particle of the verb before.
    if (lower === 'om' && previous?.upos === 'VERB' && /^(?:ADV|ADP|PUNCT|CCONJ|AUX|VERB)$/.test(next.upos))
      return undefined
    // A word like ”sedan” or ”då” right before a finite verb is an adverb.
    if ((lower === 'sedan' || lower === 'då') && isFiniteVerb(next)) return undefined
    return 'subordinate'
  }
  // ”Om du bor här, och om alla …”: a second condition, which the tagger may take for a preposition.
  if (lower === 'om' && words[0]!.lower === 'om' && (previous?.upos === 'CCONJ' || previous?.form === ','))
    return asksForVerb(words, at + 1) ? 'subordinate' : undefined
  // ”om dina behov inte tillgodoses”: so a condition has its words, but ”frågor om bygglov besvaras” is none.
  if (lower === 'om' && upos === 'ADP') {
    const subject = nounPhraseLength(words.slice(at + 1, at + 7))
    const adverb = words[at + 1 + subject]
    if (subject > 0 && adverb?.lower === 'inte' && isFiniteVerb(adverb.next)) return 'subordinate'
  }
  if (relativeAdverbs.has(lower) && upos === 'ADV') {
    if (at === 0) return undefined
    if (isFiniteVerb(next) && lower !== 'hur') return undefined
    return asksForVerb(words, at + 1) ? 'relative' : undefined
  }
  if (relativePronouns.has(lower) && at > 1 && (upos === 'PRON' || upos === 'DET'))
    return !isFiniteVerb(next) || lower === 'vilket' ? (asksForVerb(words, at + 1) ? 'relative' : undefined) : undefined
  // ”de handlingar vi har bett om”: a subject right after a noun.
  if (upos === 'PRON' && morph.Case === 'Nom' && speakers.has(lower) && previous?.upos === 'NOUN')
    return isFiniteVerb(next) || isFiniteVerb(next.next) || next.morph.VerbForm === 'Sup' ? 'relative' : undefined
  return undefined
}

/** True for an infinitive, where what stands before it is no more than an adverb. */
function isInfinitive(word: Word | undefined, before?: Word): boolean {
  return word?.morph.VerbForm === 'Inf' && (before === undefined || before.upos === 'ADV' || before.upos === 'PART')
}

/** True where a finite verb or a supine comes before the next punctuation mark or opener. */
function asksForVerb(words: readonly Word[], from: number): boolean {
  for (let at = from; at < words.length && at < from + 12; at++) {
    const word = words[at]!
    if (isFiniteVerb(word) || word.morph.VerbForm === 'Sup') return true
    if (word.upos === 'SCONJ' || /^[,;:.]$/.test(word.form)) return false
  }
  return false
}

/** A supine whose clause leaves `har` out: `handlingar som kommit in`. */
function isBareSupine(words: readonly Word[], at: number, { type, verb, from }: Open): boolean {
  if (words[at]!.morph.VerbForm !== 'Sup' || type === 'main' || verb !== undefined) return false
  for (let before = at - 1; before > from; before--) if (words[before]!.lemma === 'ha') return false
  return true
}

/**
 * True where a finite verb after och/eller goes on with the subordinate clause: `som bor här och går i skolan`, `om du
 * bor här och ditt barn går i skolan`; not in `om du har hund och katt får du …`.
 */
function joinsClause(words: readonly Word[], conjunction: number, verb: number, { type }: Open): boolean {
  let from = conjunction + 1
  while (from < verb && (words[from]!.upos === 'ADV' || words[from]!.upos === 'PART')) from++
  if (from === verb) return true
  if (type === 'relative') return false
  if (nounPhraseLength(words.slice(from, verb)) !== verb - from) return false
  const next = words[verb + 1]
  return next === undefined || (next.morph.Case !== 'Nom' && nounPhraseLength(words.slice(verb + 1, verb + 5)) === 0)
}
