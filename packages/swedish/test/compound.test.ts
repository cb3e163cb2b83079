import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CompoundSplit, splitCompound } from '../src/compound.ts'

const read = (name: string) =>
  readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
const show = (split: CompoundSplit | undefined) =>
  split?.parts.map(({ text, link }) => (link === '' ? text : `${text}+${link}`)).join('|')

describe('compounds with known parts', () => {
  const rows = read('compounds.tsv')
    .slice(1)
    .map((line) => line.split('\t') as [string, string])

  it('splits at least 95 of 100 right', () => {
    const wrong = rows.filter(([word, parts]) => show(splitCompound(word)) !== parts)
    expect(rows.length).toBeGreaterThanOrEqual(300)
    expect(wrong.length / rows.length, wrong.join('\n')).toBeLessThanOrEqual(0.05)
  })

  it('splits words held out while the rules were made', () => {
    const heldOut = read('compounds-held-out.tsv')
      .slice(1)
      .map((line) => line.split('\t') as [string, string])
    const wrong = heldOut.filter(([word, parts]) => show(splitCompound(word)) !== parts)
    expect(wrong.length / heldOut.length, wrong.join('\n')).toBeLessThanOrEqual(0.12)
  })
})

describe('words that are no compounds', () => {
  it.each(['simple-words.txt', 'simple-words-held-out.txt'])('leaves 95 of 100 whole in %s', (name) => {
    const words = read(name)
    const split = words.filter((word) => splitCompound(word) !== undefined)
    expect(split.length / words.length, split.join('\n')).toBeLessThanOrEqual(0.05)
  })
})

describe('splitCompound', () => {
  it('gives lemmas and links', () => {
    expect(splitCompound('kommunfullmäktigesammanträde')?.parts).toEqual([
      { text: 'kommun', lemma: 'kommun', link: '' },
      { text: 'fullmäktige', lemma: 'fullmäktige', link: '' },
      { text: 'sammanträde', lemma: 'sammanträde', link: '' },
    ])
    expect(splitCompound('Trafiknämndens')?.parts).toEqual([
      { text: 'trafik', lemma: 'trafik', link: '' },
      { text: 'nämndens', lemma: 'nämnd', link: '' },
    ])
  })

  it('knows that one of three equal letters is not written', () => {
    expect(show(splitCompound('tullag'))).toBe('tul|lag')
    expect(splitCompound('tullag')?.parts[0]?.lemma).toBe('tull')
  })

  it('is less sure where two splits are possible', () => {
    expect(splitCompound('glasskål')!.confidence).toBeLessThan(splitCompound('trafiknämnd')!.confidence)
  })

  it('parts at hyphens', () => {
    expect(show(splitCompound('e-postadress'))).toBe('e|post|adress')
    expect(show(splitCompound('IT-avdelningen'))).toBe('it|avdelningen')
  })

  it.each(['', '-', 'a', 'å', '12', 'hej då', 'x'.repeat(10_000), 'bil-'])('finds no parts in %j', (form) => {
    expect(splitCompound(form)).toBeUndefined()
  })

  it('gives parts that join to the word', () => {
    const words = read('compounds.tsv').map((line) => line.split('\t')[0]!)
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.constantFrom(...words), (a, b) => {
        const word = (a + b).slice(0, 60)
        const split = splitCompound(word)
        if (split === undefined) return
        expect(split.parts.map(({ text, link }) => text + link).join('')).toBe(word.replaceAll('-', ''))
        expect(split.confidence).toBeGreaterThanOrEqual(0)
        expect(split.confidence).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('takes little time for any string', () => {
    const start = performance.now()
    for (const word of ['anställnings'.repeat(6), 'ä'.repeat(80), 'skol'.repeat(20)]) splitCompound(word)
    expect(performance.now() - start).toBeLessThan(500)
    fc.assert(fc.property(fc.string({ maxLength: 90 }), (text) => splitCompound(text) === undefined || true))
  })
})
