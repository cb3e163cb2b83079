import { elements, find, type XmlElement } from '../xml.ts'

/** Which levels of which lists are numbered. */
export class Numbering {
  readonly #formats = new Map<string, string[]>()

  constructor(root: XmlElement | undefined) {
    if (!root) return
    const abstract = new Map<string, string[]>()
    for (const list of elements(root, 'abstractNum')) abstract.set(list.attributes.abstractNumId ?? '', formatsOf(list))
    for (const list of elements(root, 'num')) {
      const formats = [...(abstract.get(find(list, 'abstractNumId')?.attributes.val ?? '') ?? [])]
      for (const override of elements(list, 'lvlOverride'))
        for (const [level, format] of formatsOf(override).entries()) if (format) formats[level] = format
      this.#formats.set(list.attributes.numId ?? '', formats)
    }
  }

  isOrdered({ id, level }: { id: string; level: number }): boolean {
    const format = this.#formats.get(id)?.[level] ?? 'bullet'
    return format !== 'bullet' && format !== 'none'
  }
}

function formatsOf(list: XmlElement): string[] {
  const formats: string[] = []
  for (const level of elements(list, 'lvl')) {
    const index = Number(level.attributes.ilvl)
    if (index >= 0 && index < 9) formats[index] = find(level, 'numFmt')?.attributes.val ?? 'decimal'
  }
  return formats
}
