import { lemmaSection, writeLemmas } from '../src/lemma/lemma.ts'
import { ByteReader, ByteWriter } from '../src/model/bytes.ts'
import { readCandidates, writeCandidates } from '../src/tagger/candidates.ts'
import { Lexicon, writeLexicon } from '../src/tagger/lexicon.ts'
import { isOpen, taggerSection, writeTagger } from '../src/tagger/model.ts'
import { learnCandidates } from './candidates.ts'
import type { TreebankSentence } from './conllu.ts'
import { toTrainingWords } from './corpus.ts'
import { learnLemmas } from './lemmas.ts'
import { layOutLexicon, lexiconEntries } from './lexicon-forms.ts'
import { quantise, type TaggerTrainingOptions, trainTagger } from './tagger.ts'
import { collectTags, tagName } from './tags.ts'

export interface TrainingSettings extends TaggerTrainingOptions {
  /** Weights smaller than this are left out of the file. */
  least: number
}

export const defaultSettings: Omit<TrainingSettings, 'log'> = {
  epochs: 6,
  rate: 0.03,
  l1: 0.012,
  dropout: 0.3,
  cut: 2,
  least: 0.05,
  seed: 1,
}

/** Trains tagger and lemmatiser: the sections of the model file, by name. */
export function trainSections(
  sentences: readonly TreebankSentence[],
  settings: TrainingSettings,
): Map<string, Uint8Array> {
  const entries = lexiconEntries()
  const tags = collectTags(sentences, entries.flat().map(tagName))
  const words = toTrainingWords(sentences, tags)

  const lexiconRows = layOutLexicon(entries, (form) => tags.idOf.get(tagName(form))!)
  const lexicon = new Lexicon(
    rewritten((writer) => writeLexicon(lexiconRows, writer)),
    (tag) => isOpen(tags.names[tag]!),
  )
  const candidateRows = learnCandidates(words, tags)
  const candidates = readCandidates(
    rewritten((writer) => writeCandidates(candidateRows, writer)),
    tags.names,
  )
  const trained = trainTagger(words, tags, lexicon, candidates, settings)
  const tagger = writeTagger({
    tags: [...tags.names],
    labels: trained.model.labelsOf.map((labels) => [...labels]),
    labelCount: trained.model.labelCount,
    lexicon: lexiconRows,
    candidates: candidateRows,
    ...quantise(trained, settings.least),
  })
  const forms = entries
    .flat()
    .map((form) => ({ ...form, lower: form.form.toLowerCase(), tag: tags.idOf.get(tagName(form))! }))
  const lemmas = writeLemmas(learnLemmas(words.flat(), forms, tags))
  return new Map([
    [taggerSection, tagger],
    [lemmaSection, lemmas],
  ])
}

/** What was written, ready to be read, as the tagger will read it. */
function rewritten(write: (writer: ByteWriter) => void): ByteReader {
  const writer = new ByteWriter()
  write(writer)
  return new ByteReader(writer.bytes())
}
