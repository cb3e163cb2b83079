import type { BlockKind } from '@klarsprak/documents'
import { elements, find, type XmlElement } from '../xml.ts'

/** What a style says, with what the styles say that it is based on. */
export interface Style {
  /** Lower-cased names of the style and of those it is based on, nearest first. */
  names: readonly string[]
  /** 0 for the outermost; undefined for running text. */
  outline: number | undefined
  bold: boolean | undefined
  list: { id: string; level: number } | undefined
}

const plain: Style = { names: [], outline: undefined, bold: undefined, list: undefined }

/** The styles of a Word document by their ids. */
export class Styles {
  readonly #elements = new Map<string, XmlElement>()
  readonly #known = new Map<string, Style>()
  readonly #standard: string | undefined
  /** BCP 47, as the document says for text that says nothing else. */
  readonly lang: string | undefined

  constructor(root: XmlElement | undefined) {
    for (const style of root ? elements(root, 'style') : []) {
      const id = style.attributes.styleId
      if (id === undefined) continue
      this.#elements.set(id, style)
      if (style.attributes.type === 'paragraph' && isOn(style.attributes.default ?? '0')) this.#standard ??= id
    }
    const standard = this.#standard === undefined ? undefined : this.#elements.get(this.#standard)
    this.lang =
      find(standard, 'rPr', 'lang')?.attributes.val ??
      find(root, 'docDefaults', 'rPrDefault', 'rPr', 'lang')?.attributes.val
  }

  /** @param id the document's standard style where left out */
  paragraph(id: string | undefined): Style {
    return this.style(id ?? this.#standard)
  }

  style(id: string | undefined): Style {
    if (id === undefined) return plain
    const known = this.#known.get(id)
    if (known) return known
    const element = this.#elements.get(id)
    if (!element) return { ...plain, names: [id.toLowerCase()] }
    // A style that is based on itself in a ring ends here.
    this.#known.set(id, plain)
    const base = this.style(find(element, 'basedOn')?.attributes.val)
    const properties = find(element, 'pPr')
    const outline = find(properties, 'outlineLvl')?.attributes.val
    const style: Style = {
      names: [(find(element, 'name')?.attributes.val ?? id).toLowerCase(), ...base.names],
      outline: outline === undefined ? base.outline : Number(outline),
      bold: switchOf(find(element, 'rPr', 'b')) ?? base.bold,
      list: listOf(properties) ?? base.list,
    }
    this.#known.set(id, style)
    return style
  }
}

/** The list that paragraph properties name; an id of `0` takes a paragraph out of its list. */
export function listOf(properties: XmlElement | undefined): Style['list'] {
  const list = find(properties, 'numPr')
  const id = find(list, 'numId')?.attributes.val
  if (!list || id === undefined) return undefined
  return { id, level: Number(find(list, 'ilvl')?.attributes.val ?? 0) || 0 }
}

/** What an element says that is on by being there, unless it says otherwise. */
export function switchOf(element: XmlElement | undefined): boolean | undefined {
  return element && isOn(element.attributes.val ?? '1')
}

function isOn(value: string): boolean {
  return !/^(?:0|false|off|none)$/.test(value)
}

const heading = /^(?:heading|rubrik) ?([1-9])$/
const kinds: readonly [RegExp, BlockKind][] = [
  [/^(?:caption|beskrivning|bildtext)/, 'caption'],
  [/^(?:ingress|lead)/, 'lead'],
  [/^(?:quot|intense quote|block ?text|citat|starkt citat)/, 'quote'],
  // Not ”Preformatted Text”: LibreOffice gives it to all of a plain text that it opens.
  [/^(?:source code|code|kod)\b/, 'code'],
]

/** What a paragraph of a style is. */
export function kindOf({ names, outline }: Pick<Style, 'names' | 'outline'>): { kind: BlockKind; level: number } {
  for (const name of names) {
    const level = heading.exec(name)?.[1]
    if (level !== undefined) return { kind: 'heading', level: Math.min(6, Number(level)) }
    if (name === 'title') return { kind: 'heading', level: 1 }
    const named = kinds.find(([pattern]) => pattern.test(name))?.[1]
    if (named) return { kind: named, level: 0 }
  }
  // 9 stands for running text.
  if (outline !== undefined && outline >= 0 && outline < 9) return { kind: 'heading', level: Math.min(6, outline + 1) }
  return { kind: 'paragraph', level: 0 }
}

/** True for the lines of a table of contents, which repeat what the headings say. */
export function isContents({ names }: Pick<Style, 'names'>): boolean {
  return names.some((name) => /^(?:toc|contents|innehåll) ?\d/.test(name))
}
