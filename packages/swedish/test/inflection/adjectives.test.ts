import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjectiveInfo, analyseAdjectiveForm, inflectAdjective } from '../../src/inflection/adjectives.ts'
import { readAdjectives } from '../../src/inflection/adjectives-compile.ts'
import { adjectiveLexicon } from '../../src/inflection/adjectives-lexicon.ts'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const adjectives = readAdjectives(read('../../lexicon/adjectives.tsv'))
const checked = read('../data/adjective-forms.tsv')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t').map((form) => (form === '-' ? undefined : form)))

/** The first of alternatives. */
const usual = (forms: string | undefined) => forms?.split('/')[0]

describe('forms checked by hand', () => {
  it.each(checked)('%s', (lemma, neuter, definite, comparative, superlative, superlativeDefinite) => {
    expect([
      inflectAdjective(lemma!),
      inflectAdjective(lemma!, { gender: 'Neut' }),
      inflectAdjective(lemma!, { definite: 'Def' }),
      inflectAdjective(lemma!, { degree: 'Cmp' }),
      inflectAdjective(lemma!, { degree: 'Sup' }),
      inflectAdjective(lemma!, { degree: 'Sup', definite: 'Def' }),
    ]).toEqual([lemma, neuter, definite, comparative, superlative, superlativeDefinite])
  })

  it.each(checked)('%s is read back from each of its forms', (lemma, ...forms) => {
    for (const form of [lemma!, ...forms])
      if (form !== undefined) expect(analyseAdjectiveForm(form)).toContainEqual(expect.objectContaining({ lemma }))
  })
})

describe('inflectAdjective', () => {
  it('gives the plural and the masculine', () => {
    expect(inflectAdjective('liten', { number: 'Plur' })).toBe('små')
    expect(inflectAdjective('enkel', { number: 'Plur', gender: 'Neut' })).toBe('enkla')
    expect(inflectAdjective('gammal', { gender: 'Masc', definite: 'Def' })).toBe('gamle')
    expect(inflectAdjective('bra', { gender: 'Masc' })).toBe('bra')
  })

  it.each(['xyzzy', '', 'och', 'a'.repeat(10_000)])('does not know %j', (lemma) => {
    expect(inflectAdjective(lemma, { gender: 'Neut' })).toBeUndefined()
    expect(adjectiveInfo(lemma)).toBeUndefined()
  })

  it('says how an adjective is compared', () => {
    expect(adjectiveInfo('viktig')).toMatchObject({ comparison: 'are', source: 'lexicon' })
    expect(adjectiveInfo('praktisk')).toMatchObject({ comparison: 'mer' })
    expect(adjectiveInfo('gratis')).toMatchObject({ comparison: '0' })
  })
})

describe('analyseAdjectiveForm', () => {
  it('tells what the form tells', () => {
    expect(analyseAdjectiveForm('snabbare')).toEqual([
      {
        lemma: 'snabb',
        degree: 'Cmp',
        gender: undefined,
        number: undefined,
        definite: undefined,
        case: 'Nom',
        source: 'lexicon',
      },
    ])
    expect(analyseAdjectiveForm('nytt')).toMatchObject([
      { lemma: 'ny', gender: 'Neut', number: 'Sing', definite: 'Ind' },
    ])
    expect(analyseAdjectiveForm('radikalast')).toMatchObject([{ lemma: 'radikal', degree: 'Sup' }])
    expect(analyseAdjectiveForm('äldres')).toContainEqual(expect.objectContaining({ lemma: 'gammal', case: 'Gen' }))
  })

  it('reads prefixes, first parts and endings', () => {
    expect(analyseAdjectiveForm('oseriösa')).toContainEqual(expect.objectContaining({ lemma: 'oseriös' }))
    expect(analyseAdjectiveForm('biljettfritt')).toContainEqual(
      expect.objectContaining({ lemma: 'biljettfri', gender: 'Neut', source: 'compound' }),
    )
    expect(analyseAdjectiveForm('plottriga')).toContainEqual(
      expect.objectContaining({ lemma: 'plottrig', source: 'suffix' }),
    )
  })

  it.each(['och', 'inte', '', 'x', '12'])('finds no adjective in %j', (form) => {
    expect(analyseAdjectiveForm(form)).toEqual([])
  })

  it('takes any string', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => Array.isArray(analyseAdjectiveForm(text))))
  })
})

describe('the table', () => {
  it('has no lemma twice', () => {
    const lemmas = adjectives.map(({ lemma }) => lemma)
    expect(lemmas.filter((lemma, i) => lemmas.indexOf(lemma) !== i)).toEqual([])
  })

  it('is what the lexicon file was compiled from', () => {
    expect(adjectiveLexicon().size).toBe(adjectives.length)
    for (const { lemma, forms } of adjectives) {
      expect(inflectAdjective(lemma, { gender: 'Neut' })).toBe(usual(forms.neuter))
      expect(inflectAdjective(lemma, { degree: 'Cmp' })).toBe(usual(forms.comparative))
    }
  })

  it('refuses rows that cannot be right', () => {
    const header = 'lemma\tparadigm\ttier\tforms\n'
    expect(() => readAdjectives(`${header}stor\txx\t1\t_`)).toThrow('unknown paradigm xx')
    expect(() => readAdjectives(`${header}stor\tare\t0\t_`)).toThrow('tier 0')
    expect(() => readAdjectives(`${header}stor\tare\t1\tkomp=större`)).toThrow('komp=större')
  })
})
