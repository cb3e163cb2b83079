import type { ParserInput } from './input.ts'
import { GROUP_BIT, MARK_BIT } from './word-classes.ts'

/** The moves of the arc-hybrid system, as numbered in the model. */
export const Move = { shift: 0, left: 1, right: 2 } as const
export type Move = 0 | 1 | 2

const MOST_COUNTED = 15

/**
 * A state of the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez & Satta 2011): a stack, a buffer of what is
 * left, and the arcs so far. The artificial root stands after the last word, at position `count` (Ballesteros & Nivre
 * 2013). One object serves many sentences.
 */
export class Configuration {
  count = 0
  /** Positions; the top is `stack[depth - 1]`. */
  stack = new Int32Array(0)
  depth = 0
  /** First position of the buffer. */
  front = 0
  /** Groups of what stands between the top and the buffer, as bits. */
  span = 0
  /** The same between each word of the stack and the one under it, by depth. */
  spans = new Int32Array(0)
  head = new Int32Array(0)
  label = new Uint8Array(0)
  /** Outermost and second outermost children by side; −1 for none. */
  leftmost = new Int32Array(0)
  leftmost2 = new Int32Array(0)
  rightmost = new Int32Array(0)
  rightmost2 = new Int32Array(0)
  /** Number of children by side, at most 15. */
  leftCount = new Uint8Array(0)
  rightCount = new Uint8Array(0)
  /** Labels of the children by side, a bit each (32 apart share one). */
  leftLabels = new Int32Array(0)
  rightLabels = new Int32Array(0)
  private input: ParserInput | undefined

  /** Begins a sentence. */
  begin(input: ParserInput): void {
    const size = input.count + 1
    this.input = input
    this.count = input.count
    this.depth = 0
    this.front = 0
    this.span = 0
    if (this.head.length < size) this.grow(Math.max(64, size * 2))
    this.head.fill(-1, 0, size)
    this.label.fill(0, 0, size)
    this.leftmost.fill(-1, 0, size)
    this.leftmost2.fill(-1, 0, size)
    this.rightmost.fill(-1, 0, size)
    this.rightmost2.fill(-1, 0, size)
    this.leftCount.fill(0, 0, size)
    this.rightCount.fill(0, 0, size)
    this.leftLabels.fill(0, 0, size)
    this.rightLabels.fill(0, 0, size)
  }

  private grow(size: number): void {
    this.stack = new Int32Array(size)
    this.spans = new Int32Array(size)
    this.head = new Int32Array(size)
    this.label = new Uint8Array(size)
    this.leftmost = new Int32Array(size)
    this.leftmost2 = new Int32Array(size)
    this.rightmost = new Int32Array(size)
    this.rightmost2 = new Int32Array(size)
    this.leftCount = new Uint8Array(size)
    this.rightCount = new Uint8Array(size)
    this.leftLabels = new Int32Array(size)
    this.rightLabels = new Int32Array(size)
  }

  /** True when every word has a head. */
  get finished(): boolean {
    return this.front === this.count && this.depth === 0
  }

  get canShift(): boolean {
    return this.front < this.count
  }

  /** Only the last word on the stack may go to the artificial root, so that a sentence has one root. */
  get canLeft(): boolean {
    return this.depth > 0 && (this.front < this.count || this.depth === 1)
  }

  get canRight(): boolean {
    return this.depth > 1
  }

  /** The dependent and the head that a move to the left or right would join. */
  dependentOf(): number {
    return this.stack[this.depth - 1]!
  }

  headOf(move: Move): number {
    return move === Move.left ? this.front : this.stack[this.depth - 2]!
  }

  /** Moves the buffer's first word to the stack. */
  shift(): void {
    const word = this.front++
    this.spans[this.depth] = this.span
    this.stack[this.depth++] = word
    this.span = this.input!.marks[this.front] === 0 ? 0 : MARK_BIT
  }

  /** Takes the top off the stack, as a dependent of the buffer's first word. */
  left(label: number): void {
    const dependent = this.pop()
    const head = this.front
    this.head[dependent] = head
    this.label[dependent] = label
    this.leftmost2[head] = this.leftmost[head]!
    this.leftmost[head] = dependent
    if (this.leftCount[head]! < MOST_COUNTED) this.leftCount[head]!++
    this.leftLabels[head]! |= 1 << (label & 31)
  }

  /** Takes the top off the stack, as a dependent of the word under it. */
  right(label: number): void {
    const dependent = this.pop()
    const head = this.stack[this.depth - 1]!
    this.head[dependent] = head
    this.label[dependent] = label
    this.rightmost2[head] = this.rightmost[head]!
    this.rightmost[head] = dependent
    if (this.rightCount[head]! < MOST_COUNTED) this.rightCount[head]!++
    this.rightLabels[head]! |= 1 << (label & 31)
  }

  private pop(): number {
    const word = this.stack[--this.depth]!
    this.span |= this.spans[this.depth]! | GROUP_BIT[this.input!.class[word]!]!
    return word
  }
}
