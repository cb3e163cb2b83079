import { CELLS, type Paradigm } from './verbs-cells.ts'
import { VERB_DATA_HEADER } from './verbs-lexicon.ts'
import { readVerbTables, type VerbEntry } from './verbs-table.ts'

/** The tables that a verb lexicon is compiled from, as text. */
export interface VerbTables {
  /** `verbs.tsv` */
  verbs: string
  /** `verbs-strong.tsv` */
  strong: string
  /** `verbs-derivation.tsv`: prefixes and heads with which verbs outside the lexicon are formed. */
  derivation: string
}

/**
 * Compiles the verb tables into the text that `VerbLexicon` reads. Verbs that inflect alike share one paradigm
 * of endings; a verb is then its stem, and all verbs of the same paradigm and the same properties stand in one
 * line. Pure and deterministic.
 *
 * Layout, one record a line, fields parted by tabs: header; the longest ending; number of paradigms; the
 * paradigms (class, ending of the lemma, one field a cell, alternatives parted by `/`, `-` for no form); number
 * of property sets; the property sets (valency, particles, prepositions, s-form, subject); prefixes; heads; then
 * groups to the end: paradigm, property set, 1 where a homonym stands before, stems parted by spaces.
 *
 * @throws {Error} naming the first rows that cannot be right
 */
export function compileVerbs(tables: VerbTables): string {
  const { entries, problems } = readVerbTables(tables.verbs, tables.strong)
  if (problems.length > 0) {
    const shown = problems.slice(0, 10).map((problem) => `line ${problem.line}: ${problem.message}`)
    throw new Error(`${problems.length} bad rows in the verb tables\n${shown.join('\n')}`)
  }
  const paradigms = new Interner()
  const properties = new Interner()
  const groups = new Map<string, string[]>()
  const lemmas = new Set<string>()
  let longest = 0
  for (const entry of entries) {
    const { stem, record, endingLength } = toEndings(entry)
    longest = Math.max(longest, endingLength)
    const homonym = lemmas.has(entry.lemma) ? 1 : 0
    lemmas.add(entry.lemma)
    const key = `${paradigms.id(record)}\t${properties.id(propertyRecord(entry))}\t${homonym}`
    const stems = groups.get(key)
    if (stems === undefined) groups.set(key, [stem])
    else stems.push(stem)
  }
  const { prefixes, heads } = readDerivation(tables.derivation)
  return [
    VERB_DATA_HEADER,
    String(longest),
    String(paradigms.records.length),
    ...paradigms.records,
    String(properties.records.length),
    ...properties.records,
    prefixes.join(' '),
    heads.join(' '),
    ...[...groups].map(([key, stems]) => `${key}\t${stems.sort().join(' ')}`),
    '',
  ].join('\n')
}

function readDerivation(text: string): { prefixes: string[]; heads: string[] } {
  const prefixes: string[] = []
  const heads: string[] = []
  for (const line of text.split(/\r?\n/).slice(1)) {
    const [kind, word] = line.split('\t')
    if (word === undefined) continue
    if (kind === 'prefix') prefixes.push(word)
    else if (kind === 'head') heads.push(word)
    else throw new Error(`verbs-derivation.tsv: neither prefix nor head: ${line}`)
  }
  return { prefixes, heads }
}

function propertyRecord(entry: VerbEntry): string {
  return [entry.valency, entry.particles.join(','), entry.prepositions.join(','), entry.sForm, entry.subject].join('\t')
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
