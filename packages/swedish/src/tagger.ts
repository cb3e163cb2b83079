import { loadModel } from './model/load.ts'
import { createTagger } from './tagger/tagger.ts'
import type { Tagger } from './tagging.ts'

let tagger: Tagger | undefined

/**
 * The tagger of the package's own model, made when first asked for.
 *
 * @throws {ModelError} where the model cannot be used
 */
export function defaultTagger(): Tagger {
  tagger ??= createTagger(loadModel())
  return tagger
}
