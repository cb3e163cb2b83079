import { loadLexicon } from '../model/load.ts'
import { FormLexicon } from './form-lexicon.ts'

/** Sections of the lexicon file. */
export const adjectiveSections = { adjectives: 'adjectives', suffixes: 'adjective-suffixes' } as const

let adjectives: FormLexicon | undefined
let suffixes: FormLexicon | undefined

const read = (section: string) => new FormLexicon(new TextDecoder().decode(loadLexicon().section(section)))

/**
 * The adjectives of `lexicon/adjectives.tsv`, read when first asked for.
 *
 * @throws {ModelError} where the lexicon file cannot be used
 */
export function adjectiveLexicon(): FormLexicon {
  adjectives ??= read(adjectiveSections.adjectives)
  return adjectives
}

/** The endings that make adjectives, inflected as if they were adjectives. Properties as for adjectives, then letters before. */
export function adjectiveSuffixes(): FormLexicon {
  suffixes ??= read(adjectiveSections.suffixes)
  return suffixes
}
