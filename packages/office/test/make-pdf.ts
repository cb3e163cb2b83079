/** A line of text on a page. Points, counted from the lower left. */
export interface PdfLine {
  text: string
  x?: number
  y: number
  size?: number
  bold?: boolean
  /** The number of the structure element that holds it, from 0. */
  element?: number
}

/** A structure element: its role, and those inside it or the lines that name it. */
export interface PdfElement {
  role: string
  /** Numbers of the elements inside. */
  inside?: readonly number[]
  alt?: string
}

/** A PDF with these pages of A4, drawn in Helvetica. With elements it is tagged; the first is the outermost. */
export function makePdf(
  pages: readonly (readonly PdfLine[])[],
  elements: readonly PdfElement[] = [],
  language = 'sv-SE',
): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => `${objects.push(body)} 0 R`
  const font = (name: string) => add(`<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`)
  const fonts = `/F0 ${font('Helvetica')}/F1 ${font('Helvetica-Bold')}`
  const firstPage = objects.length + 1
  const leaves = new Map<number, string[]>()
  for (const [index, lines] of pages.entries()) {
    const page = `${firstPage + index * 2 + 1} 0 R`
    const stream = lines.map((line, mcid) => draw(line, mcid)).join('\n')
    for (const [mcid, { element }] of lines.entries())
      if (element !== undefined)
        leaves.set(element, [...(leaves.get(element) ?? []), `<</Type/MCR/Pg ${page}/MCID ${mcid}>>`])
    const content = add(`<</Length ${stream.length}>>\nstream\n${stream}\nendstream`)
    add(
      `<</Type/Page/Parent PAGES/MediaBox[0 0 595 842]/StructParents ${index}/Resources<</Font<<${fonts}>>>>/Contents ${content}>>`,
    )
  }
  const kids = pages.map((_, index) => `${firstPage + index * 2 + 1} 0 R`)
  const pagesObject = add(`<</Type/Pages/Kids[${kids.join(' ')}]/Count ${pages.length}>>`)
  let catalog = `/Type/Catalog/Pages ${pagesObject}/Lang(${language})`
  if (elements.length > 0) {
    const first = objects.length + 1
    const reference = (element: number) => `${first + element} 0 R`
    for (const [index, { role, inside = [], alt }] of elements.entries()) {
      const parent = elements.findIndex((element) => element.inside?.includes(index))
      const within = [...inside.map(reference), ...(leaves.get(index) ?? [])]
      const up = parent === -1 ? `${first + elements.length} 0 R` : reference(parent)
      add(`<</Type/StructElem/S/${role}/P ${up}/K[${within.join(' ')}]${alt === undefined ? '' : `/Alt(${alt})`}>>`)
    }
    const parents = pages.map((lines, index) => {
      const row = lines.map(({ element }) => (element === undefined ? 'null' : reference(element)))
      return `${index} [${row.join(' ')}]`
    })
    const tree = add(`<</Type/StructTreeRoot/K[${reference(0)}]/ParentTree<</Nums[${parents.join(' ')}]>>>>`)
    catalog += `/MarkInfo<</Marked true>>/StructTreeRoot ${tree}`
  }
  const root = add(`<<${catalog}>>`)
  return write(
    objects.map((body) => body.replace('PAGES', pagesObject)),
    root,
  )
}

function draw({ text, x = 57, y, size = 12, bold = false, element }: PdfLine, mcid: number): string {
  const escaped = text.replace(/[\\()]/g, '\\$&')
  const shown = `BT /F${bold ? 1 : 0} ${size} Tf ${x} ${y} Td (${escaped}) Tj ET`
  return element === undefined ? shown : `/Span <</MCID ${mcid}>> BDC ${shown} EMC`
}

function write(objects: readonly string[], root: string): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets: number[] = []
  for (const [index, body] of objects.entries()) {
    offsets.push(file.length)
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const start = file.length
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root ${root}>>\nstartxref\n${start}\n%%EOF\n`
  // Windows-1252 has the dash and the bullet where Latin-1 has none.
  const bytes: Record<string, number> = { '–': 0x96, '•': 0x95, '”': 0x94 }
  return Uint8Array.from(file, (character) => bytes[character] ?? character.charCodeAt(0))
}
