import type { BlockSummary } from '@klarsprak/engine'

/** A place where one of several ways to say or write the same thing was chosen. Offsets into the block's text. */
export interface Choice {
  readonly group: string
  readonly variant: string
  readonly start: number
  readonly end: number
}

interface Placed {
  readonly block: BlockSummary
  readonly choice: Choice
}

interface Minority extends Placed {
  /** The variant that the text, or the house, has settled on. */
  readonly instead: string
  /** Where that variant stands first. */
  readonly other: Placed
}

/**
 * The first place of each variant that a text uses beside a more common one of the same group. Of variants that are
 * equally common the one that comes first is the text's own.
 *
 * @param chosen variants that win over what the text does
 * @param least how many choices a group must have for a mixture to count
 */
export function minorities(
  blocks: readonly BlockSummary<readonly Choice[]>[],
  chosen: readonly string[] = [],
  least = 2,
): Minority[] {
  const found: Minority[] = []
  for (const variants of byGroup(blocks).values()) {
    if (variants.size < 2 || [...variants.values()].reduce((sum, places) => sum + places.length, 0) < least) continue
    const own = chosen.find((variant) => variants.has(variant)) ?? mostCommon(variants)
    const other = variants.get(own)![0]!
    for (const [variant, [first]] of variants) if (variant !== own) found.push({ ...first!, instead: own, other })
  }
  return found
}

function byGroup(blocks: readonly BlockSummary<readonly Choice[]>[]): Map<string, Map<string, Placed[]>> {
  const groups = new Map<string, Map<string, Placed[]>>()
  for (const block of blocks) {
    const { facts } = block
    if (facts !== undefined) for (const choice of facts) addTo(groups, block, choice)
  }
  return groups
}

function addTo(groups: Map<string, Map<string, Placed[]>>, block: BlockSummary, choice: Choice): void {
  const variants = groups.get(choice.group) ?? new Map<string, Placed[]>()
  groups.set(choice.group, variants)
  const places = variants.get(choice.variant)
  if (places) places.push({ block, choice })
  else variants.set(choice.variant, [{ block, choice }])
}

function mostCommon(variants: ReadonlyMap<string, readonly Placed[]>): string {
  let best = ''
  for (const [variant, places] of variants)
    if (best === '' || places.length > variants.get(best)!.length) best = variant
  return best
}
