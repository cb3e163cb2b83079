import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ModelError } from './file.ts'

/**
 * The bytes of a model file that belongs to the package. It stands in `model/` beside `src/` and `dist/`; a bundle has
 * it in `model/` beside itself.
 *
 * @throws {ModelError} where it is missing
 */
export function readModelFile(name: string): Uint8Array {
  const places = [`../../model/${name}`, `../model/${name}`, `./model/${name}`, `./${name}`]
  const found = places.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) => existsSync(path))
  if (found === undefined)
    throw new ModelError('missing', `Språkmodellen saknas: filen ${name} hittades inte. Installera om programmet.`)
  return readFileSync(found)
}
