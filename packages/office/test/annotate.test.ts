import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { annotateWord, readOffice } from '../src/index.ts'
import { makePart, makeWord, paragraph, run, styled } from './make-word.ts'

const author = { name: 'Klarspråk', initials: 'K', date: new Date('2026-05-04T03:02:01.5Z') }
const main = 'word/document.xml'

/** A copy with a comment at each of these words, the first time that they stand in the text. */
function annotate(bytes: Uint8Array, ...words: string[]): Uint8Array {
  const { source } = readOffice(bytes)
  const comments = words.map((word) => {
    const start = source.indexOf(word)
    expect(start, word).not.toBe(-1)
    return { start, end: start + word.length, text: [`Om ”${word}”`, '1 < 2 & 3'] }
  })
  return annotateWord(bytes, comments, author)
}

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))

/** The text of each comment, by what it is anchored to. */
function anchored(bytes: Uint8Array): Record<string, string> {
  const parts = partsOf(bytes)
  const xml = parts[main]!
  const found: Record<string, string> = {}
  for (const [, id, text] of parts['word/comments.xml']!.matchAll(
    /<w:comment[^>]* w:id="(\d+)"[^>]*>(.*?)<\/w:comment>/gs,
  )) {
    const start = xml.indexOf(`<w:commentRangeStart w:id="${id}"/>`)
    const end = xml.indexOf(`<w:commentRangeEnd w:id="${id}"/>`)
    expect(start, id).not.toBe(-1)
    expect(end, id).toBeGreaterThan(start)
    expect(xml).toContain(`<w:commentReference w:id="${id}"/>`)
    const inside = xml
      .slice(start, end)
      .replace(/<w:delText>.*?<\/w:delText>/g, '')
      .replace(/<w:tab\/>/g, '\t')
    found[inside.replace(/<[^>]*>/g, '')] = [...text!.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/g)]
      .map((match) => match[1])
      .join('|')
  }
  return found
}

/** The document as it was, by taking the anchors away and putting cut runs together. */
function withoutAnchors(xml: string): string {
  return xml
    .replace(/<w:commentRange(?:Start|End) w:id="\d+"\/>|<w:r><w:commentReference w:id="\d+"\/><\/w:r>/g, '\u0001')
    .replace(/<\/w:t><\/w:r>\u0001+<w:r><w:rPr>(?:<w:[bi]\/>)*<\/w:rPr><w:t xml:space="preserve">/g, '')
    .replaceAll('\u0001', '')
}

describe('comments in a Word document', () => {
  it('stand at the words, and nothing else is changed', () => {
    const body =
      styled('Rubrik1', 'Skolan') +
      paragraph(`${run('Vi erhålla &amp; ')}${run('be', '<w:b/>')}${run('handlar &#x1F600; ärendet i år')}`)
    const before = makeWord(body, { 'word/media/bild.png': '\u0000\u0001bild' })
    const after = annotate(before, 'Skolan', 'erhålla', '& behandlar', '😀 är', 'år')
    expect(anchored(after)).toEqual({
      Skolan: 'Om ”Skolan”|1 &lt; 2 &amp; 3',
      erhålla: 'Om ”erhålla”|1 &lt; 2 &amp; 3',
      '&amp; behandlar': 'Om ”&amp; behandlar”|1 &lt; 2 &amp; 3',
      '&#x1F600; är': 'Om ”😀 är”|1 &lt; 2 &amp; 3',
      år: 'Om ”år”|1 &lt; 2 &amp; 3',
    })
    const [old, now] = [partsOf(before), partsOf(after)]
    expect(withoutAnchors(now[main]!)).toBe(old[main])
    const added = [main, 'word/_rels/document.xml.rels', '[Content_Types].xml']
    for (const [name, text] of Object.entries(old)) if (!added.includes(name)) expect(now[name], name).toBe(text)
    expect(Object.keys(now)).toEqual([...Object.keys(old), 'word/comments.xml'])
    expect(now['word/comments.xml']).toContain('w:author="Klarspråk" w:date="2026-05-04T03:02:01Z" w:initials="K"')
    expect(now['[Content_Types].xml']).toContain('<Override PartName="/word/comments.xml"')
    expect(now['word/_rels/document.xml.rels']).toContain('Target="/word/comments.xml"')
    expect(readOffice(after).source).toBe(readOffice(before).source)
  })

  it('come after those that are there', () => {
    const mine = `<w:comment w:id="4" w:author="Eva">${paragraph('Bra')}</w:comment>`
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`
    const body = paragraph(
      `<w:commentRangeStart w:id="4"/>${run('Vi erhålla svar.')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>`,
    )
    const file = (comments: string) =>
      makeWord(body, { 'word/comments.xml': comments, 'word/_rels/document.xml.rels': relations })
    const before = file(makePart('comments', mine))
    const after = annotate(before, 'erhålla')
    expect(anchored(after)).toMatchObject({ 'Vi erhålla svar.': 'Bra', erhålla: 'Om ”erhålla”|1 &lt; 2 &amp; 3' })
    const [old, now] = [partsOf(before), partsOf(after)]
    expect(now['word/comments.xml']).toContain(mine)
    for (const name of Object.keys(old)) if (!/document\.xml$|comments/.test(name)) expect(now[name]).toBe(old[name])
    expect(anchored(annotate(after, 'erhålla', 'svar'))).toHaveProperty('svar')
    // A part of one tag, and one that has another prefix.
    const ns = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    expect(anchored(annotate(file(`<w:comments xmlns:w="${ns}"/>`), 'svar'))).toHaveProperty('svar')
    expect(partsOf(annotate(file(`<x:comments xmlns:x="${ns}"/>`), 'svar'))['word/comments.xml']).toContain(
      `<w:comment xmlns:w="${ns}"`,
    )
  })

  it('stand in links, insertions and cells, over several runs and paragraphs, and about images', () => {
    const image =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="Bild"/><a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing></w:r>'
    const body =
      paragraph(
        `${run('Läs ')}<w:hyperlink r:id="rId9">${run('om skolan')}</w:hyperlink><w:ins w:id="9">${run(' nu')}</w:ins><w:del w:id="8"><w:r><w:delText>bort</w:delText></w:r></w:del>${run('. Slut')}`,
      ) +
      `<w:tbl><w:tr><w:tc><w:tcPr/>${paragraph(`<w:r><w:t>Ett</w:t><w:tab/><w:t>två</w:t></w:r>`)}</w:tc></w:tr></w:tbl>` +
      paragraph(run('Mer. ') + image)
    const after = annotate(makeWord(body), 'skolan nu. S', 'två', 'Ett ', 'Bild', 'Slut\n\nEtt')
    expect(Object.keys(anchored(after))).toEqual(['skolan nu. S', 'SlutEtt', 'Ett\t', 'två', ''])
    expect(readOffice(after).source).toBe(readOffice(makeWord(body)).source)
  })

  it('about a note or a text box stand where it is referred to', () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${paragraph('I rutan.')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>`
    const body = paragraph(`${run('Text')}<w:r><w:footnoteReference w:id="2"/></w:r>${box}`)
    const notes = makePart('footnotes', `<w:footnote w:id="2">${paragraph('En not.')}</w:footnote>`)
    const after = annotate(makeWord(body, { 'word/footnotes.xml': notes }), 'not', 'rutan')
    const xml = partsOf(after)[main]!
    expect(xml).toMatch(
      /<w:commentRangeStart w:id="(\d+)"\/><w:r><w:footnoteReference w:id="2"\/><\/w:r><w:commentRangeEnd w:id="\1"\/>/,
    )
    expect(xml).toMatch(
      /<w:commentRangeStart w:id="(\d+)"\/><w:r><mc:AlternateContent>.*<\/w:r><w:commentRangeEnd w:id="\1"\/>/,
    )
  })

  it('about what has no words stand at the nearest that has', () => {
    const file = makeWord(paragraph('Vi svarar.'))
    expect(Object.keys(anchored(annotateWord(file, [{ start: 3, end: 3, text: ['Här'] }], author)))).toEqual([
      'Vi svarar.',
    ])
    const empty = makeWord(styled('Rubrik1', run('')) + paragraph('Text.'))
    expect(Object.keys(anchored(annotateWord(empty, [{ start: 0, end: 0, text: ['Här'] }], author)))).toEqual(['Text.'])
  })
})
