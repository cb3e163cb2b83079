import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/index.ts'

/** `form/UPOS` of every word. */
function classes(text: string): string {
  return analyse(text)
    .words.map(({ form, upos }) => `${form}/${upos}`)
    .join(' ')
}

function wordOf(text: string, form: string) {
  const word = analyse(text).words.find((word) => word.form === form)
  if (word === undefined) throw new Error(`${form} does not stand in ${text}`)
  return word
}

describe('word classes', () => {
  it.each([
    'Socialnämnden/NOUN beslutar/VERB om/ADP stödet/NOUN ./PUNCT',
    'Du/PRON kan/AUX överklaga/VERB beslutet/NOUN inom/ADP tre/NUM veckor/NOUN ./PUNCT',
    'Kommunen/NOUN har/AUX beviljat/VERB bygglov/NOUN för/ADP huset/NOUN ./PUNCT',
    'Vi/PRON har/VERB möte/NOUN varje/DET vecka/NOUN ./PUNCT',
    'Handlingarna/NOUN diarieförs/VERB och/CCONJ arkiveras/VERB ./PUNCT',
    'Hon/PRON bor/VERB i/ADP Sverige/PROPN sedan/ADP 2015/NUM ./PUNCT',
    'Ansökan/NOUN måste/AUX vara/AUX komplett/ADJ ./PUNCT',
    'Det/PRON är/AUX viktigt/ADJ att/SCONJ du/PRON svarar/VERB ./PUNCT',
    'De/DET nya/ADJ reglerna/NOUN gäller/VERB inte/PART dig/PRON ./PUNCT',
  ])('%s', (expected) => {
    const text = expected.replace(/\/[A-Z]+/g, '').replace(/ \./g, '.')
    expect(classes(text)).toBe(expected)
  })
})

describe('features', () => {
  it.each([
    ['Nämnden avslog begäran.', 'avslog', 'Mood=Ind|Tense=Past|VerbForm=Fin|Voice=Act'],
    ['Begäran avslogs av nämnden.', 'avslogs', 'Mood=Ind|Tense=Past|VerbForm=Fin|Voice=Pass'],
    ['Det finns platser kvar.', 'finns', 'Mood=Ind|Tense=Pres|VerbForm=Fin'],
    ['Vi hoppas på svar.', 'hoppas', 'Mood=Ind|Tense=Pres|VerbForm=Fin'],
    ['Blanketten ska skickas till oss.', 'skickas', 'VerbForm=Inf|Voice=Pass'],
    ['Ärendet har handlagts.', 'handlagts', 'VerbForm=Sup|Voice=Pass'],
    ['Skicka blanketten till oss.', 'Skicka', 'Mood=Imp|VerbForm=Fin|Voice=Act'],
    ['Kommunens budget är klar.', 'Kommunens', 'Case=Gen|Definite=Def|Gender=Com|Number=Sing'],
    [
      'De nya bygglovshandläggarna börjar i dag.',
      'bygglovshandläggarna',
      'Case=Nom|Definite=Def|Gender=Com|Number=Plur',
    ],
    ['Det är ett stort problem.', 'stort', 'Case=Nom|Definite=Ind|Degree=Pos|Gender=Neut|Number=Sing'],
    ['Det största problemet är kön.', 'största', 'Case=Nom|Definite=Def|Degree=Sup'],
  ])('%s %s', (text, form, feats) => {
    expect(wordOf(text, form).feats).toBe(feats)
  })

  it('gives the same features as an object, frozen and shared', () => {
    const [first, second] = analyse('Bilen och båten.').words.filter(({ upos }) => upos === 'NOUN')
    expect(first!.morph).toEqual({ Case: 'Nom', Definite: 'Def', Gender: 'Com', Number: 'Sing' })
    expect(second!.morph).toBe(first!.morph)
    expect(Object.isFrozen(first!.morph)).toBe(true)
  })
})

describe('lemmas', () => {
  it.each([
    ['Ansökningarna kom in i går.', 'Ansökningarna', 'ansökan'],
    ['Hon såg felet.', 'såg', 'se'],
    ['Männen bar lådorna.', 'Männen', 'man'],
    ['Beslutet fattades i går.', 'fattades', 'fatta'],
    ['Dokumenten tillgängliggörs på webben.', 'tillgängliggörs', 'tillgängliggöra'],
    ['De bästa förslagen vann.', 'bästa', 'bra'],
    ['Sveriges kommuner är 290.', 'Sveriges', 'Sverige'],
    ['Vi läser skolböcker, t.ex. i biologi.', 't.ex.', 'till_exempel'],
    ['Vi läser skolböcker, t.ex. i biologi.', 'skolböcker', 'skolbok'],
    ['Det finns tid.', 'finns', 'finnas'],
    ['Hon har skrivit under EU-avtalen.', 'EU-avtalen', 'EU-avtal'],
  ])('%s %s', (text, form, lemma) => {
    expect(wordOf(text, form).lemma).toBe(lemma)
  })
})

describe('capitals', () => {
  it('reads a line in capitals as if in lower case', () => {
    const tags = (text: string) => analyse(text).words.map(({ upos, feats, lemma }) => `${upos} ${feats} ${lemma}`)
    expect(tags('DU KAN ÖVERKLAGA BESLUTET INOM TRE VECKOR')).toEqual(tags('du kan överklaga beslutet inom tre veckor'))
  })

  it('knows a name inside a sentence from a noun at its beginning', () => {
    expect(wordOf('Handläggaren heter Berglund.', 'Berglund').upos).toBe('PROPN')
    expect(wordOf('Handläggaren är ledig.', 'Handläggaren').upos).toBe('NOUN')
  })
})

describe('confidence', () => {
  it('is a probability, high for plain words and lower for ambiguous ones', () => {
    const { words } = analyse('Kommunen betalar avgiften. För var och en, fast inte alla.')
    for (const { confidence } of words) {
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
    }
    expect(words.find(({ form }) => form === 'betalar')!.confidence).toBeGreaterThan(0.99)
    expect(words.find(({ form }) => form === 'fast')!.confidence).toBeLessThan(0.95)
  })
})

describe('purity', () => {
  it('gives a text the same tags whatever was read before', () => {
    const text = 'Gasen stängs av. Ring polis vid fara! Adidas säljs här.'
    const read = () =>
      analyse(text).words.map(({ upos, feats, lemma, confidence }) => ({ upos, feats, lemma, confidence }))
    const first = read()
    for (const other of ['Gas luktar.', 'ADIDAS', 'polis Polis POLIS', 'säljs '.repeat(500)])
      analyse(other).words.at(-1)?.upos
    expect(read()).toEqual(first)
  })
})

describe('bad input', () => {
  const read = (text: string) => analyse(text).words.map(({ upos, lemma }) => ({ upos, lemma }))

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['one letter', 'å'],
    ['digits', '123 4567 89'],
    ['a word of 10 000 letters', 'kommun'.repeat(1667)],
    ['10 000 letters in s', `${'x'.repeat(9999)}s`],
    ['combining characters', 'a\u030Arsredovisningen antas'],
    ['quotes and dashes', '”Så – här” ‘ser’ «det» — ut ‑ …'],
    ['English', 'The municipality has decided to close the road.'],
    ['Finnish', 'Kunta päätti sulkea tien ensi viikolla.'],
    ['code', 'const x = (y) => { return y?.z ?? 0 }'],
    ['emoji', '👩‍👩‍👧 🇸🇪 ok'],
    ['lone surrogates', 'a\uD800b \uDC00'],
    ['control characters', 'a\u0000b\u0007 c'],
  ])('%s', (_, text) => {
    for (const { upos, lemma } of read(text)) {
      expect(upos).toMatch(/^[A-Z]+$/)
      expect(lemma.length).toBeGreaterThan(0)
    }
  })

  it('calls numbers numbers and signs signs', () => {
    expect(classes('123 4567 .')).toBe('123/NUM 4567/NUM ./PUNCT')
  })
})
