import { readModelFile } from '#disk'
import { type ModelFile, readModel } from './file.ts'

export const modelName = 'swedish.klm'
export const lexiconName = 'lexicon.klm'

let loaded: ModelFile | undefined
let lexicon: ModelFile | undefined

/**
 * The model that belongs to this version of the package, read from disk when first asked for.
 *
 * @throws {ModelError} where the file is missing, damaged, of another format, or not a model file
 */
export function loadModel(): ModelFile {
  loaded ??= readModel(readModelFile(modelName))
  return loaded
}

/** Gives the model as bytes, where there is no file system to read it from. Call before the first analysis. */
export function useModel(bytes: Uint8Array): void {
  loaded = readModel(bytes)
}

/**
 * The lexicon that belongs to this version of the package: one section a word class, compiled from `lexicon/` by
 * `scripts/lexicon.ts`. Read from disk when first asked for.
 *
 * @throws {ModelError} as {@link loadModel}
 */
export function loadLexicon(): ModelFile {
  lexicon ??= readModel(readModelFile(lexiconName))
  return lexicon
}

/** Gives the lexicon as bytes, where there is no file system to read it from. */
export function useLexicon(bytes: Uint8Array): void {
  lexicon = readModel(bytes)
}
