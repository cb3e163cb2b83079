import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { lemmaSection, writeLemmas } from '../src/lemma/lemma.ts'
import { ByteReader, ByteWriter } from '../src/model/bytes.ts'
import { readModel, writeModel } from '../src/model/file.ts'
import { readCandidates, writeCandidates } from '../src/tagger/candidates.ts'
import { Lexicon, writeLexicon } from '../src/tagger/lexicon.ts'
import { isOpen, taggerSection, writeTagger } from '../src/tagger/model.ts'
import { learnCandidates } from './candidates.ts'
import { readConllu } from './conllu.ts'
import { toTrainingWords } from './corpus.ts'
import { learnLemmas } from './lemmas.ts'
import { readAbbreviations } from './lexicon.ts'
import { layOutLexicon, lexiconEntries } from './lexicon-forms.ts'
import { normalise } from './normalise.ts'
import { quantise, trainTagger } from './tagger.ts'
import { collectTags, tagName } from './tags.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values: options } = parseArgs({
  options: {
    treebank: { type: 'string' },
    out: { type: 'string', default: join(root, 'model/swedish.klm') },
    epochs: { type: 'string', default: '6' },
    rate: { type: 'string', default: '0.05' },
    l1: { type: 'string', default: '0.012' },
    dropout: { type: 'string', default: '0.3' },
    cut: { type: 'string', default: '2' },
    least: { type: 'string', default: '0.05' },
    seed: { type: 'string', default: '1' },
  },
})
if (!options.treebank) {
  console.error('train: needs --treebank DIR, the folder of sv_talbanken-train-rebuilt.conllu')
  process.exit(2)
}

const sentences = readConllu(join(options.treebank, 'sv_talbanken-train-rebuilt.conllu'))
normalise(sentences, readAbbreviations())
const goldFolder = join(root, 'gold')
const gold = existsSync(goldFolder)
  ? readdirSync(goldFolder)
      .filter((name) => name.endsWith('-train.conllu'))
      .sort()
      .flatMap((name) => readConllu(join(goldFolder, name)))
  : []
const all = [...sentences, ...gold]
const entries = lexiconEntries()
const tags = collectTags(all, entries.flat().map(tagName))
const words = toTrainingWords(all, tags)

const lexiconRows = layOutLexicon(entries, (form) => tags.idOf.get(tagName(form))!)
const lexicon = new Lexicon(
  rewritten((writer) => writeLexicon(lexiconRows, writer)),
  (tag) => isOpen(tags.names[tag]!),
)
const rows = learnCandidates(words, tags)
const candidates = readCandidates(
  rewritten((writer) => writeCandidates(rows, writer)),
  tags.names,
)

const trained = trainTagger(words, tags, lexicon, candidates, {
  epochs: Number(options.epochs),
  rate: Number(options.rate),
  l1: Number(options.l1),
  seed: Number(options.seed),
  dropout: Number(options.dropout),
  cut: Number(options.cut),
  log: (line) => console.error(line),
})
const tagger = writeTagger({
  tags: [...tags.names],
  labels: trained.model.labelsOf.map((labels) => [...labels]),
  labelCount: trained.model.labelCount,
  lexicon: lexiconRows,
  candidates: rows,
  ...quantise(trained, Number(options.least)),
})
const forms = entries
  .flat()
  .map((form) => ({ ...form, lower: form.form.toLowerCase(), tag: tags.idOf.get(tagName(form))! }))
const lemmas = writeLemmas(learnLemmas(words.flat(), forms, tags))

/** What was written, ready to be read, as the tagger will read it. */
function rewritten(write: (writer: ByteWriter) => void): ByteReader {
  const writer = new ByteWriter()
  write(writer)
  return new ByteReader(writer.bytes())
}

const sections = otherSections(options.out)
sections.set(taggerSection, tagger)
sections.set(lemmaSection, lemmas)
mkdirSync(join(options.out, '..'), { recursive: true })
const file = writeModel(sections)
writeFileSync(`${options.out}.part`, file)
renameSync(`${options.out}.part`, options.out)
console.error(
  `${options.out}: ${file.length} bytes (${[...sections].map(([name, bytes]) => `${name} ${bytes.length}`).join(', ')})`,
)

/** Sections that other commands wrote (the parser's), to be kept. */
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
