import { describe, expect, it } from 'vitest'
import { readDocument } from '../src/index.ts'
import { onlyBlock, outline, sourceOf } from './outline.ts'

const read = (source: string) => readDocument(source, { format: 'markdown' })

describe('the text of a Markdown block', () => {
  it.each([
    ['Vatten &amp; avlopp', '&', '&amp;'],
    ['Skicka in f&ouml;rfr&aring;gan', 'förfrågan', 'f&ouml;rfr&aring;gan'],
    ['Det g&auml;ller dig', 'gäller', 'g&auml;ller'],
    ['Avgift 50&nbsp;kr', '50\u00A0kr', '50&nbsp;kr'],
    ['A&#229; och &#xE4;', 'å och ä', '&#229; och &#xE4;'],
    ['Du ska **er**hålla den', 'erhålla', 'er**hålla'],
    ['Du ska er**hålla** den', 'erhålla', 'er**hålla'],
    ['Du [kan *an*söka](https://kommunen.se) nu', 'ansöka', 'an*söka'],
    ['Du [kan *an*söka](https://kommunen.se) nu', 'nu', 'nu'],
    ['bygg\u00ADlovs\u00ADansökan skickas', 'bygglovsansökan', 'bygg\u00ADlovs\u00ADansökan'],
    ['bygg&shy;lov söks', 'bygglov', 'bygg&shy;lov'],
    ['noll\u200Bbredd syns', 'nollbredd', 'noll\u200Bbredd'],
    ['Grattis 🎉👩‍🚒 till alla', '👩‍🚒', '👩‍🚒'],
    ['Grattis 🎉👩‍🚒 till alla', 'till', 'till'],
    ['\uFEFFVälkommen hit', 'Välkommen', 'Välkommen'],
    ['Tecknet \\* är en stjärna', '*', '\\*'],
    ['Tecknet \\* är en stjärna', 'är', 'är'],
    ['Läs `npm start` först', 'npm start', 'npm start'],
    ['Det ~~gamla~~ nya', 'gamla', 'gamla'],
    ['Rad ett\r\nrad två', 'ett rad', 'ett\r\nrad'],
    ['Rad ett\rrad två', 'två', 'två'],
    ['Rad ett  \r\nrad två', 'ett\nrad', 'ett  \r\nrad'],
    ['Rad ett\\\nrad två', 'ett\nrad', 'ett\\\nrad'],
    ['Rad ett<br>rad två', 'ett\nrad', 'ett<br>rad'],
    ['Ord <b>fe</b>ta är kvar', 'feta', 'fe</b>ta'],
    ['> Två rader\n> i ett citat', 'rader i', 'rader\n> i'],
    ['- Två rader\n  i en punkt', 'rader i', 'rader\n  i'],
    ['> - Två\n>   rader', 'Två rader', 'Två\n>   rader'],
  ])('%j holds %j', (source, words, expected) => {
    expect(sourceOf('markdown', source, words)).toBe(expected)
  })
  it('keeps what only looks like markup', () => {
    expect(onlyBlock('markdown', 'AT&T, 5 * 3, a_b_c, &okänd; och <inte').text).toBe(
      'AT&T, 5 * 3, a_b_c, &okänd; och <inte',
    )
  })
  it('marks what stands in it', () => {
    const { text, marks } = onlyBlock(
      'markdown',
      'En [länk](https://a.se "titel"), *vikt*, **styrka**, `kod`, ~~bort~~, ”citat” och <https://b.se>',
    )
    expect(marks.map(({ start, end, ...mark }) => ({ ...mark, text: text.slice(start, end) }))).toEqual(
      expect.arrayContaining([
        { type: 'link', href: 'https://a.se', title: 'titel', text: 'länk' },
        { type: 'emphasis', text: 'vikt' },
        { type: 'strong', text: 'styrka' },
        { type: 'code', text: 'kod' },
        { type: 'delete', text: 'bort' },
        { type: 'quote', text: '”citat”' },
        { type: 'link', href: 'https://b.se', text: 'https://b.se' },
      ]),
    )
    expect(marks).toHaveLength(7)
  })
  it('follows a link to its definition', () => {
    const { blocks } = read('Läs [mer] och [annat][mer].\n\n[mer]: https://a.se "Mer"')
    expect(blocks).toHaveLength(1)
    expect(blocks[0]!.marks).toMatchObject([
      { type: 'link', href: 'https://a.se', start: 4, end: 7 },
      { type: 'link', href: 'https://a.se', start: 12, end: 17 },
    ])
  })
})

describe('the blocks of a Markdown document', () => {
  it('are headings with levels', () => {
    expect(outline('markdown', '# Ett\n\n###### Sex ######\n\nUnder\n=====\n\nMindre\n---\n')).toEqual([
      'heading 1: Ett',
      'heading 6: Sex',
      'heading 1: Under',
      'heading 2: Mindre',
    ])
  })
  it('are list items with their place', () => {
    const { blocks } = read('- ett\n- två\n  1. inre\n\n     mer\n- tre\n')
    expect(blocks.map(({ text, list }) => [text, list?.index, list?.depth, list?.ordered])).toEqual([
      ['ett', 0, 0, false],
      ['två', 1, 0, false],
      ['inre', 0, 1, true],
      ['mer', 0, 1, true],
      ['tre', 2, 0, false],
    ])
    expect(new Set(blocks.map(({ list }) => list?.id)).size).toBe(2)
    expect(blocks[2]!.list).toEqual(blocks[3]!.list)
  })
  it('are table cells with row and column', () => {
    const { blocks } = read('| Avgift | Kr |\n|---|--:|\n| Liten \\| stor | **20** |\n')
    expect(blocks.map(({ kind, text, table }) => [kind, text, table?.row, table?.column, table?.header])).toEqual([
      ['tableCell', 'Avgift', 0, 0, true],
      ['tableCell', 'Kr', 0, 1, true],
      ['tableCell', 'Liten | stor', 1, 0, false],
      ['tableCell', '20', 1, 1, false],
    ])
  })
  it('are quotes and dialogue', () => {
    const { blocks } = read('> Vi är glada\n> och nöjda.\n\n– Det är bra, säger hon.\n\nVanlig text.')
    expect(blocks.map(({ kind, text, quoted }) => [kind, text, quoted])).toEqual([
      ['quote', 'Vi är glada och nöjda.', true],
      ['paragraph', '– Det är bra, säger hon.', true],
      ['paragraph', 'Vanlig text.', false],
    ])
  })
  it('are code, fenced and indented', () => {
    expect(outline('markdown', '```js\nlet a\n```\n\n~~~\n# b\n~~~\n\n    c &amp; d\n\nText')).toEqual([
      'code: let a',
      'code: # b',
      'code: c &amp; d',
      'paragraph: Text',
    ])
  })
  it('are the alternative texts of images', () => {
    const { blocks } = read('Se ![Karta &ouml;ver sjön](karta.png) här.\n\n![](tom.png)')
    expect(blocks.map(({ kind, text, missing }) => [kind, text, missing])).toEqual([
      ['paragraph', 'Se här.', undefined],
      ['altText', 'Karta över sjön', undefined],
      ['altText', '', true],
    ])
  })
  it('are footnotes without their marks', () => {
    expect(outline('markdown', 'Text[^1] här.\n\n[^1]: Noten.')).toEqual(['paragraph: Text här.', 'paragraph: Noten.'])
  })
  it('are the text of embedded HTML', () => {
    expect(outline('markdown', '<div>Ruta med <b>fet</b>stil</div>\n\n<script>nej()</script>\n\nText')).toEqual([
      'paragraph: Ruta med fetstil',
      'paragraph: Text',
    ])
  })
  it('take what HTML elements around them say', () => {
    const { blocks } = read(
      '<div lang="en">\n\nHello.\n\n- there\n\n</div>\n\nHej.\n\n<div class="ingress">\n\nKort.\n\n</div>\n\n<section hidden>\n\nDold ![](x).\n\n</section>\n\nSlut.',
    )
    expect(blocks.map(({ kind, text, lang }) => [kind, text, lang])).toEqual([
      ['paragraph', 'Hello.', 'en'],
      ['listItem', 'there', 'en'],
      ['paragraph', 'Hej.', undefined],
      ['lead', 'Kort.', undefined],
      ['paragraph', 'Slut.', undefined],
    ])
  })
  it('have no second space where something is left out, and keep those that are written', () => {
    expect(onlyBlock('markdown', 'Ett <!-- x --> två <b> tre</b>, fyra  fem').text).toBe('Ett två tre, fyra  fem')
  })
  it('have the link of an image with its alternative text', () => {
    const [block] = read('[![Karta](k.png)](/karta)').blocks
    expect(block).toMatchObject({ kind: 'altText', marks: [{ type: 'link', href: '/karta', start: 0, end: 5 }] })
  })
  it('have links from addresses', () => {
    const { marks, text } = onlyBlock('markdown', 'Mejla a@b.se eller läs på www.a.se och https://b.se/x.')
    expect(marks.map(({ start, end, href }) => [text.slice(start, end), href])).toEqual([
      ['a@b.se', 'mailto:a@b.se'],
      ['www.a.se', 'http://www.a.se'],
      ['https://b.se/x', 'https://b.se/x'],
    ])
  })
  it('are list items without their task boxes', () => {
    expect(outline('markdown', '- [x] klart\n- [ ] kvar')).toEqual(['listItem: klart', 'listItem: kvar'])
  })
  it('are a signature', () => {
    expect(outline('markdown', 'Välkommen!\n\nMed vänlig hälsning\n\nAnna Ek\n\nkommunikatör')).toEqual([
      'paragraph: Välkommen!',
      'contact: Med vänlig hälsning',
      'contact: Anna Ek',
      'contact: kommunikatör',
    ])
  })
  it('are a lead after the title, and a heading by looks only', () => {
    const { blocks } = read('# Titel\n\n**Det viktigaste först.**\n\nText.\n\n**Så ansöker du**\n\nMer text.')
    expect(blocks.map(({ kind, looksLikeHeading }) => [kind, looksLikeHeading ?? false])).toEqual([
      ['heading', false],
      ['lead', false],
      ['paragraph', false],
      ['paragraph', true],
      ['paragraph', false],
    ])
  })
  it('are contact details', () => {
    expect(outline('markdown', 'Text.\n\nAnna Ek, 08-123 45 67, anna@kommunen.se')[1]).toBe(
      'contact: Anna Ek, 08-123 45 67, anna@kommunen.se',
    )
  })
  it('are none in an empty document', () => {
    expect(read('').blocks).toEqual([])
    expect(read(' \r\n\n').blocks).toEqual([])
  })
})

describe('what has no text', () => {
  it.each([
    ['## Karta\n\n<iframe src="a"></iframe>\n\n## Slut', true],
    ['## Anmäl\n\n<form><input></form>\n\nText', true],
    ['## Bild\n\n<img src="a" alt="">\n', true],
    ['## Kod\n\n<!-- x -->\n\nText', undefined],
    ['## Slut\n\nText', undefined],
  ])('is known to follow a heading in %j', (source, embeds) => {
    expect(read(source).blocks[0]!.embeds).toBe(embeds)
  })
})

describe('front matter', () => {
  it('has no key where a broken one has none', () => {
    const { frontMatter } = read('---\ntitel: a\n: : b\n---\n')
    expect(Object.keys(frontMatter.keys)).toEqual(['titel'])
    expect(frontMatter.error).toBeDefined()
  })
  it('gives data, places and a language', () => {
    const source = '---\ntitle: Hej\nlang: sv\n---\n\n# Text\n'
    const { frontMatter, lang, blocks } = read(source)
    expect(frontMatter.data).toEqual({ title: 'Hej', lang: 'sv' })
    expect(frontMatter.error).toBeUndefined()
    expect(source.slice(frontMatter.keys.lang!.start, frontMatter.keys.lang!.end)).toContain('lang')
    expect(source.slice(frontMatter.range!.start, frontMatter.range!.end)).toBe('---\ntitle: Hej\nlang: sv\n---')
    expect(lang).toBe('sv')
    expect(blocks.map(({ text, lang }) => [text, lang])).toEqual([['Text', 'sv']])
  })
  it.each(['---\ntitle: [Hej\n: : x\n---\n\nText', '---\na: "b\n---\n\nText', '---\n\ta: {\n---\n\nText'])(
    'that is broken is said, not thrown: %j',
    (source) => {
      const { frontMatter, blocks } = read(source)
      const { message, start, end } = frontMatter.error!
      expect(message).toMatch(/^\p{Lu}.*\.$/u)
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeGreaterThanOrEqual(start)
      expect(end).toBeLessThanOrEqual(frontMatter.range!.end)
      expect(blocks.map(({ text }) => text)).toEqual(['Text'])
    },
  )
  it('stands first or not at all', () => {
    expect(read('Text\n\n---\na: b\n---\n').frontMatter).toEqual({ data: {}, keys: {} })
  })
})

describe('directives', () => {
  it('are read wherever a comment stands, and are no text', () => {
    const source =
      '<!-- klarsprak-ignore lang-mening, passiv-form: citat ur lagen -->\n\nText <!-- klarsprak-ignore-start --> mer\n\n<!-- klarsprak-ignore-end -->\n\n<!-- klarsprak-ignore-file x -->\n\n<!-- klarsprak-ignor x -->\n\n<!-- vanlig -->'
    const { directives, blocks } = read(source)
    expect(blocks.map(({ text }) => text)).toEqual(['Text mer'])
    expect(directives.map(({ type, rules, reason }) => [type, rules, reason])).toEqual([
      ['ignore', ['lang-mening', 'passiv-form'], 'citat ur lagen'],
      ['ignore-start', [], ''],
      ['ignore-end', [], ''],
      ['ignore-file', ['x'], ''],
      ['unknown', ['x'], ''],
    ])
    for (const { name, start, end } of directives) {
      expect(source.slice(start, end)).toMatch(new RegExp(`^<!-- ${name}\\b.*-->$`))
    }
  })
  it('are not read in code', () => {
    expect(read('```\n<!-- klarsprak-ignore x -->\n```\n\n`<!-- klarsprak-ignore x -->`').directives).toEqual([])
  })
})
