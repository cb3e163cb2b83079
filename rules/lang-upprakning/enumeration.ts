import { analyseVerbForm, type Sentence, type Word } from 'retext-swedish'
import { isCounted } from '../src/sentence-words.ts'
import { isFiniteVerb } from '../src/verbs.ts'

interface Enumeration {
  readonly start: number
  readonly end: number
  readonly items: number
  /** Words of its items. */
  readonly words: number
}

/** A first item of more words begins with what the enumeration hangs on. */
const longestFirst = 6

const joining = new Set(['och', 'eller', 'samt'])
/** An item of more words than this is a clause of its own. */
const longestItem = 12
/** With fewer words an item the enumeration is easy to read as it stands. */
const leastAverage = 2.2
/** Words of an item that take it for a thing to read, not only a word to tick off. */
const fullItem = 3

/**
 * The longest enumeration of a sentence: items parted by commas, the last after och, eller or samt, all with the same
 * beginning. Names, figures and words alone are none; the first item begins after the verb.
 */
export function findEnumeration({ words }: Sentence): Enumeration | undefined {
  let best: Enumeration | undefined
  for (let last = words.length - 1; last > 4; last--) {
    if (!joining.has(words[last]!.lower) || words[last]!.upos !== 'CCONJ') continue
    const found = endingAt(words, last)
    if (found && (best === undefined || found.items > best.items)) best = found
  }
  return best
}

/** The enumeration whose last item stands after the conjunction at `last`. */
function endingAt(words: readonly Word[], last: number): Enumeration | undefined {
  const final = itemAfter(words, last + 1)
  if (final === undefined || joinsInside(words, last)) return undefined
  const model = kindOf(words[last + 1]!)
  const starts = [last + 1]
  let end = words[last - 1]!.form === ',' ? last - 1 : last
  for (let at = end - 1; at >= 0; at--) {
    // ”… eller ålder och att motverka våld och hot”: the infinitive ends the row of things.
    if (model === 'nominal' && words[at]!.lower === 'att' && words[at]!.upos === 'PART') break
    if (words[at]!.form !== ',') {
      if (isFiniteVerb(words[at]) || /^[;:–()]$/.test(words[at]!.form) || end - at > longestItem) break
      continue
    }
    if (!alike(words[at + 1]!, words[last + 1]!)) break
    starts.unshift(at + 1)
    end = at
  }
  const later = words.slice(end + 1, final + 1)
  const hasPrepositions = later.filter(({ upos }) => upos === 'ADP').length * 2 >= starts.length
  const first = firstItem(words, end, words[last + 1]!, hasPrepositions)
  if (first === undefined || starts.length < 2) return undefined
  starts.unshift(first)
  if (holdsShorterRow(words, starts)) return undefined
  // A bracket or a row of its own goes on where the last item seems to end.
  if (words[final + 1]?.form === '(' || words[final + 1]?.form === ',') return undefined
  const joins = words.slice(first, last).filter(({ upos }) => upos === 'CCONJ').length
  if (joins > 0 && joins * 3 >= starts.length) return undefined
  const inside = words.slice(first, final + 1)
  const lengths = starts.map((start, index) => {
    const to = starts[index + 1] ?? final + 1
    return words.slice(start, to).filter((word) => isCounted(word) && word.upos !== 'CCONJ').length
  })
  if (lengths.reduce((sum, length) => sum + length, 0) < leastAverage * lengths.length) return undefined
  if (
    lengths.filter((length) => length >= fullItem).length < 2 ||
    inside.filter(({ upos }) => upos === 'PROPN').length * 3 > inside.length
  )
    return undefined
  return {
    start: words[first]!.start,
    end: words[final]!.end,
    items: starts.length,
    words: inside.filter(isCounted).length,
  }
}

/** True where the conjunction joins two words of one item: `…, lov för elever eller föräldrar`. */
function joinsInside(words: readonly Word[], conjunction: number): boolean {
  const one = words[conjunction - 1]
  const two = words[conjunction + 1]
  return (
    one?.upos === 'NOUN' &&
    two?.upos === 'NOUN' &&
    one.morph.Definite === 'Ind' &&
    two.morph.Definite === 'Ind' &&
    words[conjunction - 2]?.upos === 'ADP' &&
    (words[conjunction + 2] === undefined || /^[.,;:]$/.test(words[conjunction + 2]!.form))
  )
}

/** True where an item ends a row of single words inside the enumeration: `mat, tvätt, disk och städning, daglig tillsyn samt …`. */
function holdsShorterRow(words: readonly Word[], starts: readonly number[]): boolean {
  for (let item = 1; item < starts.length - 1; item++) {
    const from = starts[item]!
    if (
      words[from + 1]?.upos === 'CCONJ' &&
      words[from + 3]?.form === ',' &&
      words[from - 1]?.form === ',' &&
      words[from - 3]?.form === ','
    )
      return true
  }
  return false
}

/** The last word of the item that begins here: up to a clause, a sign or the sentence's end. */
function itemAfter(words: readonly Word[], from: number): number | undefined {
  let end: number | undefined
  for (let at = from; at < words.length && at - from <= longestItem; at++) {
    const word = words[at]!
    if (/^[,;:.–()!?]$/.test(word.form) || isFiniteVerb(word) || word.upos === 'SCONJ' || word.lower === 'som') break
    // `… och förvaltning och underhåll av vägar`: where the last item ends cannot be told.
    if (word.upos === 'CCONJ' && at > from) return undefined
    end = at
  }
  return end
}

/** What stands before examples: `naturtyper såsom torrängar, …`. */
const introduces = /^(?:som|såsom|liksom|exempelvis|t\.ex\.|bl\.a\.|bland|dvs\.)$/

/** Where the first item begins: after the verb, the preposition or the colon that the enumeration hangs on. */
function firstItem(words: readonly Word[], end: number, model: Word, hasPrepositions: boolean): number | undefined {
  let first: number | undefined
  for (let at = end - 1; at >= 0 && end - at <= longestItem; at--) {
    const word = words[at]!
    if (
      isFiniteVerb(word) ||
      word.upos === 'SCONJ' ||
      introduces.test(word.lower) ||
      (word.lower === 'av' && /^(?:form|bestående|består)$/.test(words[at - 1]?.lower ?? '')) ||
      /^[,;:–()]$/.test(word.form)
    )
      break
    if (alike(word, model)) first = at
  }
  if (first === undefined) return first
  if (hasPrepositions && end - first <= longestFirst) return first
  // ”kostnader för livsmedel, kläder …”: the preposition belongs to what stands before the enumeration.
  for (let at = end - 1; at > first; at--) if (words[at]!.upos === 'ADP' && model.upos !== 'ADP') return at + 1
  return first
}

/** True where two items begin alike: both with an infinitive, both with the same preposition, both with a noun phrase. */
function alike(one: Word, other: Word): boolean {
  const kind = kindOf(one)
  // ”korta restiderna” after ”göra” and ”öka”: the tagger may take the verb for an adjective.
  if (kindOf(other) === 'Inf' && kind !== 'Inf') return analyseVerbForm(one.lower).some(({ form }) => form === 'Inf')
  return kind !== undefined && kind === kindOf(other) && (kind !== 'ADP' || one.lower === other.lower)
}

function kindOf({ upos, morph, lower }: Word): string | undefined {
  if (upos === 'ADP') return 'ADP'
  if (lower === 'att') return 'att'
  if (morph.VerbForm === 'Inf') return 'Inf'
  if (upos === 'NOUN' || upos === 'DET' || upos === 'ADJ' || upos === 'NUM' || morph.Poss === 'Yes') return 'nominal'
  return undefined
}
