import { type Analysis, analyse, type Sentence, tokensOf, type Word } from 'retext-swedish'
import { Outlines } from './outlines.ts'
import type { TableEntry, TableMatch } from './types.ts'

/** The end of a pattern: which table, row and pattern it was. */
interface Hit {
  readonly table: number
  /** Its place among all patterns. */
  readonly order: number
  readonly entry: TableEntry
  readonly pattern: number
}

interface Node {
  forms: Map<string, Node> | undefined
  lemmas: Map<string, Node> | undefined
  any: Node | undefined
  hits: Hit[] | undefined
}

/** A row of a table, and how many patterns stand before its own. */
interface Row {
  readonly table: number
  readonly entry: TableEntry
  readonly before: number
}

/** With what no pattern begins. */
const nothing: Node = newNode()

type Beginnings = Map<string, number | Node>

/** Takes a match and the number of the table that it came from. */
export type MatchSink = (table: number, match: TableMatch) => void

/**
 * All word tables of a run as one trie over word forms and lemmas, walked once a sentence. In each table the match that
 * starts first wins, of those that start together the longest; rows that share that longest pattern all match, in
 * their order.
 */
export class Matcher {
  readonly #rows: Row[] = []
  /** For each pattern the number of another that begins alike, or −1. */
  readonly #next: Int32Array
  /** Patterns by their first word: the number of the last, or a trie once a text has had that word. */
  readonly #byForm: Beginnings = new Map()
  readonly #byLemma: Beginnings = new Map()
  /** Those that begin with any word. */
  readonly #byAny: Beginnings = new Map()
  /** What the keys of the second look like: most words are not in it, and need not be looked for. */
  #lemmas: Outlines | undefined
  /** Words met before those are made: a page needs them not. */
  #untilOutlines = 4000
  /** What begins with the form of a word type, by the type's number in the table of words in use. */
  #byType: (Node | undefined)[] = []
  #types: unknown
  /** The lemma that a word type had last, and what begins with it. */
  #lemmaOfType: (string | undefined)[] = []
  #byLemmaOfType: (Node | undefined)[] = []
  /** What begins with any word. */
  #anyWord: Node | undefined
  readonly #tables: number
  /** Hits at the word in hand, with the number of words of each: kept between calls to spare the collector. */
  readonly #hits: Hit[] = []
  readonly #ends: number[] = []

  /** @param tables the tables by number; undefined for a rule without one */
  constructor(tables: readonly (readonly TableEntry[] | undefined)[]) {
    this.#tables = tables.length
    let count = 0
    for (let table = 0; table < tables.length; table++) {
      const entries = tables[table]
      if (!entries) continue
      for (const entry of entries) {
        this.#rows.push({ table, entry, before: count })
        count += entry.patterns.length
      }
    }
    this.#next = new Int32Array(count).fill(-1)
    for (const { entry, before } of this.#rows) {
      const { patterns } = entry
      for (let index = 0; index < patterns.length; index++) this.#add(patterns[index]!, before + index)
    }
  }

  // Tables hold thousands of patterns, and are read at every start.
  #add(pattern: string, order: number): void {
    if (startsPlainly.test(pattern)) {
      const space = pattern.indexOf(' ')
      this.#chain(this.#byForm, space < 0 ? pattern : pattern.slice(0, space), order)
      return
    }
    const [first] = pattern.trim().split(/\s+/) as [string]
    if (first === '') return
    if (first === '*') this.#chain(this.#byAny, '', order)
    else if (first.startsWith('=') && first.length > 1) this.#chain(this.#byLemma, normalise(first.slice(1)), order)
    else this.#chain(this.#byForm, firstForm(first), order)
  }

  #chain(beginnings: Beginnings, key: string, order: number): void {
    const last = beginnings.get(key) as number | undefined
    if (last !== undefined) this.#next[order] = last
    beginnings.set(key, order)
  }

  /** The patterns that begin with a word; undefined where none does. */
  #trie(beginnings: Beginnings, key: string): Node | undefined {
    const found = beginnings.get(key)
    if (typeof found !== 'number') return found
    const orders: number[] = []
    for (let order = found; order >= 0; order = this.#next[order]!) orders.push(order)
    const root = newNode()
    for (const order of orders.reverse()) {
      const { table, entry, before } = this.#rowOf(order)
      const pattern = order - before
      let node = root
      for (const part of patternParts(entry.patterns[pattern]!)) node = child(node, part)
      node.hits ??= []
      node.hits.push({ table, order, entry, pattern })
    }
    beginnings.set(key, root)
    return root
  }

  #rowOf(order: number): Row {
    let low = 0
    let high = this.#rows.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#rows[middle]!.before <= order) low = middle
      else high = middle - 1
    }
    return this.#rows[low]!
  }

  /** Gives every match of a sentence of a text to `sink`, in text order within each table. */
  run({ words }: Sentence, analysis: Analysis, sink: MatchSink): void {
    const { text } = analysis
    const { type, types } = tokensOf(analysis)
    if (types !== this.#types) {
      this.#types = types
      this.#byType = []
      this.#lemmaOfType = []
      this.#byLemmaOfType = []
    }
    if (this.#byAny.size > 0) this.#anyWord ??= this.#trie(this.#byAny, '')
    let busyUntil: Int32Array | undefined
    if (this.#lemmas === undefined) this.#countDown(words.length)
    for (let start = 0; start < words.length; start++) {
      const word = words[start]!
      const ofWord = type[word.index]!
      const byForm = this.#byType[ofWord] ?? this.#ofType(ofWord, word)
      if (byForm !== nothing) this.#collect(byForm, words, start)
      const { lemma } = word
      const byLemma = this.#lemmaOfType[ofWord] === lemma ? this.#byLemmaOfType[ofWord]! : this.#ofLemma(ofWord, word)
      if (byLemma !== nothing) this.#collect(byLemma, words, start)
      if (this.#anyWord !== undefined) this.#collect(this.#anyWord, words, start)
      if (this.#hits.length === 0) continue
      busyUntil ??= new Int32Array(this.#tables)
      this.#give(words, start, text, busyUntil, sink)
      this.#hits.length = 0
      this.#ends.length = 0
    }
  }

  #countDown(words: number): void {
    this.#untilOutlines -= words
    if (this.#untilOutlines > 0) return
    this.#lemmas = new Outlines(this.#byLemma.keys())
  }

  /** Gives the longest of the hits in hand, table by table, where no earlier match of the table still runs. */
  #give(words: readonly Word[], start: number, text: string, busyUntil: Int32Array, sink: MatchSink): void {
    if (this.#hits.length === 1) {
      const [hit] = this.#hits as [Hit]
      if (busyUntil[hit.table]! > start) return
      busyUntil[hit.table] = this.#ends[0]!
      sink(hit.table, tableMatch(hit, words, start, this.#ends[0]!, text))
      return
    }
    const longest = new Map<number, number>()
    for (const [index, hit] of this.#hits.entries()) {
      if (busyUntil[hit.table]! > start) continue
      longest.set(hit.table, Math.max(longest.get(hit.table) ?? 0, this.#ends[index]!))
    }
    const winners = this.#hits.filter((hit, index) => longest.get(hit.table) === this.#ends[index])
    winners.sort((one, other) => one.order - other.order)
    for (const hit of winners) sink(hit.table, tableMatch(hit, words, start, longest.get(hit.table)!, text))
    for (const [table, end] of longest) busyUntil[table] = end
  }

  #ofType(type: number, { lower }: Word): Node {
    const node =
      this.#trie(this.#byForm, lower) ??
      (isSpaced(lower) ? this.#trie(this.#byForm, firstPart(lower)) : undefined) ??
      nothing
    while (this.#byType.length <= type) this.#byType.push(undefined)
    this.#byType[type] = node
    return node
  }

  #ofLemma(type: number, word: Word): Node {
    const lemma = lowerLemma(word)
    const node = (this.#lemmas?.has(lemma) === false ? undefined : this.#trie(this.#byLemma, lemma)) ?? nothing
    while (this.#lemmaOfType.length <= type) {
      this.#lemmaOfType.push(undefined)
      this.#byLemmaOfType.push(undefined)
    }
    this.#lemmaOfType[type] = word.lemma
    this.#byLemmaOfType[type] = node
    return node
  }

  #collect(node: Node, words: readonly Word[], at: number): void {
    if (node.hits) {
      for (const hit of node.hits) {
        if (this.#hits.includes(hit)) continue
        this.#hits.push(hit)
        this.#ends.push(at)
      }
    }
    const word = words[at]
    if (!word) return
    const byForm = node.forms?.get(word.lower)
    if (byForm) this.#collect(byForm, words, at + 1)
    const byLemma = node.lemmas?.get(lowerLemma(word))
    if (byLemma) this.#collect(byLemma, words, at + 1)
    if (node.any && word.kind !== 'punctuation') this.#collect(node.any, words, at + 1)
  }
}

/** Longest first part of what is one word though spaces stand in it: `500 000`, `t ex`. */
const longestFirstPart = 4

function isSpaced(lower: string): boolean {
  for (let at = 1; at <= longestFirstPart && at < lower.length; at++) if (lower.charCodeAt(at) === 32) return true
  return false
}

/** Names keep their capitals. */
function lowerLemma({ lemma, lower }: Word): string {
  return lemma === lower ? lower : lemma.toLowerCase()
}

/** A word in small Latin letters, alone or before a space: surely one word as the tokeniser cuts. */
const startsPlainly = /^[a-zà-öø-ÿ]+(?:-[a-zà-öø-ÿ]+)*(?: |$)/

/** What the first word of a text must begin with for a pattern that begins with this part: `t ex` begins with `t`. */
function firstForm(part: string): string {
  if (isLetters(part)) return part.toLowerCase()
  const [first] = wordsOf(part)
  return first === undefined ? normalise(part) : firstPart(first)
}

/** The words of a text in small letters. */
function wordsOf(text: string): string[] {
  const tokens = tokensOf(analyse(text))
  return Array.from({ length: tokens.count }, (_, token) => tokens.lower(token))
}

function firstPart(lower: string): string {
  const space = lower.indexOf(' ')
  return space < 0 ? lower : lower.slice(0, space)
}

/** Letters of the Latin alphabet, with or without marks, and inner hyphens: surely one word as the tokeniser cuts. */
function isLetters(part: string): boolean {
  for (let index = 0; index < part.length; index++) {
    const unit = part.charCodeAt(index) | 0x20
    const isLetter = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xe0 && unit <= 0xff && unit !== 0xf7)
    const isInnerHyphen = part.charCodeAt(index) === 0x2d && index > 0 && index < part.length - 1
    if (!isLetter && !isInnerHyphen) return false
  }
  return true
}

interface Part {
  kind: 'form' | 'lemma' | 'any'
  text: string
}

/** Parts of abbreviations with spaces (`t ex`, `fr o m`) have fewer letters than this. */
const longerThanAbbreviations = 3

/** Surely one word each as the tokeniser cuts: letters, and no two in a row that could be an abbreviation with a space. */
function areWords(parts: readonly string[]): boolean {
  let afterShort = false
  for (const part of parts) {
    const isShort = part.length < longerThanAbbreviations
    if (!isLetters(part) || (isShort && afterShort)) return false
    afterShort = isShort
  }
  return true
}

function patternParts(pattern: string): Part[] {
  const parts: Part[] = []
  let loose: string[] = []
  const settle = (): void => {
    if (loose.length === 0) return
    const forms = areWords(loose) ? loose.map((part) => part.toLowerCase()) : wordsOf(loose.join(' '))
    for (const text of forms) parts.push({ kind: 'form', text })
    loose = []
  }
  for (const part of pattern.trim().split(/\s+/)) {
    if (part !== '*' && !(part.startsWith('=') && part.length > 1)) {
      loose.push(part)
      continue
    }
    settle()
    parts.push(part === '*' ? { kind: 'any', text: '' } : { kind: 'lemma', text: normalise(part.slice(1)) })
  }
  settle()
  return parts
}

function normalise(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

function newNode(): Node {
  return { forms: undefined, lemmas: undefined, any: undefined, hits: undefined }
}

function child(node: Node, part: Part): Node {
  if (part.kind === 'any') {
    node.any ??= newNode()
    return node.any
  }
  const key = part.kind === 'form' ? 'forms' : 'lemmas'
  const children = node[key] ?? new Map<string, Node>()
  node[key] = children
  let next = children.get(part.text)
  if (!next) {
    next = newNode()
    children.set(part.text, next)
  }
  return next
}

function tableMatch(hit: Hit, words: readonly Word[], from: number, to: number, text: string): TableMatch {
  const matched = words.slice(from, to)
  const start = matched[0]!.start
  const end = matched[matched.length - 1]!.end
  return { entry: hit.entry, pattern: hit.pattern, words: matched, start, end, text: text.slice(start, end) }
}

let lastTables: readonly (readonly TableEntry[] | undefined)[] = []
let lastMatcher: Matcher | undefined

/** The matcher of these tables. The last one is kept: most runs have the same rules. */
export function matcherOf(tables: readonly (readonly TableEntry[] | undefined)[]): Matcher {
  const isSame = tables.length === lastTables.length && tables.every((table, index) => table === lastTables[index])
  if (!isSame || lastMatcher === undefined) {
    lastMatcher = new Matcher(tables)
    lastTables = tables
  }
  return lastMatcher
}
