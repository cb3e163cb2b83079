import { KindCode, type TypeTable } from '../type-table.ts'

/** Room for texts of a usual size, used again for each: typed arrays are dear to make. */
const room = { start: new Int32Array(4096), end: new Int32Array(4096), type: new Int32Array(4096) }

/**
 * A sentence of more tokens is cut: what nobody ended with a full stop is no sentence, and whatever is asked of one
 * must take time that its length bounds.
 */
const LONGEST_SENTENCE = 500

/**
 * The tokens and sentences read so far. One text is read at a time: a buffer holds its tokens until the next is made.
 */
export class TokenBuffer {
  readonly text: string
  readonly types: TypeTable
  count = 0
  sentenceCount = 0
  start: Int32Array
  end: Int32Array
  /** Word type of each token, a number in `types`. */
  type: Int32Array
  sentenceStart = new Int32Array(64)
  /** The next token begins a sentence. */
  boundary = true
  private hasWord = false
  /** The token that the sentence may not reach. */
  private longest = 0

  constructor(text: string, types: TypeTable) {
    this.text = text
    this.types = types
    const capacity = (text.length >> 2) + 16
    const large = capacity > room.start.length
    this.start = large ? new Int32Array(capacity) : room.start
    this.end = large ? new Int32Array(capacity) : room.end
    this.type = large ? new Int32Array(capacity) : room.type
  }

  /** Adds the token `start`–`end` and returns its end. `kind` is a value of {@link KindCode}. */
  add(start: number, end: number, kind: number): number {
    const { count } = this
    if (count === this.start.length) {
      this.start = doubled(this.start)
      this.end = doubled(this.end)
      this.type = doubled(this.type)
    }
    if (this.boundary || count >= this.longest) {
      // One place is kept free for the end mark.
      if (this.sentenceCount + 2 > this.sentenceStart.length) this.sentenceStart = doubled(this.sentenceStart)
      this.sentenceStart[this.sentenceCount++] = count
      this.boundary = false
      this.longest = count + LONGEST_SENTENCE
      this.hasWord = false
    }
    if (kind !== KindCode.punctuation && kind !== KindCode.symbol) this.hasWord = true
    this.start[count] = start
    this.end[count] = end
    this.type[count] = this.types.intern(this.text, start, end, kind)
    this.count = count + 1
    return end
  }

  /** Kind of the token that stands `back` tokens before the end: 0 is the last one. */
  kindBefore(back: number): number {
    return this.types.kind[this.type[this.count - 1 - back]!]!
  }

  /** Number of tokens in the sentence that is being read. */
  get sentenceLength(): number {
    return this.boundary ? 0 : this.count - this.sentenceStart[this.sentenceCount - 1]!
  }

  /** True where the sentence that is being read has no word yet, only marks. */
  get atSentenceStart(): boolean {
    return this.boundary || !this.hasWord
  }
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
