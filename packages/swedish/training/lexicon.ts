import { readFileSync } from 'node:fs'

/** A row of a lexicon table of whole forms. */
export interface LexiconForm {
  form: string
  upos: string
  feats: string
  lemma: string
}

/** Reads a table with the columns form, upos, feats, lemma. */
export function readForms(name: string): LexiconForm[] {
  const [header, ...rows] = readFileSync(new URL(`../lexicon/${name}.tsv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  if (header !== 'form\tupos\tfeats\tlemma') throw new Error(`lexicon/${name}.tsv: not a table of forms`)
  return rows.map((row) => {
    const [form, upos, feats, lemma] = row.split('\t')
    return { form: form!, upos: upos!, feats: feats!, lemma: lemma! }
  })
}

/** The words that abbreviations stand for, joined by underscores, by the abbreviation in lower case. */
export function readAbbreviations(): Map<string, string> {
  return new Map(readForms('abbreviations').map(({ form, lemma }) => [form.toLowerCase(), lemma]))
}
