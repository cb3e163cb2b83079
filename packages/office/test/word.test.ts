import { describe, expect, it } from 'vitest'
import { readOffice } from '../src/index.ts'
import { makePart, makeWord, paragraph, run, styled } from './make-word.ts'

const read = (body: string, parts?: Record<string, string>) => readOffice(makeWord(body, parts))
const texts = (body: string, parts?: Record<string, string>) => read(body, parts).blocks.map(({ text }) => text)

describe('a Word document', () => {
  it('has headings by style, by outline level and by a style that others are based on', () => {
    const body =
      styled('Rubrik1', 'Skolan') + styled('Egen', 'Ansökan') + styled('Barn', 'Svaret') + styled('Ring', 'Text.')
    expect(read(body).blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['heading', 2],
      ['paragraph', 0],
    ])
    expect(read(paragraph('Skolan', '<w:outlineLvl w:val="2"/>')).blocks[0]).toMatchObject({
      kind: 'heading',
      level: 3,
    })
  })

  it('is running text in the style that plain text is given', () => {
    expect(read(styled('Preformatted Text', 'Vi svarar.')).blocks[0]!.kind).toBe('paragraph')
  })

  it('is read as it would be published', () => {
    const body = paragraph(
      `${run('Vi ')}<w:del>${'<w:r><w:delText>kommer att </w:delText></w:r>'}</w:del><w:ins>${run('ska ')}</w:ins>` +
        `<w:commentRangeStart w:id="1"/>${run('svara')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>` +
        `${run(' dolt', '<w:vanish/>')}<w:moveFrom>${run(' flyttat')}</w:moveFrom>${run('.')}`,
    )
    const merged = paragraph(run('Stycket går '), '<w:rPr><w:del w:id="2"/></w:rPr>') + paragraph('ihop med nästa.')
    expect(texts(body + merged)).toEqual(['Vi ska svara.', 'Stycket går ihop med nästa.'])
  })

  it('goes through what Word wraps text in, and reads what has two versions once', () => {
    const body =
      `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph(`<w:smartTag>${run('I Sala ')}</w:smartTag><w:sdt><w:sdtContent>${run('bor ')}</w:sdtContent></w:sdt>${run('vi.')}`)}</w:sdtContent></w:sdt>` +
      `<w:moveFrom>${run('bort')}</w:moveFrom><w:moveFromRangeStart w:id="1"/>${paragraph(`<w:moveTo>${run('Hit')}</w:moveTo>${run(' igen.')}`)}` +
      paragraph(
        '<mc:AlternateContent><mc:Choice><w:r><w:t>En</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>Två</w:t></w:r></mc:Fallback></mc:AlternateContent>',
      ) +
      paragraph(
        `${run('ett')}<w:r><w:noBreakHyphen/></w:r>${run('två')}<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r><w:proofErr w:type="spellStart"/>${run(' tre')}`,
      )
    expect(texts(body)).toEqual(['I Sala bor vi.', 'Hit igen.', 'En', 'ett\u2011två tre'])
  })

  it('has links that are fields', () => {
    const field = (instruction: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('om skolan')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const { blocks } = read(
      paragraph(`${run('Läs ')}${field('HYPERLINK "https://example.org/"')}${run('.')}`) +
        paragraph(`<w:fldSimple w:instr='HYPERLINK "https://example.org/b"'>${run('Mer')}</w:fldSimple>`) +
        paragraph(field('REF avsnitt')),
    )
    expect(blocks.map(({ text, marks }) => [text, marks.map(({ type, href }) => [type, href])])).toEqual([
      ['Läs om skolan.', [['link', 'https://example.org/']]],
      ['Mer', [['link', 'https://example.org/b']]],
      ['om skolan', []],
    ])
  })

  it('keeps the result of a field, not its instruction, and leaves out the table of contents', () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF punkt</w:instrText></w:r><w:r><w:t>fel</w:t></w:r>' +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('punkt 3')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    expect(texts(styled('TOC1', 'Skolan 3') + paragraph(`${run('Se ')}${field}${run('.')}`))).toEqual(['Se punkt 3.'])
  })

  it('has lists, tables, links, notes, images and text boxes', () => {
    const item = (text: string, level: number) =>
      paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr>`)
    const cell = (text: string) => `<w:tc><w:tcPr/>${paragraph(text)}</w:tc>`
    const image = (said: string) =>
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" ${said}/><a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing></w:r>`
    const box =
      `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${paragraph('I rutan.')}</w:txbxContent></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><w:txbxContent>${paragraph('I rutan.')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const body =
      item('ett', 0) +
      item('inre', 1) +
      item('två', 0) +
      `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Ort')}${cell('Pris')}</w:tr><w:tr>${cell('Sala')}${cell('2 kr')}</w:tr></w:tbl>` +
      paragraph(`${run('Läs ')}<w:hyperlink r:id="rId9">${run('om skolan')}</w:hyperlink>`) +
      paragraph(image('descr="Elever på en gård"') + image('')) +
      paragraph(run('Intill.') + box)
    const document = read(body, {
      'word/footnotes.xml': makePart('footnotes', `<w:footnote w:id="2">${paragraph('En not.')}</w:footnote>`),
    })
    expect(document.lang).toBe('sv-SE')
    expect(
      document.blocks.map(({ kind, text, list, table, marks, missing }) => ({
        kind,
        text,
        ...(list && { list: [list.id, list.index, list.depth, list.ordered] }),
        ...(table && { table: [table.row, table.column, table.header] }),
        ...(marks[0] && { href: marks[0].href }),
        ...(missing && { missing }),
      })),
    ).toEqual([
      { kind: 'listItem', text: 'ett', list: [0, 0, 0, true] },
      { kind: 'listItem', text: 'inre', list: [1, 0, 1, false] },
      { kind: 'listItem', text: 'två', list: [0, 1, 0, true] },
      { kind: 'tableCell', text: 'Ort', table: [0, 0, true] },
      { kind: 'tableCell', text: 'Pris', table: [0, 1, true] },
      { kind: 'tableCell', text: 'Sala', table: [1, 0, false] },
      { kind: 'tableCell', text: '2 kr', table: [1, 1, false] },
      { kind: 'paragraph', text: 'Läs om skolan', href: 'https://example.org/skola' },
      { kind: 'altText', text: 'Elever på en gård' },
      { kind: 'altText', text: '', missing: true },
      { kind: 'paragraph', text: 'Intill.' },
      { kind: 'paragraph', text: 'I rutan.' },
      { kind: 'paragraph', text: 'En not.' },
    ])
  })

  it('tells where each block stands, and its offsets are in the text', () => {
    const { blocks, source, places } = read(
      styled('Rubrik1', 'Skolan') +
        paragraph('') +
        paragraph(`${run('Ansökan be\u00ADhandlas, ')}${run('2 &lt; 3', '<w:b/>')}`),
    )
    expect(places).toEqual([{ paragraph: 1 }, { paragraph: 3 }])
    const { text, map, marks } = blocks[1]!
    expect(text).toBe('Ansökan behandlas, 2 < 3')
    expect(marks).toMatchObject([{ type: 'strong', start: 19, end: 24 }])
    const { start, end } = map.range(text.indexOf('2'), text.length)
    expect(source.slice(start, end)).toBe('2 < 3')
  })

  it('sees a bold line that stands for a heading', () => {
    const blocks = read(
      paragraph(run('Så ansöker du', '<w:b/>')) + styled('Fet', 'Vem får svar') + styled('Rubrik1', 'Svar'),
    ).blocks
    expect(blocks.map(({ looksLikeHeading }) => looksLikeHeading === true)).toEqual([true, true, false])
    expect(blocks[2]!.marks).toEqual([])
  })
})

describe('a file that cannot be read', () => {
  const code = (bytes: Uint8Array) => {
    try {
      readOffice(bytes)
      return 'read'
    } catch (error) {
      return (error as { code?: string }).code
    }
  }
  const whole = makeWord(paragraph('Text.'))

  it('is damaged wherever it was cut', () => {
    for (let length = 4; length < whole.length; length += 97) expect(code(whole.slice(0, length))).toBe('damaged')
    expect(code(new Uint8Array())).toBe('damaged')
  })
  it('does not hold what it should', () => {
    expect(code(makeWord('<w:p>'))).toBe('damaged')
    expect(code(makeWord('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000)))).toBe('damaged')
    expect(code(makeWord('', { 'word/document.xml': '<html/>' }))).toBe('other-format')
    expect(code(new TextEncoder().encode('Bara text'))).toBe('other-format')
  })
  it('does not expand what a document type defines', () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`
    expect(code(makeWord('', { 'word/document.xml': bomb }))).toBe('damaged')
  })
  it('is a bomb: no more is unpacked than the file says, and not more than there is room for', () => {
    const saying = (size: number) => {
      const lie = new Uint8Array(makeWord('', { 'word/document.xml': ' '.repeat(3_000_000) }))
      const view = new DataView(lie.buffer)
      for (let at = 0; at < lie.length - 46; at++)
        if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 3_000_000)
          view.setUint32(at + 24, size, true)
      return lie
    }
    expect(code(saying(200 * 1024 * 1024))).toBe('too-large')
    expect(code(saying(10))).toBe('damaged')
  })
  it('is protected by a password, or of the old format', () => {
    const container = (name: string) =>
      Uint8Array.from([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        0xa1,
        0xb1,
        0x1a,
        0xe1,
        ...new Uint8Array(504),
        ...Buffer.from(name, 'utf16le'),
      ])
    expect(code(container('EncryptedPackage'))).toBe('encrypted')
    expect(code(container('WordDocument'))).toBe('old-format')
  })
})
