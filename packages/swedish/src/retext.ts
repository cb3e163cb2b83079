import type { Root } from 'nlcst'
import type { Parser, Plugin } from 'unified'
import { analyse } from './analyse.ts'
import { toNlcst } from './nlcst.ts'
import { syntax } from './syntax.ts'

/**
 * Unified plugin: makes a processor parse Swedish text into nlcst. Each WordNode has `lemma`, `upos`, `feats`,
 * `head` and `relation` (worked out when asked for) and the {@link Word} itself in its `data`. Words follow UD: `och/eller` is three, `bl.a.` is one.
 */
export const retextSwedish: Plugin<[], string, Root> = function () {
  const parser: Parser<Root> = (text) => toNlcst(analyse(text), syntax)
  this.parser = parser
}
