import type { ByteReader, ByteWriter } from '../model/bytes.ts'
import { Kind, type LexiconReading, mix, step, wordHash } from './features.ts'
import { Found } from './lexicon.ts'
import { HashMap, writeHashMap } from './matrix.ts'
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
  /** What a form most likely is: a {@link Kind}. */
  kind(lower: string, reading: LexiconReading): number
}

/** A set of tags for each key; `closed` sets are whole, others are joined with what the ending allows. */
export interface CandidateRows {
  sets: number[][]
  /** Each dictionary word's key: number of its set × 16, + 1 where the set is whole, + 2 × its {@link Kind}. */
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
  writeHashMap(dictionary, writer)
  writeHashMap(endings, writer)
}

const unverbal = /([iu]|s)s$/

/** The kind of a tag. Participles and adverbs in -t share their forms with supines and say nothing. */
export function kindOf(tag: string): number {
  if (/^(VERB|AUX)\|.*VerbForm=(Fin|Inf|Sup)/.test(tag)) return tag.startsWith('AUX') ? Kind.auxiliary : Kind.verb
  if (tag === 'PART|_') return Kind.infinitiveMark
  if (tag.startsWith('CCONJ')) return Kind.conjunction
  if (/^(ADJ|VERB|AUX|ADV\|Degree)/.test(tag)) return Kind.silent
  if (tag.startsWith('NOUN')) return Kind.noun
  return tag.startsWith('DET') || tag.includes('Poss=Yes') ? Kind.determiner : Kind.other
}

/** @param tags `UPOS|FEATS` of each tag */
export function readCandidates(reader: ByteReader, tags: readonly string[]): CandidateTable {
  const sets = Array.from({ length: reader.varint() }, () => {
    const length = reader.varint()
    return [...reader.raw(length)]
  })
  const kinds = Uint8Array.from(tags, kindOf)
  const numbers = (names: readonly string[]): number[] =>
    names
      .map((name) => tags.indexOf(name))
      .filter((tag) => tag >= 0)
      .sort((a, b) => a - b)
  const names = numbers(['PROPN|Case=Nom', 'PROPN|Case=Gen'])
  const possessive = numbers(['PROPN|Case=Gen'])
  const punctuation = numbers(['PUNCT|_'])
  const symbols = numbers(['SYM|_'])

  const dictionary = new HashMap(reader)
  const endings = new HashMap(reader)

  const byEnding = (lower: string, shape: Shape): readonly number[] => {
    for (let length = Math.min(maxEnding, lower.length); length >= 0; length--) {
      const found = endings.get(endingKey(lower, length, shape) | 0)
      if (found >= 0) return sets[found]!
    }
    return sets[0]!
  }

  return {
    candidates(lower, shape, initial, reading) {
      const known = dictionary.get(dictionaryKey(lower) | 0)
      let result: readonly number[] = []
      if (known >= 0) {
        result = sets[known >>> 4]!
        if (known & 1) return result
      }
      if (shape === Shape.punctuation) return union(result, punctuation)
      if (shape === Shape.symbol) return union(result, symbols)
      const read = [...reading.tags.subarray(0, reading.count)]
      // Names are written with a capital: `berg` is none.
      const common = shape === Shape.lower ? read.filter((tag) => !names.includes(tag)) : read
      result = union(result, common.length > 0 ? common : read)
      if (shape === Shape.mixed && lower.endsWith(':s')) return union(result, possessive)
      if (reading.found !== Found.nowhere) {
        if (shape === Shape.capitalised) return union(result, names)
        if (shape === Shape.lower || initial) return result
      }
      // Words from Latin and Greek look like s-forms, but no verb has this ending.
      if (reading.found === Found.nowhere && unverbal.test(lower))
        return union(
          result,
          byEnding(lower, shape).filter((tag) => kinds[tag] !== Kind.verb),
        )
      if (shape === Shape.capitals && initial) return union(result, byEnding(lower, Shape.lower))
      result = union(result, byEnding(lower, shape))
      return shape === Shape.capitalised && initial ? union(result, byEnding(lower, Shape.lower)) : result
    },
    kind(lower, reading) {
      const known = dictionary.get(dictionaryKey(lower) | 0)
      if (known >= 0) return (known >>> 1) & 7
      let kind: number = Kind.other
      for (let i = 0; i < reading.count; i++) {
        const own = kinds[reading.tags[i]!]!
        if (own === Kind.silent) continue
        if (kind !== Kind.other && own !== kind) return Kind.other
        kind = own
      }
      return kind
    },
  }
}

/** The union of two ascending lists. */
function union(a: readonly number[], b: readonly number[]): readonly number[] {
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
