import { html } from 'parse5'
import { BlockWriter, type Place } from '../block-writer.ts'
import { noFrontMatter } from '../no-front-matter.ts'
import { startAt } from '../pieces.ts'
import { refineBlocks } from '../refine.ts'
import { TextBuilder } from '../text-builder.ts'
import type { Document, FrontMatter } from '../types.ts'
import { copyHtml } from './attributes.ts'
import { HtmlReader } from './blocks.ts'
import { asides, asidesAndFrame, type Exclusion, mainElements, selectElements } from './main.ts'
import { attributesOf, descendants, type HtmlElement, type HtmlNode, isElement, parseTree, rangeOf } from './tree.ts'

/** What only whole pages begin with. */
const PAGE = /<(?:!doctype|html|head|body|title)[\s>]/i
const META_PREFIX = 'klarsprak:'

/**
 * Reads an HTML page or a fragment of one.
 *
 * @param main a CSS selector for the elements that hold the text
 * @throws DocumentError `too-deep`, `invalid-selector`, `no-match`
 */
export function readHtml(source: string, main?: string): Document {
  const tree = parseTree(source, !PAGE.test(source))
  const elements = [...descendants(tree)]
  const isPage = elements.some((element) => /^(?:html|body)$/.test(element.tagName) && rangeOf(element))
  const root = elements.find((element) => element.tagName === 'html')
  const lang = (root && attributesOf(root)('lang')) || undefined
  const writer = readMain(source, tree, isPage, main, lang)
  const blocks = [...writer.blocks]
  refineBlocks(blocks)
  return {
    source,
    format: 'html',
    blocks,
    directives: writer.directives,
    frontMatter: readMeta(elements),
    lang,
    fragment: !isPage,
    title: titleOf(elements, source),
  }
}

function readMain(
  source: string,
  tree: HtmlNode,
  isPage: boolean,
  selector: string | undefined,
  lang: string | undefined,
): BlockWriter {
  if (selector !== undefined) return readNodes(source, selectElements(tree, selector), asides, lang)
  if (!isPage) return readNodes(source, [tree], asides, lang)
  const main = readNodes(source, mainElements(tree), asides, lang)
  // A page that is put together in the browser may have an empty main element.
  return main.blocks.length > 0 ? main : readNodes(source, [tree], asidesAndFrame, lang)
}

function readNodes(
  source: string,
  nodes: readonly HtmlNode[],
  isExcluded: Exclusion,
  lang: string | undefined,
): BlockWriter {
  const writer = new BlockWriter(startAt(0))
  for (const node of nodes) new HtmlReader(source, writer, isExcluded).read(node, placeOf(node, lang))
  return writer
}

/** What holds where reading begins: the language of the nearest element around that names one. */
function placeOf(node: HtmlNode, lang: string | undefined): Place {
  const place = { kind: 'paragraph' as const, level: 0, list: undefined, table: undefined, quoted: false }
  for (let parent = isElement(node) ? node.parentNode : null; parent; ) {
    if (!isElement(parent)) break
    const own = attributesOf(parent)('lang')
    if (own) return { ...place, lang: own }
    parent = parent.parentNode
  }
  return { ...place, lang }
}

/** What `<meta name="klarsprak:…">` elements say, as a front matter. */
function readMeta(elements: readonly HtmlElement[]): FrontMatter {
  const frontMatter = noFrontMatter()
  for (const element of elements) {
    if (element.tagName !== 'meta') continue
    const attributes = attributesOf(element)
    const name = attributes('name') ?? ''
    const range = rangeOf(element)
    if (!range || !name.toLowerCase().startsWith(META_PREFIX)) continue
    const key = name.slice(META_PREFIX.length)
    frontMatter.data[key] = attributes('content') ?? ''
    frontMatter.keys[key] = range
  }
  return frontMatter
}

/** The text of `<title>`. */
function titleOf(elements: readonly HtmlElement[], source: string): string | undefined {
  const title = elements.find((element) => element.tagName === 'title' && element.namespaceURI === html.NS.HTML)
  const text = title?.childNodes[0]
  const range = text && rangeOf(text)
  if (!range) return undefined
  const builder = new TextBuilder()
  copyHtml(builder, source, range.start, range.end)
  return builder.finish().text || undefined
}
