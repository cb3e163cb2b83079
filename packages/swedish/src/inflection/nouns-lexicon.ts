import { loadLexicon } from '../model/load.ts'
import { FormLexicon } from './form-lexicon.ts'

/** Sections of the lexicon file. */
export const nounSections = { nouns: 'nouns', suffixes: 'noun-suffixes' } as const

let nouns: FormLexicon | undefined
let suffixes: FormLexicon | undefined

const read = (section: string) => new FormLexicon(new TextDecoder().decode(loadLexicon().section(section)))

/**
 * The nouns of `lexicon/nouns.tsv`, read when first asked for.
 *
 * @throws {ModelError} where the lexicon file cannot be used
 */
export function nounLexicon(): FormLexicon {
  nouns ??= read(nounSections.nouns)
  return nouns
}

/** The endings that make nouns, inflected as if they were nouns. Properties as for nouns, then letters before. */
export function nounSuffixes(): FormLexicon {
  suffixes ??= read(nounSections.suffixes)
  return suffixes
}
