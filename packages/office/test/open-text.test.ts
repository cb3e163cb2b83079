import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { readOffice } from '../src/index.ts'

const mimetype = 'application/vnd.oasis.opendocument.text'

function makeOpenText(text: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files = {
    mimetype,
    'content.xml': `<office:document-content xmlns:office="o"><office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><text:list-style style:name="L1"><text:list-level-style-number text:level="1"/><text:list-level-style-bullet text:level="2"/></text:list-style></office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles><office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="sv" fo:country="SE"/></style:default-style><style:style style:name="Heading_20_1" style:default-outline-level="1"/></office:styles></office:document-styles>`,
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])))
}

it('reads an OpenDocument text as it would be published', () => {
  const { blocks, lang, places } = readOffice(
    makeOpenText(`
<text:tracked-changes><text:changed-region><text:deletion><text:p>Borta.</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:table-of-content><text:index-body><text:p>Skolan 3</text:p></text:index-body></text:table-of-content>
<text:h text:style-name="Heading_20_1" text:outline-level="1">Skolan</text:h>
<text:p>Vi<text:s text:c="2"/>svarar<office:annotation><text:p>Kommentar</text:p></office:annotation>
  i <text:span text:style-name="T1">maj</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>En not.</text:p></text:note-body></text:note>.<text:line-break/><text:a xlink:href="https://example.org/">Läs mer</text:a></text:p>
<text:p><text:span text:style-name="T1">Så ansöker du</text:span></text:p>
<text:list text:style-name="L1"><text:list-item><text:p>ett</text:p><text:list><text:list-item><text:p>inre</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>två</text:p></text:list-item></text:list>
<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Ort</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>Sala</text:p></table:table-cell></table:table-row></table:table>
<text:p><draw:frame><draw:image/><svg:desc>Elever på en gård</svg:desc></draw:frame><draw:frame><draw:text-box><text:p>I rutan.</text:p></draw:text-box></draw:frame></text:p>`),
  )
  expect(lang).toBe('sv')
  expect(places?.[2]).toEqual({ paragraph: 3 })
  expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
    ['heading', 'Skolan'],
    ['paragraph', 'Vi  svarar i maj.\nLäs mer'],
    ['paragraph', 'Så ansöker du'],
    ['listItem', 'ett'],
    ['listItem', 'inre'],
    ['listItem', 'två'],
    ['tableCell', 'Ort'],
    ['tableCell', 'Sala'],
    ['altText', 'Elever på en gård'],
    ['paragraph', 'I rutan.'],
    ['paragraph', 'En not.'],
  ])
  expect(blocks[1]!.marks.map(({ type, href }) => [type, href])).toEqual([
    ['strong', undefined],
    ['link', 'https://example.org/'],
  ])
  expect(blocks[2]!.looksLikeHeading).toBe(true)
  expect(blocks.slice(3, 6).map(({ list }) => [list?.depth, list?.index, list?.ordered])).toEqual([
    [0, 0, true],
    [1, 0, false],
    [0, 1, true],
  ])
  expect(blocks.slice(6, 8).map(({ table }) => [table?.row, table?.header])).toEqual([
    [0, true],
    [1, false],
  ])
})

it('says what is wrong with one that cannot be read', () => {
  const manifest =
    '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
  expect(() => readOffice(makeOpenText('', { 'META-INF/manifest.xml': manifest }))).toThrow('lösenord')
  expect(() => readOffice(makeOpenText('<text:p>'))).toThrow('skadad')
  expect(() => readOffice(zipSync({ mimetype: strToU8(mimetype) }))).toThrow('skadad')
})
