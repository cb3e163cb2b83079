import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

/** The first advice of the only finding. */
function advised(text: string): string {
  const { findings } = lintWith([rule], text, { format: 'markdown' })
  expect(findings).toHaveLength(1)
  return findings[0]!.suggestions[0]!.title
}

describe('what to write for the stroke', () => {
  it.each([
    ['Du bor vid en återvändsgata/väg i byn.', 'Skriv ut båda leden med ett ord emellan, till exempel ”eller”'],
    ['Har ditt barn en matöverkänslighet/allergi?', 'Skriv ut båda leden med ett ord emellan, till exempel ”eller”'],
    ['Mät från vägen till grind/port eller inhägnad av tomten.', 'Skriv ”grind, port”'],
    ['Du hänger/plockar ned tavlorna själv.', 'Skriv ut båda leden med ett ord emellan, till exempel ”eller”'],
    ['Sök om du är\n\n- elev\n- gäststuderande/gästforskare', 'Skriv ”gäststuderande eller gästforskare”'],
    ['Det gäller även en make/maka eller sambo.', 'Skriv ”make, maka”'],
    [
      'Kommunen ansvarar för såväl rengöring/sotning som kontroll.',
      'Välj ett av orden, eller skriv ut hur de hör ihop',
    ],
    ['Det är stängt vid jul/nyår, lov och helger.', 'Skriv ”jul, nyår”'],
    ['Du kan få a-kassa/alfakassa, bostadsbidrag, vårdbidrag.', 'Skriv ”a-kassa, alfakassa”'],
    ['Föräldrar/vårdnadshavare ska arbeta.', 'Skriv ”Föräldrar eller vårdnadshavare”'],
    ['Kontakta din avdelningschef/rektor i maj.', 'Skriv ”avdelningschef eller rektor”'],
  ])('%s → %s', (text, advice) => {
    expect(advised(text)).toBe(advice)
  })

  it('goes on with commas where the next of the row has a stroke too', () => {
    const text = 'Det gäller caféer/barer, kiosker/butiker, kök och bagerier.'
    const { findings } = lintWith([rule], text, { format: 'markdown' })
    expect(findings.map(({ suggestions }) => suggestions[0]!.title)).toEqual([
      'Skriv ”caféer, barer”',
      'Skriv ”kiosker, butiker”',
    ])
  })
})
