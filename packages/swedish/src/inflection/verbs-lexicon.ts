import { ByteReader } from '../model/bytes.ts'
import { CELLS, type ConjugationClass } from './verbs-cells.ts'

/** First line of compiled data; the number grows when the layout changes. */
export const VERB_DATA_HEADER = 'klarsprak-verbs 2'

/** No Swedish verb is longer; longer strings are not looked at. */
export const LONGEST_FORM = 60

/** No prefix in `verbs-derivation.tsv` is longer. */
const LONGEST_PREFIX = 10

/** Any verb in -era inflects like this one. */
const MODEL_ERA_VERB = 'reparera'

/** No form of a verb that ends a compound is longer. */
const LONGEST_HEAD_FORM = 24

/** How a word was found to be a verb: in the lexicon, or as a known verb with a prefix, a first part, or a verb in -era. */
export type VerbSource = 'lexicon' | 'prefix' | 'compound' | 'suffix'

/** A form found in the lexicon or derived from it. */
export interface VerbMatch {
  readonly group: VerbGroup
  /** What stands before the ending of the paradigm. */
  readonly stem: string
  /** Index into `CELLS`; 16 is added for a participle in the genitive. */
  readonly cell: number
  readonly source: VerbSource
}

/** Added to the cell of a participle that carries a genitive -s. */
export const GENITIVE = 16

/** What the lexicon says about a verb beside its forms. */
export interface VerbProperties {
  /** Takes an object. */
  readonly transitive: boolean
  /** Stands without an object. */
  readonly intransitive: boolean
  /** Takes `sig`. */
  readonly reflexive: boolean
  /** Goes with a bare infinitive. */
  readonly auxiliary: boolean
  /** Stressed particles in use: `boka`: om, av, in. */
  readonly particles: readonly string[]
  /** Prepositions that its complement takes: `ansöka`: om. */
  readonly prepositions: readonly string[]
  /** Has s-forms alone, and they are no passives: `finnas`. */
  readonly deponent: boolean
}

export const HASH_START = 0x811c9dc5 | 0

/** FNV-1a over UTF-16 code units. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

export function slotOf(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask
}

/** Verbs that inflect alike and have the same properties. */
export interface VerbGroup {
  readonly paradigm: VerbParadigm
  readonly properties: VerbProperties
  readonly homonym: boolean
}

const PARTICIPLE_CELLS = new Set(['PresPart', 'PastPart.Com', 'PastPart.Plur', 'PastPart.Masc'])

/** Endings of a set of verbs. The reverse table is built when first asked for. */
export class VerbParadigm {
  readonly class: ConjugationClass
  readonly lemmaEnding: string
  readonly #record: string[]
  #endings: (readonly string[])[] | undefined
  #cells: Map<string, number[]> | undefined

  constructor(record: string) {
    const fields = record.split('\t')
    this.class = fields[0] as ConjugationClass
    this.lemmaEnding = fields[1] ?? ''
    this.#record = fields
  }

  /** Endings of a cell (index into `CELLS`), the usual one first. */
  endings(cell: number): readonly string[] {
    this.#endings ??= CELLS.map((_, i) => {
      const field = this.#record[i + 2]
      return field === undefined || field === '-' ? [] : field.split('/')
    })
    return this.#endings[cell] ?? []
  }

  /** Cells that have this ending. */
  cellsOf(ending: string): readonly number[] | undefined {
    this.#cells ??= this.#reverse()
    return this.#cells.get(ending)
  }

  #reverse(): Map<string, number[]> {
    const cells = new Map<string, number[]>()
    const add = (ending: string, cell: number) => {
      const known = cells.get(ending)
      if (known === undefined) cells.set(ending, [cell])
      else if (!known.includes(cell)) known.push(cell)
    }
    for (const [cell, name] of CELLS.entries()) {
      for (const ending of this.endings(cell)) {
        // anställde is masculine; behandlade is so only as one of the definite forms.
        if (name === 'PastPart.Masc' && this.endings(cell - 1).includes(ending)) continue
        add(ending, cell)
        // köpts is a supine; participles in -t do not stand in the genitive.
        if (PARTICIPLE_CELLS.has(name) && !ending.endsWith('t')) add(`${ending}s`, cell + GENITIVE)
      }
    }
    return cells
  }
}

/** The verbs of the lexicon, read from what `compileVerbs` wrote. Nothing is unpacked before it is asked for. */
export class VerbLexicon {
  /** How many verbs it holds. */
  readonly size: number
  readonly #longestEnding: number
  readonly #paradigms: string[]
  readonly #properties: string[]
  readonly #groupRecords: string[]
  readonly #groups: (VerbGroup | undefined)[]
  /** Prefixes, heads, and verbs that take no prefix. */
  readonly #derivation: string[][]
  /** Group of each entry. */
  readonly #groupOf: Uint16Array
  /** Where the stem of each entry begins in `#stems`; one more at the end. */
  readonly #offsets: Uint32Array
  /** Stems one after the other, in Latin-1. */
  readonly #stems: Uint8Array
  /** Open addressing: entry + 1 by the hash of its stem, 0 where free. */
  readonly #table: Uint16Array
  #unpackedParadigms: (VerbParadigm | undefined)[] = []
  #prefixes: Set<string> | undefined
  #simplexes: Set<string> | undefined
  #headForms: Map<string, VerbMatch[]> | undefined

  /** @throws {Error} where the data is not of this format */
  constructor(data: Uint8Array) {
    const reader = new ByteReader(data)
    if (reader.string() !== VERB_DATA_HEADER) throw new Error('Verblexikonet har fel format.')
    this.#longestEnding = reader.varint()
    this.#paradigms = reader.string().split('\n')
    this.#properties = reader.string().split('\n')
    this.#derivation = reader
      .string()
      .split('\n')
      .map((line) => line.split(' '))
    this.#groupRecords = reader.string().split('\n')
    this.#groups = new Array(this.#groupRecords.length)
    this.size = reader.varint()
    this.#groupOf = readUint16(reader, this.size)
    this.#offsets = offsetsOf(reader.raw(this.size))
    this.#stems = reader.raw(this.#offsets[this.size]!)
    this.#table = readUint16(reader, reader.varint())
  }

  /** Every reading of a lower-case form that the lexicon itself gives. */
  lookup(form: string): VerbMatch[] {
    const matches: VerbMatch[] = []
    const { length } = form
    if (length === 0 || length > LONGEST_FORM) return matches
    const shortest = Math.max(0, length - this.#longestEnding)
    let hash = HASH_START
    for (let end = 0; end <= length; end++) {
      if (end >= shortest) this.#collect(matches, form, end, hash)
      hash = hashStep(hash, form.charCodeAt(end))
    }
    return matches
  }

  /**
   * Readings of a form that the lexicon does not have itself: a prefix or a first part before a verb that it
   * has (`ombokas`, `målgruppsanpassas`), or any verb in -era.
   */
  derive(form: string): VerbMatch[] {
    if (form.length > LONGEST_FORM) return []
    // oförändrad: the participle has a negation, not the verb.
    if (form.startsWith('o') && this.lookup(form.slice(1)).length > 0) return []
    const prefixed = this.#prefixed(form)
    if (prefixed.length > 0) return prefixed
    const hyphenated = this.#hyphenated(form)
    if (hyphenated.length > 0) return hyphenated
    const compound = this.#compound(form)
    return compound.length > 0 ? compound : this.#productive(form)
  }

  /** The verbs with this lemma, homonyms after the usual one; derived verbs where the lexicon has none. */
  find(lemma: string): VerbMatch[] {
    const known = this.#infinitives(this.lookup(lemma), lemma)
    return known.length > 0 ? known : this.#infinitives(this.derive(lemma), lemma)
  }

  #infinitives(matches: VerbMatch[], lemma: string): VerbMatch[] {
    const exact = matches.filter((match) => match.stem + match.group.paradigm.lemmaEnding === lemma)
    const found = exact.length > 0 ? exact : matches.filter((match) => match.cell === 0)
    const distinct = found.filter((match, i) => found.findIndex((other) => other.group === match.group) === i)
    return distinct.sort((a, b) => Number(a.group.homonym) - Number(b.group.homonym))
  }

  /** Adds the readings whose stem is the first `end` letters of the form. */
  #collect(matches: VerbMatch[], form: string, end: number, hash: number): void {
    const mask = this.#table.length - 1
    let ending: string | undefined
    for (let slot = slotOf(hash, mask); this.#table[slot] !== 0; slot = (slot + 1) & mask) {
      const entry = this.#table[slot]! - 1
      if (!this.#hasStem(entry, form, end)) continue
      ending ??= form.slice(end)
      const group = this.#group(this.#groupOf[entry]!)
      const cells = group.paradigm.cellsOf(ending)
      if (cells === undefined) continue
      const stem = form.slice(0, end)
      for (const cell of cells) matches.push({ group, stem, cell, source: 'lexicon' })
    }
  }

  #hasStem(entry: number, form: string, end: number): boolean {
    const start = this.#offsets[entry]!
    if (this.#offsets[entry + 1]! - start !== end) return false
    for (let i = 0; i < end; i++) if (this.#stems[start + i] !== form.charCodeAt(i)) return false
    return true
  }

  #group(id: number): VerbGroup {
    let group = this.#groups[id]
    if (group === undefined) {
      const [paradigm, properties, homonym] = this.#groupRecords[id]!.split(' ')
      group = {
        paradigm: this.#paradigm(Number(paradigm)),
        properties: readProperties(this.#properties[Number(properties)]!),
        homonym: homonym === '1',
      }
      this.#groups[id] = group
    }
    return group
  }

  #paradigm(id: number): VerbParadigm {
    this.#unpackedParadigms[id] ??= new VerbParadigm(this.#paradigms[id]!)
    return this.#unpackedParadigms[id]
  }

  #prefixed(form: string): VerbMatch[] {
    this.#prefixes ??= new Set(this.#derivation[0])
    this.#simplexes ??= new Set(this.#derivation[2])
    for (let length = Math.min(LONGEST_PREFIX, form.length - 3); length >= 2; length--) {
      const prefix = form.slice(0, length)
      if (!this.#prefixes.has(prefix)) continue
      const matches = this.lookup(form.slice(length)).filter((match) => isDerivable(match) && this.#takesPrefix(match))
      if (matches.length > 0) return matches.map((match) => derived(match, prefix, 'prefix'))
    }
    return []
  }

  /** Short verbs like `te`, `sko`, and those of the table, take no prefixes but those that the lexicon has. */
  #takesPrefix({ group, stem }: VerbMatch): boolean {
    const lemma = stem + group.paradigm.lemmaEnding
    return (lemma.length > 3 || group.paradigm.class === 'irr') && this.#simplexes?.has(lemma) !== true
  }

  /** `e-signeras`, `k-märks`: any verb may stand after a hyphen. */
  #hyphenated(form: string): VerbMatch[] {
    const start = form.lastIndexOf('-') + 1
    if (start < 2) return []
    const first = form.slice(0, start)
    const rest = form.slice(start)
    const known = this.lookup(rest).filter(isDerivable)
    const matches = known.length > 0 ? known : this.derive(rest)
    return matches.map((match) => derived(match, first, 'compound'))
  }

  #compound(form: string): VerbMatch[] {
    this.#headForms ??= this.#indexHeads()
    for (let start = Math.max(3, form.length - LONGEST_HEAD_FORM); start <= form.length - 4; start++) {
      const matches = this.#headForms.get(form.slice(start))
      if (matches === undefined) continue
      const first = form.slice(0, start)
      if (/[aeiouyåäöé]/.test(first)) return matches.map((match) => derived(match, first, 'compound'))
    }
    return []
  }

  #productive(form: string): VerbMatch[] {
    const at = form.lastIndexOf('era')
    const group = at < 0 ? undefined : this.find(MODEL_ERA_VERB)[0]?.group
    if (group === undefined || !/[aeiouyåäö]/.test(form.slice(0, at))) return []
    const stem = form.slice(0, at + 3)
    const cells = group.paradigm.cellsOf(form.slice(stem.length)) ?? []
    return cells.map((cell) => ({ group, stem, cell, source: 'suffix' as const }))
  }

  #indexHeads(): Map<string, VerbMatch[]> {
    const index = new Map<string, VerbMatch[]>()
    for (const head of this.#derivation[1]!) {
      const verb = this.#infinitives(this.lookup(head), head)[0]
      if (verb === undefined) continue
      for (const cell of CELLS.keys()) {
        if (!isDerivable({ ...verb, cell })) continue
        for (const ending of verb.group.paradigm.endings(cell)) {
          const form = verb.stem + ending
          const known = index.get(form)
          const match: VerbMatch = { ...verb, cell }
          if (known === undefined) index.set(form, [match])
          else known.push(match)
        }
      }
    }
    return index
  }
}

function derived(match: VerbMatch, first: string, source: VerbSource): VerbMatch {
  return { ...match, stem: first + match.stem, source }
}

/**
 * Whether a reading can be carried over to a longer word. No prefix makes a new verb of an auxiliary; forms without an
 * ending (`sök`, `steg`) are nouns in longer words.
 */
function isDerivable({ group, cell }: VerbMatch): boolean {
  const name = CELLS[cell < GENITIVE ? cell : cell - GENITIVE]
  const strong = group.paradigm.class === '4' || group.paradigm.class === 'irr'
  return !group.properties.auxiliary && name !== 'Imp' && !(strong && name === 'Past.Act')
}

function readProperties(record: string): VerbProperties {
  const [valency = '', particles = '', prepositions = '', sForm = ''] = record.split('\t')
  const auxiliary = valency === 'aux'
  return {
    transitive: !auxiliary && valency.includes('t'),
    intransitive: valency.includes('i'),
    reflexive: valency.includes('r'),
    auxiliary,
    particles: particles === '' ? [] : particles.split(','),
    prepositions: prepositions === '' ? [] : prepositions.split(','),
    deponent: sForm === 'deponent',
  }
}

/** Copied, so that the view is aligned. */
function readUint16(reader: ByteReader, count: number): Uint16Array {
  return new Uint16Array(reader.raw(count * 2).slice().buffer)
}

function offsetsOf(lengths: Uint8Array): Uint32Array {
  const offsets = new Uint32Array(lengths.length + 1)
  for (let i = 0; i < lengths.length; i++) offsets[i + 1] = offsets[i]! + lengths[i]!
  return offsets
}
