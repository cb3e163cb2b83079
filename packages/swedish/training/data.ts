import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readConllu, type TreebankSentence } from './conllu.ts'
import { readAbbreviations } from './lexicon.ts'
import { normalise } from './normalise.ts'

/** The package's own folder. */
export const packageFolder = fileURLToPath(new URL('..', import.meta.url))

/**
 * The sentences to train on: the treebank's training part, brought to today's conventions, and the
 * training part of the package's own gold (`gold/*train.conllu`).
 *
 * @param treebank the folder of `sv_talbanken-train-rebuilt.conllu`
 */
export function readTrainingSentences(treebank: string): TreebankSentence[] {
  const sentences = readConllu(join(treebank, 'sv_talbanken-train-rebuilt.conllu'))
  normalise(sentences, readAbbreviations())
  return [...sentences, ...readOwnGold()]
}

function readOwnGold(): TreebankSentence[] {
  const folder = join(packageFolder, 'gold')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('train.conllu'))
  return names.sort().flatMap((name) => readConllu(join(folder, name)))
}
