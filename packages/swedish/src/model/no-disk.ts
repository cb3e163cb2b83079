import { ModelError } from './file.ts'

/**
 * Stands where there is no disk to read from, under the `browser` condition of package.json.
 *
 * @throws {ModelError} always: the bytes must have been given before
 */
export function readModelFile(name: string): Uint8Array {
  throw new ModelError(
    'missing',
    `Språkmodellen saknas: ge innehållet i ${name} till useModel eller useLexicon innan du analyserar text.`,
  )
}
