import { describe, expect, it } from 'vitest'
import { DocumentError, readDocument } from '../src/index.ts'
import { onlyBlock, outline, sourceOf } from './outline.ts'

const read = (source: string) => readDocument(source, { format: 'html' })
const page = (body: string) =>
  `<!doctype html><html lang="sv"><head><title>Bygga</title></head><body>${body}</body></html>`

function fault(source: string, main: string): DocumentError {
  try {
    readDocument(source, { format: 'html', main })
  } catch (error) {
    if (error instanceof DocumentError) return error
    throw error
  }
  throw new Error('read')
}

describe('the text of an HTML block', () => {
  it.each([
    ['<p>Vatten &amp; avlopp</p>', '&', '&amp;'],
    ['<p>F&ouml;r dig g&auml;ller</p>', 'gäller', 'g&auml;ller'],
    ['<p>h&aring utan slut</p>', 'hå', 'h&aring'],
    ['<p>50&nbsp;kr</p>', '50\u00A0kr', '50&nbsp;kr'],
    ['<p>&#229; och &#xE4;</p>', 'å och ä', '&#229; och &#xE4;'],
    ['<p>Du ska <b>er</b>hålla den</p>', 'erhålla', 'er</b>hålla'],
    ['<p>Du ska er<em>hålla</em> den</p>', 'erhålla', 'er<em>hålla'],
    ['<p>bygg&shy;lovs\u00ADansökan</p>', 'bygglovsansökan', 'bygg&shy;lovs\u00ADansökan'],
    ['<p>bygg<wbr>lov</p>', 'bygglov', 'bygg<wbr>lov'],
    ['<p>Grattis 🎉 till alla</p>', '🎉 till', '🎉 till'],
    ['\uFEFF<p>Välkommen</p>', 'Välkommen', 'Välkommen'],
    ['<p>Rad ett\r\n   rad två</p>', 'ett rad', 'ett\r\n   rad'],
    ['<p>Rad\rett &amp; två</p>', 'ett & två', 'ett &amp; två'],
    ['<p>Rad ett<br>\n rad två</p>', 'två', 'två'],
    ['<p>Text<!-- inte med --> här</p>', 'Text här', 'Text<!-- inte med --> här'],
  ])('%j holds %j', (source, words, expected) => {
    expect(sourceOf('html', source, words)).toBe(expected)
  })
  it('breaks its lines at br only', () => {
    expect(onlyBlock('html', '<p>  ett\n\n två<br>tre  </p>').text).toBe('ett två\ntre')
  })
  it('marks what stands in it', () => {
    const { text, marks } = onlyBlock(
      'html',
      '<p><a href="/x?a&amp;b">länk</a> <strong>stark</strong> <i>vikt</i> <code>kod</code> <span lang="en">word</span> <abbr title="Europeiska unionen">EU</abbr> <del>bort</del></p>',
    )
    expect(marks.map(({ start, end, ...mark }) => ({ ...mark, text: text.slice(start, end) }))).toEqual([
      { type: 'link', href: '/x?a&b', text: 'länk' },
      { type: 'strong', text: 'stark' },
      { type: 'emphasis', text: 'vikt' },
      { type: 'code', text: 'kod' },
      { type: 'language', lang: 'en', text: 'word' },
      { type: 'abbreviation', title: 'Europeiska unionen', text: 'EU' },
      { type: 'delete', text: 'bort' },
    ])
  })
})

describe('the blocks of HTML', () => {
  it('are what the elements say', () => {
    expect(
      outline(
        'html',
        '<h2>Rubrik</h2><div role="heading" aria-level="3">Roll</div><p class="ingress">Ingress</p><div>bar<p>stycke</p>efter</div><blockquote><p>citat</p></blockquote><pre>kod</pre><figure><figcaption>bildtext</figcaption></figure>',
      ),
    ).toEqual([
      'heading 2: Rubrik',
      'heading 3: Roll',
      'lead: Ingress',
      'paragraph: bar',
      'paragraph: stycke',
      'paragraph: efter',
      'quote: citat',
      'code: kod',
      'caption: bildtext',
    ])
  })
  it('are list items with their place', () => {
    const { blocks } = read('<ul><li>a<li>b<ol><li>c</ol></ul>')
    expect(blocks.map(({ text, list }) => [text, list?.index, list?.depth, list?.ordered])).toEqual([
      ['a', 0, 0, false],
      ['b', 1, 0, false],
      ['c', 0, 1, true],
    ])
  })
  it('are table cells with their place', () => {
    const { blocks } = read('<table><caption>Avgifter</caption><tr><th>Typ<th>Kr<tr><td>Liten<td>20</table>')
    expect(blocks.map(({ kind, text, table }) => [kind, text, table?.row, table?.column, table?.header])).toEqual([
      ['caption', 'Avgifter', undefined, undefined, undefined],
      ['tableCell', 'Typ', 0, 0, true],
      ['tableCell', 'Kr', 0, 1, true],
      ['tableCell', 'Liten', 1, 0, false],
      ['tableCell', '20', 1, 1, false],
    ])
  })
  it('are the alternative texts of images, and the lack of one', () => {
    const { blocks } = read('<img src="a" alt="Sj&ouml; &amp; skog"><img src="b"><img src="c" alt="">')
    expect(blocks.map(({ kind, text, missing }) => [kind, text, missing])).toEqual([
      ['altText', 'Sjö & skog', undefined],
      ['altText', '', true],
    ])
  })
  it('leave out what nobody reads', () => {
    expect(
      outline(
        'html',
        '<p>Text</p><script>a</script><style>b</style><template>c</template><noscript>d</noscript><svg><text>e</text></svg><p hidden>f</p><p aria-hidden="true">g</p><p style="display: none">h</p>',
      ),
    ).toEqual(['paragraph: Text'])
  })
  it('are divided by two line breaks, not by one', () => {
    expect(outline('html', '<p>ett<br>två<br>&nbsp;<br>tre <b>fyra<br><br>fem</b></p>')).toEqual([
      'paragraph: ett\ntvå',
      'paragraph: tre fyra',
      'paragraph: fem',
    ])
    expect(read('<p>a <b>fyra<br><br>fem</b></p>').blocks.map(({ marks }) => marks)).toEqual([
      [{ type: 'strong', start: 2, end: 6 }],
      [{ type: 'strong', start: 0, end: 3 }],
    ])
  })
  it('have the text of tables that only arrange a page', () => {
    expect(outline('html', '<table><tr><td><h1>Brev</h1><p>Text</p></td></tr></table>')).toEqual([
      'heading 1: Brev',
      'paragraph: Text',
    ])
    expect(outline('html', '<table role="presentation"><tr><td>a</td><td>b</td></tr></table>')).toEqual([
      'paragraph: a',
      'paragraph: b',
    ])
  })
  it('have the columns that their spans make', () => {
    const { blocks } = read('<table><thead><tr><td>a</td><td colspan="2">b</td><td>c</td></thead><tr><td>d</table>')
    expect(blocks.map(({ table }) => [table?.row, table?.column, table?.header])).toEqual([
      [0, 0, true],
      [0, 1, true],
      [0, 3, true],
      [1, 0, false],
    ])
  })
  it('are terms and definitions of one list', () => {
    const { blocks } = read('<dl><dt>Avgift<dd>20 kr<dt>Tid<dd>en dag</dl>')
    expect(blocks.map(({ text, list }) => [text, list?.id, list?.index, list?.part])).toEqual([
      ['Avgift', 0, 0, 'term'],
      ['20 kr', 0, 1, 'definition'],
      ['Tid', 0, 2, 'term'],
      ['en dag', 0, 3, 'definition'],
    ])
  })
  it('keep a heading without words, with its place', () => {
    const source = '<h2>Ansök</h2><h2> &nbsp;</h2><p>Text</p><h3><img src="a" alt="Karta"></h3>'
    const { blocks } = read(source)
    expect(blocks.map(({ kind, level, text, missing }) => [kind, level, text, missing])).toEqual([
      ['heading', 2, 'Ansök', undefined],
      ['heading', 2, '', true],
      ['paragraph', 0, 'Text', undefined],
      ['altText', 0, 'Karta', undefined],
    ])
    expect(source.slice(blocks[1]!.source.start, blocks[1]!.source.end)).toBe('<h2> &nbsp;</h2>')
  })
  it.each([
    ['<h2>Karta</h2><iframe src="a"></iframe>', true],
    ['<h2>Fråga</h2><div hidden>Svar</div>', true],
    ['<h2>Bild</h2><img src="a" alt="">', true],
    ['<h2>Ansök</h2><script>x</script><p>Text</p>', undefined],
  ])('know whether something without text follows in %j', (source, embeds) => {
    expect(read(source).blocks[0]!.embeds).toBe(embeds)
  })
  it('carry what screen readers say of a link', () => {
    const labels = (source: string) => onlyBlock('html', source).marks.map(({ label }) => label)
    expect(labels('<p><a href="/x" aria-label="Läs om bygglov">Läs mer</a></p>')).toEqual(['Läs om bygglov'])
    expect(labels('<p><a href="/x" aria-labelledby="h">Läs mer</a></p>')).toEqual([''])
    expect(labels('<p><a href="/x">Läs mer<span class="sr-only"> om bygglov</span></a></p>')).toEqual([
      'Läs mer om bygglov',
    ])
    expect(labels('<p><a href="/x">Bygglov</a></p>')).toEqual([undefined])
  })
  it.each([
    ['<input type="image" src="a">', 1],
    ['<input type="image" src="a" alt="Sök">', 0],
    ['<svg role="img"><path d=""/></svg>', 1],
    ['<svg role="img"><title>Karta</title></svg>', 0],
    ['<svg><path d=""/></svg>', 0],
    ['<img src="a" width="1" height="1">', 0],
    ['<a href="/x"><img src="a" alt=""></a>', 1],
    ['<a href="/x"><img src="a" alt=""> Bygglov</a>', 0],
    ['<a href="/x" aria-label="Bygglov"><img src="a" alt=""></a>', 0],
  ])('%j lacks %i texts for pictures', (source, count) => {
    expect(read(source).blocks.filter(({ missing }) => missing)).toHaveLength(count)
  })
  it('leave out what only screen readers meet, and the numbers of notes', () => {
    expect(
      onlyBlock(
        'html',
        '<p>Läs <a href="/x">mer<span class="env-assistive-text"> Länk</span></a><sup><a href="#not1">1</a></sup> om m<sup>2</sup>.</p>',
      ).text,
    ).toBe('Läs mer om m2.')
  })
  it('keep words apart that a form field stands between', () => {
    expect(onlyBlock('html', '<p>Jag är<input>år och<select><option>x</select>bor här</p>').text).toBe(
      'Jag är år och bor här',
    )
  })
  it('are headings with buttons in them, and summaries that look like headings', () => {
    const { blocks } = read(
      '<h3><button>Avgifter</button></h3><details><summary>Vad kostar det</summary>Inget.</details><dialog>dold</dialog>',
    )
    expect(blocks.map(({ kind, text, looksLikeHeading }) => [kind, text, looksLikeHeading])).toEqual([
      ['heading', 'Avgifter', undefined],
      ['paragraph', 'Vad kostar det', true],
      ['paragraph', 'Inget.', undefined],
    ])
  })
  it('are contact details', () => {
    expect(outline('html', '<address>Storgatan 1</address><p>Anna Ek, 08-123 45 67</p>')).toEqual([
      'contact: Storgatan 1',
      'contact: Anna Ek, 08-123 45 67',
    ])
  })
  it('have the link of an image with its alternative text', () => {
    const [block] = read('<a href="/karta"><img src="k.png" alt="Karta"></a>').blocks
    expect(block).toMatchObject({ kind: 'altText', marks: [{ type: 'link', href: '/karta', start: 0, end: 5 }] })
  })
  it('have text that the parser moves where it stands in the source', () => {
    const source = '<p>ett<table>två<tr><td>tre<td>fyra</table>'
    for (const { text, map } of read(source).blocks) {
      const { start, end } = map.range(0, text.length)
      expect(source.slice(start, end)).toBe(text)
    }
    expect(outline('html', source)).toEqual(['paragraph: ett', 'paragraph: två', 'tableCell: tre', 'tableCell: fyra'])
  })
  it('stand in the source with their elements', () => {
    const source = '<ul> <li class="a">ett <i>två</i></li></ul> löst <p>tre'
    expect(read(source).blocks.map((block) => source.slice(block.source.start, block.source.end))).toEqual([
      '<li class="a">ett <i>två</i></li>',
      'löst',
      '<p>tre',
    ])
  })
  it('carry their language', () => {
    const { blocks, lang } = read('<html lang="sv"><body><p>ett</p><div lang="en"><p>two</p></div></body></html>')
    expect(lang).toBe('sv')
    expect(blocks.map((block) => [block.text, block.lang])).toEqual([
      ['ett', 'sv'],
      ['two', 'en'],
    ])
  })
  it('have directives between them', () => {
    const source = '<p>a</p><!-- klarsprak-ignore lang-mening: lagtext --><p>b</p>'
    const [directive] = read(source).directives
    expect(directive).toMatchObject({ type: 'ignore', rules: ['lang-mening'], reason: 'lagtext' })
    expect(source.slice(directive!.start, directive!.end)).toBe('<!-- klarsprak-ignore lang-mening: lagtext -->')
  })
})

describe('a whole page', () => {
  const frame = '<header>huvud</header><nav>meny</nav><div class="cookie-banner">Vi använder kakor</div>'
  it('is its main element', () => {
    expect(
      outline('html', page(`${frame}<p>utanför</p><main><h1>Bygga</h1><p>Text</p></main><footer>fot</footer>`)),
    ).toEqual(['heading 1: Bygga', 'paragraph: Text'])
    expect(outline('html', page(`${frame}<p>utanför</p><div role="main"><p>Text</p></div>`))).toEqual([
      'paragraph: Text',
    ])
  })
  it('without main is its body without header, menu, footer and cookie banner', () => {
    expect(outline('html', page(`${frame}<h1>Bygga</h1><p>Text</p><footer>fot</footer>`))).toEqual([
      'heading 1: Bygga',
      'paragraph: Text',
    ])
  })
  it.each(['id="cookie-consent"', 'class="box cookieconsent"'])('without main is its body without %s', (attribute) => {
    expect(outline('html', page(`<div ${attribute}>Vi använder kakor</div><p>Text</p>`))).toEqual(['paragraph: Text'])
  })
  it('with an empty main element is its body', () => {
    expect(outline('html', page('<main id="app"></main><div>Text</div>'))).toEqual(['paragraph: Text'])
  })
  it('leaves out asides with links and skip links, but not asides with text', () => {
    expect(
      outline(
        'html',
        page(
          '<a class="skip-link" href="#x">Hoppa</a><p>Text</p><aside><a href="/a">Länk</a></aside><aside>Fakta om vatten</aside>',
        ),
      ),
    ).toEqual(['paragraph: Text', 'paragraph: Fakta om vatten'])
  })
  it('keeps a page about cookies', () => {
    expect(outline('html', page('<main><div class="cookie-policy"><p>Så använder vi kakor</p></div></main>'))).toEqual([
      'paragraph: Så använder vi kakor',
    ])
  })
  it('keeps the header of an article', () => {
    expect(outline('html', page('<article><header><h1>Bygga</h1></header><p>Text</p></article>'))).toEqual([
      'heading 1: Bygga',
      'paragraph: Text',
    ])
  })
  it('has a title and its own settings', () => {
    const { title, frontMatter, fragment } = read(
      '<html><head><title>F&ouml;r dig</title><meta name="klarsprak:genre" content="brev"></head><body><p>a</p></body></html>',
    )
    expect(title).toBe('För dig')
    expect(frontMatter.data).toEqual({ genre: 'brev' })
    expect(fragment).toBe(false)
  })
  it('is not a fragment', () => {
    expect(read('<p>a</p>').fragment).toBe(true)
    expect(outline('html', 'Bara <b>ord</b>')).toEqual(['paragraph: Bara ord'])
  })
})

describe('a selector for the main content', () => {
  const source = page('<main><p>a</p></main><div id="x"><p>b</p><div class="y">c</div></div><div class="y">d</div>')
  it('chooses elements, the outermost of those inside each other', () => {
    expect(outline('html', source, { main: '#x' })).toEqual(['paragraph: b', 'paragraph: c'])
    expect(outline('html', source, { main: '.y' })).toEqual(['paragraph: c', 'paragraph: d'])
    expect(outline('html', source, { main: '#x, .y' })).toEqual(['paragraph: b', 'paragraph: c', 'paragraph: d'])
    expect(outline('html', source, { main: 'body > div > p' })).toEqual(['paragraph: b'])
  })
  it('must be valid', () => {
    for (const main of ['##[', '']) {
      expect(fault(source, main).code).toBe('invalid-selector')
      expect(fault(source, main).message).toBe(`”${main}” är ingen giltig CSS-selektor.`)
    }
  })
  it('must match', () => {
    expect(fault(source, '#saknas').code).toBe('no-match')
    expect(fault(source, '#saknas').message).toContain('”#saknas”')
  })
})
