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
  it('has letters within a numbered item as a list of their own', () => {
    const { blocks } = read('1. mat\na) frukost\nb) middag\n2. kläder\n')
    expect(blocks.map(({ text, list }) => [text, list?.id, list?.index, list?.depth])).toEqual([
      ['mat', 0, 0, 0],
      ['frukost', 1, 0, 1],
      ['middag', 1, 1, 1],
      ['kläder', 0, 1, 0],
    ])
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
  it('takes no date, greeting, address, or line that goes on for a heading', () => {
    const lines = [
      '12 nov 2014 05:00',
      '2026-01-15',
      'Hej Anna!',
      'Uppdaterad 3 maj',
      'www.kommunen.se',
      'Du behöver:',
      'och mer',
    ]
    for (const line of lines) expect(outline('text', `${line}\n\nText som står här.`)[0]).not.toContain('heading')
  })
  it('takes no lone line at the end for a heading', () => {
    expect(outline('text', 'Text som står här.\n\nAnna Ek')).toEqual([
      'paragraph: Text som står här.',
      'paragraph: Anna Ek',
    ])
  })
  it('takes many lone lines after another for a list of names, all but the first and the last', () => {
    const names = ['Titeln', 'Ale', 'Boden', 'Dals-Ed', 'Eda', 'Så gör du']
    expect(outline('text', `${names.join('\n\n')}\n\nText som står här.`)).toEqual([
      'heading 1: Titeln',
      'paragraph: Ale',
      'paragraph: Boden',
      'paragraph: Dals-Ed',
      'paragraph: Eda',
      'heading 2: Så gör du',
      'paragraph: Text som står här.',
    ])
  })
  it('has numbered headings, deeper the more parts they have', () => {
    const source = 'Policy\n\n1. Inledning\n\nText här.\n\n1.1 Syfte\n\nMer text.\n\n2. Mål\n\nSist.'
    expect(outline('text', source)).toEqual([
      'heading 1: Policy',
      'heading 2: Inledning',
      'paragraph: Text här.',
      'heading 3: 1.1 Syfte',
      'paragraph: Mer text.',
      'heading 2: Mål',
      'paragraph: Sist.',
    ])
  })
  it('has lists that go on over blank lines', () => {
    const { blocks } = read('1. mat\n\n2. kläder\n\n3. regn\n\nText.\n\n- nytt\n  - inre\n- sist')
    expect(blocks.map(({ text, list }) => [text, list?.id, list?.index, list?.depth])).toEqual([
      ['mat', 0, 0, 0],
      ['kläder', 0, 1, 0],
      ['regn', 0, 2, 0],
      ['Text.', undefined, undefined, undefined],
      ['nytt', 1, 0, 0],
      ['inre', 2, 0, 1],
      ['sist', 1, 1, 0],
    ])
  })
  it('tells lists with dashes from dialogue', () => {
    expect(outline('text', '– Ring oss.\n– Skicka mejl.')).toEqual(['listItem: Ring oss.', 'listItem: Skicka mejl.'])
    expect(read('- Det är bra.\n\nText.').blocks[0]).toMatchObject({
      kind: 'paragraph',
      text: 'Det är bra.',
      quoted: true,
    })
    expect(outline('text', '- Ring oss.\n\n- Skicka mejl.')).toEqual(['listItem: Ring oss.', 'listItem: Skicka mejl.'])
    expect(read('– Vad tycker du?\n– Det är bra, svarar hon.').blocks.every(({ quoted }) => quoted)).toBe(true)
  })
  it('keeps line breaks that somebody meant', () => {
    const source = 'Ansvarig:\nKommunstyrelsen\nGäller:\ntills vidare'
    expect(read(source).blocks[0]!.text).toBe('Ansvarig:\nKommunstyrelsen\nGäller: tills vidare')
    expect(
      read('Texten är bruten just här för att raden inte\nRymmer ordet som kommer sedan.').blocks[0]!.text,
    ).not.toContain('\n')
  })
  it('has a paragraph on each line where lines are not wrapped', () => {
    const long =
      'Den här meningen är så lång att ingen bryter den, och därför är varje rad ett eget stycke i texten. '.repeat(2)
    expect(outline('text', `Så gör du\n${long}\n${long}`)).toEqual([
      'heading 1: Så gör du',
      `paragraph: ${long.trim()}`,
      `paragraph: ${long.trim()}`,
    ])
  })
  it('has tables, and lists of contents without their leaders', () => {
    const { blocks } = read('Inledning.....\t2\nSyfte och mål\t3\n\nText.\n\nTyp     Kr\nLiten   20\nStor    40')
    expect(blocks.map(({ kind, text, table }) => [kind, text, table?.id, table?.row, table?.column])).toEqual([
      ['tableCell', 'Inledning', 0, 0, 0],
      ['tableCell', '2', 0, 0, 1],
      ['tableCell', 'Syfte och mål', 0, 1, 0],
      ['tableCell', '3', 0, 1, 1],
      ['paragraph', 'Text.', undefined, undefined, undefined],
      ['tableCell', 'Typ', 1, 0, 0],
      ['tableCell', 'Kr', 1, 0, 1],
      ['tableCell', 'Liten', 1, 1, 0],
      ['tableCell', '20', 1, 1, 1],
      ['tableCell', 'Stor', 1, 2, 0],
      ['tableCell', '40', 1, 2, 1],
    ])
  })
  it('has contact details, but no sentence is one', () => {
    expect(
      outline(
        'text',
        'Hällefors kommun\nSikforsvägen 15\n712 83 Hällefors\n\nRing oss på 0591-641 00 så hjälper vi dig.',
      ),
    ).toEqual([
      'contact: Hällefors kommun\nSikforsvägen 15\n712 83 Hällefors',
      'paragraph: Ring oss på 0591-641 00 så hjälper vi dig.',
    ])
  })
  it('has what stands after a line of two dashes as contact details', () => {
    expect(outline('text', 'Vi ses i morgon.\n\n-- \nAnna Ek\nVi bygger framtiden tillsammans.').at(-1)).toMatch(
      /^contact: Anna Ek/,
    )
  })
  it('leaves out lines that only divide', () => {
    expect(outline('text', 'Text ett.\n\n* * *\n\nText två.\n__________\nText tre.')).toEqual([
      'paragraph: Text ett.',
      'paragraph: Text två.',
      'paragraph: Text tre.',
    ])
  })
  it('has captions', () => {
    expect(outline('text', 'Foto: Anna Ek\n\nText.')).toEqual(['caption: Foto: Anna Ek', 'paragraph: Text.'])
  })
})
