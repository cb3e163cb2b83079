import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseVerbForm, conjugate, inflectVerb, type VerbFormRequest, verbForms } from '../../src/inflection/verbs.ts'
import { CELLS } from '../../src/inflection/verbs-cells.ts'
import { compileVerbs } from '../../src/inflection/verbs-compile.ts'
import { VerbLexicon } from '../../src/inflection/verbs-lexicon.ts'
import { loadLexicon } from '../../src/model/load.ts'

const table = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

function rows(name: string): Record<string, string>[] {
  const [header, ...lines] = table(name).trimEnd().split('\n')
  const names = header!.split('\t')
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i], cell])))
}

const requests: Record<string, VerbFormRequest> = {
  inf: { form: 'Inf' },
  pres: { form: 'Pres' },
  'pres-s': { form: 'Pres', voice: 'Pass' },
  past: { form: 'Past' },
  'past-s': { form: 'Past', voice: 'Pass' },
  sup: { form: 'Sup' },
  'sup-s': { form: 'Sup', voice: 'Pass' },
  imp: { form: 'Imp' },
  part: { form: 'PastPart' },
  neut: { form: 'PastPart', gender: 'Neut' },
  plur: { form: 'PastPart', number: 'Plur' },
  prespart: { form: 'PresPart' },
}

describe('forms checked by hand', () => {
  it.each(rows('../data/verb-forms.tsv'))('$inf', ({ inf, ...forms }) => {
    const got = Object.fromEntries(Object.keys(forms).map((name) => [name, inflectVerb(inf!, requests[name]!)]))
    expect(got).toEqual(
      Object.fromEntries(Object.entries(forms).map(([name, form]) => [name, form === '-' ? undefined : form])),
    )
  })

  it.each(rows('../data/verb-forms.tsv'))('$inf is found from each of its forms', ({ inf, ...forms }) => {
    for (const form of Object.values(forms)) {
      if (form === '-') continue
      expect(analyseVerbForm(form!).map((reading) => reading.lemma)).toContain(inf)
    }
  })
})

describe('other tables of the package', () => {
  it('agrees with the forms in deponents.tsv', () => {
    const wrong: string[] = []
    for (const line of table('../../lexicon/deponents.tsv').trimEnd().split('\n')) {
      if (line.startsWith('#') || line.startsWith('infinitive')) continue
      const [infinitive, ...forms] = line.split('\t').slice(0, 4)
      for (const [i, form] of (['Pres', 'Past', 'Sup'] as const).entries()) {
        if (!verbForms(infinitive!, { form }).includes(forms[i]!)) wrong.push(`${infinitive} ${forms[i]}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('knows every passive of present-day prose', () => {
    const marked = [...table('../data/modern-passives.txt').matchAll(/\[\[(.+?)\]\]/g)].map((match) => match[1]!)
    expect(marked.length).toBeGreaterThanOrEqual(200)
    const unknown = marked.filter(
      (form) => !analyseVerbForm(form.toLowerCase()).some((reading) => reading.voice === 'Pass'),
    )
    expect(unknown).toEqual([])
  })
})

describe('alternative forms', () => {
  it.each([
    ['skola', { form: 'Pres' }, ['ska', 'skall']],
    ['säga', { form: 'Past' }, ['sade', 'sa']],
    ['säga', { form: 'Past', voice: 'Pass' }, ['sades']],
    ['lägga', { form: 'Past' }, ['lade', 'la']],
    ['be', { form: 'Inf' }, ['be', 'bedja']],
    ['ge', { form: 'Inf' }, ['ge', 'giva']],
    ['ta', { form: 'Pres' }, ['tar', 'tager']],
    ['ta', { form: 'Pres', voice: 'Pass' }, ['tas', 'tages']],
    ['göra', { form: 'Pres', voice: 'Pass' }, ['görs', 'göres']],
    ['ange', { form: 'Sup' }, ['angett', 'angivit']],
    ['stödja', { form: 'Pres', voice: 'Pass' }, ['stöds', 'stödjs', 'stödjes']],
    ['sprida', { form: 'Past' }, ['spred', 'spridde']],
    ['betala', { form: 'Sup' }, ['betalat', 'betalt']],
    ['besluta', { form: 'Past' }, ['beslutade', 'beslöt']],
  ] as const)('%s %o', (lemma, request, forms) => {
    expect(verbForms(lemma, request)).toEqual(forms)
  })

  it('reads the long infinitives as the short verb', () => {
    expect(inflectVerb('vidtaga', { form: 'Pres' })).toBe('vidtar')
    expect(analyseVerbForm('deltager')).toMatchObject([{ lemma: 'delta', form: 'Pres', voice: 'Act' }])
    expect(analyseVerbForm('angives')).toMatchObject([{ lemma: 'ange', form: 'Pres', voice: 'Pass' }])
  })

  it('knows the subjunctive vore', () => {
    expect(analyseVerbForm('vore')).toMatchObject([{ lemma: 'vara', form: 'Past', mood: 'Sub' }])
  })
})

describe('homonyms', () => {
  it('takes the usual verb unless a class is given', () => {
    expect(inflectVerb('sluta', { form: 'Past' })).toBe('slutade')
    expect(inflectVerb('sluta', { form: 'Past', class: '4' })).toBe('slöt')
    expect(inflectVerb('vara', { form: 'Past' })).toBe('var')
    expect(inflectVerb('vara', { form: 'Past', class: '1' })).toBe('varade')
    expect(conjugate('må')?.properties.auxiliary).toBe(true)
    expect(conjugate('må', '3')?.forms['Past.Act']).toEqual(['mådde'])
  })

  it('gives every reading of an ambiguous form', () => {
    const readings = analyseVerbForm('handlades').map(({ lemma, form, voice }) => `${lemma} ${form} ${voice}`)
    expect(readings.sort()).toEqual(['handla Past Pass', 'handla PastPart undefined', 'handlägga Past Pass'].sort())
  })
})

describe('participles', () => {
  it.each([
    [{ form: 'PastPart', definite: 'Def' }, 'anställda'],
    [{ form: 'PastPart', gender: 'Masc' }, 'anställde'],
    [{ form: 'PastPart', gender: 'Masc', number: 'Plur' }, 'anställda'],
    [{ form: 'PastPart', number: 'Plur', case: 'Gen' }, 'anställdas'],
  ] as const)('%o', (request, form) => {
    expect(inflectVerb('anställa', request)).toBe(form)
  })

  it('reads a genitive', () => {
    expect(analyseVerbForm('försäkrades')).toContainEqual(
      expect.objectContaining({ lemma: 'försäkra', form: 'PastPart', case: 'Gen' }),
    )
    expect(analyseVerbForm('studerandes')).toContainEqual(expect.objectContaining({ form: 'PresPart', case: 'Gen' }))
  })
})

describe('verbs with particles and other words', () => {
  it.each([
    ['boka om', { form: 'Past', voice: 'Pass' }, 'bokades om'],
    ['boka om', { form: 'PastPart', gender: 'Neut' }, 'ombokat'],
    ['ta i anspråk', { form: 'Sup' }, 'tagit i anspråk'],
    ['åta sig', { form: 'Pres' }, 'åtar sig'],
    ['ge vid handen', { form: 'Past' }, 'gav vid handen'],
  ] as const)('%s', (lemma, request, form) => {
    expect(inflectVerb(lemma, request)).toBe(form)
  })

  it('takes a passive infinitive for the passive', () => {
    expect(inflectVerb('krävas', { form: 'Past' })).toBe('krävdes')
    expect(inflectVerb('räknas in', { form: 'Pres' })).toBe('räknas in')
    expect(inflectVerb('krävas', { form: 'Imp' })).toBeUndefined()
  })

  it('has no participle of a reflexive verb or a phrase', () => {
    expect(inflectVerb('åta sig', { form: 'PastPart' })).toBeUndefined()
    expect(inflectVerb('ta i anspråk', { form: 'PastPart' })).toBeUndefined()
    expect(inflectVerb('handla om', { form: 'PastPart' })).toBeUndefined()
  })
})

describe('verbs outside the lexicon', () => {
  it.each([
    ['snabbgranskades', 'snabbgranska', 'Past', 'prefix'],
    ['väderanpassas', 'väderanpassa', 'Pres', 'compound'],
    ['kundklassas', 'kundklassa', 'Pres', 'compound'],
    ['poddsänds', 'poddsända', 'Pres', 'compound'],
    ['vardaggjorts', 'vardaggöra', 'Sup', 'compound'],
    ['e-signeras', 'e-signera', 'Pres', 'compound'],
    ['hyperlokaliserades', 'hyperlokalisera', 'Past', 'suffix'],
  ])('%s', (form, lemma, name, source) => {
    expect(analyseVerbForm(form)).toContainEqual(expect.objectContaining({ lemma, form: name, voice: 'Pass', source }))
    expect(inflectVerb(lemma, { form: 'Inf', voice: 'Pass' })).toBe(`${lemma}s`)
  })

  it.each([
    'adidas',
    'ateljéplats',
    'dess',
    'kommunens',
    'gratis',
    'alls',
    'dels',
    'hus',
    'kurs',
    'pris',
    'nämnden',
    'zz',
    '',
  ])('says that it does not know %j', (word) => {
    expect(analyseVerbForm(word)).toEqual([])
    expect(inflectVerb(word, { form: 'Pres' })).toBeUndefined()
    expect(conjugate(word)).toBeUndefined()
  })

  it('does not take a deponent or an auxiliary for a passive', () => {
    expect(inflectVerb('finnas', { form: 'Pres', voice: 'Pass' })).toBeUndefined()
    expect(inflectVerb('kunna', { form: 'Inf', voice: 'Pass' })).toBeUndefined()
    expect(analyseVerbForm('finns')).toContainEqual(expect.objectContaining({ lemma: 'finnas', voice: undefined }))
  })

  it('looks at words of any length and any letters in no time', () => {
    const long = 'anpassa'.repeat(1500)
    const start = performance.now()
    expect(analyseVerbForm(long)).toEqual([])
    expect(performance.now() - start).toBeLessThan(50)
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (word) => Array.isArray(analyseVerbForm(word))))
  })
})

describe('the lexicon', () => {
  const tables = {
    verbs: table('../../lexicon/verbs.tsv'),
    strong: table('../../lexicon/verbs-strong.tsv'),
    derivation: table('../../lexicon/verbs-derivation.tsv'),
  }

  it('finds every verb from every form that it makes of it', () => {
    const wrong: string[] = []
    for (const line of tables.verbs.trimEnd().split('\n').slice(1)) {
      const [lemma, conjugation] = line.split('\t')
      const verb = conjugate(lemma!, conjugation as '1')
      if (verb === undefined) {
        wrong.push(lemma!)
        continue
      }
      for (const cell of CELLS) {
        for (const form of verb.forms[cell]) {
          const found = analyseVerbForm(form).some(
            (reading) => reading.lemma === lemma && cell.startsWith(reading.form),
          )
          if (!found) wrong.push(`${lemma} ${cell} ${form}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('is compiled into the file that is shipped', () => {
    expect(Buffer.from(compileVerbs(tables)).equals(loadLexicon().section('verbs'))).toBe(true)
  })

  it('refuses rows that cannot be right, with their line', () => {
    const verbs =
      'lemma\tclass\nbo\t1\nboka\t9\t\t\tt\nboka\t1\t\t\tt\nboka\t1\t\t\tt\nkräva\t2b\t\t\tt\nbeskriva\t4\t\t\tt\n'
    expect(() => compileVerbs({ ...tables, verbs, strong: 'lemma\n' })).toThrow(
      /line 2: .*\nline 3: boka: unknown class 9\nline 5: boka stands twice.*\nline 6: kräva: class 2b.*\nline 7: beskriva: no strong verb/,
    )
  })

  it('refuses data of another format', () => {
    expect(() => new VerbLexicon(new TextEncoder().encode('\x04fel!'))).toThrow(/Verblexikonet har fel format/)
  })

  it('loads in no time', () => {
    const data = compileVerbs(tables)
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now()
      new VerbLexicon(data)
      return performance.now() - start
    })
    expect(Math.min(...times)).toBeLessThan(8)
  })
})
