import { readDocument } from '@klarsprak/documents'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../src/engine.ts'
import { guessProfile } from '../src/guess-profile.ts'

const metrics = (source: string, format: 'markdown' | 'text' = 'markdown') => {
  const { metrics: result } = createEngine({ rules: [] }).lint({ source, format })
  return result
}

describe('metrics', () => {
  it('follow the formulas', () => {
    // 10 words, 2 sentences, 2 long words (kommunen, avgiften): 10/2 + 100·2/10.
    const text = 'Nu höjer kommunen avgiften för dig. Du får ett brev.'
    expect(metrics(text)).toMatchObject({ words: 10, sentences: 2, lix: 25, longestSentence: 6, ovix: null })
    // 9 words, 6 different: ln 9 / ln(2 − ln 6/ln 9).
    const ovix = Math.log(9) / Math.log(2 - Math.log(6) / Math.log(9))
    expect(metrics('Vi ser dig. Du ser oss. Du ser allt.').ovix).toBe(Number(ovix.toFixed(1)))
  })

  it('count running text only: no headings, tables, code, or list items of a few words', () => {
    const extra =
      '# Rubrik med ord\n\n| a b | c |\n| --- | --- |\n| d e | f |\n\n```\nkod här\n```\n\n- bara tre ord\n- men här är det fyra\n\n'
    expect(metrics(`${extra}Ett stycke text.`)).toMatchObject({ words: 8, sentences: 2 })
  })

  it('count as the catalogue: numbers, compounds and slashes are one word, addresses none', () => {
    expect(metrics('Det kostar 1 250 kronor och/eller e-post till a@b.se på www.b.se.', 'text').words).toBe(8)
    // Seven letters, but no letter in the number: årsfest is long, 1250000 is not.
    expect(metrics('Vår 50-årsfest kostar 1250000.', 'text').lix).toBe(4 + 25)
  })

  it('count nouns, prepositions and participles against pronouns, adverbs and verbs', () => {
    const { nominalRatio } = metrics('Hon läser boken i huset.')
    // boken, i, huset against hon, läser.
    expect(nominalRatio).toBe(1.5)
  })

  it('of nothing are nothing', () => {
    expect(metrics('')).toEqual({ words: 0, sentences: 0, lix: 0, ovix: null, nominalRatio: null, longestSentence: 0 })
    expect(metrics('# Rubrik')).toMatchObject({ words: 0, lix: 0 })
  })
})

describe('the kind of text', () => {
  const guess = (source: string) => guessProfile(readDocument(source, { format: 'text' }))?.value
  it.each([
    ['press', 'Pressmeddelande 2026-03-01\n\nKommunen bygger ny skola.'],
    [
      'protokoll',
      'Sammanträde\n\nNärvarande: Anna Ek, Bo Al\n\n§ 12 Val av justerare\n\nNämnden beslutar att välja Bo Al.',
    ],
    ['beslut', 'Dnr 2026-123\n\nNämnden beslutar att ge dig bidrag.\n\nHur du överklagar'],
    ['beslut', 'Bygglov för altan\n\nTill: Anna Ek\n\nBeslut\n\nDu får bygglov.\n\nSå överklagar du'],
    ['beslut', 'Plan- och byggnadsnämnden\n\nDnr 2026-7\n\nNämnden beslutar att ge lov.\n\nHur du överklagar'],
    [undefined, 'Så går ett ärende till\n\nNämnden beslutar att ge dig lov eller avslag. Du kan överklaga.'],
    [undefined, 'Vad händer sedan?\n\nDnr 2026-7\n\nNämnden beslutar att ge lov. Du kan överklaga.'],
    [undefined, 'Riktlinjer för skjuts\n\nDnr 2026-7\n\nNämnden beslutar att ge skjuts. Beslut kan överklagas.'],
    [undefined, 'Dom i mål 7\n\nDnr 2026-7\n\nRätten beslutar att avslå överklagandet.'],
    [undefined, 'Dnr 2026-7\n\nNämnden beslutar att bygga en skola.'],
    [undefined, 'Pressmeddelanden\n\nHär läser du våra nyheter.'],
    ['brev', 'Hej Anna!\n\nVi har fått din ansökan.\n\nVänliga hälsningar\n\nBo Al'],
    ['brev', 'Hej!\n\nTack för ditt mejl.\n\nMvh\nPer-Åke'],
    ['brev', 'Hej Bo!\n\nTack för ditt mejl.\n\nVänlig hälsning\nAnna Ek'],
    [undefined, 'Hej!\n\nTack för ditt mejl.\n\nMvhus ligger i Hällefors.'],
    [undefined, 'Sophämtning\n\nFör närvarande hämtar vi sopor på tisdagar. Nämnden beslutar om tiderna.'],
    ['press', `${'Ord '.repeat(39)}pressmeddelande`],
    [undefined, `${'Ord '.repeat(40)}pressmeddelande`],
    [undefined, ''],
  ])('%s', (profile, source) => {
    expect(guess(source)).toBe(profile)
  })

  it('shows in the first heading, wherever it stands', () => {
    const source = `${'Ord '.repeat(60)}\n\n# Pressmeddelande om skolan\n`
    expect(guessProfile(readDocument(source, { format: 'markdown' }))).toEqual({
      value: 'press',
      origin: 'gissat ur texten',
    })
  })

  it.each([
    ['rapport', '# Verksamhetsberättelse 2025\n\n## 1 Inledning\n\nHej.\n\n## 2 Bakgrund\n\nHej.'],
    [
      'rapport',
      '# Cykelvägar\n\nDen här rapporten visar var det saknas vägar.\n\n## Bakgrund\n\nHej.\n\n## Slutsatser\n',
    ],
    [
      'rapport',
      '# Cykelvägar\n\nI föreliggande rapport redovisas behovet.\n\n## 1.1 Syfte och mål\n\nHej.\n\n## Metod\n',
    ],
    [
      undefined,
      '# Verksamhetsberättelse 2025\n\nHär kan du läsa kommunens verksamhetsberättelse.\n\n## Bakgrund\n\nHej.',
    ],
    [undefined, '# Rapportera fel\n\n## Bakgrund\n\nHej.\n\n## Resultat\n\nHej.'],
    [undefined, '# Ny detaljplan\n\n## Bakgrund\n\nHej.\n\n## Syfte\n\nHej.'],
  ])('%s shows in headings: %s', (profile, source) => {
    expect(guessProfile(readDocument(source, { format: 'markdown' }))?.value).toBe(profile)
  })

  it.each([
    ['press', 'pressmeddelande-ny-skola.md'],
    ['press', 'Press/ny-skola.md'],
    ['press', 'texter\\press\\2026\\ny-skola.md'],
    ['protokoll', 'protokoll_2026-03-01.txt'],
    ['protokoll', 'protokollsutdrag.txt'],
    ['beslut', 'beslut 12.txt'],
    ['brev', 'press/brev-till-vårdnadshavare.txt'],
    ['beslut', '107-beslut-bygglov.md'],
    ['protokoll', '2026-03-01_protokoll.txt'],
    ['brev', '12. brev.txt'],
    ['lattlast', 'lättläst/skola.md'],
    ['lattlast', 'om-skolan-la\u0308ttla\u0308st.md'],
    ['lattlast', 'beslut-lattlast.md'],
    [undefined, 'brevlåda.md'],
    [undefined, 'beslutsunderlag.md'],
    [undefined, 'expressbuss.md'],
    [undefined, 'pressa-priserna/skola.md'],
    [undefined, ''],
  ])('%s shows in the file name %s', (profile, filename) => {
    const guessed = guessProfile(readDocument('Kommunen bygger.', { format: 'text' }), filename)
    expect(guessed).toEqual(profile && { value: profile, origin: 'gissat ur filnamnet' })
  })

  it('is what the file is called, whatever the text looks like', () => {
    const letter = readDocument('Hej Anna!\n\nVänliga hälsningar\n\nBo Al', { format: 'text' })
    expect(guessProfile(letter, 'beslut.txt')?.value).toBe('beslut')
    expect(guessProfile(letter, 'anna.txt')?.value).toBe('brev')
  })
})
