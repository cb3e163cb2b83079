import type { BlockSummary } from '@klarsprak/engine'

/** An item: its text, and what else stands in it. */
interface ListItem<F = unknown> {
  /** The block that the item begins with. */
  readonly first: BlockSummary<F>
  /** The blocks of the item itself, those of lists within it left out. */
  readonly blocks: readonly BlockSummary<F>[]
}

export interface List<F = unknown> {
  readonly ordered: boolean
  /** 0 for the outermost. */
  readonly depth: number
  readonly items: readonly ListItem<F>[]
  /** The block right before the list; for a list within an item the item's own text. */
  readonly before: BlockSummary<F> | undefined
}

/** The lists of a document, inner ones too, in the order that they begin. Lists of terms and pictures are left out. */
export function listsOf<F>(blocks: readonly BlockSummary<F>[]): List<F>[] {
  const lists = new Map<number, { list: List<F>; items: Map<number, BlockSummary<F>[]> }>()
  for (const block of blocks) {
    const place = block.list
    if (!place || place.part || block.kind === 'altText') continue
    let entry = lists.get(place.id)
    if (!entry) {
      const before = blocks[block.index - 1]
      entry = { list: { ordered: place.ordered, depth: place.depth, items: [], before }, items: new Map() }
      lists.set(place.id, entry)
    }
    const item = entry.items.get(place.index)
    if (item) item.push(block)
    else entry.items.set(place.index, [block])
  }
  return [...lists.values()].map(({ list, items }) => ({
    ...list,
    items: [...items.values()].map((own) => ({ first: own[0]!, blocks: own })),
  }))
}

/** True for a list whose items mostly are links, or names and numbers to reach somebody at. */
export function isListOfLinks({ items }: List): boolean {
  const others = items.filter(({ first }) => first.kind === 'contact' || isLink(first))
  return others.length * 2 >= items.length
}

/** True where nearly all of the text is one link: a date or a format may stand beside it. */
function isLink({ marks, text }: BlockSummary): boolean {
  return marks.some(({ type, start, end }) => type === 'link' && (end - start) * 3 >= text.length * 2)
}

const times = /^(?:mån|tis|ons|tors|fre|lör|sön)|\d{1,2}[.:]?\d{0,2}\s?[–-]\s?\d{1,2}/i

/** True for opening hours and other lists of days and times. */
export function isListOfTimes({ items }: List): boolean {
  return items.filter(({ first }) => times.test(first.text)).length * 2 >= items.length
}
