import { elements, find, type XmlElement } from '../xml.ts'

/** What a style says, with what the styles say that it is based on. */
interface Style {
  /** Lower-cased names of the style and of those it is based on, nearest first. */
  names: readonly string[]
  outline: number | undefined
  bold: boolean | undefined
  italic: boolean | undefined
  hidden: boolean
}

const plain: Style = { names: [], outline: undefined, bold: undefined, italic: undefined, hidden: false }

/** The styles of an OpenDocument text by their names. */
export class OpenStyles {
  readonly #elements = new Map<string, XmlElement>()
  readonly #known = new Map<string, Style>()
  readonly #ordered = new Set<string>()
  /** BCP 47, as the document says for text that says nothing else. */
  readonly lang: string | undefined

  /** @param roots of `styles.xml` and `content.xml` */
  constructor(roots: readonly (XmlElement | undefined)[]) {
    let lang: string | undefined
    for (const root of roots) {
      for (const part of root ? elements(root) : []) {
        for (const element of elements(part)) {
          const { name, family } = element.attributes
          if (element.name === 'style' && name !== undefined) this.#elements.set(name, element)
          else if (element.name === 'list-style') this.#readListStyle(element)
          else if (element.name === 'default-style' && family === 'paragraph')
            lang ??= find(element, 'text-properties')?.attributes.language
        }
      }
    }
    this.lang = lang
  }

  #readListStyle(element: XmlElement): void {
    for (const level of elements(element, 'list-level-style-number'))
      this.#ordered.add(`${element.attributes.name}/${level.attributes.level}`)
  }

  /** @param depth 0 for the outermost list */
  isOrdered(list: string, depth: number): boolean {
    return this.#ordered.has(`${list}/${depth + 1}`)
  }

  style(name: string | undefined): Style {
    if (name === undefined) return plain
    const known = this.#known.get(name)
    if (known) return known
    const element = this.#elements.get(name)
    if (!element) return { ...plain, names: [plainName(name)] }
    // A style that is based on itself in a ring ends here.
    this.#known.set(name, plain)
    const base = this.style(element.attributes['parent-style-name'])
    const text = find(element, 'text-properties')?.attributes ?? {}
    const level = Number(element.attributes['default-outline-level'] || 0)
    const { 'font-weight': weight, 'font-style': slant, display } = text
    const style: Style = {
      names: [plainName(name), ...base.names],
      outline: level > 0 ? level - 1 : base.outline,
      bold: weight === undefined ? base.bold : weight === 'bold' || Number(weight) >= 600,
      italic: slant === undefined ? base.italic : slant !== 'normal',
      hidden: display === undefined ? base.hidden : display === 'none',
    }
    this.#known.set(name, style)
    return style
  }
}

/** Signs that a name cannot hold stand as numbers: `Heading_20_1`. */
function plainName(name: string): string {
  return name.replace(/_([0-9a-f]{2,4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))).toLowerCase()
}
