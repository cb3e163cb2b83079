import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

describe('a conjunction that would break the sentence', () => {
  it.each([
    ['Lånet kan ges om pengarna bara räcker till båten - under förutsättning att du bor här.', /^Skriv ”och om”/],
    ['En förare krävs för att båten ska gå och under förutsättning att vädret är bra.', /^Gör en egen mening av vill/],
    ['Om pengarna inte räcker till utgifter i samband med att båten säljs får du låna.', /^Bygg om satsen/],
    ['Det finns ett drag av sjöfart kvar här - på så sätt att man inte talar om stormar.', /^Gör en egen mening/],
    ['Du får låna båten i samband med att du hämtar nyckeln.', /^Byt till ”när”/],
    ['Du får låna båten under förutsättning att du bor här.', /^Byt till ”om”/],
  ])('is %s', (text, advice) => {
    const [finding] = lintWith([rule], text, { format: 'markdown' }).findings
    expect(finding!.suggestions[0]!.title).toMatch(advice)
    expect(finding!.suggestions[0]!.edits.length > 0).toBe(/^Byt/.test(finding!.suggestions[0]!.title))
  })

  it('leaves the half of a pair with såväl', () => {
    const text = 'Det gäller såväl kommunen, i egenskap av ägare, som föreningarna.'
    expect(lintWith([rule], text, { format: 'markdown' }).findings).toEqual([])
  })

  it('leaves a time that would read as what the matter is about', () => {
    const found = (text: string) => lintWith([rule], text, { format: 'markdown' }).findings
    expect(found('Det gäller dock under en kortare tid.')).toEqual([])
    expect(found('Vägen är stängd under en kortare tid.')).toHaveLength(1)
  })

  it('offers two words, and puts in neither, before a passive', () => {
    const [finding] = lintWith([rule], 'Långa slangar ska i möjligaste mån undvikas.', { format: 'markdown' }).findings
    expect(finding!.suggestions[0]!.edits).toEqual([])
  })
})
