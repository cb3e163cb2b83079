import { type Configuration, Move } from '../../src/parser/configuration.ts'

/** The right tree of a sentence without punctuation, by position; the artificial root is `head.length`. */
export interface GoldTree {
  readonly head: Int32Array
  /** Number of each relation among the labels. */
  readonly label: Int32Array
  /** Dependents of each word, ascending. */
  readonly dependents: readonly (readonly number[])[]
}

/** A move that cannot be made. */
export const IMPOSSIBLE = 1 << 20

/**
 * How many arcs of the right tree each move would put out of reach (Goldberg & Nivre 2013): the dynamic oracle of the
 * arc-hybrid system. Writes to `costs` by move.
 */
export function moveCosts(c: Configuration, { head, dependents }: GoldTree, costs: Int32Array): void {
  const { front, depth, stack } = c
  costs[Move.shift] = c.canShift ? shiftCost(c, head) : IMPOSSIBLE
  costs[Move.left] = IMPOSSIBLE
  costs[Move.right] = IMPOSSIBLE
  if (depth === 0) return
  const top = stack[depth - 1]!
  const under = depth > 1 ? stack[depth - 2]! : -1
  const ahead = dependents[top]!.filter((dependent) => dependent >= front).length
  const headOfTop = head[top]!
  if (c.canLeft) costs[Move.left] = ahead + (headOfTop === under || headOfTop > front ? 1 : 0)
  if (c.canRight) costs[Move.right] = ahead + (headOfTop >= front ? 1 : 0)
}

function shiftCost({ front, depth, stack }: Configuration, head: Int32Array): number {
  let cost = 0
  const headOfFront = head[front]!
  for (let i = 0; i < depth; i++) {
    if (head[stack[i]!] === front) cost++
    if (i < depth - 1 && stack[i] === headOfFront) cost++
  }
  return cost
}
