import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BlockWriter } from '../src/block-writer.ts'
import { type Block, readDocument } from '../src/index.ts'
import { EventReader } from '../src/markdown/blocks.ts'
import { MarkdownParser } from '../src/markdown/parse.ts'
import { startAt } from '../src/pieces.ts'
import { refineBlocks } from '../src/refine.ts'

const parser = new MarkdownParser()

/** The same document read by micromark in one go, without any cut or short cut. */
function readWhole(source: string): BlockWriter {
  const definitions = parser.definitions(source)
  parser.define(definitions)
  const writer = new BlockWriter(startAt(0))
  new EventReader(source, 0, definitions, writer, undefined).read(parser.events(source))
  return writer
}

/** Blocks as plain data: a map as the places of every character. */
function dataOf(blocks: readonly Block[]): unknown[] {
  return blocks.map(({ map, ...block }) => ({
    ...block,
    places: Array.from({ length: block.text.length + 1 }, (_, offset) => [map.start(offset), map.end(offset)]),
  }))
}

const lines = [
  ...[
    'Ord här.',
    '**Fet** text',
    '# Rubrik',
    '## Två ##',
    '#rubrik',
    '> citat',
    '> > djupt',
    'text  ',
    'text\\',
    '12 nov',
  ],
  ...[
    '- a',
    ' - c',
    '  - d',
    '    - x',
    '1. ett',
    '2. två',
    '10. tio',
    '- ',
    '-',
    '1.',
    '+ x',
    '10) y',
    '    mer',
    '  två',
  ],
  ...[
    '```',
    '````',
    '~~~',
    '  ```',
    '   ~~~',
    '- ```',
    '> ```',
    '    kod',
    '\t',
    '\tx',
    '---',
    '===',
    '* * *',
    '- - -',
  ],
  ...[
    '<div>',
    '</div>',
    '<div lang=en>',
    '<div class=lead>',
    '<p hidden>',
    '<b>',
    '</b>',
    '<b>fet</b> text',
    '<pre>',
    '</pre>',
  ],
  ...['<!-- k -->', '<!--', '-->', '- <!--', '<script>', '</script>', '<?', '?>', '<!A', '>', '<![CDATA[', ']]>'],
  ...['[a]: /u "t"', '[a]', '[b][a]', '[a]:', '/url', '[^1]', '[^1]: not', '![bild](b.png)', '[x](http://a.se)'],
  ...[
    '| a | b |',
    '|---|---|',
    '| c | d |',
    'a|b',
    '-|-',
    'http://a.se',
    '<http://b.se>',
    'a@b.se',
    'www.a.se',
    '`kod`',
  ],
  ...['Å &amp; &auml;', '\u00A0', '\u00ADx', '*a', 'b*', '– Hej, sa hon.', '”Citat”', '~~bort~~', 'Rad.\f'],
]
const endings = ['\n', '\n', '\n', '\n\n', '\n\n', '\n\n\n', ' ', '\r\n', '\r\n\r\n', '\r', '\n \n', '\n\t\n', '']

const documents = fc
  .array(fc.tuple(fc.constantFrom(...lines), fc.constantFrom(...endings)), { maxLength: 14 })
  .map((parts) => parts.flat().join(''))
  // After indented code, micromark takes a list for a paragraph. Cut before it, the list is one.
  .filter((source) => !/(?: {4}|\t)[^\r\n]*(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)\s*>*(?:[-+*]|\d+[.)])/.test(source))
  .filter((source) => !/^---[ \t]*[\r\n]/.test(source))

describe('a Markdown document read in pieces', () => {
  it('gives the blocks that the whole gives', () => {
    fc.assert(
      fc.property(documents, (source) => {
        const { blocks, directives } = readDocument(source, { format: 'markdown' })
        const whole = readWhole(source)
        refineBlocks(whole.blocks)
        expect(dataOf(blocks)).toEqual(dataOf(whole.blocks))
        expect(directives).toEqual(whole.directives)
      }),
      { numRuns: 600 },
    )
  })
  it('finds the address after a bracket that opens no link', () => {
    const { blocks } = readDocument('text\\[x](http://a.se)\n', { format: 'markdown' })
    expect(blocks[0]!.marks).toEqual([{ type: 'link', start: 8, end: 19, href: 'http://a.se' }])
  })
  it('divides a list that is longer than anyone writes, and keeps its items', () => {
    const source = Array.from({ length: 2000 }, (_, index) => `- [punkt](u) ${index}\n  - *inre*\n`).join('')
    const { blocks } = readDocument(source, { format: 'markdown' })
    expect(blocks).toHaveLength(4000)
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['listItem']))
    expect(blocks[3998]!.text).toBe('punkt 1999')
  })
  it('reads a piece that is too long for markup as paragraphs', () => {
    const source = `${'*ord* och '.repeat(15_000)}slut\n\n# Rubrik`
    const { blocks } = readDocument(source, { format: 'markdown' })
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'heading'])
    expect(blocks[0]!.text).toHaveLength(150_004)
  })
})
