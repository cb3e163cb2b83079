import { CELLS, type ConjugationClass } from './verbs-cells.ts'

/** First line of compiled data; the number grows when the layout changes. */
export const VERB_DATA_HEADER = 'klarsprak-verbs 1'

/** No Swedish verb is longer; longer strings are not looked at. */
const LONGEST_FORM = 60

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
  /** True where the subject is a person or an organ. */
  readonly personSubject: boolean
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

/** The verbs of the lexicon, read from what `compileVerbs` wrote. */
export class VerbLexicon {
  /** How many verbs it holds. */
  readonly size: number
  readonly #groups: VerbGroup[] = []
  readonly #stems = new Map<string, number | number[]>()
  readonly #longestEnding: number
  readonly #prefixes: Set<string>
  readonly #heads: string[]
  readonly #longestPrefix: number
  #headForms: Map<string, VerbMatch[]> | undefined
  readonly #era: VerbGroup | undefined

  /** @throws {Error} where the data is not of this format */
  constructor(data: string) {
    const lines = data.split('\n')
    if (lines[0] !== VERB_DATA_HEADER) throw new Error(`Verblexikonet har fel format: ${String(lines[0]).slice(0, 40)}`)
    this.#longestEnding = Number(lines[1])
    let at = 2
    const section = () => {
      const count = Number(lines[at++])
      const records = lines.slice(at, at + count)
      at += count
      return records
    }
    const paradigms = section().map((record) => new VerbParadigm(record))
    const properties = section().map(readProperties)
    this.#prefixes = new Set(lines[at++]!.split(' '))
    this.#longestPrefix = Math.max(...[...this.#prefixes].map((prefix) => prefix.length))
    this.#heads = lines[at++]!.split(' ')
    let size = 0
    for (; at < lines.length; at++) {
      const fields = lines[at]!.split('\t')
      if (fields.length < 4) continue
      const id = this.#groups.length
      this.#groups.push({
        paradigm: paradigms[Number(fields[0])]!,
        properties: properties[Number(fields[1])]!,
        homonym: fields[2] === '1',
      })
      for (const stem of fields[3]!.split(' ')) {
        size++
        this.#add(stem, id)
      }
    }
    this.size = size
    this.#era = this.find('reparera')[0]?.group
  }

  /** Every reading of a lower-case form that the lexicon itself gives. */
  lookup(form: string): VerbMatch[] {
    const matches: VerbMatch[] = []
    if (form.length > LONGEST_FORM) return matches
    for (let length = Math.min(form.length, this.#longestEnding); length >= 0; length--) {
      const ids = this.#stems.get(form.slice(0, form.length - length))
      if (ids === undefined) continue
      const ending = form.slice(form.length - length)
      if (typeof ids === 'number') this.#collect(matches, ids, form, ending)
      else for (const id of ids) this.#collect(matches, id, form, ending)
    }
    return matches
  }

  /**
   * Readings of a form that the lexicon does not have itself: a prefix or a first part before a verb that it
   * has (`ombokas`, `målgruppsanpassas`), or any verb in -era.
   */
  derive(form: string): VerbMatch[] {
    if (form.length > LONGEST_FORM) return []
    const prefixed = this.#prefixed(form)
    if (prefixed.length > 0) return prefixed
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

  #add(stem: string, id: number): void {
    const known = this.#stems.get(stem)
    if (known === undefined) this.#stems.set(stem, id)
    else if (typeof known === 'number') this.#stems.set(stem, [known, id])
    else known.push(id)
  }

  #collect(matches: VerbMatch[], id: number, form: string, ending: string): void {
    const group = this.#groups[id]!
    const cells = group.paradigm.cellsOf(ending)
    if (cells === undefined) return
    const stem = form.slice(0, form.length - ending.length)
    for (const cell of cells) matches.push({ group, stem, cell, source: 'lexicon' })
  }

  #prefixed(form: string): VerbMatch[] {
    for (let length = Math.min(this.#longestPrefix, form.length - 3); length >= 2; length--) {
      const prefix = form.slice(0, length)
      if (!this.#prefixes.has(prefix)) continue
      const matches = this.lookup(form.slice(length)).filter(isDerivable)
      if (matches.length > 0) return matches.map((match) => derived(match, prefix, 'prefix'))
    }
    return []
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
    const group = this.#era
    if (group === undefined || !/[aeiouyåäö]/.test(form.slice(0, Math.max(at, 0)))) return []
    const stem = form.slice(0, at + 3)
    const cells = group.paradigm.cellsOf(form.slice(stem.length)) ?? []
    return cells.map((cell) => ({ group, stem, cell, source: 'suffix' as const }))
  }

  #indexHeads(): Map<string, VerbMatch[]> {
    const index = new Map<string, VerbMatch[]>()
    for (const head of this.#heads) {
      const verb = this.#infinitives(this.lookup(head), head)[0]
      if (verb === undefined) continue
      for (const cell of CELLS.keys()) {
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

/** No prefix makes a new verb of an auxiliary, and an imperative with a prefix looks like a noun. */
function isDerivable(match: VerbMatch): boolean {
  return !match.group.properties.auxiliary && CELLS[match.cell] !== 'Imp'
}

function readProperties(record: string): VerbProperties {
  const [valency = '', particles = '', prepositions = '', sForm = '', subject = ''] = record.split('\t')
  const auxiliary = valency === 'aux'
  return {
    transitive: !auxiliary && valency.includes('t'),
    intransitive: valency.includes('i'),
    reflexive: valency.includes('r'),
    auxiliary,
    particles: particles === '' ? [] : particles.split(','),
    prepositions: prepositions === '' ? [] : prepositions.split(','),
    deponent: sForm === 'deponent',
    personSubject: subject === 'person',
  }
}
