import {
  type DefaultTreeAdapterMap,
  defaultTreeAdapter,
  parse,
  parseFragment,
  type Token,
  type TreeAdapter,
} from 'parse5'
import { DocumentError } from '../document-error.ts'
import type { Attributes } from './semantics.ts'

export type HtmlNode = DefaultTreeAdapterMap['node']
export type HtmlElement = DefaultTreeAdapterMap['element']
export type HtmlParent = DefaultTreeAdapterMap['parentNode']
type TextNode = DefaultTreeAdapterMap['textNode']

/** Elements that may stand inside each other: as many as browsers allow. */
const MAX_DEPTH = 512

/**
 * Parses HTML. Text nodes hold no value: each stands for exactly the stretch of source that it has as its
 * location, so that text which the parser has moved or joined keeps its place.
 *
 * @throws DocumentError `too-deep` where elements stand inside each other in more than 512 levels, or so
 * many are left open that the tree would outgrow the source
 */
export function parseTree(source: string, isFragment: boolean): HtmlParent {
  const options = { treeAdapter: locatingAdapter(source), sourceCodeLocationInfo: true }
  return isFragment ? parseFragment(source, options) : parse(source, options)
}

function locatingAdapter(source: string): TreeAdapter<DefaultTreeAdapterMap> {
  let depth = 0
  let elements = 0
  const mostElements = source.length / 2 + 1000
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      if (++elements > mostElements) throw tooDeep()
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
    onItemPush() {
      if (++depth > MAX_DEPTH) throw tooDeep()
    },
    onItemPop() {
      depth--
    },
    insertText(parent) {
      defaultTreeAdapter.appendChild(parent, defaultTreeAdapter.createTextNode(''))
    },
    insertTextBefore(parent, _text, reference) {
      defaultTreeAdapter.insertBefore(parent, defaultTreeAdapter.createTextNode(''), reference)
    },
    setNodeSourceCodeLocation(node, location) {
      if (location && node.nodeName === '#text' && joinPrevious(node as TextNode, location)) return
      defaultTreeAdapter.setNodeSourceCodeLocation(node, location)
    },
  }
}

function tooDeep(): DocumentError {
  return new DocumentError(
    'too-deep',
    `HTML-koden har fler än ${MAX_DEPTH} element inuti varandra. Kontrollera att alla taggar stängs.`,
  )
}

/** Lets the text node before go on over a new one that follows it in the source. True where it did. */
function joinPrevious(node: TextNode, location: Token.Location): boolean {
  const siblings = node.parentNode!.childNodes
  const at = siblings.lastIndexOf(node)
  const previous = siblings[at - 1]
  if (previous?.nodeName !== '#text' || previous.sourceCodeLocation?.endOffset !== location.startOffset) return false
  previous.sourceCodeLocation!.endOffset = location.endOffset
  siblings.splice(at, 1)
  return true
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

/** The children of a node, none for text and comments. */
export function childrenOf(node: HtmlNode): readonly DefaultTreeAdapterMap['childNode'][] {
  return 'childNodes' in node ? node.childNodes : []
}

/** The elements below a node in document order. */
export function* descendants(node: HtmlNode): Generator<HtmlElement> {
  const stack = [...childrenOf(node)].reverse()
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (!isElement(next)) continue
    yield next
    for (let index = next.childNodes.length - 1; index >= 0; index--) stack.push(next.childNodes[index]!)
  }
}

/** Looks attributes up by name. */
export function attributesOf(element: HtmlElement): Attributes {
  const { attrs } = element
  return (name) => {
    for (const attribute of attrs) if (attribute.name === name) return attribute.value
    return undefined
  }
}

/** Where an element stands in the source; undefined for those that the parser has put in itself. */
export function rangeOf(node: HtmlNode): { start: number; end: number } | undefined {
  const location = node.sourceCodeLocation
  return location ? { start: location.startOffset, end: location.endOffset } : undefined
}

/** The source of all text in an element, character references as they are written. */
export function textOf(node: HtmlNode, source: string): string {
  if (node.nodeName === '#text') {
    const { startOffset, endOffset } = node.sourceCodeLocation!
    return source.slice(startOffset, endOffset)
  }
  return childrenOf(node)
    .map((child) => textOf(child, source))
    .join('')
}
