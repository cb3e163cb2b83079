import type { BlockSummary } from '@klarsprak/engine'
import type { Use } from './abbreviation-uses.ts'

/** A use of an abbreviation and the block that it stands in. */
export interface Place {
  readonly block: BlockSummary
  readonly use: Use
}

/** Where each form stands, in the order in which the forms appear. Column headers only name. */
export function placesByForm(blocks: readonly BlockSummary<readonly Use[]>[]): Map<string, Place[]> {
  const forms = new Map<string, Place[]>()
  for (const block of blocks) {
    if (block.table?.header) continue
    for (const use of block.facts ?? []) {
      const places = forms.get(use.form)
      if (places) places.push({ block, use })
      else forms.set(use.form, [{ block, use }])
    }
  }
  return forms
}
