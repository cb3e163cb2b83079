import { ByteWriter } from '../model/bytes.ts'
import { CELLS, type Paradigm } from './verbs-cells.ts'
import { HASH_START, hashStep, slotOf, VERB_DATA_HEADER } from './verbs-lexicon.ts'
import { readVerbTables, type VerbEntry } from './verbs-table.ts'

/** The tables that a verb lexicon is compiled from, as text. */
export interface VerbTables {
  /** `verbs.tsv` */
  verbs: string
  /** `verbs-strong.tsv` */
  strong: string
  /** `verbs-derivation.tsv`: how verbs outside the lexicon are formed of those in it. */
  derivation: string
}

/**
 * Compiles the verb tables into the bytes that `VerbLexicon` reads. Verbs that inflect alike share one paradigm of
 * endings; a verb is then its stem, found by a hash of its letters. Pure and deterministic.
 *
 * Layout: header; longest ending; paradigms, one a line (class, ending of the lemma, one field a cell, fields parted by
 * tabs, alternatives by `/`, `-` for no form); property sets, one a line (valency, particles, prepositions, s-form); prefixes, heads and verbs that take no prefix, a line each; groups, one a line (paradigm, property set, 1 for a homonym that stands
 * second); number of verbs; their groups (16 bits each), lengths of their stems (8 bits), stems (Latin-1); the hash table
 * (16 bits a slot: verb + 1, or 0).
 *
 * @throws {Error} naming the first rows that cannot be right
 */
export function compileVerbs(tables: VerbTables): Uint8Array {
  const { entries, problems } = readVerbTables(tables.verbs, tables.strong)
  if (problems.length > 0) {
    const shown = problems.slice(0, 10).map((problem) => `line ${problem.line}: ${problem.message}`)
    throw new Error(`${problems.length} bad rows in the verb tables\n${shown.join('\n')}`)
  }
  const paradigms = new Interner()
  const properties = new Interner()
  const groups = new Interner()
  const lemmas = new Set<string>()
  const stems: string[] = []
  const groupOf: number[] = []
  let longest = 0
  for (const entry of entries) {
    const { stem, record, endingLength } = toEndings(entry)
    longest = Math.max(longest, endingLength)
    const homonym = lemmas.has(entry.lemma) ? 1 : 0
    lemmas.add(entry.lemma)
    stems.push(stem)
    groupOf.push(groups.id(`${paradigms.id(record)} ${properties.id(propertyRecord(entry))} ${homonym}`))
  }
  const writer = new ByteWriter()
  writer.string(VERB_DATA_HEADER)
  writer.varint(longest)
  writer.string(paradigms.records.join('\n'))
  writer.string(properties.records.join('\n'))
  writer.string(derivationRecord(tables.derivation))
  writer.string(groups.records.join('\n'))
  writer.varint(stems.length)
  for (const group of groupOf) writeUint16(writer, group)
  for (const stem of stems) writer.byte(stem.length)
  for (const stem of stems) for (const letter of stem) writer.byte(letter.charCodeAt(0))
  const table = hashTable(stems)
  writer.varint(table.length)
  for (const slot of table) writeUint16(writer, slot)
  return writer.bytes()
}

/** Open addressing at a load of at most one half; a homonym that stands second is found second. */
function hashTable(stems: readonly string[]): Uint16Array {
  let size = 1
  while (size < stems.length * 2) size *= 2
  const table = new Uint16Array(size)
  for (const [entry, stem] of stems.entries()) {
    let hash = HASH_START
    for (let i = 0; i < stem.length; i++) hash = hashStep(hash, stem.charCodeAt(i))
    let slot = slotOf(hash, size - 1)
    while (table[slot] !== 0) slot = (slot + 1) & (size - 1)
    table[slot] = entry + 1
  }
  return table
}

function writeUint16(writer: ByteWriter, value: number): void {
  writer.byte(value & 255)
  writer.byte(value >>> 8)
}

const DERIVATION_KINDS = ['prefix', 'head', 'simplex']

/** The words of `verbs-derivation.tsv`, a line for each kind in the order of `DERIVATION_KINDS`. */
function derivationRecord(text: string): string {
  const words = DERIVATION_KINDS.map(() => [] as string[])
  for (const line of text.trimEnd().split(/\r?\n/).slice(1)) {
    const [kind, word] = line.split('\t')
    const list = words[DERIVATION_KINDS.indexOf(kind ?? '')]
    if (list === undefined || word === undefined) throw new Error(`verbs-derivation.tsv: ${line}`)
    list.push(word)
  }
  return words.map((list) => list.join(' ')).join('\n')
}

function propertyRecord(entry: VerbEntry): string {
  return [entry.valency, entry.particles.join(','), entry.prepositions.join(','), entry.sForm].join('\t')
}

function toEndings(entry: VerbEntry): { stem: string; record: string; endingLength: number } {
  const all = CELLS.flatMap((cell) => entry.paradigm[cell])
  const stem = commonPrefix([entry.lemma, ...all])
  const cut = (form: string) => form.slice(stem.length)
  const cells = CELLS.map((cell) => cellRecord(entry.paradigm, cell, cut))
  return {
    stem,
    record: [entry.class, cut(entry.lemma), ...cells].join('\t'),
    // One more for the genitive -s of participles.
    endingLength: Math.max(entry.lemma.length, ...all.map((form) => form.length + 1)) - stem.length,
  }
}

function cellRecord(paradigm: Paradigm, cell: (typeof CELLS)[number], cut: (form: string) => string): string {
  const endings = paradigm[cell].map(cut)
  return endings.length === 0 ? '-' : endings.join('/')
}

function commonPrefix(words: string[]): string {
  let length = words[0]!.length
  for (const word of words) {
    let i = 0
    while (i < length && i < word.length && word[i] === words[0]![i]) i++
    length = i
  }
  return words[0]!.slice(0, length)
}

/** Numbers distinct records in the order in which they come. */
class Interner {
  readonly records: string[] = []
  readonly #ids = new Map<string, number>()

  id(record: string): number {
    let id = this.#ids.get(record)
    if (id === undefined) {
      id = this.records.length
      this.#ids.set(record, id)
      this.records.push(record)
    }
    return id
  }
}
