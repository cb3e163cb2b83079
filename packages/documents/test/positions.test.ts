import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Format, readDocument } from '../src/index.ts'

/** A piece of running text: how it is written, and what a reader sees. */
type Piece = readonly [written: string, seen: string]

const plain: readonly Piece[] = [
  ...['ord', 'Kommunen', 'å', 'ÄÖ', '5', '§', '🎉', '👩‍🚒', '–', '50\u00A0kr', 'AT', '%', '…'].map(
    (word): Piece => [word, word],
  ),
  ['bygg\u00ADlov', 'bygglov'],
  ['noll\u200Bbredd', 'nollbredd'],
  ['\u00AD', ''],
]
const references: readonly Piece[] = [
  ['&amp;', '&'],
  ['&auml;', 'ä'],
  ['&Ouml;', 'Ö'],
  ['&nbsp;', '\u00A0'],
  ['&lt;', '<'],
  ['&#229;', 'å'],
  ['&#xE4;', 'ä'],
  ['&#x1F389;', '🎉'],
  ['&amp;auml;', '&auml;'],
]
const running: Record<Format, readonly Piece[]> = {
  text: plain,
  markdown: [
    ...[...plain, ...references],
    ['\\*', '*'],
    ['\\_', '_'],
    ['\\\\', '\\'],
    ['**er**hålla', 'erhålla'],
    ['er*hålla*', 'erhålla'],
    ['[l&auml;nk](https://a.se)', 'länk'],
    ['[**lä**nk](https://a.se "t&amp;t")', 'länk'],
    ['<b>fe</b>ta', 'feta'],
    ['text<!-- dold -->text', 'texttext'],
  ],
  html: [
    ...[...plain, ...references],
    ['&shy;', ''],
    ['&copy', '©'],
    ['<b>er</b>hålla', 'erhålla'],
    ['er<em>h&aring;lla</em>', 'erhålla'],
    ['<a href="/a?b&amp;c">länk</a>', 'länk'],
    ['text<!-- dold -->text', 'texttext'],
    ['bygg<wbr>lov', 'bygglov'],
    ['**inte fet**', '**inte fet**'],
  ],
}

/** Spaces between pieces; a line may end in any of the three ways. */
const gaps = [' ', ' ', ' ', '\n', '\r\n', '\r']

/** How a paragraph is wrapped: what comes before its first line, before the others, and after it. */
const wrappings: Record<Format, readonly (readonly [first: string, next: string, after: string])[]> = {
  text: [['', '', '']],
  markdown: [
    ['', '', ''],
    ['> ', '> ', ''],
    ['- ', '  ', ''],
    ['1. ', '   ', ''],
    ['> - ', '>   ', ''],
  ],
  html: [
    ['<p>', '', '</p>'],
    ['<ul><li>', '  ', '</li></ul>'],
    ['<blockquote>\n<p class="a">', '\t', '</blockquote>'],
    ['<table><tr><td>', '', '</table>'],
  ],
}

interface Paragraph {
  written: string
  seen: string
}

/** Each paragraph begins and ends with a word, so that no piece turns into a marker or is trimmed. */
function paragraphOf(format: Format): fc.Arbitrary<Paragraph> {
  const part = fc.record({
    gap: fc.option(fc.constantFrom(...gaps), { nil: '' }),
    piece: fc.constantFrom(...running[format]),
  })
  return fc
    .record({ parts: fc.array(part, { maxLength: 12 }), wrapping: fc.constantFrom(...wrappings[format]) })
    .map(({ parts, wrapping: [first, next, after] }) => {
      let written = `${first}Början`
      let seen = 'Början'
      for (const { gap, piece } of [...parts, { gap: ' ', piece: ['är slut.', 'är slut.'] as const }]) {
        // Between words always a space: markup that touches another piece may mean something else.
        const space = gap || ' '
        written += /[\r\n]/.test(space) ? `${space}${next}` : space
        // Nothing to see between two spaces leaves one; a line that begins with a dash would be a list.
        const isMarker = /[\r\n]/.test(space) && /^(?:–|5|\u00AD$|&shy;)/.test(piece[0])
        written += isMarker ? `x${piece[0]}` : piece[0]
        seen += ` ${isMarker ? 'x' : ''}${piece[1]}`
      }
      return { written: written + after, seen }
    })
}

const REFERENCES: Record<string, string> = {
  amp: '&',
  auml: 'ä',
  Ouml: 'Ö',
  nbsp: '\u00A0',
  lt: '<',
  aring: 'å',
  shy: '',
  copy: '©',
}

/** What the source of one range says: a second, small reader that knows the pieces above and nothing else. */
function decoded(source: string, format: Format): string {
  let text = source
  if (format !== 'text') {
    text = text.replace(/<!--.*?-->/gs, '').replace(/<\/?(?:b|em|wbr|a)\b[^>]*>/g, '')
  }
  if (format === 'markdown') {
    text = text
      .replace(/(\r\n|\n|\r)(?:> {0,3}| {2,3})/g, '$1')
      .replace(/\]\([^)]*\)/g, '')
      .replace(/(?<!\\)[*[]/g, '')
      .replace(/\\([*_\\])/g, '$1')
  }
  if (format !== 'text') {
    text = text.replace(/&(?:#x([\dA-F]+)|#(\d+)|([a-zA-Z]+?));|&copy/g, (whole, hex, decimal, name) => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
      if (decimal) return String.fromCodePoint(Number(decimal))
      return name === undefined ? '©' : (REFERENCES[name] ?? whole)
    })
  }
  return text.replace(/[\u00AD\u200B]/g, '').replace(/[ \t\r\n]+/g, ' ')
}

/** True where an offset falls between the two halves of a character outside the basic plane. */
const splitsSurrogates = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text[at] ?? '')

describe.each(['markdown', 'html', 'text'] as const)('positions in %s', (format) => {
  it('lead from every range of a block to the source that says the same', () => {
    const paragraphs = fc.array(paragraphOf(format), { minLength: 1, maxLength: 5 })
    const mark = fc.constantFrom('', '\uFEFF')
    fc.assert(
      fc.property(paragraphs, mark, (made, byteOrderMark) => {
        const separator = format === 'markdown' ? '\n\n<!-- skilj -->\n\n' : '\n\n'
        const { source, blocks } = readDocument(byteOrderMark + made.map(({ written }) => written).join(separator), {
          format,
        })
        const flat = (text: string) => text.replace(/[ \n]+/g, ' ')
        expect(blocks.map(({ text }) => flat(text))).toEqual(made.map(({ seen }) => flat(seen)))
        for (const { text, map } of blocks) {
          for (let start = 0; start < text.length; start++) {
            if (splitsSurrogates(text, start)) continue
            for (let end = start + 1; end <= text.length; end++) {
              if (splitsSurrogates(text, end)) continue
              const range = map.range(start, end)
              const said = decoded(source.slice(range.start, range.end), format)
              const expected = flat(text.slice(start, end))
              if (said !== expected) {
                expect({ said, from: source.slice(range.start, range.end) }).toEqual({ said: expected, from: text })
              }
            }
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
