import type { ByteReader, ByteWriter } from '../model/bytes.ts'
import { type LexiconReading, mix, step, wordHash } from './features.ts'
import { type HashTable, readHashes } from './matrix.ts'
import { Shape } from './shape.ts'

const dictionarySalt = 0x0a02bdbf
const endingSalt = 0x60034bd9

/** Longest ending that is looked up. */
export const maxEnding = 7

export function dictionaryKey(lower: string): number {
  return wordHash(lower, dictionarySalt)
}

/** Key of the last `length` letters of a word of some shape. */
export function endingKey(lower: string, length: number, shape: Shape): number {
  let h = endingSalt + shape
  for (let k = 1; k <= length; k++) h = step(h, lower.charCodeAt(lower.length - k))
  return mix(h)
}

/** Tags a word may have, before its context is looked at. */
export interface CandidateTable {
  /** Tags of a form, ascending and distinct; never empty. */
  candidates(lower: string, shape: Shape, initial: boolean, reading: LexiconReading): readonly number[]
  /** Whether a form is most likely a verb that heads a clause or goes with one: finite, infinitive or supine. */
  isVerb(lower: string, reading: LexiconReading): boolean
}

/** A set of tags for each key; `closed` sets are whole, others are joined with what the ending allows. */
export interface CandidateRows {
  sets: number[][]
  /** Each dictionary word's key: number of its set × 4, + 1 where the set is whole, + 2 where the word is mostly a verb. */
  dictionary: Map<number, number>
  /** Set of each ending's key. */
  endings: Map<number, number>
}

export function writeCandidates({ sets, dictionary, endings }: CandidateRows, writer: ByteWriter): void {
  writer.varint(sets.length)
  for (const set of sets) {
    writer.varint(set.length)
    for (const tag of set) writer.byte(tag)
  }
  for (const map of [dictionary, endings]) {
    const rows = [...map].sort((a, b) => a[0] - b[0])
    writer.varint(rows.length)
    let before = 0
    for (const [key] of rows) {
      writer.varint(key - before)
      before = key
    }
    for (const [, value] of rows) writer.varint(value)
  }
}

/** What a tag says about whether its word is a verb. */
export const VerbHint = { none: 0, verb: 1, other: 2 } as const

/** Participles and adverbs in -t share their forms with supines and say nothing. */
export function verbHint(tag: string): number {
  if (/^(VERB|AUX)\|.*VerbForm=(Fin|Inf|Sup)/.test(tag)) return VerbHint.verb
  return /^(ADJ|VERB|AUX|ADV\|Degree)/.test(tag) ? VerbHint.none : VerbHint.other
}

/** @param hints what {@link verbHint} says of each tag */
export function readCandidates(reader: ByteReader, hints: Uint8Array): CandidateTable {
  const sets = Array.from({ length: reader.varint() }, () => {
    const length = reader.varint()
    return [...reader.raw(length)]
  })
  const readMap = (): { keys: HashTable; values: Uint32Array } => {
    const count = reader.varint()
    const keys = readHashes(reader, count)
    const values = new Uint32Array(count)
    for (let i = 0; i < count; i++) values[i] = reader.varint()
    return { keys, values }
  }
  const dictionary = readMap()
  const endings = readMap()

  const byEnding = (lower: string, shape: Shape): readonly number[] => {
    for (let length = Math.min(maxEnding, lower.length); length >= 0; length--) {
      const found = endings.keys.find(endingKey(lower, length, shape))
      if (found >= 0) return sets[endings.values[found]!]!
    }
    return sets[0]!
  }

  return {
    candidates(lower, shape, initial, reading) {
      const known = dictionary.keys.find(dictionaryKey(lower))
      let result: readonly number[] = []
      if (known >= 0) {
        const value = dictionary.values[known]!
        result = sets[value >>> 2]!
        if (value & 1) return result
      }
      if (reading.count > 0) result = union(result, [...reading.tags.subarray(0, reading.count)])
      if (shape === Shape.capitals && initial) return union(result, byEnding(lower, Shape.lower))
      result = union(result, byEnding(lower, shape))
      return shape === Shape.capitalised && initial ? union(result, byEnding(lower, Shape.lower)) : result
    },
    isVerb(lower, reading) {
      const known = dictionary.keys.find(dictionaryKey(lower))
      if (known >= 0) return (dictionary.values[known]! & 2) !== 0
      let verb = false
      for (let i = 0; i < reading.count; i++) {
        const hint = hints[reading.tags[i]!]!
        if (hint === VerbHint.other) return false
        if (hint === VerbHint.verb) verb = true
      }
      return verb
    },
  }
}

/** The union of two ascending lists. */
export function union(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length === 0) return b
  const out: number[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const x = i < a.length ? a[i]! : Infinity
    const y = j < b.length ? b[j]! : Infinity
    if (x <= y) i++
    if (y <= x) j++
    out.push(Math.min(x, y))
  }
  return out
}
