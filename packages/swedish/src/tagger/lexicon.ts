import type { ByteReader, ByteWriter } from '../model/bytes.ts'
import { mix } from './features.ts'
import { type HashTable, readHashes } from './matrix.ts'

/** How a word was found in the lexicon: not at all, whole, or by its last part, which is short or long. */
export const Found = { nowhere: 0, whole: 1, shortTail: 2, longTail: 3 } as const

/** Longest word that is looked up, in letters. */
const longestWord = 64
/** Fewest letters of the first part of a compound, and of its last. */
const leastHead = 2
const leastTail = 3
const longTail = 5

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
  const endings = [...new Set(paradigms.flatMap((paradigm) => [...paradigm.keys()]))]
  const number = new Map(endings.map((ending, i) => [ending, i]))
  writer.strings(endings)
  writer.varint(paradigms.length)
  for (const paradigm of paradigms) {
    writer.varint(paradigm.size)
    for (const [ending, set] of paradigm) {
      writer.varint(number.get(ending)!)
      writer.varint(set)
    }
  }
  const rows = [...stems].map(([stem, paradigm]) => ({ key: stemKey(wordSum(stem)), paradigm }))
  rows.sort((a, b) => a.key - b.key)
  writer.varint(rows.length)
  let before = 0
  for (const { key } of rows) {
    writer.varint(key - before)
    before = key
  }
  for (const { paradigm } of rows) writer.varint(paradigm)
}

/**
 * Looks words up: in the lexicon whole, else by their last part. The result of the last look-up stands in
 * `tags`, `count` and `found`.
 */
export class Lexicon {
  readonly tags = new Uint8Array(256)
  count = 0
  found: number = Found.nowhere
  private readonly sets: readonly Uint8Array[]
  private readonly longestEnding: number
  private readonly stems: HashTable
  private readonly paradigms: Uint16Array
  /** Set of a paradigm's ending, in an open-addressed table by {@link endingKey}. */
  private readonly endingKeys: Uint32Array
  private readonly endingSets: Uint16Array
  private readonly sums = new Int32Array(longestWord + 1)
  private readonly powers = new Int32Array(longestWord + 1)

  private readonly open: (tag: number) => boolean

  /** @param open whether a tag is of a class that compounds are made of */
  constructor(reader: ByteReader, open: (tag: number) => boolean) {
    this.open = open
    this.sets = Array.from({ length: reader.varint() }, () => reader.raw(reader.varint()))
    const endings = reader.strings()
    this.longestEnding = endings.reduce((longest, ending) => Math.max(longest, ending.length), 0)
    const endingSums = endings.map(wordSum)
    const paradigmCount = reader.varint()
    const keys: number[] = []
    const values: number[] = []
    for (let p = 0; p < paradigmCount; p++)
      for (let n = reader.varint(); n > 0; n--) {
        keys.push(endingKey(p, endingSums[reader.varint()]!))
        values.push(reader.varint())
      }
    let size = 1024
    while (size < keys.length * 2) size *= 2
    this.endingKeys = new Uint32Array(size)
    this.endingSets = new Uint16Array(size)
    keys.forEach((key, i) => {
      let slot = key & (size - 1)
      while (this.endingKeys[slot] !== 0) slot = (slot + 1) & (size - 1)
      this.endingKeys[slot] = key
      this.endingSets[slot] = values[i]!
    })
    const stemCount = reader.varint()
    this.stems = readHashes(reader, stemCount)
    this.paradigms = new Uint16Array(stemCount)
    for (let i = 0; i < stemCount; i++) this.paradigms[i] = reader.varint()
    this.powers[0] = 1
    for (let i = 1; i <= longestWord; i++) this.powers[i] = Math.imul(this.powers[i - 1]!, base)
  }

  /** Looks a word up; `tags[0 … count − 1]` are then its tags, ascending. */
  look(lower: string): void {
    this.count = 0
    this.found = Found.nowhere
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
        this.found = length - start >= longTail || start === hyphen + 1 ? Found.longTail : Found.shortTail
        return
      }
  }

  /** Collects the tags of the part of the word from `start`; true where there are any. */
  private lookFrom(start: number, end: number): boolean {
    this.count = 0
    for (let split = Math.max(start, end - this.longestEnding); split <= end; split++) {
      const stem = this.stems.find(stemKey(this.sum(start, split)))
      if (stem < 0) continue
      const set = this.findEnding(endingKey(this.paradigms[stem]!, this.sum(split, end)))
      if (set !== undefined && (start === 0 || set.some(this.open))) this.add(set)
    }
    return this.count > 0
  }

  private sum(from: number, to: number): number {
    return (this.sums[to]! - Math.imul(this.sums[from]!, this.powers[to - from]!)) | 0
  }

  private findEnding(key: number): Uint8Array | undefined {
    const mask = this.endingKeys.length - 1
    for (let slot = key & mask; this.endingKeys[slot] !== 0; slot = (slot + 1) & mask)
      if (this.endingKeys[slot] === key) return this.sets[this.endingSets[slot]!]
    return undefined
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
