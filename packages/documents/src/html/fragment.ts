import type { BlockWriter, Place } from '../block-writer.ts'
import { HtmlReader } from './blocks.ts'
import { asides } from './main.ts'
import { parseTree } from './tree.ts'

/**
 * Reads HTML that stands within another format.
 *
 * @param html the HTML alone
 * @param origin where it begins in the source
 * @param writer takes the blocks
 * @param place what holds around it
 * @throws DocumentError `too-deep`
 */
export function readHtmlFragment(html: string, origin: number, writer: BlockWriter, place: Place): void {
  writer.origin = origin
  new HtmlReader(html, writer, asides).read(parseTree(html, true), place)
  writer.origin = 0
}
