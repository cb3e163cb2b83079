import { describe, expect, it } from 'vitest'
import { analyse, clauses, nounPhrase, passiveOf, type Sentence, subjectOf, syntax } from '../../src/index.ts'

/** Everything that can be asked of a text. */
function readAll(text: string): readonly Sentence[] {
  const { sentences } = analyse(text)
  for (const sentence of sentences) {
    clauses(sentence)
    for (const word of sentence.words) {
      passiveOf(word)
      if (word.upos === 'VERB') subjectOf(word)
      if (word.upos === 'NOUN') nounPhrase(word)
    }
  }
  return sentences
}

/** One root, every head a word of the sentence, and no circle. */
function expectTree(sentence: Sentence): void {
  const tree = syntax(sentence)
  const heads = sentence.words.map((_, i) => tree.head(i))
  expect(heads.filter((head) => head < 0)).toHaveLength(1)
  const reaches = new Set<number>()
  for (let i = 0; i < heads.length; i++) {
    const path: number[] = []
    let at = i
    while (at >= 0 && !reaches.has(at) && path.length <= heads.length) {
      path.push(at)
      at = heads[at]!
    }
    expect(path.length).toBeLessThanOrEqual(heads.length)
    for (const step of path) reaches.add(step)
  }
}

const TEXTS: readonly (readonly [string, string])[] = [
  ['one word', 'Hej'],
  ['one punctuation mark', '!'],
  ['only digits', '1 250 37 2024 08-123 45 67'],
  ['only capitals', 'ANSÖKAN SKA LÄMNAS IN SENAST DEN 3 MAJ. BESLUTET FATTAS AV NÄMNDEN.'],
  ['English', 'The committee has decided that the application was rejected by the board.'],
  ['Finnish', 'Lautakunta päätti, että hakemus hylätään ensi viikolla.'],
  ['German', 'Der Ausschuss hat beschlossen, dass der Antrag von der Behörde geprüft wird.'],
  ['code', 'for (const x of xs) { if (x?.y !== null) return [x.y, "av"]; } // av nämnden'],
  ['a word of 10 000 letters', `Ansökan ${'kommunfullmäktige'.repeat(600)}s behandlas av nämnden.`],
  ['ten thousand times av', 'av '.repeat(10_000)],
  ['verbs without end', 'behandlas '.repeat(5000)],
  ['nouns without end', 'nämndens beslut om '.repeat(5000)],
  ['relative clauses without end', 'huset som stod i staden '.repeat(3000)],
  ['brackets', '((((((((ansökan)))))))) [behandlas] {av} <nämnden>'],
  [
    'quotes and dashes of every kind',
    '”Så” “här” ‘ska’ ’det’ „vara“ «skrivet» »nu« — sade – hon ‑ och ‒ gick ― hem - då.',
  ],
  ['combining marks', 'A\u030Arsredovisningen beho\u0308ver a\u0308ndras av na\u0308mnden.'],
  ['lone surrogates and control characters', 'Nämnd\uD800en \u0000 beslut\u0007ades.'],
]

describe('bad input', () => {
  it.each(TEXTS)('%s: everything can be asked, and every sentence has a tree', (_, text) => {
    for (const sentence of readAll(text)) expectTree(sentence)
  })

  it('reads a letter with a combining mark as the letter', () => {
    const read = (text: string) =>
      analyse(text).words.map(({ lower, upos, feats, lemma }) => [lower, upos, feats, lemma])
    const text = 'Årsredovisningen behöver ändras av nämnden.'
    expect(read(text.normalize('NFD'))).toEqual(read(text))
  })

  it('reads capitals nearly as small letters', () => {
    const classes = (text: string) => analyse(text).words.map(({ upos }) => upos)
    const text = 'Ansökan ska lämnas in senast den 3 maj. Beslutet fattas av nämnden.'
    const capitals = classes(text.toUpperCase())
    const alike = classes(text).filter((upos, i) => upos === capitals[i])
    expect(alike.length / capitals.length).toBeGreaterThan(0.8)
  })

  it('takes time linear in the length of the text, however long the sentence', () => {
    const time = (text: string): number => {
      const before = process.cpuUsage()
      readAll(text)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }
    for (const piece of ['Ansökan behandlas av nämnden. ', 'huset som stod i staden ', 'nämndens beslut om ']) {
      time(piece.repeat(500))
      let ratio = Number.POSITIVE_INFINITY
      for (let attempt = 0; attempt < 3 && ratio >= 30; attempt++)
        ratio = time(piece.repeat(4000)) / Math.max(time(piece.repeat(400)), 1)
      expect(ratio, piece).toBeLessThan(30)
    }
  })
})
