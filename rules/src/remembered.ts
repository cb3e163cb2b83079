import type { BlockSummary } from '@klarsprak/engine'

/**
 * Remembers what is told of a block, for as long as the engine keeps blocks with that text: document rules look at all
 * blocks again at every edit, and few have changed.
 *
 * @param tell hangs on the block's kind, text, marks and statistics and on `key`, and on nothing else
 */
export function remembered<T>(tell: (block: BlockSummary) => T): (block: BlockSummary) => T
export function remembered<K, T>(tell: (block: BlockSummary, key: K) => T): (block: BlockSummary, key: K) => T
export function remembered<T>(tell: (block: BlockSummary, key: unknown) => T) {
  // Statistics are made once for blocks that are alike in all of that.
  const known = new WeakMap<BlockSummary['stats'], Map<unknown, T>>()
  return (block: BlockSummary, key?: unknown): T => {
    let told = known.get(block.stats)
    if (!told) {
      told = new Map()
      known.set(block.stats, told)
    }
    if (!told.has(key)) told.set(key, tell(block, key))
    return told.get(key)!
  }
}
