import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, type Document, type Format, readDocument, updateDocument } from '../src/index.ts'

/** A document as plain data: a map as the places of every character. */
function dataOf({ blocks, ...document }: Document): unknown {
  const placed = ({ map, ...block }: Block) => {
    const offsets = Array.from({ length: block.text.length + 1 }, (_, offset) => offset)
    return {
      ...block,
      starts: offsets.map((offset) => map.start(offset)),
      ends: offsets.map((offset) => map.end(offset)),
    }
  }
  return { ...document, blocks: blocks.map(placed) }
}

const pieces: Record<Format, readonly string[]> = {
  markdown: [
    ...[
      '# Rubrik\n\n',
      'Ett stycke med *vikt* och **er**hålla.\n\n',
      'Rad\nRad två &amp; tre\n',
      '\n',
      '\n\n',
      'Titel\n===\n',
    ],
    ...[
      '- punkt\n',
      '- punkt\n\n',
      '  - inre\n',
      '1. ett\n',
      '   fortsätter\n',
      '> citat\n',
      '> > djupt\n',
      'lat rad\n',
    ],
    ...[
      '```\n',
      'kod\n',
      '    indrag\n',
      '~~~\n',
      '| a | b |\n|---|---|\n| c | d |\n',
      '---\n',
      '---\ntitle: Hej\nlang: sv\n---\n',
    ],
    ...[
      '<div>\n',
      '</div>\n',
      '<!-- klarsprak-ignore x: y -->\n',
      '<!--\n',
      '-->\n',
      '<p>html</p>\n\n',
      '**Fet rad**\n\n',
    ],
    ...[
      '[ref]: https://a.se\n\n',
      'Se [ref] och [^1].\n\n',
      '[^1]: Noten.\n\n',
      '![bild](b.png)\n\n',
      '![](c.png)\n',
      '\r\n',
      '\r',
      '\t',
      ' ',
    ],
    ...['”', '*', '`', '[', ']', '<', '\\', '&auml;', '\u00AD', '🎉', '– Ja, säger hon.\n\n', 'Tel: 08-123 45 67\n\n'],
  ],
  html: [
    ...[
      '<p>',
      '</p>',
      '<b>er</b>hålla ',
      '<ul><li>',
      '</ul>',
      '<main>',
      '</main>',
      '<!--',
      '-->',
      '<h2>Rubrik</h2>',
      '&amp;',
      '<',
      '>',
    ],
    ...['<html lang="sv">', '<div class="ingress">', '</div>', 'text ', '\n', '<br>', '<table><tr><td>', '🎉', '&shy;'],
  ],
  text: [
    ...[
      'Rubrik\n\n',
      'Ett stycke som är en mening.\n',
      '\n',
      '\n\n',
      '- punkt\n',
      '1. ett\n',
      'a) val\n',
      '   indrag\n',
      '> citat\n',
    ],
    ...[
      '=====\n',
      '-----\n',
      'Från: a@b.se\nTill: c@d.se\nÄmne: Möte\n\n',
      '-- \n',
      'Anna Ek\n08-123 45 67\n',
      '– Ja, säger hon.\n',
    ],
    ...[
      '\r\n',
      '\r',
      '\t',
      ' ',
      '”',
      '\u00AD',
      '🎉',
      'a',
      '.',
      'En rad som är så lång att ingen bryter den, '.repeat(4),
      'Typ   Kr\n',
    ],
  ],
}

interface Edit {
  at: number
  removed: number
  added: string
}

const textOf = (format: Format, maxLength: number) =>
  fc.array(fc.constantFrom(...pieces[format]), { maxLength }).map((parts) => parts.join(''))

const editOf = (format: Format): fc.Arbitrary<Edit> =>
  fc.record({
    at: fc.nat(400),
    removed: fc.oneof(fc.constantFrom(0, 1), fc.nat(40)),
    added: textOf(format, 2),
  })

const runs: Record<Format, number> = { markdown: 160, text: 300, html: 40 }

describe.each(['markdown', 'text', 'html'] as const)('an update of %s', (format) => {
  it('gives what a full read gives, edit after edit', () => {
    fc.assert(
      fc.property(
        textOf(format, 25),
        fc.array(editOf(format), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (text, edits, told) => {
          let source = text
          let document = readDocument(source, { format })
          for (const { at, removed, added } of edits) {
            const start = at % (source.length + 1)
            const oldEnd = Math.min(start + removed, source.length)
            source = source.slice(0, start) + added + source.slice(oldEnd)
            const change = { start, oldEnd, newEnd: start + added.length }
            document = told ? updateDocument(document, source, change) : updateDocument(document, source)
            expect(dataOf(document)).toEqual(dataOf(readDocument(source, { format })))
          }
        },
      ),
      { numRuns: runs[format] },
    )
  })
  it('leaves the document before as it was', () => {
    const source = pieces[format].slice(0, 8).join('')
    const before = readDocument(source, { format })
    const data = dataOf(before)
    updateDocument(before, `Nytt ${source}`)
    expect(dataOf(before)).toEqual(data)
  })
})

describe('an update', () => {
  it.each(['markdown', 'text'] as const)('of %s keeps the blocks before the edit', (format) => {
    const source = Array.from({ length: 60 }, (_, index) => `Stycke nummer ${index} är en mening.`).join('\n\n')
    const before = readDocument(source, { format })
    const start = source.indexOf('nummer 40')
    const after = updateDocument(before, `${source.slice(0, start)}x${source.slice(start)}`, {
      start,
      oldEnd: start,
      newEnd: start + 1,
    })
    const kept = after.blocks.filter((block, index) => block === before.blocks[index])
    expect(kept.length).toBeGreaterThan(30)
    expect(after.blocks).toHaveLength(60)
  })
  it('of HTML keeps its selector', () => {
    const source = '<html><body><p>a</p><div><p>b</p></div></body></html>'
    const before = readDocument(source, { format: 'html', main: 'div' })
    const after = updateDocument(before, source.replace('<p>b', '<p>bc'))
    expect(after.blocks.map(({ text }) => text)).toEqual(['bc'])
  })
})

describe('an update', () => {
  it.each([
    ['forgets that front matter had no end', 'markdown', '---\ntitle: Hej\n', '# Rubrik\n\n---\ntitle: Hej\n'],
    ['takes one byte order mark away, as a full read does', 'html', '<p>Hej</p>', '\uFEFF\uFEFF<p>Hej</p>'],
  ] as const)('%s', (_, format, before, after) => {
    const updated = updateDocument(readDocument(before, { format }), after)
    expect(dataOf(updated)).toEqual(dataOf(readDocument(after, { format })))
  })
})
