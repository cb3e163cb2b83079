import { readModel, writeModel } from '../src/model/file.ts'
import { createTagger } from '../src/tagger/tagger.ts'
import type { TagResult } from '../src/tagging.ts'
import type { TreebankSentence } from './conllu.ts'
import { goldTokens } from './gold-tokens.ts'
import { defaultSettings, trainSections } from './sections.ts'

/** A part of a corpus, tagged by a model that never saw it. Token numbers count through the part's words. */
export interface TaggedFold {
  sentences: TreebankSentence[]
  tags: TagResult
}

/**
 * Tags every sentence by a model trained on the others: sentences are dealt out in runs of fifty, so that a
 * document mostly stays in one part.
 */
export function* jackknife(
  sentences: readonly TreebankSentence[],
  folds: number,
  log: (line: string) => void,
): Generator<TaggedFold> {
  const run = 50
  const foldOf = (index: number): number => Math.floor(index / run) % folds
  for (let fold = 0; fold < folds; fold++) {
    log(`part ${fold + 1} of ${folds}`)
    const seen = sentences.filter((_, i) => foldOf(i) !== fold)
    const held = sentences.filter((_, i) => foldOf(i) === fold)
    const sections = trainSections(seen, { ...defaultSettings, log: () => {} })
    const tagger = createTagger(readModel(writeModel(sections)))
    yield { sentences: held, tags: tagger.tag(goldTokens(held)) }
  }
}
