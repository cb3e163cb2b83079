import { SaxesParser } from 'saxes'
import { damaged } from './damaged.ts'

/** An XML element. Names are without their prefix: the formats use each name for one thing only. */
export interface XmlElement {
  readonly name: string
  /** By name without prefix. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
  /** Where it stands in the XML, tags included, in UTF-16 code units. */
  readonly start: number
  readonly end: number
  /** Where its content stands; empty, at its end, where it is one tag. */
  readonly innerStart: number
  readonly innerEnd: number
}

/** An element whose end has not been read. */
interface OpenElement extends XmlElement {
  children: (XmlElement | string)[]
  innerStart: number
  end: number
  innerEnd: number
}

/** How deep elements may stand inside each other. */
const deepest = 400

/**
 * Reads XML into a tree. Entities that a document type defines are not expanded.
 *
 * @throws DocumentError `damaged` where it is not well-formed, or nested too deep
 */
export function parseXml(text: string): XmlElement {
  const nowhere = { start: 0, innerStart: 0, innerEnd: text.length, end: text.length }
  const root: OpenElement = { name: '', attributes: {}, children: [], ...nowhere }
  const open = [root]
  const parser = new SaxesParser()
  let tagStart = 0
  parser.on('error', () => {
    throw damaged()
  })
  parser.on('opentagstart', () => {
    tagStart = text.lastIndexOf('<', parser.position - 1)
  })
  parser.on('opentag', ({ name, attributes }) => {
    const at = { start: tagStart, innerStart: parser.position, innerEnd: parser.position, end: parser.position }
    const element: OpenElement = { name: local(name), attributes: withoutPrefixes(attributes), children: [], ...at }
    open.at(-1)!.children.push(element)
    if (open.push(element) > deepest) throw damaged()
  })
  parser.on('closetag', ({ isSelfClosing }) => {
    const element = open.pop()!
    element.end = parser.position
    element.innerEnd = isSelfClosing ? element.end : text.lastIndexOf('<', element.end - 1)
  })
  const onText = (piece: string) => open.at(-1)!.children.push(piece)
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.write(text).close()
  const element = elements(root).next().value
  if (!element) throw damaged()
  return element
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function withoutPrefixes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const plain: Record<string, string> = Object.create(null)
  for (const name in attributes) plain[local(name)] = attributes[name]!
  return plain
}

/** The elements right inside another. */
export function* elements(parent: XmlElement, name?: string): Generator<XmlElement, undefined> {
  for (const child of parent.children)
    if (typeof child !== 'string' && (name === undefined || child.name === name)) yield child
}

/** The first element that a path of names leads to. */
export function find(parent: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let at = parent
  for (const name of path) at = at && elements(at, name).next().value
  return at
}

/** All elements of a name at any depth, in document order; inside one that is found no more are looked for. */
export function* below(parent: XmlElement, name: string): Generator<XmlElement, undefined> {
  for (const child of elements(parent)) {
    if (child.name === name) yield child
    else yield* below(child, name)
  }
}

/** The text inside an element at any depth. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
