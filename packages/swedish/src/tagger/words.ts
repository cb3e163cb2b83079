import {
  afterSentence,
  beforeSentence,
  maxOwnFeatures,
  neighbourFeature,
  neighbours,
  ownFeatures,
  placeMatters,
  viewCount,
  viewOf,
} from './features.ts'
import { Found } from './lexicon.ts'
import type { TaggerModel } from './model.ts'
import { plainSign, type Shape, shapeOf } from './shape.ts'

/** The forms that entries are made of; `TypeTable` is one. */
export interface Forms {
  form(type: number): string
  /** The form in lower case, as words are compared. */
  lower(type: number): string
}

/** Entries that stand for what is before and after a sentence. */
export const Outside = { before: 0, after: 1 } as const

const firstRoom = 1024
const notSought = -2

/**
 * What the tagger works out once for each word type: candidates, their own scores where there are several,
 * and the rows of what the word tells its neighbours. Entry numbers are dense; a type whose capital depends on its place has
 * two.
 */
export class WordScores {
  /** Candidates of entry e are `tags[start[e]] … tags[start[e + 1] - 1]`, their scores in `scores`. */
  start = new Uint32Array(firstRoom + 1)
  tags = new Uint8Array(8192)
  scores = new Int32Array(8192)
  /** The views neighbours take: `views[e * viewCount + v]`. */
  views = new Int32Array(firstRoom * viewCount)
  /** What `neighbourRow` has found so far: `neighbourRows[e * neighbours.length + i]`. */
  private neighbourRows = new Int32Array(firstRoom * neighbours.length).fill(notSought)
  /** 1 where the lexicon gives a candidate by the word's last part; runs alongside `tags`. */
  private byTail = new Uint8Array(8192)
  /** Where that part begins; 0 where the word was not found by it. */
  private tails = new Uint8Array(firstRoom)
  /** 1 for forms of `bli`. */
  bli = new Uint8Array(firstRoom)
  /** The `Kind` of each word. */
  kinds = new Uint8Array(firstRoom)
  /** Lemmas of candidates, as the tagger works them out; they run alongside `tags`. */
  readonly lemmas: (string | undefined)[] = []
  private count = 2
  /** Entries that the arrays have room for. */
  private room = firstRoom
  private shapes: (Shape | undefined)[] = []
  private readonly model: TaggerModel
  private readonly forms: Forms
  private readonly buffer = new Uint32Array(maxOwnFeatures)
  /** Where the long rows of the word in hand begin. */
  private readonly offsets = new Int32Array(maxOwnFeatures)
  /** Entry + 1 of each type in its normal place at 2t, in an initial place at 2t + 1. */
  private entries = new Int32Array(4096)

  constructor(model: TaggerModel, forms: Forms) {
    this.model = model
    this.forms = forms
    for (const [entry, view] of [
      [Outside.before, beforeSentence],
      [Outside.after, afterSentence],
    ] as const) {
      this.views.fill(view, entry * viewCount, (entry + 1) * viewCount)
    }
  }

  shape(type: number): Shape {
    const known = this.shapes[type]
    if (known !== undefined) return known
    const shape = shapeOf(this.forms.form(type))
    this.shapes[type] = shape
    return shape
  }

  /** The entry of a type; `initial` where a capital says nothing. */
  entry(type: number, initial: boolean): number {
    const at = type * 2 + (initial ? 1 : 0)
    if (at < this.entries.length) {
      const known = this.entries[at]!
      if (known > 0) return known - 1
    }
    return this.add(type, initial)
  }

  /** The place in `tags` of a candidate of an entry; −1 where the tag is none. */
  candidate(entry: number, tag: number): number {
    for (let c = this.start[entry]!, end = this.start[entry + 1]!; c < end; c++) if (this.tags[c] === tag) return c
    return -1
  }

  /** Where the last part begins that the lexicon knows the word by under a tag; 0 where it does not. */
  tailStart(entry: number, tag: number): number {
    for (let c = this.start[entry]!, end = this.start[entry + 1]!; c < end; c++)
      if (this.tags[c] === tag) return this.byTail[c] === 1 ? this.tails[entry]! : 0
    return 0
  }

  private add(type: number, initial: boolean): number {
    while (type * 2 + 1 >= this.entries.length) {
      const larger = new Int32Array(this.entries.length * 2)
      larger.set(this.entries)
      this.entries = larger
    }
    const shape = this.shape(type)
    if (initial && !placeMatters(shape)) {
      const entry = this.entry(type, false)
      this.entries[type * 2 + 1] = entry + 1
      return entry
    }
    const entry = this.count++
    this.entries[type * 2 + (initial ? 1 : 0)] = entry + 1
    this.reserve(entry)
    this.fill(entry, plainSign(this.forms.lower(type), shape), shape, initial)
    return entry
  }

  private fill(entry: number, lower: string, shape: Shape, initial: boolean): void {
    const { candidates, labels, parts, lexicon, rows } = this.model
    lexicon.look(lower)
    const tags = candidates.candidates(lower, shape, initial, lexicon)
    // A word that can be one thing only needs no score.
    const isScored = tags.length > 1
    const count = isScored ? this.addOwnRows(lower, shape, initial) : 0
    const { scores, sums } = rows
    let at = this.start[entry]!
    for (let i = 0; i < tags.length; i++) {
      const tag = tags[i]!
      let score = 0
      if (isScored) {
        for (let n = 0; n < count; n++) score += scores[this.offsets[n]! + tag]!
        for (let p = tag * parts, end = p + parts; p < end; p++) score += sums[labels[p]!]!
      }
      this.tags[at] = tag
      this.byTail[at] = lexicon.found === Found.tail && lexicon.has(tag) ? 1 : 0
      this.scores[at++] = score
    }
    if (isScored) rows.clear()
    this.start[entry + 1] = at
    this.tails[entry] = lexicon.tailStart
    this.kinds[entry] = candidates.kind(lower, lexicon)
    this.bli[entry] = formsOfBli.has(lower) ? 1 : 0
    for (let view = 0; view < viewCount; view++)
      this.views[entry * viewCount + view] = viewOf(view, lower, shape, initial, lexicon)
  }

  /** Adds what a word's own features say, and returns how many long rows there are; the lexicon has just been asked. */
  private addOwnRows(lower: string, shape: Shape, initial: boolean): number {
    const { rows, lexicon } = this.model
    const features = ownFeatures(lower, shape, initial, lexicon, this.buffer)
    let count = 0
    for (let i = 0; i < features; i++) {
      const place = rows.find(this.buffer[i]! | 0)
      if (place < 0) continue
      const offset = rows.add(place)
      if (offset >= 0) this.offsets[count++] = offset
    }
    return count
  }

  /** Where the row of a word as neighbour i stands in the model's rows, or −1. */
  neighbourRow(entry: number, i: number): number {
    const at = entry * neighbours.length + i
    const known = this.neighbourRows[at]!
    return known === notSought ? this.findNeighbourRow(entry, i, at) : known
  }

  private findNeighbourRow(entry: number, i: number, at: number): number {
    const view = this.views[entry * viewCount + neighbours[i]!.view]!
    const row = this.model.rows.find(neighbourFeature(i, view) | 0)
    this.neighbourRows[at] = row
    return row
  }

  private reserve(entry: number): void {
    if (entry + 1 >= this.room) {
      this.room *= 2
      const start = new Uint32Array(this.room + 1)
      start.set(this.start)
      this.start = start
      this.views = grow(this.views)
      this.kinds = growBytes(this.kinds)
      this.tails = growBytes(this.tails)
      this.bli = growBytes(this.bli)
      const rows = new Int32Array(this.neighbourRows.length * 2).fill(notSought)
      rows.set(this.neighbourRows)
      this.neighbourRows = rows
    }
    if (this.start[entry]! + 256 > this.tags.length) {
      this.tags = growBytes(this.tags)
      this.byTail = growBytes(this.byTail)
      const scores = new Int32Array(this.scores.length * 2)
      scores.set(this.scores)
      this.scores = scores
    }
  }
}

const formsOfBli = new Set('bli blir blev blivit bliva bleve blivande'.split(' '))

function growBytes(array: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(array.length * 2)
  larger.set(array)
  return larger
}

function grow(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
