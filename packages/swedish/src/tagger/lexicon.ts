import type { ByteReader, ByteWriter } from '../model/bytes.ts'
import { mix } from './features.ts'
import { HashMap, writeHashMap } from './matrix.ts'

/** How a word was found in the lexicon: not at all, whole, or by its last part. */
export const Found = { nowhere: 0, whole: 1, tail: 2 } as const

/** Longest word that is looked up, in letters. */
const longestWord = 64
/** Fewest letters of the first part of a compound, and of its last. */
const leastHead = 2
const leastTail = 5

const base = 0x01000193
const stemSalt = 0x3779fb1d
const endingSalt = 0x119de1f3
const letter = /^[\p{L} ':.-]+$/u

/** The lexicon as the training hands it over: stems, each with the number of its paradigm, and what each ending means. */
export interface LexiconRows {
  /** Paradigm of each stem; a stem with several has one that joins them. */
  stems: Map<string, number>
  /** Set of tags of each ending, by paradigm. */
  paradigms: Map<string, number>[]
  sets: number[][]
}

export function writeLexicon({ stems, paradigms, sets }: LexiconRows, writer: ByteWriter): void {
  writer.varint(sets.length)
  for (const set of sets) {
    writer.varint(set.length)
    for (const tag of set) writer.byte(tag)
  }
  const endings = paradigms.flatMap((paradigm, p) => [...paradigm].map(([ending, set]) => ({ p, ending, set })))
  writer.varint(endings.reduce((longest, { ending }) => Math.max(longest, ending.length), 0))
  writeHashMap(new Map(endings.map(({ p, ending, set }) => [endingKey(p, wordSum(ending)), set])), writer)
  writeHashMap(new Map([...stems].map(([stem, paradigm]) => [stemKey(wordSum(stem)), paradigm])), writer)
}

/**
 * Looks words up: in the lexicon whole, else by their last part. The result of the last look-up stands in
 * `tags`, `count` and `found`.
 */
export class Lexicon {
  readonly tags = new Uint8Array(256)
  count = 0
  found: number = Found.nowhere
  /** Where the last part begins that the word was found by. */
  tailStart = 0
  private readonly sets: readonly Uint8Array[]
  private readonly longestEnding: number
  /** Paradigm of a stem's key, and set of an ending's. */
  private readonly stems: HashMap
  private readonly endings: HashMap
  private readonly sums = new Int32Array(longestWord + 1)
  private readonly powers = new Int32Array(longestWord + 1)

  private readonly open: (tag: number) => boolean

  /** @param open whether a tag is of a class that compounds are made of */
  constructor(reader: ByteReader, open: (tag: number) => boolean) {
    this.open = open
    this.sets = Array.from({ length: reader.varint() }, () => reader.raw(reader.varint()))
    this.longestEnding = reader.varint()
    this.endings = new HashMap(reader)
    this.stems = new HashMap(reader)
    this.powers[0] = 1
    for (let i = 1; i <= longestWord; i++) this.powers[i] = Math.imul(this.powers[i - 1]!, base)
  }

  /** Looks a word up; `tags[0 … count − 1]` are then its tags, ascending. */
  look(lower: string): void {
    this.count = 0
    this.found = Found.nowhere
    this.tailStart = 0
    const length = lower.length
    if (length > longestWord || !letter.test(lower)) return
    for (let i = 0; i < length; i++) this.sums[i + 1] = (Math.imul(this.sums[i]!, base) + lower.charCodeAt(i)) | 0
    if (this.lookFrom(0, length)) {
      this.found = Found.whole
      return
    }
    const hyphen = lower.lastIndexOf('-')
    for (let start = Math.max(leastHead, hyphen + 1); start <= length - leastTail; start++)
      if (this.lookFrom(start, length)) {
        this.tailStart = start
        this.found = Found.tail
        return
      }
  }

  /** Whether the last look-up gave a tag. */
  has(tag: number): boolean {
    for (let i = 0; i < this.count; i++) if (this.tags[i] === tag) return true
    return false
  }

  /** Collects the tags of the part of the word from `start`; true where there are any. */
  private lookFrom(start: number, end: number): boolean {
    this.count = 0
    const { stems, sums, powers } = this
    const before = sums[start]!
    for (let split = Math.max(start, end - this.longestEnding); split <= end; split++) {
      const stem = sums[split]! - Math.imul(before, powers[split - start]!)
      const paradigm = stems.get(stemKey(stem) | 0)
      if (paradigm < 0) continue
      const found = this.endings.get(endingKey(paradigm, this.sum(split, end)) | 0)
      if (found < 0) continue
      const set = this.sets[found]!
      if (start === 0 || set.some(this.open)) this.add(set)
    }
    return this.count > 0
  }

  private sum(from: number, to: number): number {
    return (this.sums[to]! - Math.imul(this.sums[from]!, this.powers[to - from]!)) | 0
  }

  /** Joins an ascending set into the ascending tags. */
  private add(set: Uint8Array): void {
    for (const tag of set) {
      let at = this.count
      while (at > 0 && this.tags[at - 1]! > tag) at--
      if (at > 0 && this.tags[at - 1] === tag) continue
      this.tags.copyWithin(at + 1, at, this.count)
      this.tags[at] = tag
      this.count++
    }
  }
}

function wordSum(word: string): number {
  let sum = 0
  for (let i = 0; i < word.length; i++) sum = (Math.imul(sum, base) + word.charCodeAt(i)) | 0
  return sum
}

function stemKey(sum: number): number {
  return mix(sum ^ stemSalt)
}

function endingKey(paradigm: number, sum: number): number {
  return mix(Math.imul(paradigm + 1, 0x9e3779b1) ^ sum ^ endingSalt)
}
