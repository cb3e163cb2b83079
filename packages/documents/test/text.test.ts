import { describe, expect, it } from 'vitest'
import { readDocument } from '../src/index.ts'
import { outline, sourceOf } from './outline.ts'

const read = (source: string) => readDocument(source, { format: 'text' })

describe('plain text', () => {
  it.each([
    ['En rad\r\nfortsätter här.', 'rad fortsätter', 'rad\r\nfortsätter'],
    ['En rad\rfortsätter här.', 'fortsätter', 'fortsätter'],
    ['bygg\u00ADlov krävs.', 'bygglov', 'bygg\u00ADlov'],
    ['Det kostar 50\u00A0kr.', '50\u00A0kr', '50\u00A0kr'],
    ['Grattis 🎉 till er.', '🎉 till', '🎉 till'],
    ['\uFEFFHej på dig.', 'Hej', 'Hej'],
    ['Ingen **fetstil** &amp; inga tecken.', '**fetstil** &amp;', '**fetstil** &amp;'],
  ])('%j holds %j', (source, words, expected) => {
    expect(sourceOf('text', source, words)).toBe(expected)
  })
  it('has paragraphs between blank lines', () => {
    expect(
      outline('text', 'Det är ett stycke\nsom går vidare.\n \t\nDet här är nästa stycke.\r\n\r\nDet tredje.'),
    ).toEqual([
      'paragraph: Det är ett stycke som går vidare.',
      'paragraph: Det här är nästa stycke.',
      'paragraph: Det tredje.',
    ])
  })
  it('has headings that stand alone or are underlined', () => {
    expect(
      outline(
        'text',
        'Så ansöker du\n\nDu ansöker på webben.\n\nUnderstruken\n======\n\nText här.\n\nMindre rubrik\n-----\n\nMer text här.',
      ),
    ).toEqual([
      'heading 1: Så ansöker du',
      'paragraph: Du ansöker på webben.',
      'heading 1: Understruken',
      'paragraph: Text här.',
      'heading 2: Mindre rubrik',
      'paragraph: Mer text här.',
    ])
  })
  it('takes no sentence and no long line for a heading', () => {
    const long = 'ett två tre fyra fem sex sju åtta nio tio elva tolv tretton'
    expect(outline('text', `Det stannar här.\n\n${long}\n\nText som går vidare.`).join('\n')).not.toContain('heading')
  })
  it.each(['-', '–', '*', '•'])('has list items after %s', (bullet) => {
    expect(outline('text', `Ta med:\n\n${bullet} mat\n${bullet} kläder\n  för regn\n`)).toEqual([
      'paragraph: Ta med:',
      'listItem: mat',
      'listItem: kläder för regn',
    ])
  })
  it('has ordered list items', () => {
    for (const source of ['1. mat\n2. kläder', 'a) mat\nb) kläder', '1) mat\n2) kläder']) {
      const { blocks } = read(source)
      expect(blocks.map(({ kind, text, list }) => [kind, text, list?.index, list?.ordered])).toEqual([
        ['listItem', 'mat', 0, true],
        ['listItem', 'kläder', 1, true],
      ])
    }
  })
  it('has dialogue', () => {
    const [block] = read('– Vi är nöjda, säger hon.').blocks
    expect(block).toMatchObject({ kind: 'paragraph', text: '– Vi är nöjda, säger hon.', quoted: true })
  })
  it('has the head, the quotes and the signature of a mail', () => {
    const source =
      'Från: Anna <anna@kommunen.se>\nTill: Bo <bo@kommunen.se>\nÄmne: Möte om skolan\n\nHej Bo!\n\nVi ses på måndag.\n\n> Förra veckan skrev du\n> att vi ses.\n\nMed vänlig hälsning\nAnna Ek\n08-123 45 67\n'
    expect(outline('text', source).slice(0, 6)).toEqual([
      'contact: Från: Anna <anna@kommunen.se>',
      'contact: Till: Bo <bo@kommunen.se>',
      'heading 1: Möte om skolan',
      'paragraph: Hej Bo!',
      'paragraph: Vi ses på måndag.',
      'quote: Förra veckan skrev du att vi ses.',
    ])
    expect(read(source).blocks.at(-1)).toMatchObject({ kind: 'contact' })
  })
  it('marks quotes, and takes no apostrophe for one', () => {
    const marked = read('Hon sa ”ja” och "nej" i Lars’ och Max’ rum.').blocks[0]!
    expect(marked.marks.map(({ type, start, end }) => [type, marked.text.slice(start, end)])).toEqual([
      ['quote', '”ja”'],
      ['quote', '"nej"'],
    ])
  })
  it('has no blocks where it is empty', () => {
    expect(read('').blocks).toEqual([])
    expect(read('\uFEFF').blocks).toEqual([])
    expect(read(' \r\n\t\n').blocks).toEqual([])
  })
})
