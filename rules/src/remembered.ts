import type { BlockSummary } from '@klarsprak/engine'

/** What has been told of blocks: for each, an answer a place. Statistics are made once for blocks that are alike. */
const notes = new WeakMap<BlockSummary['stats'], unknown[]>()
let places = 0

/**
 * Remembers what is told of a block, for as long as the engine keeps blocks with that text: document rules look at all
 * blocks again at every edit, and few have changed.
 *
 * @param tell hangs on the block's kind, text, marks and statistics and on `key`, and on nothing else
 */
export function remembered<T>(tell: (block: BlockSummary) => T): (block: BlockSummary) => T
export function remembered<K, T>(tell: (block: BlockSummary, key: K) => T): (block: BlockSummary, key: K) => T
export function remembered<T>(tell: (block: BlockSummary, key: unknown) => T) {
  const place = places++
  if (tell.length < 2)
    return (block: BlockSummary): T => {
      const told = notesOf(block)
      if (!(place in told)) told[place] = tell(block, undefined)
      return told[place] as T
    }
  return (block: BlockSummary, key: unknown): T => {
    const told = notesOf(block)
    told[place] ??= new Map<unknown, T>()
    const byKey = told[place] as Map<unknown, T>
    if (!byKey.has(key)) byKey.set(key, tell(block, key))
    return byKey.get(key)!
  }
}

function notesOf({ stats }: BlockSummary): unknown[] {
  let told = notes.get(stats)
  if (!told) {
    told = []
    notes.set(stats, told)
  }
  return told
}
