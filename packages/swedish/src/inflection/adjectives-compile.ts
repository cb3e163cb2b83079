import {
  type AdjectiveForms,
  type AdjectiveParadigm,
  adjectiveForms,
  adjectiveParadigms,
} from './adjective-paradigms.ts'
import { compileForms, type FormEntry, readForms, readTable } from './form-compile.ts'

/** A row of `lexicon/adjectives.tsv`. */
export interface AdjectiveRow {
  readonly lemma: string
  readonly paradigm: AdjectiveParadigm
  /** 1 everyday, 2 common, 3 official or specialised, 4 rare. */
  readonly tier: number
  readonly forms: AdjectiveForms
}

/** Short names of the last column of the table. */
const overrideKeys = {
  t: 'neuter',
  a: 'definite',
  plur: 'plural',
  cmp: 'comparative',
  sup: 'superlative',
  supdef: 'superlativeDefinite',
} as const

/**
 * Reads `lexicon/adjectives.tsv`. The last column has the forms that the paradigm does not give (`t` neuter, `a`
 * definite and plural, `plur`, `cmp`, `sup`, `supdef`; nothing after `=` says that there is none).
 *
 * @throws {Error} naming the row that cannot be read
 */
export function readAdjectives(text: string): AdjectiveRow[] {
  return readTable(text, 'adjectives.tsv', ['lemma', 'paradigm', 'tier', 'forms']).map((row) => {
    const lemma = row.lemma!
    const tier = Number(row.tier)
    if (!(tier >= 1 && tier <= 4)) throw new Error(`adjectives.tsv: ${lemma}: tier ${row.tier}`)
    return { lemma, tier, ...readInflection('adjectives.tsv', lemma, row.paradigm!, row.forms!) }
  })
}

/** Cells of a compiled adjective, in order. */
const adjectiveCells = [
  'common',
  'neuter',
  'definite',
  'plural',
  'masculine',
  'comparative',
  'superlative',
  'superlativeDefinite',
] as const

export type AdjectiveCell = (typeof adjectiveCells)[number]

/** Compiles `lexicon/adjectives.tsv` for `FormLexicon`. Properties: tier, paradigm. */
export function compileAdjectives(text: string): string {
  return compileForms(
    readAdjectives(text).map(({ lemma, forms, tier, paradigm }) => toEntry(lemma, forms, [String(tier), paradigm])),
  )
}

/**
 * Compiles `lexicon/adjective-suffixes.tsv` for `FormLexicon`. Properties: tier, paradigm, and how many letters must
 * stand before the suffix.
 */
export function compileAdjectiveSuffixes(text: string): string {
  return compileForms(
    readTable(text, 'adjective-suffixes.tsv', ['suffix', 'paradigm', 'letters', 'forms']).map((row) => {
      const { paradigm, forms } = readInflection('adjective-suffixes.tsv', row.suffix!, row.paradigm!, row.forms!)
      return toEntry(row.suffix!, forms, ['3', paradigm, row.letters!])
    }),
  )
}

function toEntry(lemma: string, forms: AdjectiveForms, properties: readonly string[]): FormEntry {
  const inflects = forms.definite !== forms.common && forms.definite.endsWith('a')
  const cells = { ...forms, masculine: inflects ? `${forms.definite.slice(0, -1)}e` : undefined }
  return { lemma, forms: adjectiveCells.map((cell) => cells[cell]), properties }
}

function readInflection(table: string, lemma: string, code: string, given: string) {
  const paradigm = code as AdjectiveParadigm
  if (!adjectiveParadigms.includes(paradigm)) throw new Error(`${table}: ${lemma}: unknown paradigm ${code}`)
  const overrides = Object.fromEntries(
    [...readForms(given, Object.keys(overrideKeys))].map(([key, form]) => [
      overrideKeys[key as keyof typeof overrideKeys],
      form,
    ]),
  )
  return { paradigm, forms: adjectiveForms(lemma, paradigm, overrides) }
}
