import type { Sentence, Word } from 'retext-swedish'
import { mainVerb, scanClauses } from '../src/clause-scan.ts'
import { nounPhraseLength } from '../src/phrases.ts'
import { areSubordinate, isOpener } from '../src/rewrite/clause-border.ts'
import { isFiniteVerb } from '../src/verbs.ts'

/** A place where a new sentence can begin. */
export interface SplitPlace {
  /** The comma before it. */
  comma: Word | undefined
  /** The conjunction, or what else the second part begins with. */
  word: Word
  /** The word that the new sentence begins with. */
  next: Word
  /** What the new sentence begins with instead of `next`; undefined where only a person can tell. */
  first: string | undefined
}

/** Conjunctions that may go, because a full stop says the same. */
const droppable = new Set(['och', 'samt'])
const conjunctions = new Set([...droppable, 'men', 'utan', 'så'])
const subordinators = new Set([
  'att',
  'som',
  'om',
  'när',
  'eftersom',
  'medan',
  'innan',
  'tills',
  'då',
  'vad',
  'hur',
  'var',
  'vem',
  'vilka',
  'vilken',
  'vilket',
])
const subjects = new Set(['jag', 'du', 'vi', 'ni', 'han', 'hon', 'hen', 'de', 'den', 'det', 'detta'])
/** Adverbs that a main clause often begins with after a conjunction: `och sedan får du`. */
const links = new Set([
  'sedan',
  'därefter',
  'dessutom',
  'då',
  'nu',
  'samtidigt',
  'därför',
  'därmed',
  'därigenom',
  'där',
])
/** Verbs of `vilket …` about all that was said before, which `det …` can stand for. */
const consequences = new Set([
  'innebär',
  'innebar',
  'betyder',
  'betydde',
  'gör',
  'gjorde',
  'medför',
  'leder',
  'ledde',
  'kräver',
  'visar',
  'beror',
])
/** What a clause begins with that adds a reason or a contrast, and could be a sentence of its own. */
// `Medan` is left out: it may tell of the same time, and then it belongs to its clause.
const adverbial = new Set(['eftersom', 'fastän', 'trots', 'därför'])
/** What a clause begins with that could be a sentence of its own after a comma; without one it tells which is meant. */
const relative = new Set(['som', 'där', 'vilket', 'vilken', 'vilka'])
/** So far after its opener the finite verb of such a clause stands at most: `som var femte …` compares. */
const verbWithin = 5
/** So many words stand at least between two verbs with objects of their own. */
const leastBetween = 4
/** So many words at least on both sides. */
const shortest = 6

/**
 * Finds where a long sentence can be cut: a conjunction between two main clauses, or `vilket innebär att …`, with at
 * least six words on both sides. Nearest the middle first. Says nothing where it cannot see a main clause on both sides.
 */
export function splitPlaces(sentence: Sentence): SplitPlace[] {
  const { words } = sentence
  const places: SplitPlace[] = []
  for (let at = shortest; at < words.length - shortest; at++) {
    const place = placeAt(words, at)
    if (place !== undefined && !areSubordinate(words.slice(0, at))) places.push(place)
  }
  return nearestMiddle(places, words)
}

/**
 * Where a part that is no main clause begins that could be made one: `och` with a shared subject, `eftersom …`,
 * `, som …`. Nearest the middle first. Only parts that hang directly on the main clause: what stands in a subordinate
 * clause means something else as a sentence of its own.
 */
export function looseParts(sentence: Sentence): SplitPlace[] {
  const { words } = sentence
  const verb = mainVerb(sentence)
  if (verb === undefined) return []
  const clauses = scanClauses(sentence)
  const offset = words[0]!.index
  const places: SplitPlace[] = []
  for (let at = Math.max(shortest, verb.index - offset + 1); at < words.length - shortest; at++) {
    const word = words[at]!
    const next = words[at + 1]!
    const comma = words[at - 1]!.form === ',' ? words[at - 1] : undefined
    const isLoose =
      droppable.has(word.lower) && isFiniteVerb(next)
        ? sharesSubject(words, at, clauses)
        : (adverbial.has(word.lower) && isOpener(word)) ||
            (relative.has(word.lower) && comma !== undefined && (word.lower !== 'som' || isKnown(words[at - 2])))
          ? clauses.some(
              ({ from, depth, verb: own }) =>
                (from === at || from === at + 1) && depth === 1 && own && own.index - word.index <= verbWithin,
            )
          : false
    const length = partLength(words, at)
    const after = words[at + length + 1]
    // `de, som vill hålla ihop, bör …`: an insertion, after which the main clause goes on.
    const goesOn = after !== undefined && (after.upos === 'VERB' || after.upos === 'AUX')
    if (isLoose && !goesOn && length >= shortest) places.push({ comma, word, next, first: undefined })
  }
  return nearestMiddle(places, words)
}

/** True for a noun that needs no clause to tell which one is meant: `bron, som …`, but not `många människor, som …`. */
function isKnown(head: Word | undefined): boolean {
  if (head === undefined || head.upos === 'PROPN') return true
  if (head.upos !== 'NOUN') return false
  if (head.morph.Definite === 'Def') return !/^(?:den|det|de)$/.test(head.previous?.lower ?? '')
  let word = head.previous
  for (let steps = 0; word !== undefined && steps < 3 && /^(?:ADJ|NOUN)$/.test(word.upos); steps++) word = word.previous
  return /^(?:en|ett|min|din|sin|vår|er|mitt|ditt|sitt|vårt|ert)$/.test(word?.lower ?? '') || word?.morph.Case === 'Gen'
}

/** True where the verb after `och` goes on with a main clause that is long enough to stand alone, and has no other clause. */
function sharesSubject(words: readonly Word[], at: number, clauses: ReturnType<typeof scanClauses>): boolean {
  if (clauses.some(({ type, from }) => type !== 'main' && from < at)) return false
  // `Har du fått tillstånd och bor i kommunen så får du …`: a condition, of which both verbs are parts.
  if (isFiniteVerb(words[0]) && words[0]!.morph.Mood !== 'Imp' && words.at(-1)!.form !== '?') return false
  // `leder och samordnar arbetet`: two verbs with one object.
  for (let index = at - 1; index >= at - leastBetween; index--) if (isFiniteVerb(words[index])) return false
  return true
}

function nearestMiddle(places: SplitPlace[], words: readonly Word[]): SplitPlace[] {
  const middle = words[0]!.index + words.length / 2
  const distance = ({ word }: SplitPlace) => Math.abs(word.index - middle)
  return places.sort((a, b) => distance(a) - distance(b))
}

function placeAt(words: readonly Word[], at: number): SplitPlace | undefined {
  const word = words[at]!
  const next = words[at + 1]!
  const comma = words[at - 1]!.form === ',' ? words[at - 1] : undefined
  // `…, det är inte säkert att …`: two sentences with a comma between.
  if (comma && spliced.has(word.lower) && isFiniteVerb(next) && isSplice(words, at))
    return { comma, word, next: word, first: capital(word) }
  if (word.lower === 'vilket' && words[at - 1]!.upos !== 'ADP' && consequences.has(next.lower))
    return { comma, word, next: word, first: 'Det' }
  if (!conjunctions.has(word.lower) || (word.lower === 'så' && !comma)) return undefined
  // `…, och om du inte har fått det ska du ringa`: a condition of the second sentence.
  if (comma && droppable.has(word.lower) && opensSentence(words, at + 1) && !isInCondition(words, at))
    return { comma, word, next, first: capital(next) }
  if (!startsMainClause(words, at + 1, comma !== undefined) || isInsideSubordinate(words, at)) return undefined
  if (word.lower === 'men' && (comma || isBidding(words, at + 1))) return { comma, word, next: word, first: 'Men' }
  // `när hjälpen inte räcker, och du behöver …`: the condition may go on.
  if (isInCondition(words, at)) return undefined
  return { comma, word, next, first: droppable.has(word.lower) ? capital(next) : undefined }
}

/** True for a condition after which a main clause with its verb before its subject follows. */
function opensSentence(words: readonly Word[], at: number): boolean {
  if (!/^(?:om|när)$/.test(words[at]!.lower) || !subjects.has(words[at + 1]?.lower ?? '')) return false
  for (let index = at + 3; index < words.length - 1; index++) {
    const word = words[index]!
    if (word.upos === 'CCONJ' && words[index - 1]!.form === ',') return false
    if (isFiniteVerb(word) && subjects.has(words[index + 1]!.lower) && !isOpener(words[index - 1]!)) return true
  }
  return false
}

/** Subjects that are no determiners, and open no inserted clause as `det vill säga` does. */
const spliced = new Set(['jag', 'du', 'vi', 'ni', 'han', 'hon', 'hen', 'det', 'detta', 'man'])

/** True where a whole main clause stands before the comma, and the second is not inserted: `det är, det vet vi, …`. */
function isSplice(words: readonly Word[], at: number): boolean {
  const [first] = words
  const next = words[at + 1]!
  if (isOpener(first!) || first!.lower === 'ju' || next.lower === 'vill' || next.lower === 'betyder') return false
  // `Om du vill, du som bor …`: what is said of the same person, and clauses in a row under one opener.
  if (
    words[at + 2]?.lower === 'som' ||
    words.slice(0, at).some(({ lower, upos }) => (lower === 'att' && upos !== 'PART') || lower === 'om')
  )
    return false
  return words.slice(0, at).some((word) => isFiniteVerb(word))
}

function capital({ form }: Word): string {
  return form.charAt(0).toLocaleUpperCase('sv') + form.slice(1)
}

const auxiliary = /^(?:ska|skall|kan|måste|får|bör|har)$/

/**
 * True where a subject and its finite verb stand at `at`: `du får`, and after a comma also `vår handläggare
 * kan` and `sedan får du`. Without a comma a noun may as well be joined to the noun before, unless an auxiliary follows it.
 */
function startsMainClause(words: readonly Word[], at: number, afterComma: boolean): boolean {
  const first = words[at]
  if (first === undefined) return false
  if (subjects.has(first.lower)) return isFiniteVerb(words[at + 1])
  if (isBidding(words, at)) return true
  if (!afterComma) {
    // After a whole main clause, a noun before an auxiliary can be no second subject of the verb before it.
    const length = nounPhraseLength(words.slice(at, at + 5))
    if (length === 0 || !auxiliary.test(words[at + length]?.lower ?? '') || isFiniteVerb(words[0])) return false
    if (subjects.has(words[at + length + 1]?.lower ?? '')) return false
    const before = words.slice(0, at - 1)
    const verb = before.findIndex(isFiniteVerb)
    return verb >= 0 && !before.slice(verb).some(({ form }) => form === ',')
  }
  if (links.has(first.lower)) return isFiniteVerb(words[at + 1]) && nounPhraseLength(words.slice(at + 2, at + 7)) > 0
  const length = nounPhraseLength(words.slice(at, at + 5))
  return length > 0 && first.lower !== 'som' && isFiniteVerb(words[at + length])
}

/** `… men tänk på att …`: after `men` or a comma a bidding is a sentence of its own. */
function isBidding(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]!
  return (
    words[at]!.morph.Mood === 'Imp' &&
    before.lower === 'men' &&
    words.slice(0, at - 1).some((word) => isFiniteVerb(word))
  )
}

/** True where the clause before the conjunction hangs on a subordinator that the clause after it may share. */
function isInsideSubordinate(words: readonly Word[], at: number): boolean {
  for (let index = at - 1; index >= 0; index--) {
    const word = words[index]!
    if (index < at - 1 && /^[,;:]$/.test(word.form)) return false
    if (word.upos === 'SCONJ' || (word.upos !== 'ADP' && subordinators.has(word.lower)))
      return words[at - 1]!.form !== ','
  }
  return false
}

/** True where the last clause before here is a condition or what somebody says. */
function isInCondition(words: readonly Word[], at: number): boolean {
  // `Har du sagt upp platsen och det har gått en månad, får du betala`: a condition that opens with its verb, or with
  // `i de fall`.
  if (isFiniteVerb(words[0]) || opensWithCase(words))
    for (let index = at; index < words.length - 1; index++)
      if (words[index]!.form === ',' && isFiniteVerb(words[index + 1])) return true
  const opener = words.slice(0, at).findLast((word) => isOpener(word) || word.lower === 'om')
  return opener !== undefined && opener.upos !== 'ADP' && /^(?:om|när|då|att|ifall|såvida)$/.test(opener.lower)
}

/** `I de fall …`, `för det fall …`: as ”om”. */
function opensWithCase(words: readonly Word[]): boolean {
  const at = words.findIndex(({ lower }) => lower === 'fall')
  return at > 0 && at <= 2 && /^(?:i|för)$/.test(words[0]!.lower)
}

/** How many words stand from here to the next mark. */
function partLength(words: readonly Word[], at: number): number {
  let length = 0
  while (words[at + length] !== undefined && words[at + length]!.upos !== 'PUNCT') length++
  return length
}
