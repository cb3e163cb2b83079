import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

function advised(text: string): string[] {
  const { findings } = lintWith([rule], text, { format: 'markdown', profile: 'brev' })
  return findings.flatMap(({ suggestions }) => suggestions.map(({ title }) => title))
}

describe('address', () => {
  it.each([
    ['Sökanden ska betala avgiften.\n\nRing oss om du undrar något.', 'Byt till ”Du”'],
    ['Sökanden ska betala avgiften.\n\nRing oss.', 'Byt till ”Du”'],
    ['Kunden hyr ett förråd.\n\nRing oss om du undrar något.', 'Vänd dig till läsaren: skriv ”du” eller ”dig”'],
    ['Sökanden ska betala avgiften.\n\nNi har fått er faktura.', 'Byt till ”Ni”'],
    ['Avgiften debiteras sökanden.\n\nNi har fått er faktura.', 'Vänd dig till läsaren: skriv ”ni” eller ”er”'],
  ])('is that of the text in %s', (text, title) => {
    expect(advised(text)).toContain(title)
  })

  it.each(['Du som är anhörig kan få avlösning.', '# Stöd till anhöriga'])(
    'is not that of the one helped after %s',
    (opening) => {
      expect(advised(`${opening}\n\nVi ser till kundens behov.\n\nRing oss om du undrar något.`)).toEqual([])
    },
  )

  it.each([
    'Klotter på andras hus felanmäls till fastighetsägaren.',
    'Klottras det på andras hus går man direkt till fastighetsägaren.',
  ])('is not that of the owner whom the reader turns to in %s', (text) => {
    expect(
      lintWith([rule], `# Klotter\n\nDu som äger ett hus kan begära skadestånd.\n\n${text}`, {
        format: 'markdown',
        profile: 'webb',
      }).findings,
    ).toEqual([])
  })

  it('is not that of the guardian of a young reader', () => {
    const said = (opening: string) =>
      lintWith([rule], `# Lånekort\n\n${opening}\n\nVårdnadshavaren ansvarar för lånen.`, {
        format: 'markdown',
        profile: 'webb',
      }).findings
    expect(said('Du kan låna böcker.')).toHaveLength(1)
    expect(said('Är du under 18 år behöver du en underskrift.')).toEqual([])
    expect(said('Har du inte fyllt 18 år är din förälder ansvarig.')).toEqual([])
  })

  it('is not that of one in a likeness', () => {
    const said = (how: string) =>
      lintWith(
        [rule],
        `# Tomträtt\n\nDu kan köpa en tomträtt.\n\n${how} ett avtal om mark som hyresgästen inte kan säga upp.`,
        {
          format: 'markdown',
          profile: 'webb',
        },
      ).findings
    expect(said('En tomträtt kan beskrivas som')).toEqual([])
    expect(said('En tomträtt kräver')).toHaveLength(1)
  })

  it('is not that of one among several', () => {
    expect(advised('Den utflyttande kunden får en slutfaktura.\n\nRing oss om du undrar något.')).toEqual([])
  })
})
