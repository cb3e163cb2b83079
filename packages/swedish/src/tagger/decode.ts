import {
  afterSentence,
  beforeSentence,
  markVerbs,
  type NearestVerbs,
  neighbourFeature,
  neighbours,
  pairFeature,
  pairs,
  resolve,
  viewCount,
} from './features.ts'
import type { TaggerModel } from './model.ts'
import type { WordScores } from './words.ts'

/**
 * Finds the best tags of a sentence by a Viterbi search over each word's candidates. Keeps its arrays
 * between sentences; one call knows nothing of another.
 */
export class Decoder {
  private readonly model: TaggerModel
  private readonly labelScores: Int32Array
  private readonly beforeRows: Int32Array
  private readonly afterRows: Int32Array
  /** Candidates of word i of the sentence begin at `first[i]` in the arrays below. */
  private verbs = nearest(1024)
  private first = new Int32Array(65)
  private tags = new Uint8Array(2048)
  private emission = new Int32Array(2048)
  private best = new Int32Array(2048)
  private back = new Int32Array(2048)

  constructor(model: TaggerModel) {
    this.model = model
    this.labelScores = new Int32Array(model.labelCount)
    this.beforeRows = Int32Array.from(neighbours, (_, i) => model.emission.find(neighbourFeature(i, beforeSentence)))
    this.afterRows = Int32Array.from(neighbours, (_, i) => model.emission.find(neighbourFeature(i, afterSentence)))
  }

  /** Writes the tags of words `from`–`to` of a text to `out`, given the entry of each. */
  decode(words: WordScores, entries: Int32Array, from: number, to: number, out: Uint8Array): void {
    this.score(words, entries, from, to)
    const { first, tags, best, back } = this
    this.forward(to - from)
    const length = to - from
    const side = this.model.upos.length + 1
    let choice = first[length - 1]!
    let top = -Infinity
    for (let c = first[length - 1]!; c < first[length]!; c++) {
      const score = best[c]! + this.model.transition[tags[c]! * side + side - 1]!
      if (score > top) {
        top = score
        choice = c
      }
    }
    for (let i = length - 1; i >= 0; i--) {
      out[from + i] = tags[choice]!
      choice = back[choice]!
    }
  }

  private forward(length: number): void {
    const { first, tags, emission, best, back } = this
    const { transition } = this.model
    const side = this.model.upos.length + 1
    for (let c = 0; c < first[1]!; c++) best[c] = emission[c]! + transition[(side - 1) * side + tags[c]!]!
    for (let i = 1; i < length; i++) {
      const start = first[i - 1]!
      const middle = first[i]!
      const end = first[i + 1]!
      for (let c = middle; c < end; c++) {
        const tag = tags[c]!
        let top = best[start]! + transition[tags[start]! * side + tag]!
        let from = start
        for (let q = start + 1; q < middle; q++) {
          const score = best[q]! + transition[tags[q]! * side + tag]!
          if (score > top) {
            top = score
            from = q
          }
        }
        best[c] = top + emission[c]!
        back[c] = from
      }
    }
  }

  /** Lays out the candidates of a sentence and their scores, neighbours counted in. */
  private score(words: WordScores, entries: Int32Array, from: number, to: number): void {
    if (this.first.length < to - from + 1) this.first = new Int32Array((to - from) * 2)
    const { emission: matrix, labels, parts } = this.model
    const scratch = this.labelScores
    if (this.verbs.before.length < to) this.verbs = nearest(to * 2)
    markVerbs((i) => words.verb[entries[i]!] === 1, from, to, this.verbs)
    let at = 0
    for (let i = from; i < to; i++) {
      this.first[i - from] = at
      const entry = entries[i]!
      const start = words.start[entry]!
      const end = words.start[entry + 1]!
      if (at + end - start > this.tags.length) this.grow()
      if (end - start === 1) {
        this.tags[at] = words.tags[start]!
        this.emission[at++] = 0
        continue
      }
      for (let n = 0; n < neighbours.length + pairs.length; n++) {
        const row =
          n < neighbours.length
            ? this.neighbourRow(words, entries, resolve(neighbours[n]!.place, i, from, to, this.verbs), n, from, to)
            : this.pairRow(words, entries, i, n - neighbours.length, from, to)
        if (row < 0) continue
        for (let j = matrix.rowStart[row]!, rowEnd = matrix.rowStart[row + 1]!; j < rowEnd; j++) {
          const label = matrix.labels[j]!
          scratch[label]! += matrix.weights[j]!
        }
      }
      for (let c = start; c < end; c++) {
        const tag = words.tags[c]!
        let score = words.scores[c]!
        for (let p = tag * parts, last = p + parts; p < last; p++) score += scratch[labels[p]!]!
        this.tags[at] = tag
        this.emission[at++] = score
      }
      scratch.fill(0)
    }
    this.first[to - from] = at
  }

  private neighbourRow(
    words: WordScores,
    entries: Int32Array,
    at: number,
    index: number,
    from: number,
    to: number,
  ): number {
    if (at < from) return this.beforeRows[index]!
    if (at >= to) return this.afterRows[index]!
    return words.rows[entries[at]! * neighbours.length + index]!
  }

  private pairRow(words: WordScores, entries: Int32Array, at: number, index: number, from: number, to: number): number {
    const { places, views } = pairs[index]!
    const a = view(words, entries, resolve(places[0], at, from, to, this.verbs), views[0], from, to)
    const b = view(words, entries, resolve(places[1], at, from, to, this.verbs), views[1], from, to)
    return this.model.emission.find(pairFeature(index, a, b))
  }

  private grow(): void {
    const double = <T extends Uint8Array | Int32Array>(array: T, larger: T): T => {
      larger.set(array)
      return larger
    }
    const size = this.tags.length * 2
    this.tags = double(this.tags, new Uint8Array(size))
    this.emission = double(this.emission, new Int32Array(size))
    this.best = double(this.best, new Int32Array(size))
    this.back = double(this.back, new Int32Array(size))
  }
}

function nearest(words: number): NearestVerbs {
  return { before: new Int32Array(words), after: new Int32Array(words) }
}

function view(words: WordScores, entries: Int32Array, at: number, index: number, from: number, to: number): number {
  if (at < from) return beforeSentence
  if (at >= to) return afterSentence
  return words.views[entries[at]! * viewCount + index]!
}
