import type { Configuration } from './configuration.ts'
import type { ParserInput } from './input.ts'
import { CLASS_SUM } from './word-classes.ts'

/** Where there is no such word. */
const NONE = 0x5bd1e995

/** Reads the atoms of `MOVE_ATOMS` from a configuration. */
export function readMoveAtoms(c: Configuration, input: ParserInput, out: Int32Array): void {
  const { count, depth, stack, front } = c
  const { form, ending, tag, class: classes, clause, marks } = input
  const s0 = depth > 0 ? stack[depth - 1]! : -1
  const s1 = depth > 1 ? stack[depth - 2]! : -1
  const s2 = depth > 2 ? stack[depth - 3]! : -1
  const b1 = front + 1
  const b2 = front + 2
  if (s0 >= 0) {
    out[0] = form[s0]!
    out[1] = tag[s0]!
    out[2] = classes[s0]!
    out[3] = clause[s0]!
    out[4] = marks[s0]!
  } else out.fill(NONE, 0, 5)
  if (s1 >= 0) {
    out[5] = form[s1]!
    out[6] = tag[s1]!
    out[7] = classes[s1]!
    out[8] = clause[s1]!
  } else out.fill(NONE, 5, 9)
  if (s2 >= 0) {
    out[9] = tag[s2]!
    out[10] = classes[s2]!
    out[11] = clause[s2]!
  } else out.fill(NONE, 9, 12)
  out[12] = form[front]!
  out[13] = tag[front]!
  out[14] = classes[front]!
  out[15] = clause[front]!
  out[16] = marks[front]!
  if (b1 < count) {
    out[17] = form[b1]!
    out[18] = tag[b1]!
    out[19] = classes[b1]!
  } else out.fill(NONE, 17, 20)
  out[20] = b1 <= count ? marks[b1]! : NONE
  if (b2 < count) {
    out[21] = tag[b2]!
    out[22] = classes[b2]!
  } else out.fill(NONE, 21, 23)
  out[23] = b2 <= count ? marks[b2]! : NONE
  out[24] = front + 3 < count ? classes[front + 3]! : NONE
  if (s0 >= 0) {
    const left = c.leftmost[s0]!
    out[25] = left >= 0 ? form[left]! : NONE
    out[26] = labelOf(c, left)
    out[27] = labelOf(c, c.rightmost[s0]!)
    out[28] = labelOf(c, c.leftmost2[s0]!)
    out[29] = labelOf(c, c.rightmost2[s0]!)
    out[33] = c.leftLabels[s0]!
    out[34] = c.rightLabels[s0]!
    out[38] = distance(front - s0)
    out[40] = c.span
    out[42] = countsBetween(input, s0, front)
  } else {
    out.fill(NONE, 25, 30)
    out[33] = NONE
    out[34] = NONE
    out[38] = NONE
    out[40] = NONE
    out[42] = NONE
  }
  if (s1 >= 0) {
    out[30] = labelOf(c, c.leftmost[s1]!)
    out[31] = labelOf(c, c.rightmost[s1]!)
    out[32] = labelOf(c, c.rightmost2[s1]!)
    out[35] = c.leftLabels[s1]!
    out[36] = c.rightLabels[s1]!
    out[39] = distance(s0 - s1)
    out[41] = c.spans[depth - 1]!
    out[43] = countsBetween(input, s1, s0)
  } else {
    out.fill(NONE, 30, 33)
    out[35] = NONE
    out[36] = NONE
    out[39] = NONE
    out[41] = NONE
    out[43] = NONE
  }
  out[37] = c.leftLabels[front]!
  out[44] = input.finiteAhead[front]!
  out[45] = input.mainAhead[front]!
  out[46] = s0 >= 0 ? ending[s0]! : NONE
  out[47] = s1 >= 0 ? ending[s1]! : NONE
  out[48] = ending[front]!
  const first = c.leftmost[front]!
  out[49] = first >= 0 ? form[first]! : NONE
  out[50] = labelOf(c, first)
}

/** Reads the atoms of `LABEL_ATOMS` for an arc that is about to be made. */
export function readLabelAtoms(
  c: Configuration,
  input: ParserInput,
  head: number,
  dependent: number,
  out: Int32Array,
): void {
  const { form, ending, tag, class: classes, marks, count } = input
  const right = head < dependent
  out[0] = form[head]!
  out[1] = tag[head]!
  out[2] = classes[head]!
  out[3] = form[dependent]!
  out[4] = tag[dependent]!
  out[5] = classes[dependent]!
  const first = c.leftmost[dependent]!
  out[6] = first >= 0 ? form[first]! : NONE
  out[7] = first >= 0 ? classes[first]! : NONE
  out[8] = labelOf(c, first)
  out[9] = labelOf(c, c.leftmost2[dependent]!)
  const last = c.rightmost[dependent]!
  out[10] = last >= 0 ? form[last]! : NONE
  out[11] = last >= 0 ? classes[last]! : NONE
  out[12] = labelOf(c, last)
  out[13] = labelOf(c, c.rightmost2[dependent]!)
  out[14] = right ? 1 : 0
  out[15] = distance(right ? dependent - head : head - dependent)
  out[16] = c.leftLabels[head]!
  out[17] = c.rightLabels[head]!
  out[18] = c.leftCount[head]!
  out[19] = c.rightCount[head]!
  out[20] = c.leftLabels[dependent]!
  out[21] = c.rightLabels[dependent]!
  out[22] = labelOf(c, c.leftmost[head]!)
  out[23] = labelOf(c, c.rightmost[head]!)
  const next = dependent + 1
  out[24] = dependent > 0 ? classes[dependent - 1]! : NONE
  out[25] = next < count ? classes[next]! : NONE
  out[26] = next < count ? tag[next]! : NONE
  out[27] = head + 1 < count ? classes[head + 1]! : NONE
  out[28] = head > 0 ? classes[head - 1]! : NONE
  const below = c.depth - (right ? 3 : 2)
  const under = below >= 0 ? c.stack[below]! : -1
  out[29] = under >= 0 ? classes[under]! : NONE
  out[30] = under >= 0 ? form[under]! : NONE
  out[31] = right ? countsBetween(input, head, dependent) : countsBetween(input, dependent, head)
  out[32] = marks[c.front]!
  out[33] = marks[dependent]!
  out[34] = ending[head]!
  out[35] = ending[dependent]!
}

const labelOf = (c: Configuration, child: number): number => (child >= 0 ? c.label[child]! : NONE)

function distance(words: number): number {
  return words < 5 ? words : words < 8 ? 5 : words < 13 ? 6 : 7
}

/** How many finite verbs and punctuation marks (at most 2 each), and whether conjunctions and openers, lie between. */
function countsBetween(input: ParserInput, left: number, right: number): number {
  const sum = input.sums[right]! - input.sums[left]! - CLASS_SUM[input.class[left]!]!
  const finite = sum & 255
  const marks = (sum >>> 8) & 255
  return (
    Math.min(finite, 2) |
    (Math.min(marks, 2) << 2) |
    ((sum & 0xff0000) !== 0 ? 16 : 0) |
    ((sum & 0xff000000) !== 0 ? 32 : 0)
  )
}
