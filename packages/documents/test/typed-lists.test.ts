import { expect, it } from 'vitest'
import { type Paragraph, writeDocument } from '../src/index.ts'

const paragraph = (text: string, more: Partial<Paragraph> = {}): Paragraph => ({
  kind: 'paragraph',
  level: 0,
  text,
  marks: [],
  paragraph: 1,
  ...more,
})

const shown = (...texts: string[]) =>
  writeDocument(texts.map((text) => paragraph(text))).blocks.map(({ kind, text, list }) => [
    kind,
    text,
    ...(list ? [list.id, list.index, list.ordered] : []),
  ])

it('reads typed lists as lists', () => {
  expect(
    shown('Ta med:', '– regnkläder', '– ombyte', 'Kom i tid.', '• ett', '1. först', '2. sedan', '1) a', '2) b'),
  ).toEqual([
    ['paragraph', 'Ta med:'],
    ['listItem', 'regnkläder', 0, 0, false],
    ['listItem', 'ombyte', 0, 1, false],
    ['paragraph', 'Kom i tid.'],
    ['listItem', 'ett', 1, 0, false],
    ['listItem', 'först', 2, 0, true],
    ['listItem', 'sedan', 2, 1, true],
    ['listItem', 'a', 3, 0, true],
    ['listItem', 'b', 3, 1, true],
  ])
})

it('leaves what somebody says, and a lone number, as they are', () => {
  expect(shown('– Vi är glada, säger Eva Ek.', '– Det blir bra.').map(([kind]) => kind)).toEqual([
    'paragraph',
    'paragraph',
  ])
  expect(shown('1. Inledning', 'Vi svarar.')).toEqual([
    ['paragraph', '1. Inledning'],
    ['paragraph', 'Vi svarar.'],
  ])
})

it('keeps marks, offsets and the numbers of other lists', () => {
  const list = { id: 4, index: 0, depth: 0, ordered: false }
  const marks = [
    { type: 'strong' as const, start: 0, end: 5 },
    { type: 'emphasis' as const, start: 0, end: 2 },
    { type: 'link' as const, start: 6, end: 10, href: '/a' },
  ]
  const { source, blocks } = writeDocument([
    paragraph('inre', { kind: 'listItem', list }),
    paragraph('Sedan detta:'),
    paragraph('- två ord här', { marks }),
  ])
  const item = blocks[2]!
  expect(item).toMatchObject({ text: 'två ord här', list: { id: 5 } })
  expect(item.marks.map(({ type, start, end }) => [type, item.text.slice(start, end)])).toEqual([
    ['strong', 'två'],
    ['link', 'ord '],
  ])
  const { start, end } = item.map.range(4, 7)
  expect(source.slice(start, end)).toBe('ord')
})
