import type { Root } from 'nlcst'
import type { Processor } from 'unified'
import { analyse } from './analyse.ts'
import { toNlcst } from './nlcst.ts'

/**
 * Unified plugin: makes a processor parse Swedish text into nlcst. Each WordNode has `lemma`, `upos`, `feats`
 * and the {@link Word} itself in its `data`. Words follow UD: `och/eller` is three, `bl.a.` is one.
 */
export function retextSwedish(this: Processor<Root>): undefined {
  this.parser = (text) => toNlcst(analyse(text))
}
