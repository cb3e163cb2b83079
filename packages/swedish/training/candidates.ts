import { type CandidateRows, dictionaryKey, endingKey, kindOf, maxEnding } from '../src/tagger/candidates.ts'
import { Kind } from '../src/tagger/features.ts'
import { isOpen } from '../src/tagger/model.ts'
import { Shape } from '../src/tagger/shape.ts'
import type { TrainingWord } from './corpus.ts'
import { getOrCreate, increment } from './maps.ts'
import type { TagSet } from './tags.ts'

type Counts = Map<number, number>

/** Seen this often, an open word has shown all its tags. */
const frequent = 20
/** Seen this often, a word of a closed class has. */
const closedFrequent = 8
/** Words more frequent than this say nothing about unknown ones. */
const openLimit = 20
/** Classes whose words the lexicon has whole. */
const closedClass = /^(PRON|DET|ADP|AUX|CCONJ|SCONJ|PART|PUNCT)\|/
/** Fewest words an ending stands on. */
const leastWords = 3
/** So many words behind an ending are enough, without shorter endings. */
const enoughWords = 60

/**
 * Learns which tags a word may have: from the word itself, and for unknown words from the longest endings
 * that enough words share.
 */
export function learnCandidates(sentences: readonly TrainingWord[][], tags: TagSet): CandidateRows {
  const open = tags.names.map(isOpen)
  const words = new Map<string, Counts>()
  for (const word of sentences.flat()) add(words, foldDigits(word.lower), word.tag)

  const endings = new Map<string, Counts>()
  for (const word of sentences.flat()) {
    const lower = foldDigits(word.lower)
    if (total(words.get(lower)!) > openLimit || closedClass.test(tags.names[word.tag]!)) continue
    const shape = word.shape === Shape.capitals && word.initial ? Shape.lower : word.shape
    for (let length = 0; length <= Math.min(maxEnding, lower.length); length++)
      add(endings, `${shape}:${lower.slice(lower.length - length)}`, word.tag)
  }

  const sets: number[][] = [[...tags.names.keys()].filter((tag) => open[tag])]
  const setOf = new Map<string, number>()
  const intern = (set: Iterable<number>): number => {
    const sorted = [...new Set(set)].sort((a, b) => a - b)
    const key = sorted.join()
    let id = setOf.get(key)
    if (id === undefined) {
      id = sets.length
      setOf.set(key, id)
      sets.push(sorted)
    }
    return id
  }

  const dictionary = new Map<number, number>()
  for (const [word, counts] of words) {
    const sum = total(counts)
    const seen = [...counts].filter(([, count]) => count > 1 || count / sum > 0.002).map(([tag]) => tag)
    const closed = sum >= frequent || (sum >= closedFrequent && !seen.some((tag) => open[tag]))
    const byKind = new Map<number, number>()
    for (const [tag, count] of counts) increment(byKind, kindOf(tags.names[tag]!), count)
    const kind = mostly(byKind, sum)
    dictionary.set(dictionaryKey(word), intern(seen) * 16 + (closed ? 1 : 0) + kind * 2)
  }

  const rows = new Map<number, number>()
  for (const [key, counts] of endings) {
    const colon = key.indexOf(':')
    const shape = Number(key.slice(0, colon))
    const ending = key.slice(colon + 1)
    if (ending !== '' && total(counts) < leastWords) continue
    const set = intern(allowed(ending, (shorter) => endings.get(`${shape}:${shorter}`)))
    const shorter = ending === '' ? undefined : ending.slice(1)
    if (shorter !== undefined && total(endings.get(`${shape}:${shorter}`)!) >= leastWords) {
      const above = intern(allowed(shorter, (end) => endings.get(`${shape}:${end}`)))
      if (above === set) continue
    }
    rows.set(endingKey(ending, ending.length, shape), set)
  }
  return { sets, dictionary, endings: rows }
}

function allowed(ending: string, countsOf: (ending: string) => Counts | undefined): Set<number> {
  const out = new Set<number>()
  let behind = 0
  for (let start = 0; start <= ending.length && behind < enoughWords; start++) {
    const counts = countsOf(ending.slice(start))
    if (counts === undefined) continue
    const sum = total(counts)
    if (sum < leastWords && start < ending.length) continue
    const least = start === ending.length ? 0.03 : 0.01
    for (const [tag, count] of counts) if (count / sum > least) out.add(tag)
    behind += sum
  }
  return out
}

/** A word that is an auxiliary in one case of four governs verbs like one; else the kind of most of its cases. */
function mostly(byKind: ReadonlyMap<number, number>, sum: number): number {
  if ((byKind.get(Kind.auxiliary) ?? 0) * 4 >= sum) return Kind.auxiliary
  return [...byKind].find(([kind, count]) => kind !== Kind.silent && count * 2 > sum)?.[0] ?? Kind.other
}

function add(map: Map<string, Counts>, key: string, tag: number): void {
  increment(
    getOrCreate(map, key, () => new Map()),
    tag,
  )
}

function total(counts: Counts): number {
  let sum = 0
  for (const count of counts.values()) sum += count
  return sum
}

function foldDigits(word: string): string {
  return word.replace(/\d/g, '0')
}
