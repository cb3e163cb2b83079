import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Document, DocumentError, decode, type Format, readDocument } from '../src/index.ts'

const formats: readonly Format[] = ['markdown', 'html', 'text']
/** Many times what any of these takes, far less than what a quadratic reader would. */
const SOON = 5000

/** Reads a text, which may be refused but not fail, and checks that what is read keeps inside it. */
function read(source: string, format: Format): Document | undefined {
  let document: Document
  try {
    document = readDocument(source, { format })
  } catch (error) {
    expect(error).toBeInstanceOf(DocumentError)
    expect((error as DocumentError).message).toMatch(/^\P{Ll}.*\.$/su)
    return undefined
  }
  document.blocks.forEach(({ index, text, map, source: { start, end } }, place) => {
    expect(index).toBe(place)
    const range = map.range(0, text.length)
    if (start < 0 || end < start || end > document.source.length) throw new Error(`${start}–${end} is outside`)
    if (text !== '' && (range.start < start || range.end > end)) throw new Error(`${text} is outside its block`)
  })
  return document
}

const many = 10_000
const long = 200_000
const mega = 1_000_000

const traps: Record<string, string> = {
  'nested quotes on one line': `${'>'.repeat(many)} djupt`,
  'nested quotes with spaces': `${'> '.repeat(many)}djupt`,
  'nested lists on one line': `${'- '.repeat(many)}djupt`,
  'nested ordered lists on one line': `${'1. '.repeat(many)}djupt`,
  'nested lists, ever deeper': Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- punkt`).join('\n'),
  'nested quotes, ever deeper': Array.from({ length: 1000 }, (_, depth) => `${'>'.repeat(depth)} citat`).join('\n'),
  'nested list elements': '<ul><li>'.repeat(many),
  'nested quote elements': `${'<blockquote>'.repeat(many)}djupt`,
  'nested inline elements': `${'<b>'.repeat(many)}djupt${'</b>'.repeat(many)}`,
  'unclosed elements': '<p>ett<div><span>två<b>tre'.repeat(300),
  'an unclosed tag': `<p>text<a href="${'x'.repeat(long)}`,
  'an unclosed comment': `text <!-- ${'ord '.repeat(many)}`,
  'many unclosed comments': '<!-- '.repeat(many),
  'an unclosed script': `<script>${'x<'.repeat(many)}`,
  'an unclosed fence': `\`\`\`\n${'kod\n'.repeat(many)}`,
  'an unclosed front matter': `---\n${'a: b\n'.repeat(many)}`,
  brackets: '['.repeat(long),
  'brackets in pairs': '[]('.repeat(many),
  images: '!['.repeat(many),
  asterisks: '*'.repeat(long),
  'asterisks around letters': '*a_ **b '.repeat(many),
  angles: '<'.repeat(long),
  'angles with letters': '<a '.repeat(many),
  backticks: Array.from({ length: 500 }, (_, length) => '`'.repeat(length)).join(' '),
  ampersands: '&'.repeat(long),
  references: '&amp'.repeat(many),
  backslashes: '\\'.repeat(long),
  pipes: `|${'a|'.repeat(2000)}\n|${'-|'.repeat(2000)}\n${'|'.repeat(2000)}`,
  dashes: '-'.repeat(long),
  'quotation marks': '”"'.repeat(many),
  'blank lines': '\r\n'.repeat(long),
  spaces: ' '.repeat(mega),
  'one line of a megabyte': 'Kommunen beslutar om bygglov inom tio veckor. '.repeat(22_000),
  'one word of a megabyte': 'å'.repeat(mega),
  'digits of a megabyte': '0'.repeat(mega),
}

describe.each(formats)('a trap read as %s ends soon', (format) => {
  it.each(Object.keys(traps))('%s', (name) => {
    const started = performance.now()
    read(traps[name]!, format)
    expect(performance.now() - started).toBeLessThan(SOON)
  })
})

describe('what is too much', () => {
  it('keeps the words of a deep quote', () => {
    expect(
      read(`${'> '.repeat(many)}djupt`, 'markdown')!
        .blocks.map(({ text }) => text)
        .join(''),
    ).toContain('jupt')
  })
  it('keeps a long line whole', () => {
    const line = 'Kommunen beslutar om bygglov inom tio veckor. '.repeat(22_000).trim()
    for (const format of formats) {
      expect(read(line, format)!.blocks.map(({ text }) => text.length)).toEqual([line.length])
    }
  })
  it('reads unclosed HTML to its end', () => {
    expect(read('<div><p>ett<p>två <b>tre', 'html')!.blocks.map(({ text }) => text)).toEqual(['ett', 'två tre'])
  })
})

describe('anything at all', () => {
  const noise = fc.array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '# ',
          '> ',
          '- ',
          '1. ',
          '    ',
          '\n',
          '\n\n',
          '\r\n',
          '\r',
          '\t',
          '```',
          '~~~',
          '---\n',
          '| ',
          '|-|',
          '*',
          '**',
          '_',
        ],
        ...[
          '[',
          '](',
          ')',
          '![',
          '[^1]',
          '[a]: ',
          '<',
          '>',
          '</',
          '<p>',
          '<div>',
          '</div>',
          '<!--',
          '-->',
          '<![CDATA[',
          '<?',
          ']]>',
        ],
        ...[
          '<table>',
          '<tr>',
          '<td>',
          '<ul>',
          '<li>',
          '<pre>',
          '<script>',
          '<title>',
          '<svg>',
          '<select>',
          '<main>',
          'lang="en"',
        ],
        ...[
          '&',
          '&amp',
          '&auml;',
          '&#0;',
          '&#x110000;',
          '&shy;',
          '\\',
          '`',
          '~~',
          '\u00AD',
          '\uFEFF',
          '\u200D',
          '\0',
          '🎉',
          '\uD83C',
        ],
        ...['ord', 'Från: a', '”', '"', '’', '–', '===', '<!-- klarsprak-ignore x: y -->', 'http://', 'a@b.se'],
      ),
      fc.string({ maxLength: 4, unit: 'binary' }),
    ),
    { maxLength: 40 },
  )
  it.each(formats)('is read as %s', (format) => {
    fc.assert(
      fc.property(noise, (pieces) => void read(pieces.join(''), format)),
      { numRuns: 400 },
    )
  })
  it.each(formats)('is read as %s from random bytes', (format) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        read(Buffer.from(bytes).toString('latin1'), format)
        try {
          read(decode(bytes).text, format)
        } catch (error) {
          expect(error).toBeInstanceOf(DocumentError)
        }
      }),
      { numRuns: 150 },
    )
  })
})
