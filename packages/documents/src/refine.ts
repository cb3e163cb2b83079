import { copyAs, covers } from './block-writer.ts'
import type { Block, BlockKind } from './types.ts'

/** Blocks that may follow a closing phrase: a name, a title, a unit, a phone number. */
const MAX_SIGNATURE = 6
const MAX_SIGNATURE_LENGTH = 80
const MAX_CLOSING_LENGTH = 200

const CLOSING =
  /^(?:(?:med )?(?:vänlig|bästa|varm|hjärtlig|solig|god)[at]?[a]? hälsning(?:ar)?|hälsningar|mvh)\b|^vänligen[,]?(?=\n|$)/i
const SENTENCE_END = /[.!?:]$/

/** Kinds that may stand between a page's heading and its lead. */
const BESIDE_LEAD: ReadonlySet<BlockKind> = new Set(['altText', 'caption'])

/**
 * Decides what can only be told from the blocks before, in every format: a lead, and a signature.
 *
 * @param blocks in document order; those that change are replaced by changed copies
 */
export function refineBlocks(blocks: Block[]): void {
  let afterTitle = false
  let signature = 0
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!
    if (block.kind === 'heading') {
      afterTitle = block.level === 1
      signature = 0
      continue
    }
    if (block.kind === 'paragraph') {
      if (afterTitle && isLead(block)) blocks[index] = copyAs(block, { kind: 'lead' })
      else if (isClosing(block)) signature = MAX_SIGNATURE + 1
      else if (signature > 0 && !isSignatureLine(block)) signature = 0
      if (signature > 0) {
        const copy = copyAs(block, { kind: 'contact' })
        copy.looksLikeHeading = undefined
        blocks[index] = copy
      }
      signature = Math.max(0, signature - 1)
    }
    if (!BESIDE_LEAD.has(block.kind)) afterTitle = false
  }
}

/** The first paragraph under the title, set off from the rest as a whole. */
function isLead(block: Block): boolean {
  if (block.quoted || block.looksLikeHeading) return false
  return covers(block.marks, 'strong', block.text) || covers(block.marks, 'emphasis', block.text)
}

function isClosing(block: Block): boolean {
  return block.text.length <= MAX_CLOSING_LENGTH && CLOSING.test(block.text)
}

function isSignatureLine(block: Block): boolean {
  return block.text.length <= MAX_SIGNATURE_LENGTH && !SENTENCE_END.test(block.text)
}
