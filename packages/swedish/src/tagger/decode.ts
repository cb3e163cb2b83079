import {
  createNearest,
  markNearest,
  neighbours,
  pairFeature,
  pairs,
  placeIndex,
  places,
  viewCount,
} from './features.ts'
import type { TaggerModel } from './model.ts'
import { Outside, type WordScores } from './words.ts'

const neighbourPlaces = Uint8Array.from(neighbours, ({ place }) => placeIndex(place))
/** Where the views of each pair stand among those of the places, `viewCount` for each. */
const firstViews = Uint8Array.from(pairs, ({ places: [place], views: [view] }) => placeIndex(place) * viewCount + view)
const secondViews = Uint8Array.from(
  pairs,
  ({ places: [, place], views: [, view] }) => placeIndex(place) * viewCount + view,
)

/**
 * Finds the best tags of a sentence by a Viterbi search over each word's candidates. Keeps its arrays
 * between sentences; one call knows nothing of another.
 */
export class Decoder {
  private readonly model: TaggerModel
  /** 1 for tags of the participle in a bli-passive. */
  private readonly needsBli: Uint8Array
  private nearest = createNearest(64)
  private kinds = new Uint8Array(64)
  /** Entries of the words around the one that is scored, by number of place. */
  private readonly around = new Int32Array(places.length)
  /** Their views. */
  private readonly viewsAround = new Int32Array(places.length * viewCount)
  private readonly offsets = new Int32Array(neighbours.length + pairs.length)
  /** Candidates of word i of the sentence begin at `first[i]` in the arrays below. */
  private first = new Int32Array(65)
  private tags = new Uint8Array(2048)
  private emission = new Int32Array(2048)
  private best = new Int32Array(2048)
  private back = new Int32Array(2048)

  constructor(model: TaggerModel) {
    this.model = model
    this.needsBli = Uint8Array.from(model.feats, (feats) => (/VerbForm=Part.*Voice=Pass/.test(feats) ? 1 : 0))
  }

  /** Writes the tags of words `from`–`to` of a text to `out`, given the entry of each. */
  decode(words: WordScores, entries: Int32Array, from: number, to: number, out: Uint8Array): void {
    this.score(words, entries, from, to)
    this.forward(to - from)
    const { first, tags, best, back } = this
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

  /**
   * Writes to `out`, for words `from`–`to` of a text, how probable the word class of each word's tag is:
   * the sum over its candidates of that class, by the forward–backward algorithm.
   */
  confidences(
    words: WordScores,
    entries: Int32Array,
    from: number,
    to: number,
    chosen: Uint8Array,
    out: Float32Array,
  ): void {
    this.score(words, entries, from, to)
    const { first, tags, emission } = this
    const { transition, upos, scale } = this.model
    const length = to - from
    const side = upos.length + 1
    const forward = new Float64Array(first[length]!)
    const backward = new Float64Array(first[length]!)
    for (let i = 0; i < length; i++)
      for (let c = first[i]!; c < first[i + 1]!; c++) {
        const tag = tags[c]!
        const own = emission[c]! * scale
        if (i === 0) forward[c] = own + transition[(side - 1) * side + tag]! * scale
        else
          forward[c] =
            own +
            logSum(
              first[i - 1]!,
              first[i]!,
              (before) => forward[before]! + transition[tags[before]! * side + tag]! * scale,
            )
      }
    for (let i = length - 1; i >= 0; i--)
      for (let c = first[i]!; c < first[i + 1]!; c++) {
        const row = tags[c]! * side
        backward[c] =
          i === length - 1
            ? transition[row + side - 1]! * scale
            : logSum(
                first[i + 1]!,
                first[i + 2]!,
                (after) => (transition[row + tags[after]!]! + emission[after]!) * scale + backward[after]!,
              )
      }
    const all = logSum(first[0]!, first[1]!, (c) => forward[c]! + backward[c]!)
    for (let i = 0; i < length; i++) {
      const choice = upos[chosen[from + i]!]
      let sum = 0
      for (let c = first[i]!; c < first[i + 1]!; c++)
        if (upos[tags[c]!] === choice) sum += Math.exp(forward[c]! + backward[c]! - all)
      out[from + i] = Math.min(1, sum)
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
    const length = to - from
    if (this.first.length <= length) this.first = new Int32Array(length * 2)
    this.markNearest(words, entries, from, to)
    const { around, viewsAround, offsets } = this
    const { views } = words
    const { labels, parts, rows } = this.model
    let bli = false
    for (let i = from; i < to; i++) if (words.bli[entries[i]!] === 1) bli = true
    let at = 0
    for (let i = 0; i < length; i++) {
      this.first[i] = at
      const entry = entries[from + i]!
      const start = words.start[entry]!
      const end = words.start[entry + 1]!
      if (at + end - start > this.tags.length) this.grow()
      if (end - start === 1) {
        this.tags[at] = words.tags[start]!
        this.emission[at++] = 0
        continue
      }
      around[0] = i > 1 ? entries[from + i - 2]! : Outside.before
      around[1] = i > 0 ? entries[from + i - 1]! : Outside.before
      around[2] = entry
      around[3] = i + 1 < length ? entries[from + i + 1]! : Outside.after
      around[4] = i + 2 < length ? entries[from + i + 2]! : Outside.after
      const { verbBefore, verbAfter, determinerBefore, nounAfter, governor } = this.nearest
      around[5] = verbBefore[i]! < 0 ? Outside.before : entries[from + verbBefore[i]!]!
      around[6] = verbAfter[i] === length ? Outside.after : entries[from + verbAfter[i]!]!
      around[7] = determinerBefore[i]! < 0 ? Outside.before : entries[from + determinerBefore[i]!]!
      around[8] = nounAfter[i] === length ? Outside.after : entries[from + nounAfter[i]!]!
      around[9] = governor[i]! < 0 ? Outside.before : entries[from + governor[i]!]!
      let count = 0
      for (let n = 0; n < neighbourPlaces.length; n++) {
        const place = words.neighbourRow(around[neighbourPlaces[n]!]!, n)
        if (place < 0) continue
        const offset = rows.add(place)
        if (offset >= 0) offsets[count++] = offset
      }
      for (let p = 0, v = 0; p < around.length; p++) {
        const at = around[p]! * viewCount
        for (let view = 0; view < viewCount; view++) viewsAround[v++] = views[at + view]!
      }
      for (let n = 0; n < firstViews.length; n++) {
        const place = rows.find(pairFeature(n, viewsAround[firstViews[n]!]!, viewsAround[secondViews[n]!]!) | 0)
        if (place < 0) continue
        const offset = rows.add(place)
        if (offset >= 0) offsets[count++] = offset
      }
      const { scores, sums } = rows
      for (let c = start; c < end; c++) {
        const tag = words.tags[c]!
        let score = words.scores[c]!
        for (let n = 0; n < count; n++) score += scores[offsets[n]! + tag]!
        for (let p = tag * parts, last = p + parts; p < last; p++) score += sums[labels[p]!]!
        this.tags[at] = tag
        this.emission[at++] = !bli && this.needsBli[tag] === 1 ? score - barred : score
      }
      rows.clear()
    }
    this.first[length] = at
  }

  private markNearest(words: WordScores, entries: Int32Array, from: number, to: number): void {
    const length = to - from
    if (this.kinds.length < length) {
      this.kinds = new Uint8Array(length * 2)
      this.nearest = createNearest(length * 2)
    }
    for (let i = 0; i < length; i++) this.kinds[i] = words.kinds[entries[from + i]!]!
    markNearest(this.kinds, length, this.nearest)
  }

  private grow(): void {
    const larger = <T extends Uint8Array | Int32Array>(array: T, copy: T): T => {
      copy.set(array)
      return copy
    }
    const size = this.tags.length * 2
    this.tags = larger(this.tags, new Uint8Array(size))
    this.emission = larger(this.emission, new Int32Array(size))
    this.best = larger(this.best, new Int32Array(size))
    this.back = larger(this.back, new Int32Array(size))
  }
}

/** Logarithm of the sum of the exponentials of some terms. */
function logSum(from: number, to: number, term: (index: number) => number): number {
  let top = -Infinity
  for (let i = from; i < to; i++) top = Math.max(top, term(i))
  let sum = 0
  for (let i = from; i < to; i++) sum += Math.exp(term(i) - top)
  return top + Math.log(sum)
}

/** Taken off the score of a tag that cannot stand in the sentence. */
const barred = 1 << 20
