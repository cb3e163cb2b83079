import { compileForms, type FormEntry, readForms, readTable } from './form-compile.ts'
import { type NounForms, type NounParadigm, nounForms, nounParadigms } from './noun-paradigms.ts'

/** A row of `lexicon/nouns.tsv`. */
export interface NounRow {
  readonly lemma: string
  readonly paradigm: NounParadigm
  readonly gender: 'Com' | 'Neut'
  /** 1 everyday, 2 common, 3 official or specialised, 4 rare. */
  readonly tier: number
  readonly type: 'person' | 'organ' | undefined
  readonly forms: NounForms
}

/** Cells of a compiled noun, in order. */
const nounCells = ['singInd', 'singDef', 'plurInd', 'plurDef'] as const

/**
 * Reads `lexicon/nouns.tsv`. After the paradigm's name stands `+` where a final m or n is doubled, `!` where a final
 * -el, -er, -en or -or is stressed; the last column has the forms that the paradigm does not give (`def`, `pl`,
 * `pldef`; nothing after `=` says that there is none).
 *
 * @throws {Error} naming the row that cannot be read
 */
export function readNouns(text: string): NounRow[] {
  return readTable(text, 'nouns.tsv', ['lemma', 'paradigm', 'tier', 'type', 'forms']).map((row) => {
    const tier = Number(row.tier)
    if (!(tier >= 1 && tier <= 4)) throw new Error(`nouns.tsv: ${row.lemma}: tier ${row.tier}`)
    return { ...readInflection('nouns.tsv', row.lemma!, row.paradigm!, row.forms!), tier, type: readType(row.type!) }
  })
}

/** Compiles `lexicon/nouns.tsv` for `FormLexicon`. Properties: gender, tier, type. */
export function compileNouns(text: string): string {
  return compileForms(
    readNouns(text).map(({ lemma, forms, gender, tier, type }) =>
      toEntry(lemma, forms, [gender, String(tier), type ?? '-']),
    ),
  )
}

/**
 * Compiles `lexicon/noun-suffixes.tsv` for `FormLexicon`. Properties: gender, tier, type, and how many letters must
 * stand before the suffix.
 */
export function compileNounSuffixes(text: string): string {
  return compileForms(
    readTable(text, 'noun-suffixes.tsv', ['suffix', 'paradigm', 'letters', 'type', 'forms']).map((row) => {
      const { lemma, forms, gender } = readInflection('noun-suffixes.tsv', row.suffix!, row.paradigm!, row.forms!)
      return toEntry(lemma, forms, [gender, '3', readType(row.type!) ?? '-', row.letters!])
    }),
  )
}

function toEntry(lemma: string, forms: NounForms, properties: readonly string[]): FormEntry {
  return { lemma, forms: nounCells.map((cell) => forms[cell]), properties }
}

function readType(field: string): 'person' | 'organ' | undefined {
  if (field === '_') return undefined
  if (field === 'person' || field === 'organ') return field
  throw new Error(`Unknown type of noun: ${field}`)
}

function readInflection(table: string, lemma: string, code: string, given: string) {
  const paradigm = code.replace(/[+!]+$/, '') as NounParadigm
  if (!nounParadigms.includes(paradigm)) throw new Error(`${table}: ${lemma}: unknown paradigm ${code}`)
  const overrides = readForms(given, ['def', 'pl', 'pldef'])
  const spelling = { double: code.includes('+'), stressed: code.includes('!') }
  const gender: 'Com' | 'Neut' = paradigm.startsWith('ett') ? 'Neut' : 'Com'
  return {
    lemma,
    paradigm,
    gender,
    forms: nounForms(lemma, paradigm, spelling, {
      singDef: overrides.get('def'),
      plurInd: overrides.get('pl'),
      plurDef: overrides.get('pldef'),
    }),
  }
}
