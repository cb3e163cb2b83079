import { describe, expect, it } from 'vitest'
import { analyse, catalogueWords, tokensOf } from '../src/index.ts'

const counted = (text: string) =>
  catalogueWords(analyse(text).sentences[0]!).map(({ start, end }) => text.slice(start, end))

describe('analyse', () => {
  const text = 'Nämnden beslutar om bygglov. Beslutet gäller EU\u2019s mål.'
  const analysis = analyse(text)

  it('gives sentences with their text and place', () => {
    expect(analysis.sentences.map((sentence) => sentence.text)).toEqual([
      'Nämnden beslutar om bygglov.',
      'Beslutet gäller EU\u2019s mål.',
    ])
    for (const sentence of analysis.sentences) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
  })

  it('gives words that know their neighbours, in the sentence alone', () => {
    const [first, second] = analysis.sentences
    expect(analysis.words.map((word) => word.form)).toEqual([
      ...['Nämnden', 'beslutar', 'om', 'bygglov', '.'],
      ...['Beslutet', 'gäller', 'EU\u2019s', 'mål', '.'],
    ])
    analysis.words.forEach((word, i) => {
      expect(word.index).toBe(i)
      expect(text.slice(word.start, word.end)).toBe(word.form)
      expect(word.sentence.words).toContain(word)
    })
    expect(first!.words[0]!.previous).toBeUndefined()
    expect(first!.words[0]!.next).toBe(first!.words[1])
    expect(first!.words[4]!.next).toBeUndefined()
    expect(second!.words[0]!.previous).toBeUndefined()
    expect(second!.words[0]!.spaceBefore).toBe(true)
    expect(second!.words[4]!.spaceBefore).toBe(false)
  })

  it('compares words in lower case, composed, with plain hyphens and apostrophes', () => {
    const lowers = analyse('A\u030Angstro\u0308m kom\u00ADmun e\u2011post EU\u2019s').words.map((word) => word.lower)
    expect(lowers).toEqual(['ångström', 'kommun', 'e-post', "eu's"])
  })

  it('gives the same result whatever was read before', () => {
    const read = () =>
      analyse(text).words.map((word) => [word.form, word.lower, word.upos, word.feats, word.lemma, word.confidence])
    const before = read()
    analyse('BESLUTAR besluta Bygglov mål gäller. '.repeat(200)).words.map((word) => word.lemma)
    expect(read()).toEqual(before)
  })

  it('lends its tokens, and refuses what it did not make', () => {
    expect(tokensOf(analysis).count).toBe(10)
    expect(() => tokensOf({ text: '', sentences: [], words: [], language: 'sv' })).toThrow(TypeError)
  })

  it('reads a text without words', () => {
    for (const empty of ['', '  \n'])
      expect(analyse(empty)).toMatchObject({ sentences: [], words: [], language: 'und' })
  })
})

describe('words as the catalogue counts them', () => {
  it.each<[string, string[]]>([
    ['Du och/eller din granne får svar.', ['Du', 'och/eller', 'din', 'granne', 'får', 'svar']],
    ['EU:s e-post kostar 1 250 kr.', ['EU:s', 'e-post', 'kostar', '1 250', 'kr']],
    ['Se www.kommun.se, mejla a@b.se – 12 %!', ['Se', 'mejla', '12']],
    ['En 50-årsfest, t ex (bl.a.) ”här”.', ['En', '50-årsfest', 't', 'ex', 'bl.a.', 'här']],
    ['arbetsplats/avdelning/enhet / plats', ['arbetsplats/avdelning/enhet', 'plats']],
    ['?!', []],
  ])('%s', (text, words) => {
    expect(counted(text)).toEqual(words)
    expect(analyse(text).sentences[0]!.wordCount).toBe(words.length)
  })
})
