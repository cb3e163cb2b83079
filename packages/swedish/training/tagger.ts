import type { CandidateTable } from '../src/tagger/candidates.ts'
import {
  afterSentence,
  beforeSentence,
  createNearest,
  markNearest,
  maxOwnFeatures,
  neighbourFeature,
  neighbours,
  ownFeatures,
  type Place,
  pairFeature,
  pairs,
  resolve,
  viewCount,
  viewOf,
} from '../src/tagger/features.ts'
import type { Lexicon } from '../src/tagger/lexicon.ts'
import type { MatrixRow } from '../src/tagger/matrix.ts'
import type { TrainingWord } from './corpus.ts'
import { type CrfData, type CrfModel, trainCrf } from './crf.ts'
import type { TagSet } from './tags.ts'

export interface TaggerTrainingOptions {
  epochs: number
  rate: number
  l1: number
  seed: number
  /** Share of features left out at random in training. */
  dropout: number
  /** Fewest firings of a feature that is kept. */
  cut: number
  log: (line: string) => void
}

export interface TrainedTagger {
  readonly model: CrfModel
  /** Hash of each feature. */
  readonly hashes: Uint32Array
}

/** Trains the tagger's weights. */
export function trainTagger(
  sentences: readonly TrainingWord[][],
  tags: TagSet,
  lexicon: Lexicon,
  candidates: CandidateTable,
  options: TaggerTrainingOptions,
): TrainedTagger {
  const features = sentences.map((words) => sentenceFeatures(words, lexicon, candidates))
  const counts = new Map<number, number>()
  for (const hash of features.flat(2)) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const ids = new Map<number, number>()
  for (const [hash, count] of counts) if (count >= options.cut) ids.set(hash, ids.size)
  const hashes = Uint32Array.from(ids.keys())

  const dropout = new Float32Array(ids.size).fill(options.dropout)
  const buffer = new Uint32Array(maxOwnFeatures)
  for (const word of sentences.flat()) {
    lexicon.look(word.lower)
    ownFeatures(word.lower, word.shape, word.initial, lexicon, buffer)
    const id = ids.get(buffer[0]!)
    if (id !== undefined) dropout[id] = Math.max(options.dropout, Math.min(0.9, 0.6 / counts.get(buffer[0]!)!))
  }

  const data = layOut(sentences, features, ids, lexicon, candidates)
  options.log(
    `${sentences.length} sentences, ${data.gold.length} words, ${ids.size} features, ${tags.names.length} tags`,
  )
  const model = trainCrf(data, {
    featureCount: ids.size,
    tagCount: tags.names.length,
    groups: tags.groups,
    epochs: options.epochs,
    rate: options.rate,
    l1: options.l1,
    seed: options.seed,
    dropout,
    onEpoch: (epoch, logLikelihood) => options.log(`epoch ${epoch + 1}: log-likelihood ${logLikelihood.toFixed(0)}`),
  })
  return { model, hashes }
}

/** Weights below `least` are dropped, the rest made whole numbers from −127 to 127 on one scale. */
export function quantise(
  { model, hashes }: TrainedTagger,
  least: number,
): { emission: MatrixRow[]; transition: Int16Array; scale: number } {
  const { labelCount, emission } = model
  let largest = 0
  for (const weight of emission) largest = Math.max(largest, Math.abs(weight))
  const scale = largest / 127
  const rows: MatrixRow[] = []
  for (let f = 0; f < hashes.length; f++) {
    const row: MatrixRow = { hash: hashes[f]!, labels: [], weights: [] }
    for (let label = 0; label < labelCount; label++) {
      const weight = emission[f * labelCount + label]!
      const whole = Math.round(weight / scale)
      if (Math.abs(weight) < least || whole === 0) continue
      row.labels.push(label)
      row.weights.push(whole)
    }
    if (row.labels.length > 0) rows.push(row)
  }
  const transition = Int16Array.from(model.transition, (weight) => Math.round(weight / scale))
  return { emission: rows, transition, scale }
}

/** Feature hashes of every word of a sentence: its own, its neighbours', and pairs. */
function sentenceFeatures(words: readonly TrainingWord[], lexicon: Lexicon, candidates: CandidateTable): number[][] {
  const buffer = new Uint32Array(maxOwnFeatures)
  const seen = words.map((word) => {
    lexicon.look(word.lower)
    const views = Array.from({ length: viewCount }, (_, view) =>
      viewOf(view, word.lower, word.shape, word.initial, lexicon),
    )
    const count = ownFeatures(word.lower, word.shape, word.initial, lexicon, buffer)
    return { views, own: [...buffer.subarray(0, count)], kind: candidates.kind(word.lower, lexicon) }
  })
  const nearest = createNearest(words.length)
  markNearest(
    seen.map(({ kind }) => kind),
    words.length,
    nearest,
  )
  const view = (place: Place, at: number, index: number): number => {
    const to = resolve(place, at, words.length, nearest)
    return to < 0 ? beforeSentence : to >= words.length ? afterSentence : seen[to]!.views[index]!
  }
  return words.map((_, i) => {
    const out = [...seen[i]!.own]
    neighbours.forEach(({ place, view: index }, n) => {
      out.push(neighbourFeature(n, view(place, i, index)))
    })
    pairs.forEach(({ places, views: [a, b] }, n) => {
      out.push(pairFeature(n, view(places[0], i, a), view(places[1], i, b)))
    })
    return out
  })
}

function layOut(
  sentences: readonly TrainingWord[][],
  hashes: readonly number[][][],
  ids: ReadonlyMap<number, number>,
  lexicon: Lexicon,
  table: CandidateTable,
): CrfData {
  const sentenceStart = [0]
  const featureStart = [0]
  const features: number[] = []
  const candidateStart = [0]
  const candidates: number[] = []
  const gold: number[] = []
  sentences.forEach((words, s) => {
    words.forEach((word, i) => {
      for (const hash of hashes[s]![i]!) {
        const id = ids.get(hash)
        if (id !== undefined) features.push(id)
      }
      featureStart.push(features.length)
      lexicon.look(word.lower)
      const own = [...table.candidates(word.lower, word.shape, word.initial, lexicon)]
      if (!own.includes(word.tag)) own.push(word.tag)
      candidates.push(...own)
      candidateStart.push(candidates.length)
      gold.push(own.indexOf(word.tag))
    })
    sentenceStart.push(gold.length)
  })
  return {
    sentenceStart: Int32Array.from(sentenceStart),
    featureStart: Int32Array.from(featureStart),
    features: Int32Array.from(features),
    candidateStart: Int32Array.from(candidateStart),
    candidates: Uint8Array.from(candidates),
    gold: Int32Array.from(gold),
  }
}
