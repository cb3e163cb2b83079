import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FormLexicon, genitive } from '../../src/inflection/form-lexicon.ts'
import { analyseNounForm, inflectNoun, nounInfo } from '../../src/inflection/nouns.ts'
import { compileNouns, readNouns } from '../../src/inflection/nouns-compile.ts'
import { nounLexicon } from '../../src/inflection/nouns-lexicon.ts'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const nounTable = read('../../lexicon/nouns.tsv')
const nouns = readNouns(nounTable)
const checked = read('../data/noun-forms.tsv')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t').map((form) => (form === '-' ? undefined : form)))

describe('forms checked by hand', () => {
  it.each(checked)('%s', (lemma, gender, singDef, plurInd, plurDef) => {
    const of = { gender: gender as 'Com' | 'Neut' }
    expect([
      inflectNoun(lemma!, of),
      inflectNoun(lemma!, { ...of, definite: 'Def' }),
      inflectNoun(lemma!, { ...of, number: 'Plur' }),
      inflectNoun(lemma!, { ...of, number: 'Plur', definite: 'Def' }),
    ]).toEqual([lemma, singDef, plurInd, plurDef])
  })

  it.each(checked)('%s is read back from each of its forms', (lemma, gender, ...forms) => {
    for (const form of [lemma!, ...forms])
      if (form !== undefined) {
        expect(analyseNounForm(form)).toContainEqual(expect.objectContaining({ lemma, gender, case: 'Nom' }))
        expect(analyseNounForm(genitive(form))).toContainEqual(expect.objectContaining({ lemma, gender, case: 'Gen' }))
      }
  })
})

describe('inflectNoun', () => {
  it('gives the genitive', () => {
    expect(inflectNoun('kommun', { case: 'Gen' })).toBe('kommuns')
    expect(inflectNoun('hus', { case: 'Gen' })).toBe('hus')
    expect(inflectNoun('fax', { case: 'Gen' })).toBe('fax')
    expect(inflectNoun('nämnd', { number: 'Plur', definite: 'Def', case: 'Gen' })).toBe('nämndernas')
  })

  it('tells homonyms apart by gender', () => {
    expect(inflectNoun('lag', { definite: 'Def' })).toBe('lagen')
    expect(inflectNoun('lag', { definite: 'Def', gender: 'Neut' })).toBe('laget')
    expect(inflectNoun('plan', { number: 'Plur' })).toBe('planer')
    expect(inflectNoun('plan', { number: 'Plur', gender: 'Neut' })).toBe('plan')
  })

  it('inflects plural nouns', () => {
    expect(inflectNoun('pengar', { number: 'Plur', definite: 'Def' })).toBe('pengarna')
    expect(inflectNoun('pengar', { number: 'Sing', definite: 'Def' })).toBeUndefined()
    expect(inflectNoun('glasögon', { number: 'Plur', definite: 'Def' })).toBe('glasögonen')
  })

  it.each(['xyzzy', '', 'och', 'springer', 'a'.repeat(10_000)])('does not know %j', (lemma) => {
    expect(inflectNoun(lemma, { definite: 'Def' })).toBeUndefined()
    expect(nounInfo(lemma)).toBeUndefined()
  })

  it('knows the gender of a compound by its last part', () => {
    expect(nounInfo('grannsamverkansavtal')).toMatchObject({ gender: 'Neut', source: 'compound' })
    expect(nounInfo('kebabrestaurang')).toMatchObject({ gender: 'Com', source: 'guess' })
    expect(nounInfo('lärare')).toEqual({ lemma: 'lärare', gender: 'Com', tier: 1, type: 'person', source: 'lexicon' })
    expect(nounInfo('byggnadsnämnd')).toMatchObject({ type: 'organ' })
  })
})

describe('analyseNounForm', () => {
  it('names the part that inflects', () => {
    expect(analyseNounForm('cykelgaragens')).toEqual([
      {
        lemma: 'cykelgarage',
        gender: 'Neut',
        number: 'Plur',
        definite: 'Def',
        case: 'Gen',
        head: 'garage',
        source: 'compound',
      },
    ])
  })

  it('reads a noun that ends in s as its own genitive', () => {
    expect(analyseNounForm('pris').map((reading) => reading.case)).toEqual(['Nom', 'Gen'])
  })

  it('reads words from endings that make nouns', () => {
    expect(analyseNounForm('brexitiseringarnas')).toContainEqual(
      expect.objectContaining({ lemma: 'brexitisering', source: 'suffix', number: 'Plur', case: 'Gen' }),
    )
  })

  it.each(['och', 'snabbt', 'inte', '', 's', '1234', 'åååå'])('finds no noun in %j', (form) => {
    expect(analyseNounForm(form)).toEqual([])
  })

  it('takes any string in little time', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        for (const { lemma, source } of analyseNounForm(text)) {
          expect(lemma).not.toBe('')
          expect(['lexicon', 'compound', 'suffix', 'guess']).toContain(source)
        }
      }),
    )
    const start = performance.now()
    analyseNounForm('anställnings'.repeat(1000))
    expect(performance.now() - start).toBeLessThan(100)
  })
})

describe('the table', () => {
  it('has no row twice', () => {
    const keys = nouns.map(({ lemma, paradigm }) => `${lemma} ${paradigm}`)
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })

  it('has forms that begin as the lemma does, or are spelled out', () => {
    const odd = nouns.filter(
      ({ lemma, forms }) =>
        forms.singDef !== undefined && !forms.singDef.startsWith(lemma.slice(0, lemma.length > 4 ? -3 : 1)),
    )
    expect(odd.map(({ lemma, forms }) => `${lemma} ${forms.singDef}`)).toEqual([])
  })

  it('has genders that agree with the definite form', () => {
    const wrong = nouns.filter(({ gender, forms }) =>
      gender === 'Neut' ? forms.singDef?.endsWith('n') : forms.singDef?.endsWith('et'),
    )
    expect(wrong.map(({ lemma }) => lemma)).toEqual([])
  })

  it('is what the lexicon file was compiled from', () => {
    expect(nounLexicon().size).toBe(nouns.length)
    const compiled = new FormLexicon(compileNouns(nounTable))
    for (const { lemma } of nouns) expect(nounLexicon().find(lemma)).toEqual(compiled.find(lemma))
  })

  it('loads fast', () => {
    const data = compileNouns(nounTable)
    let best = Infinity
    for (let i = 0; i < 5; i++) {
      const start = performance.now()
      new FormLexicon(data)
      best = Math.min(best, performance.now() - start)
    }
    expect(best).toBeLessThan(50)
  })

  it('refuses rows that cannot be right', () => {
    const header = 'lemma\tparadigm\ttier\ttype\tforms\n'
    expect(() => readNouns(`${header}bil\ten-xx\t1\t_\t_`)).toThrow('unknown paradigm en-xx')
    expect(() => readNouns(`${header}bil\ten-ar\t7\t_\t_`)).toThrow('tier 7')
    expect(() => readNouns(`${header}bil\ten-ar\t1\t_\tplural=bilar`)).toThrow('plural=bilar')
    expect(() => readNouns(`${header}bil\ten-ar`)).toThrow('line 2')
    expect(() => readNouns('x')).toThrow('columns')
    expect(() => new FormLexicon('other')).toThrow('fel format')
  })
})
