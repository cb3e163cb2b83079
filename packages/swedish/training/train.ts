// Trains tagger, lemmatiser and parser from a treebank and writes them to the model file.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readModel, writeModel } from '../src/model/file.ts'
import { modelName } from '../src/model/load.ts'
import { parserSection } from '../src/parser/model.ts'
import { commandArguments, givenPath } from './arguments.ts'
import { packageFolder, readTrainingSentences } from './data.ts'
import { parserSettings, trainParserSection } from './parser/section.ts'
import { defaultSettings, type TrainingSettings, trainSections } from './sections.ts'

const { values: options } = parseArgs({
  args: commandArguments(),
  options: {
    treebank: { type: 'string' },
    out: { type: 'string', default: join(packageFolder, 'model', modelName) },
    set: { type: 'string', multiple: true, default: [] },
    only: { type: 'string' },
  },
})
if (!options.treebank) {
  console.error('train: needs --treebank DIR, the folder of sv_talbanken-train-rebuilt.conllu')
  process.exit(2)
}
const settings: TrainingSettings = { ...defaultSettings, log: (line) => console.error(line) }
for (const pair of options.set) {
  const [name, value] = pair.split('=')
  if (!(name! in defaultSettings) || !Number.isFinite(Number(value))) {
    console.error(`train: --set takes NAME=NUMBER, one of ${Object.keys(defaultSettings).join(', ')}`)
    process.exit(2)
  }
  Object.assign(settings, { [name!]: Number(value) })
}

const parts = ['tagger', 'parser']
if (options.only !== undefined && !parts.includes(options.only)) {
  console.error(`train: --only takes one of ${parts.join(', ')}`)
  process.exit(2)
}
const sentences = readTrainingSentences(givenPath(options.treebank))
const sections = otherSections(options.out)
if (options.only !== 'parser') for (const [name, bytes] of trainSections(sentences, settings)) sections.set(name, bytes)
if (options.only !== 'tagger') sections.set(parserSection, trainParserSection(sentences, parserSettings, settings.log))
const file = writeModel(sections)
mkdirSync(dirname(options.out), { recursive: true })
writeFileSync(`${options.out}.part`, file)
renameSync(`${options.out}.part`, options.out)
const sizes = [...sections].map(([name, bytes]) => `${name} ${bytes.length}`)
console.error(`${options.out}: ${file.length} bytes (${sizes.join(', ')})`)

/** The sections of the file that there is, so that those not trained now are kept. */
function otherSections(path: string): Map<string, Uint8Array> {
  const kept = new Map<string, Uint8Array>()
  if (!existsSync(path)) return kept
  try {
    const before = readModel(readFileSync(path))
    for (const name of before.names) kept.set(name, before.section(name).slice())
  } catch (error) {
    console.error(`train: ${path} cannot be read and is replaced whole (${(error as Error).message})`)
  }
  return kept
}
