import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ModelError, type ModelFile, readModel } from './file.ts'

export const modelName = 'swedish.klm'

let loaded: ModelFile | undefined

/**
 * The model that belongs to this version of the package, read from disk when first asked for.
 *
 * @throws {ModelError} where the file is missing, damaged, of another format, or not a model file
 */
export function loadModel(): ModelFile {
  loaded ??= readModel(readFileSync(findModel()))
  return loaded
}

/** Gives the model as bytes, where there is no file system to read it from. Call before the first analysis. */
export function useModel(bytes: Uint8Array): void {
  loaded = readModel(bytes)
}

/** The file stands in `model/` beside `src/` and `dist/`; a bundle has it in `model/` beside itself. */
function findModel(): string {
  const places = [`../../model/${modelName}`, `../model/${modelName}`, `./model/${modelName}`, `./${modelName}`]
  const found = places.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) => existsSync(path))
  if (found === undefined)
    throw new ModelError('missing', `Språkmodellen saknas: filen ${modelName} hittades inte. Installera om programmet.`)
  return found
}
