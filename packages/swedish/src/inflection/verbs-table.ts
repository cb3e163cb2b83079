import type { ConjugationClass, Paradigm } from './verbs-cells.ts'
import {
  deponentParadigm,
  fullParadigm,
  ParadigmError,
  type PrincipalParts,
  regularParts,
  withoutPassive,
} from './verbs-paradigm.ts'

/** A row of `lexicon/verbs.tsv`. */
interface VerbRow {
  line: number
  lemma: string
  class: ConjugationClass
  /** Forms that the class does not give: `sup=betalat/betalt`. `-` stands for no such form. */
  parts: string
  /** Stressed particles that go with the verb: `om`, `upp`, `tillbaka`. */
  particles: string[]
  /** `t` takes an object, `i` stands without one, `r` takes `sig`, `aux` goes with a bare infinitive. */
  valency: string
  prepositions: string[]
  sForm: string
}

/** A verb as the compiler and the checks see it: its row with every form. */
export interface VerbEntry extends VerbRow {
  paradigm: Paradigm
}

/** A row that cannot be right, with its line (from 1). */
export interface TableProblem {
  line: number
  message: string
}

/**
 * Values of the column `s-form`: `deponent` for verbs whose lemma is an s-form, `none` for verbs without s-forms.
 * What an s-form means beside the passive stands in `deponents.tsv`.
 */
const S_FORMS: readonly string[] = ['', 'deponent', 'none']

const CLASSES: readonly string[] = ['1', '2a', '2b', '3', '4', 'irr']
const VALENCIES: readonly string[] = ['t', 'i', 'r', 'ti', 'tr', 'ir', 'tir', 'aux']
const PART_KEYS: readonly string[] = ['inf', 'pres', 'past', 'sup', 'part', 'imp', 'prespart', 'neut', 'press', 'sub']

/**
 * Reads `verbs.tsv` and `verbs-strong.tsv` and works out every verb's paradigm.
 *
 * @param verbs one verb a line: lemma, class, parts, particles, valency, prepositions, s-form
 * @param strong principal parts of strong and irregular verbs without prefix
 * @returns the verbs in the order of the table, and the rows that cannot be right (left out)
 */
export function readVerbTables(verbs: string, strong: string): { entries: VerbEntry[]; problems: TableProblem[] } {
  const problems: TableProblem[] = []
  const bases = readStrongTable(strong, problems)
  const entries: VerbEntry[] = []
  const seen = new Set<string>()
  for (const [line, cells] of rows(verbs)) {
    const row = toRow(line, cells)
    const problem = checkRow(row)
    const key = `${row.lemma}\t${row.class}`
    if (problem !== undefined) {
      problems.push({ line, message: problem })
      continue
    }
    if (seen.has(key)) {
      problems.push({ line, message: `${row.lemma} stands twice with class ${row.class}` })
      continue
    }
    seen.add(key)
    try {
      entries.push({ ...row, paradigm: paradigmOf(row, bases) })
    } catch (error) {
      if (!(error instanceof ParadigmError)) throw error
      problems.push({ line, message: error.message })
    }
  }
  return { entries, problems }
}

interface StrongBase {
  class: ConjugationClass
  parts: PrincipalParts
}

function readStrongTable(text: string, problems: TableProblem[]): Map<string, StrongBase> {
  const bases = new Map<string, StrongBase>()
  for (const [line, cells] of rows(text)) {
    const [lemma, conjugation, pres, past, sup, part, imp, prespart, other] = cells
    const infinitives = forms(lemma)
    if (infinitives.length === 0 || !CLASSES.includes(conjugation ?? '')) {
      problems.push({ line, message: `strong table: ${cells.join(' ')}` })
      continue
    }
    if (bases.has(infinitives[0]!)) problems.push({ line, message: `strong table: ${lemma} stands twice` })
    const stems = infinitives.map((infinitive) => infinitive.replace(/a$/, ''))
    const parts: PrincipalParts = {
      inf: infinitives,
      pres: forms(pres),
      past: forms(past),
      sup: forms(sup),
      part: forms(part),
      imp: imp === undefined || imp === '' ? stems.map((stem) => stem.replace(/mm$/, 'm')) : forms(imp),
      prespart: prespart === undefined || prespart === '' ? stems.map((stem) => `${stem}ande`) : forms(prespart),
    }
    Object.assign(parts, givenParts(other ?? ''))
    const base: StrongBase = { class: conjugation as ConjugationClass, parts }
    for (const infinitive of infinitives) bases.set(infinitive, base)
  }
  return bases
}

function* rows(text: string): Generator<[number, string[]]> {
  const lines = text.split(/\r?\n/)
  for (const [i, line] of lines.entries()) {
    if (i > 0 && line !== '') yield [i + 1, line.split('\t')]
  }
}

function toRow(line: number, cells: string[]): VerbRow {
  const cell = (i: number) => cells[i] ?? ''
  return {
    line,
    lemma: cell(0),
    class: cell(1) as ConjugationClass,
    parts: cell(2),
    particles: list(cell(3)),
    valency: cell(4),
    prepositions: list(cell(5)),
    sForm: cell(6),
  }
}

function checkRow(row: VerbRow): string | undefined {
  if (!/^[a-zåäöéü:-]+$/.test(row.lemma)) return `${row.lemma}: not an infinitive`
  if (!CLASSES.includes(row.class)) return `${row.lemma}: unknown class ${row.class}`
  if (!VALENCIES.includes(row.valency)) return `${row.lemma}: unknown valency ${row.valency}`
  if (!S_FORMS.includes(row.sForm)) return `${row.lemma}: unknown s-form ${row.sForm}`
  if ([...row.particles, ...row.prepositions].some((word) => !/^[a-zåäö]+$/.test(word))) {
    return `${row.lemma}: particle or preposition that is no word`
  }
  if (row.sForm === 'deponent' && !row.lemma.endsWith('s')) return `${row.lemma}: a deponent ends in -s`
  const keys = row.parts === '' ? [] : row.parts.split(' ').map((part) => part.split('=')[0]!)
  const unknown = keys.find((key) => !PART_KEYS.includes(key))
  return unknown === undefined ? undefined : `${row.lemma}: unknown part ${unknown}`
}

function paradigmOf(row: VerbRow, bases: Map<string, StrongBase>): Paradigm {
  const given = givenParts(row.parts)
  const deponent = row.sForm === 'deponent'
  const active = deponent ? row.lemma.replace(/s+$/, '') : row.lemma
  const parts = isIrregular(row.class, active, bases)
    ? strongParts(active, row.class, bases)
    : regularParts(active, row.class)
  if (deponent) return deponentParadigm(parts, given)
  const paradigm = fullParadigm({ ...parts, ...given })
  return row.sForm === 'none' ? withoutPassive(paradigm) : paradigm
}

function isIrregular(conjugation: ConjugationClass, lemma: string, bases: Map<string, StrongBase>): boolean {
  return conjugation === '4' || conjugation === 'irr' || bases.get(lemma)?.class === conjugation
}

/** Principal parts of the strong verb that the lemma is or ends in, the prefix put before every form. */
function strongParts(lemma: string, conjugation: ConjugationClass, bases: Map<string, StrongBase>): PrincipalParts {
  for (let start = 0; start < lemma.length - 1; start++) {
    const base = bases.get(lemma.slice(start))
    if (base === undefined || base.class !== conjugation) continue
    const variant = base.parts.inf.indexOf(lemma.slice(start))
    const prefix = lemma.slice(0, start)
    return prefixed(prefix, base.parts, variant)
  }
  throw new ParadigmError(`${lemma}: no strong verb of class ${conjugation} at its end`)
}

/**
 * Of verbs with a short and a long infinitive (`ta/taga`) the one that the lemma has comes first or, with the
 * long one, stands alone. A prefixed verb has one imperative, since `uppdrag`, `bidrag` are nouns, and no short
 * preterite: `handla` is not a form of `handlägga`.
 */
function prefixed(prefix: string, base: PrincipalParts, variant: number): PrincipalParts {
  const from = (forms: string[]) => (variant > 0 && forms.length > variant ? forms.slice(variant) : forms)
  const add = (forms: string[]) => forms.map((form) => prefix + form)
  const imperatives = add(from(base.imp))
  const parts: PrincipalParts = {
    inf: add(from(base.inf)),
    pres: add(from(base.pres)),
    past: add(prefix === '' ? base.past : base.past.filter((form) => !form.endsWith('a'))),
    sup: add(base.sup),
    part: add(base.part),
    imp: prefix === '' ? imperatives : imperatives.slice(0, 1),
    prespart: add(base.prespart),
  }
  if (base.press !== undefined) parts.press = add(base.press)
  if (base.neut !== undefined) parts.neut = add(base.neut)
  if (base.sub !== undefined) parts.sub = add(base.sub)
  return parts
}

function givenParts(text: string): Partial<PrincipalParts> {
  if (text === '') return {}
  return Object.fromEntries(text.split(' ').map((part) => [part.split('=')[0], forms(part.split('=')[1])]))
}

function forms(cell: string | undefined): string[] {
  return cell === undefined || cell === '' || cell === '-' ? [] : cell.split('/')
}

function list(cell: string): string[] {
  return cell === '' ? [] : cell.split(',')
}
