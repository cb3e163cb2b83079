import { describe, expect, it } from 'vitest'
import { readPdf } from '../src/pdf.ts'
import { makePdf, type PdfLine } from './make-pdf.ts'
import { makeWord, paragraph } from './make-word.ts'

/** Lines below each other from a height on, as a paragraph has them. */
function lines(y: number, ...texts: string[]): PdfLine[] {
  return texts.map((text, index) => ({ text, y: y - index * 15 }))
}

const read = (...args: Parameters<typeof makePdf>) => readPdf(makePdf(...args))

async function shown(...args: Parameters<typeof makePdf>): Promise<unknown[]> {
  return (await read(...args)).paragraphs.map(({ kind, level, text }) => [level > 0 ? `${kind} ${level}` : kind, text])
}

describe('a PDF without tags', () => {
  it('has headings by size and weight, whole paragraphs and whole words', async () => {
    const page: PdfLine[] = [
      { text: 'Avgifterna höjs', y: 780, size: 20, bold: true },
      ...lines(
        740,
        'Kommunen höjer avgifterna för fritidshem, och det gäller alla handlägg-',
        'ningar som börjar i år. Läs om för-',
        'och nackdelar på IT-',
        'avdelningens sida, och om e-',
        'post där.',
      ),
      { text: 'Så ansöker du', y: 640, size: 15 },
      ...lines(620, 'Du ansöker på webben.'),
      ...lines(590, 'Vi svarar i maj.'),
      { text: 'Vem får svar', y: 560, bold: true },
      ...lines(540, 'Alla som söker får svar.'),
    ]
    const { notices, lang } = await read([page])
    expect(notices).toEqual([expect.stringContaining('Strukturen är gissad')])
    expect(lang).toBe('sv-SE')
    expect(await shown([page])).toEqual([
      ['heading 1', 'Avgifterna höjs'],
      [
        'paragraph',
        'Kommunen höjer avgifterna för fritidshem, och det gäller alla handläggningar som börjar i år. Läs om för- och nackdelar på IT-avdelningens sida, och om e-post där.',
      ],
      ['heading 2', 'Så ansöker du'],
      ['paragraph', 'Du ansöker på webben.'],
      ['paragraph', 'Vi svarar i maj.'],
      ['heading 3', 'Vem får svar'],
      ['paragraph', 'Alla som söker får svar.'],
    ])
  })

  it('loses headers, footers and page numbers, and goes on over the page', async () => {
    const page = (number: number, ...text: string[]): PdfLine[] => [
      { text: 'Sala kommun – riktlinjer', y: 800, size: 9 },
      ...lines(760, ...text),
      { text: `Sida ${number} (3)`, y: 30, size: 9 },
    ]
    expect(
      await shown([
        page(1, 'Nämnden beslutar om avgifter och om', 'de som betalar dem under hela'),
        page(2, 'året. Alla får svar.'),
        page(3, 'Beslutet gäller från maj.'),
      ]),
    ).toEqual([
      ['paragraph', 'Nämnden beslutar om avgifter och om de som betalar dem under hela året. Alla får svar.'],
      ['paragraph', 'Beslutet gäller från maj.'],
    ])
  })

  it('keeps what somebody says, and has no title where the largest heading is one of many', async () => {
    const page: PdfLine[] = [
      { text: 'Svara', y: 790, size: 18 },
      ...lines(760, '– Vi är glada över att bron äntligen är klar, och att den', 'håller, säger Eva Ek.'),
      { text: 'Fråga', y: 700, size: 18 },
      ...lines(670, 'Ring oss den 4–', '6 maj, eller från 2015-', '02-25.'),
      { text: '– ett', y: 600 },
      { text: '– två', y: 585 },
    ]
    expect(await shown([page])).toEqual([
      ['heading 2', 'Svara'],
      ['paragraph', '– Vi är glada över att bron äntligen är klar, och att den håller, säger Eva Ek.'],
      ['heading 2', 'Fråga'],
      ['paragraph', 'Ring oss den 4–6 maj, eller från 2015-02-25.'],
      ['paragraph', '– ett'],
      ['paragraph', '– två'],
    ])
  })

  it('has lists by their markers, tables by their gaps, and notes last', async () => {
    const page: PdfLine[] = [
      ...lines(780, 'Ta med dig detta till oss:'),
      { text: '•', x: 70, y: 760 },
      { text: 'legitimation som gäller och som har', x: 85, y: 760 },
      { text: 'ditt foto', x: 85, y: 745 },
      { text: '• blanketten', x: 70, y: 730 },
      { text: '– som är ifylld', x: 90, y: 715 },
      { text: '1. Kom i tid.', y: 690 },
      { text: '2. Sätt dig.', y: 675 },
      { text: 'Ort', y: 650, bold: true },
      { text: 'Pris', x: 300, y: 650, bold: true },
      { text: 'Sala', y: 635 },
      { text: '20 kr', x: 300, y: 635 },
      ...lines(600, 'Priset gäller i år'),
      { text: '1', x: 160, y: 605, size: 6 },
      { text: '1 Utom i juli.', y: 60, size: 9 },
    ]
    const { paragraphs } = await read([page])
    expect(
      paragraphs.map(({ text, list, table, page: number }) => [
        text,
        list && [list.depth, list.index, list.ordered],
        table && [table.row, table.column, table.header],
        number,
      ]),
    ).toEqual([
      ['Ta med dig detta till oss:', undefined, undefined, 1],
      ['legitimation som gäller och som har ditt foto', [0, 0, false], undefined, 1],
      ['blanketten', [0, 1, false], undefined, 1],
      ['som är ifylld', [1, 0, false], undefined, 1],
      ['Kom i tid.', [0, 0, true], undefined, 1],
      ['Sätt dig.', [0, 1, true], undefined, 1],
      ['Ort', undefined, [0, 0, true], 1],
      ['Pris', undefined, [0, 1, true], 1],
      ['Sala', undefined, [1, 0, false], 1],
      ['20 kr', undefined, [1, 1, false], 1],
      ['Priset gäller i år', undefined, undefined, 1],
      ['1 Utom i juli.', undefined, undefined, 1],
    ])
  })
})

describe('a tagged PDF', () => {
  it('is read by its tags, over the pages', async () => {
    const elements = [
      { role: 'Document', inside: [1, 2, 3, 6, 9] },
      { role: 'H1' },
      { role: 'P' },
      { role: 'L', inside: [4, 5] },
      { role: 'LI' },
      { role: 'LI' },
      { role: 'Table', inside: [7] },
      { role: 'TR', inside: [8] },
      { role: 'TH' },
      { role: 'Figure', alt: 'Elever' },
    ]
    const { paragraphs, notices, lang } = await read(
      [
        [
          { text: 'Sidhuvud', y: 820 },
          { text: 'Skolan', y: 780, element: 1 },
          { text: 'Vi svarar alla som frå-', y: 760, element: 2 },
        ],
        [
          { text: 'gar oss.', y: 780, element: 2 },
          { text: '• ett', y: 760, element: 4 },
          { text: '• två', y: 745, element: 5 },
          { text: 'Ort', y: 700, element: 8 },
          { text: '', y: 680, element: 9 },
        ],
      ],
      elements,
    )
    expect(notices).toEqual([])
    expect(lang).toBe('sv-SE')
    expect(paragraphs.map(({ kind, text, page }) => [kind, text, page])).toEqual([
      ['heading', 'Skolan', 1],
      ['paragraph', 'Vi svarar alla som frågar oss.', 1],
      ['listItem', 'ett', 2],
      ['listItem', 'två', 2],
      ['tableCell', 'Ort', 2],
      ['altText', 'Elever', 2],
    ])
  })

  it('whose tags know little of the text is read by its looks', async () => {
    const elements = [{ role: 'Document', inside: [1] }, { role: 'P' }]
    const page = [{ text: 'Vi', y: 780, element: 1 }, ...lines(700, 'Det här är hela texten.')]
    expect((await read([page], elements)).notices).toHaveLength(1)
  })
})

describe('a PDF that cannot be read', () => {
  const code = async (bytes: Uint8Array) => {
    try {
      await readPdf(bytes)
      return 'read'
    } catch (error) {
      return (error as { code?: string }).code
    }
  }
  const whole = makePdf([lines(700, 'Vi svarar.')])

  it('is damaged wherever it was cut', async () => {
    for (let length = 10; length < whole.length - 10; length += 97)
      expect(await code(whole.slice(0, length)), `${length}`).toBe('damaged')
    expect(await code(new Uint8Array())).toBe('damaged')
    expect(await code(new TextEncoder().encode('%PDF-1.7\nhej\n%%EOF'))).toBe('damaged')
  })
  it('is something else, scanned, or without pages', async () => {
    expect(await code(makeWord(paragraph('Text.')))).toBe('other-format')
    expect(await code(makePdf([[], []]))).toBe('no-text')
    expect(await code(makePdf([]))).toBe('no-text')
  })
  it('has a page that is scanned: the others are read', async () => {
    const { notices } = await read([lines(700, 'Vi svarar.'), [], []])
    expect(notices[1]).toBe('Sidorna 2, 3 har ingen text och är inte granskade. Kanske är de inskannade.')
  })
})
